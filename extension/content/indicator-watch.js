// Whether the indicator can be seen: asked at every press and on each frame of one, reported by the browser between, never polled.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));

  /** How often an indicator that was closed or covered is put back before the page is not recorded any more. */
  const MOST_RETURNS = 3;
  /** After how many ms without trouble these start anew. */
  const LONG_SEEN = 10_000;
  /** How often in a second the indicator is raised above what opens; a page that wants to be last goes on for ever. */
  const MOST_RAISES = 20;
  /** How often in a second it is put back where it was removed: pages swap their bodies, and one that wants it gone goes on for ever. */
  const MOST_REMOVALS = 40;
  /** How many ms the browser may take to say that it is seen; the least that it allows is 100. */
  const VISIBILITY_DELAY = 100;
  /** How many ms it may be out of sight, for the page's own reasons, until the badge says so; and during a view transition. */
  const OUT_OF_SIGHT = 500;
  const IN_TRANSITION = 2_000;
  /** How many ms before a press the indicator must have been there: what was drawn last is what the person saw. */
  const BEFORE_PRESS = 100;
  /** How many ms after its last event a press, or a key, is looked after on each frame; and the longest press. */
  const AFTER = 300;
  const LONGEST_PRESS = 60_000;
  /** How many elements are asked for a shadow root at a press, and on each frame of one. */
  const AT_PRESS = 5_000;
  const IN_A_FRAME = 1_000;
  /** Within how many ms a click brings about others. */
  const AT_ONCE = 50;
  /** For how many ms it is looked after when something begins in a frame. */
  const IN_FRAME = 1_000;
  /** What a press begins with, and what ends it. */
  const BEGINS = ["hover", "pointerdown", "keydown", "wheel"];
  const ENDS = ["click", "auxclick", "pointerup", "dragend", "drop"];

  /** What is called each time, and returns whether that was too often within a second. @param {number} most */
  const createRate = (most) => {
    /** @type {number[]} */
    let times = [];
    return () => {
      const now = performance.now();
      times = [...times.filter((at) => now - at < 1000), now];
      return times.length > most;
    };
  };

  shared.watchIndicator = ({ view, put, stand, onState }) => {
    let over = false;
    let returns = 0;
    let returned = -Infinity;
    /** When the indicator could not be seen last, and when the press that is under way began. */
    let hidden = -Infinity;
    let began = 0;
    let pressing = false;
    /** When a press ended in a click last. */
    let clicked = -Infinity;
    /** Reported to the page's recording as unseen, for a reason that may pass. */
    let away = false;
    /** What the last look found: out of sight, until a look finds that it is back. */
    let unseen = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let reporting;
    /** The view transition whose end is waited for. @type {ViewTransition | undefined} */
    let awaited;
    /** @type {(shown: boolean) => void} */
    let settle = () => {};
    const shown = new Promise((/** @type {(shown: boolean) => void} */ resolve) => (settle = resolve));
    const raises = createRate(MOST_RAISES);
    const removals = createRate(MOST_REMOVALS);
    /** What the browser said last of its being seen, unless it was asked anew since. @type {boolean | undefined} */
    let visible;
    const sight = shared.lookAtIndicator(view);

    /** @returns {import("../protocol").UnseenReason | undefined} why it cannot be seen now */
    const reason = () => sight.why() ?? (visible === false ? "changed" : undefined);

    /** @param {import("../protocol").UnseenReason} why */
    const fail = (why) => {
      if (over) return;
      over = true;
      end();
      settle(false);
      onState(false, why);
    };

    /** Last in the top layer, where nothing covers it. */
    const raise = () => {
      const often = raises();
      if (over || !view().host.isConnected) return;
      if (often) return fail("covered");
      const { host, root } = view();
      const focused = root.activeElement;
      try {
        if (host.matches(":popover-open")) host.hidePopover();
        host.showPopover();
      } catch {
        return fail("refused");
      }
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      sight.noteOnTop();
    };

    /** Observed anew the browser reports again, also where nothing changed. */
    const observe = () => {
      visible = undefined;
      seen.takeRecords();
      seen.disconnect();
      seen.observe(view().host);
    };

    /** @param {import("../protocol").UnseenReason} why */
    const isTooOften = (why) => {
      if (why === "removed") return removals();
      const now = performance.now();
      if (now - returned > LONG_SEEN) returns = 0;
      returned = now;
      return ++returns > MOST_RETURNS;
    };

    /** @param {import("../protocol").UnseenReason} why */
    const putBack = (why) => {
      if (isTooOften(why)) return fail(why);
      if (why === "covered") raise();
      else put();
      if (!over) observe();
    };

    /** The page has reasons of its own: reported once it lasts, and once it is over. @param {import("../protocol").UnseenReason} why */
    const reportLater = (why) => {
      unseen = true;
      const running = sight.transition();
      if (running && running !== awaited) {
        awaited = running;
        const passed = () => {
          if (!over) observe();
          back();
        };
        running.finished?.then(passed, passed);
      }
      if (reporting !== undefined || away) return;
      reporting = setTimeout(
        () => {
          reporting = undefined;
          if (over || !sight.isShown() || !reason()) return;
          away = true;
          onState(false, why);
        },
        running ? IN_TRANSITION : OUT_OF_SIGHT,
      );
      frame ||= requestAnimationFrame(each);
    };
    const back = () => {
      if (over || reason()) return;
      // When it came back between nobody knows: a page may show it in the press itself.
      if (unseen) hidden = performance.now();
      unseen = false;
      clearTimeout(reporting);
      reporting = undefined;
      if (!sight.tracks) settle(true);
      if (!away) return;
      away = false;
      onState(true);
    };

    /** @param {import("../protocol").UnseenReason} why */
    const trouble = (why) => {
      if (over) return;
      hidden = performance.now();
      if (why === "removed") return comeBack();
      if (isLeftAlone()) return;
      if (sight.transition()) return reportLater(why);
      if (why === "changed") {
        stand();
        if (reason()) reportLater(why);
      } else putBack(why);
    };

    /** Nobody is there any more to be shown for. */
    const isLeftAlone = () => {
      if (!shared.live || shared.live.alive()) return false;
      shared.live.end();
      return true;
    };

    /** It was removed, alone or with the page's body: no frame is drawn without it if it is back before the task is over. */
    const comeBack = () => {
      if (!over && !isLeftAlone()) putBack("removed");
    };

    const check = () => {
      if (over) return;
      sight.opened().forEach(lies);
      const why = reason();
      // Covered by what is new and known: it is raised, and only what the browser says of its pixels is counted.
      if (why === "covered" && !sight.transition()) {
        hidden = performance.now();
        raise();
      } else if (why) trouble(why);
      else back();
      return why;
    };

    /** What has opened, and nobody was told of it. @param {Element} open */
    const lies = (open) => {
      if (sight.covers(open)) hidden = performance.now();
      raise();
    };

    /** Until when each frame is looked at. */
    let until = 0;
    let frame = 0;
    // What a page does in the frame, after us, to what is painted stands there still when the frame is over.
    const painted = new MessageChannel();
    painted.port1.onmessage = () => void check();
    const each = () => {
      frame = 0;
      onEntries(seen.takeRecords());
      askShadows(IN_A_FRAME);
      check();
      // Asked anew, because it says no more than one thing in 100 ms.
      if (sight.tracks && !over) observe();
      painted.port2.postMessage(undefined);
      if (!over && (reporting !== undefined || performance.now() < until)) frame = requestAnimationFrame(each);
    };
    /** @param {number} ms */
    const follow = (ms) => {
      until = performance.now() + ms;
      frame ||= requestAnimationFrame(each);
    };

    /** What the browser says of its pixels. @param {IntersectionObserverEntry[]} entries */
    const onEntries = (entries) => {
      const last = entries.at(-1);
      if (over || !last || last.target !== view().host) return;
      // Nobody sees a page in the background, and the browser is asked anew when it comes back.
      if (!sight.isShown()) return;
      visible = Boolean(sight.tracks ? last.isVisible : last.isIntersecting);
      if (visible) {
        const why = check();
        if (!why) settle(true);
        else if (why === "covered" && !sight.transition()) observe();
      } else if (view().host.isConnected) trouble(last.isIntersecting ? "covered" : "changed");
    };
    const seen = new IntersectionObserver(onEntries, {
      threshold: [0, 1],
      trackVisibility: sight.tracks,
      delay: VISIBILITY_DELAY,
    });

    /** @param {ToggleEvent} event */
    const opens = (event) => {
      if (shared.isOurs(event.target)) return event.stopImmediatePropagation();
      if (!event.isTrusted || event.newState !== "open") return;
      const { target } = event;
      // Before anything is drawn.
      queueMicrotask(() => {
        raise();
        if (!over && pressing && target instanceof Element && sight.covers(target)) hidden = performance.now();
      });
    };
    const ended = new AbortController();
    /** What was open before it was known. */
    const askShadows = shared.attendShadows(opens, lies, ended.signal);

    /** Listens to the host and to what may cover it. @param {AbortSignal} signal */
    const attend = (signal) => {
      const options = { capture: true, signal };
      addEventListener("beforetoggle", opens, options);
      addEventListener("toggle", (event) => shared.isOurs(event.target) && event.stopImmediatePropagation(), options);
      addEventListener("fullscreenchange", raise, options);
      // The browser tells nothing of a page in the background.
      addEventListener("visibilitychange", observe, options);
      const sized = new ResizeObserver(() => void check());
      sized.observe(view().host);
      signal.addEventListener("abort", () => sized.disconnect());
      sight.opened();
      observe();
    };

    const end = () => {
      over = true;
      seen.disconnect();
      ended.abort();
      painted.port1.close();
      clearTimeout(reporting);
      cancelAnimationFrame(frame);
      settle(false);
    };

    return {
      shown,
      attend,
      trouble,
      comeBack,
      isRemoved: sight.isRemoved,
      fail,
      end,
      isOver: () => over,
      isSeen: () => !over && !away && !reason(),
      approach() {
        if (!over && performance.now() + AFTER > until) follow(AFTER);
      },
      wasSeen(within) {
        onEntries(seen.takeRecords());
        askShadows(AT_PRESS);
        follow(IN_FRAME);
        return !check() && !over && !away && hidden < performance.now() - within;
      },
      witness(kind, event) {
        if (over) return false;
        const now = performance.now();
        const pointed = (kind === "click" || kind === "auxclick") && /** @type {UIEvent} */ (event).detail > 0;
        // The page has kept the press to itself, and nobody looked while it lasted. (A label clicks its field at once.)
        const missed = pointed && !pressing && now - clicked > AT_ONCE;
        if (pointed && pressing) clicked = now;
        onEntries(seen.takeRecords());
        // The keys of a text that is typed follow one another.
        if (ENDS.includes(kind) || (BEGINS.includes(kind) && (kind !== "keydown" || now > until))) askShadows(AT_PRESS);
        if (BEGINS.includes(kind)) {
          began = now;
          pressing ||= kind === "pointerdown";
          follow(kind === "pointerdown" ? LONGEST_PRESS : AFTER);
        } else if (ENDS.includes(kind)) follow(AFTER);
        const why = check();
        if (kind === "click" || kind === "auxclick") pressing = false;
        return !why && !away && !missed && hidden + BEFORE_PRESS < began;
      },
    };
  };
}
