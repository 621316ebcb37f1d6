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

  /**
   * @typedef {object} Watch
   * @property {OvertIndicatorWatchOptions} options
   * @property {OvertIndicatorSight} sight
   * @property {(shown: boolean) => void} settle whether it is shown: the first answer counts
   * @property {() => boolean} raises whether it was raised too often
   * @property {() => boolean} removals whether it was removed too often
   * @property {IntersectionObserver} seen
   * @property {(most: number) => void} askShadows for what was open before it was known
   * @property {AbortController} ended
   * @property {MessageChannel} painted its message comes when a frame is over
   * @property {boolean} raisedLate whether it is raised in the next frame, because it could not be before
   * @property {boolean} over
   * @property {number} returns how often it was put back, or raised, without much time between
   * @property {number} returned when that was last
   * @property {number} hidden when the indicator could not be seen last
   * @property {number} began when the press that is under way began
   * @property {boolean} pressing
   * @property {number} clicked when a press ended in a click last
   * @property {boolean} away reported to the page's recording as unseen, for a reason that may pass
   * @property {boolean} unseen what the last look found: out of sight, until a look finds that it is back
   * @property {ReturnType<typeof setTimeout>} [reporting]
   * @property {ViewTransition} [awaited] the view transition whose end is waited for
   * @property {boolean} [visible] what the browser said last of its being seen, unless it was asked anew since
   * @property {number} until when each frame is looked at
   * @property {number} frame the request for the next one; 0 for none
   */

  shared.watchIndicator = (options) => {
    const { promise: shown, resolve: settle } = /** @type {PromiseWithResolvers<boolean>} */ (Promise.withResolvers());
    const sight = shared.lookAtIndicator(options.view);
    const ended = new AbortController();
    /** @type {Watch} */
    const watch = {
      ...{ options, sight, settle, ended, painted: new MessageChannel() },
      raises: createRate(MOST_RAISES),
      removals: createRate(MOST_REMOVALS),
      seen: new IntersectionObserver((entries) => onEntries(watch, entries), {
        threshold: [0, 1],
        trackVisibility: sight.tracks,
        delay: VISIBILITY_DELAY,
      }),
      askShadows: shared.attendShadows(
        (event) => onOpening(watch, event),
        (open) => onOpened(watch, open),
        ended.signal,
      ),
      ...{ over: false, raisedLate: false, pressing: false, away: false, unseen: false },
      ...{ returns: 0, began: 0, until: 0, frame: 0 },
      ...{ returned: -Infinity, hidden: -Infinity, clicked: -Infinity },
    };
    // What a page does in the frame, after us, to what is painted stands there still when the frame is over.
    watch.painted.port1.onmessage = () => void check(watch);
    return {
      shown,
      attend: (signal) => attend(watch, signal),
      trouble: (why) => trouble(watch, why),
      comeBack: () => comeBack(watch),
      isRemoved: sight.isRemoved,
      fail: (why) => fail(watch, why),
      end: () => end(watch),
      isOver: () => watch.over,
      isSeen: () => !watch.over && !watch.away && !reason(watch),
      approach() {
        if (!watch.over && performance.now() + AFTER > watch.until) follow(watch, AFTER);
      },
      wasSeen: (within) => wasSeen(watch, within),
      witness: (kind, event) => witness(watch, kind, event),
    };
  };

  /** Listens to the host and to what may cover it. @param {Watch} watch @param {AbortSignal} signal */
  const attend = (watch, signal) => {
    const options = { capture: true, signal };
    addEventListener("beforetoggle", (event) => onOpening(watch, event), options);
    addEventListener("toggle", (event) => shared.isOurs(event.target) && event.stopImmediatePropagation(), options);
    addEventListener("fullscreenchange", () => raise(watch), options);
    // The browser does not look at a page in the background.
    addEventListener("visibilitychange", () => observe(watch), options);
    const sized = new ResizeObserver(() => void check(watch));
    sized.observe(watch.options.view().host);
    signal.addEventListener("abort", () => sized.disconnect());
    watch.sight.opened();
    observe(watch);
  };

  /** @param {Watch} watch */
  const end = (watch) => {
    watch.over = true;
    watch.seen.disconnect();
    watch.ended.abort();
    watch.painted.port1.close();
    clearTimeout(watch.reporting);
    cancelAnimationFrame(watch.frame);
    watch.settle(false);
  };

  /** It could not be kept on screen. @param {Watch} watch @param {import("../protocol").UnseenReason} why */
  const fail = (watch, why) => {
    if (watch.over) return;
    end(watch);
    watch.options.onState(false, why);
  };

  // ---- Looking

  /** Why it cannot be seen now. @param {Watch} watch @returns {import("../protocol").UnseenReason | undefined} */
  const reason = ({ sight, visible }) => sight.why() ?? (visible === false ? "changed" : undefined);

  /** @param {Watch} watch */
  const check = (watch) => {
    const { sight } = watch;
    if (watch.over) return;
    sight.opened().forEach((open) => onOpened(watch, open));
    const why = reason(watch);
    // Covered by what is new and known: it is raised, and only what the browser says of its pixels is counted.
    if (why === "covered" && !sight.transition()) {
      watch.hidden = performance.now();
      raise(watch);
    } else if (why) trouble(watch, why);
    else back(watch);
    return why;
  };

  /** Observed anew the browser reports again, also where nothing changed. @param {Watch} watch */
  const observe = (watch) => {
    watch.visible = undefined;
    watch.seen.takeRecords();
    watch.seen.disconnect();
    watch.seen.observe(watch.options.view().host);
  };

  /** What the browser says of its pixels. @param {Watch} watch @param {IntersectionObserverEntry[]} entries */
  const onEntries = (watch, entries) => {
    const { options, sight } = watch;
    const last = entries.at(-1);
    if (watch.over || !last || last.target !== options.view().host) return;
    // Nobody sees a page in the background, and the browser is asked anew when it comes back.
    if (!sight.isShown()) return;
    watch.visible = Boolean(sight.tracks ? last.isVisible : last.isIntersecting);
    if (watch.visible) {
      const why = check(watch);
      if (!why) watch.settle(true);
      else if (why === "covered" && !sight.transition()) observe(watch);
    } else if (options.view().host.isConnected) trouble(watch, last.isIntersecting ? "covered" : "changed");
  };

  /** Looks at each frame for so many ms. @param {Watch} watch @param {number} ms */
  const follow = (watch, ms) => {
    watch.until = performance.now() + ms;
    watch.frame ||= requestAnimationFrame(() => onFrame(watch));
  };

  /** @param {Watch} watch */
  const onFrame = (watch) => {
    watch.frame = 0;
    if (watch.raisedLate) {
      watch.raisedLate = false;
      raise(watch);
      if (watch.raisedLate) return fail(watch, "refused");
    }
    onEntries(watch, watch.seen.takeRecords());
    watch.askShadows(IN_A_FRAME);
    check(watch);
    // Asked anew, because it says no more than one thing in 100 ms.
    if (watch.sight.tracks && !watch.over) observe(watch);
    watch.painted.port2.postMessage(undefined);
    if (!watch.over && (watch.reporting !== undefined || performance.now() < watch.until))
      watch.frame = requestAnimationFrame(() => onFrame(watch));
  };

  // ---- What opens over it

  /** @param {Watch} watch @param {ToggleEvent} event */
  const onOpening = (watch, event) => {
    if (shared.isOurs(event.target)) return event.stopImmediatePropagation();
    if (!event.isTrusted || event.newState !== "open") return;
    const { target } = event;
    // Before anything is drawn.
    queueMicrotask(() => {
      raise(watch);
      if (!watch.over && watch.pressing && target instanceof Element && watch.sight.covers(target))
        watch.hidden = performance.now();
    });
  };

  /** Something has opened of which no event came. @param {Watch} watch @param {Element} open */
  const onOpened = (watch, open) => {
    if (watch.sight.covers(open)) watch.hidden = performance.now();
    raise(watch);
  };

  /**
   * Last in the top layer, where nothing covers it. While the browser itself opens another popover, for a button's `popovertarget`,
   * it shows none beside it (Chromium 156): then it is raised before the next frame is drawn.
   * @param {Watch} watch
   */
  const raise = (watch) => {
    const { options, sight } = watch;
    const often = watch.raises();
    if (watch.over || !options.view().host.isConnected) return;
    if (often) return fail(watch, "covered");
    const { host, root } = options.view();
    const focused = root.activeElement;
    try {
      if (host.matches(":popover-open")) host.hidePopover();
      host.showPopover();
    } catch {
      watch.raisedLate = true;
      watch.frame ||= requestAnimationFrame(() => onFrame(watch));
      return;
    }
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    sight.noteOnTop();
  };

  // ---- Mending

  /** @param {Watch} watch @param {import("../protocol").UnseenReason} why */
  const trouble = (watch, why) => {
    if (watch.over) return;
    watch.hidden = performance.now();
    if (why === "removed") return comeBack(watch);
    if (isLeftAlone()) return;
    if (watch.sight.transition()) return reportLater(watch, why);
    if (why === "changed") {
      watch.options.stand();
      if (reason(watch)) reportLater(watch, why);
    } else putBack(watch, why);
  };

  /** Nobody is there any more to be shown for. */
  const isLeftAlone = () => {
    if (!shared.live || shared.live.alive()) return false;
    shared.live.end();
    return true;
  };

  /**
   * It was removed, alone or with the page's body: no frame is drawn without it if it is back before the task is over.
   * @param {Watch} watch
   */
  const comeBack = (watch) => {
    if (!watch.over && !isLeftAlone()) putBack(watch, "removed");
  };

  /** @param {Watch} watch @param {import("../protocol").UnseenReason} why */
  const putBack = (watch, why) => {
    if (isTooOften(watch, why)) return fail(watch, why);
    if (why === "covered") raise(watch);
    else watch.options.put();
    if (!watch.over) observe(watch);
  };

  /** @param {Watch} watch @param {import("../protocol").UnseenReason} why */
  const isTooOften = (watch, why) => {
    if (why === "removed") return watch.removals();
    const now = performance.now();
    if (now - watch.returned > LONG_SEEN) watch.returns = 0;
    watch.returned = now;
    return ++watch.returns > MOST_RETURNS;
  };

  /** The page has reasons of its own: reported once it lasts, and once it is over. @param {Watch} watch @param {import("../protocol").UnseenReason} why */
  const reportLater = (watch, why) => {
    const { sight } = watch;
    watch.unseen = true;
    const running = sight.transition();
    if (running && running !== watch.awaited) {
      watch.awaited = running;
      const passed = () => {
        if (!watch.over) observe(watch);
        back(watch);
      };
      running.finished?.then(passed, passed);
    }
    if (watch.reporting !== undefined || watch.away) return;
    watch.reporting = setTimeout(
      () => {
        watch.reporting = undefined;
        if (watch.over || !sight.isShown() || !reason(watch)) return;
        watch.away = true;
        watch.options.onState(false, why);
      },
      running ? IN_TRANSITION : OUT_OF_SIGHT,
    );
    watch.frame ||= requestAnimationFrame(() => onFrame(watch));
  };

  /** @param {Watch} watch */
  const back = (watch) => {
    if (watch.over || reason(watch)) return;
    // When it came back between nobody knows: a page may show it in the press itself.
    if (watch.unseen) watch.hidden = performance.now();
    watch.unseen = false;
    clearTimeout(watch.reporting);
    watch.reporting = undefined;
    if (!watch.sight.tracks) watch.settle(true);
    if (!watch.away) return;
    watch.away = false;
    watch.options.onState(true);
  };

  // ---- Whether the person saw it

  /** @param {Watch} watch @param {number} within in ms */
  const wasSeen = (watch, within) => {
    onEntries(watch, watch.seen.takeRecords());
    watch.askShadows(AT_PRESS);
    follow(watch, IN_FRAME);
    return !check(watch) && !watch.over && !watch.away && watch.hidden < performance.now() - within;
  };

  /** @param {Watch} watch @param {string} kind @param {OvertEvent} event */
  const witness = (watch, kind, event) => {
    if (watch.over) return false;
    const now = performance.now();
    const pointed = (kind === "click" || kind === "auxclick") && /** @type {UIEvent} */ (event).detail > 0;
    // The page has kept the press to itself, and nobody looked while it lasted. (A label clicks its field at once.)
    const missed = pointed && !watch.pressing && now - watch.clicked > AT_ONCE;
    if (pointed && watch.pressing) watch.clicked = now;
    onEntries(watch, watch.seen.takeRecords());
    // The keys of a text that is typed follow one another.
    if (ENDS.includes(kind) || (BEGINS.includes(kind) && (kind !== "keydown" || now > watch.until)))
      watch.askShadows(AT_PRESS);
    if (BEGINS.includes(kind)) {
      watch.began = now;
      watch.pressing ||= kind === "pointerdown";
      follow(watch, kind === "pointerdown" ? LONGEST_PRESS : AFTER);
    } else if (ENDS.includes(kind)) follow(watch, AFTER);
    const why = check(watch);
    if (kind === "click" || kind === "auxclick") watch.pressing = false;
    return !why && !watch.away && !missed && watch.hidden + BEFORE_PRESS < watch.began;
  };
}
