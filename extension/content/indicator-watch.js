// Whether the indicator can be seen: asked at every press and on each frame of one, told by the browser between, never polled.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));

  /** How often an indicator that was removed, closed or covered is put back before the page is not recorded any more. */
  const MOST_RETURNS = 3;
  /** After how many ms without trouble these start anew. */
  const LONG_SEEN = 10_000;
  /** How often in a second the indicator is raised above what opens; a page that wants to be last goes on for ever. */
  const MOST_RAISES = 20;
  /** How many ms the browser may take to say that it is seen; the least that it allows is 100. */
  const VISIBILITY_DELAY = 100;
  /** How many ms it may be out of sight, for the page's own reasons, until the badge says so; and during a view transition. */
  const OUT_OF_SIGHT = 500;
  const IN_TRANSITION = 2_000;
  /** How many ms before a press the indicator must have been there: what was drawn last is what the person saw. */
  const BEFORE_PRESS = 100;
  /** How many ms after its last event a press, or a key, is looked after on each frame; and the longest press. */
  const AFTER = 300;
  const LONGEST_PRESS = 5_000;
  /** The least box in CSS pixels that can be read. */
  const LEAST = { width: 40, height: 20 };
  /** How far inside the box's corners it is asked what lies on top. */
  const INSET = 8;

  /** What a press begins with, and what ends it. */
  const BEGINS = ["hover", "pointerdown", "keydown", "wheel"];
  const ENDS = ["click", "auxclick", "pointerup", "dragend", "drop"];

  /** `trackVisibility` is Chromium's (IntersectionObserver v2). */
  const tracks = "isVisible" in IntersectionObserverEntry.prototype;

  /** The page is a picture of itself while a view transition runs, and the page paints over that. */
  const transition = () => {
    /** @type {any[]} */
    const scopes = [document, document.documentElement, document.body];
    return scopes.find((scope) => scope?.activeViewTransition)?.activeViewTransition;
  };

  /** The most and the least of a filter function with which the indicator is still read. @type {Record<string, (by: number) => boolean>} */
  const READABLE = {
    invert: (by) => by <= 0.25 || by >= 0.75,
    brightness: (by) => by >= 0.4 && by <= 2,
    contrast: (by) => by >= 0.5,
    opacity: (by) => by >= 0.5,
    blur: (by) => by <= 1,
    grayscale: () => true,
    sepia: () => true,
    saturate: () => true,
    "hue-rotate": () => true,
  };
  /** In Firefox a filter of the root element is one of the top layer too; pages have one for a dark theme. */
  const isFiltered = () => {
    const { filter } = getComputedStyle(document.documentElement);
    if (tracks || filter === "none") return false;
    const parts = [...filter.matchAll(/([\w-]+)\(([-\d.]*)/g)];
    return !parts.every(([, name, by]) => READABLE[name ?? ""]?.(Number(by)));
  };

  /** What an element that was hit belongs to. @param {Element | null} hit */
  const layerOf = (hit) => hit?.closest(":modal, :popover-open, :fullscreen") ?? hit;

  shared.watchIndicator = ({ view, put, stand, onState }) => {
    let over = false;
    let returns = 0;
    let returned = -Infinity;
    /** When the indicator could not be seen last, and when the press that is under way began. */
    let hidden = -Infinity;
    let began = 0;
    let pressing = false;
    /** Told to the page's recording as unseen, for a reason that may pass. */
    let away = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let leaving;
    /** @type {(shown: boolean) => void} */
    let settle = () => {};
    const shown = new Promise((/** @type {(shown: boolean) => void} */ resolve) => (settle = resolve));
    /** When it was raised in the last second. @type {number[]} */
    let raises = [];
    /** What was hit in its place when nothing could lie above it: it is inert beside a modal dialog. @type {Set<Element | null> | undefined} */
    let inert;

    const hits = () => {
      const { left, right, top, bottom } = view().bar.getBoundingClientRect();
      return [
        [(left + right) / 2, (top + bottom) / 2],
        ...[left + INSET, right - INSET].flatMap((x) => [top + INSET, bottom - INSET].map((y) => [x, y])),
      ]
        .filter(([x = 0, y = 0]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
        .map(([x = 0, y = 0]) => document.elementFromPoint(x, y));
    };

    /** @returns {import("../protocol").UnseenReason | undefined} why it cannot be seen now */
    const reason = () => {
      const { host, bar } = view();
      if (!host.isConnected) return "removed";
      if (host.getAttribute("popover") !== "manual" || !host.matches(":popover-open")) return "closed";
      if (transition()) return "covered";
      const { left, right, top, bottom, width, height } = bar.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      const inWindow = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
      if (!host.checkVisibility() || width < LEAST.width || height < LEAST.height || !inWindow || isFiltered())
        return "changed";
      const found = hits();
      if (found.every((hit) => hit === host)) inert = undefined;
      else if (!inert || !found.every((hit) => hit === host || inert?.has(layerOf(hit)))) return "covered";
      return undefined;
    };

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
      const now = performance.now();
      raises = [...raises.filter((at) => now - at < 1000), now];
      if (over || !view().host.isConnected) return;
      if (raises.length > MOST_RAISES) return fail("covered");
      const { host, root } = view();
      const focused = root.activeElement;
      try {
        if (host.matches(":popover-open")) host.hidePopover();
        host.showPopover();
      } catch {
        return fail("refused");
      }
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      const found = hits();
      inert = found.every((hit) => hit === host) ? undefined : new Set(found.map(layerOf));
    };

    /** Observed anew the browser tells again, also where nothing changed. */
    const observe = () => {
      seen.disconnect();
      seen.observe(view().host);
    };

    /** @param {import("../protocol").UnseenReason} why @param {number} weight how much of a return it is */
    const putBack = (why, weight = 1) => {
      const now = performance.now();
      if (now - returned > LONG_SEEN) returns = 0;
      returned = now;
      returns += weight;
      if (returns > MOST_RETURNS) return fail(why);
      if (why === "covered") raise();
      else put();
      if (!over) observe();
    };

    /** The page has reasons of its own: told once it lasts, and once it is over. @param {import("../protocol").UnseenReason} why */
    const leave = (why) => {
      const running = transition();
      running?.finished?.then(back, back);
      if (leaving !== undefined || away) return;
      leaving = setTimeout(
        () => {
          leaving = undefined;
          if (over || document.visibilityState !== "visible" || !reason()) return;
          away = true;
          onState(false, why);
        },
        running ? IN_TRANSITION : OUT_OF_SIGHT,
      );
    };
    const back = () => {
      if (over || reason()) return;
      clearTimeout(leaving);
      leaving = undefined;
      if (!tracks) settle(true);
      if (!away) return;
      away = false;
      onState(true);
    };

    /** @param {import("../protocol").UnseenReason} why @param {number} [weight] */
    const trouble = (why, weight) => {
      if (over) return;
      // Nobody is there any more to be shown for.
      if (shared.live && !shared.live.alive()) return shared.live.end();
      hidden = performance.now();
      if (transition()) return leave(why);
      if (why === "changed") {
        stand();
        if (reason()) leave(why);
      } else putBack(why, weight);
    };

    const check = () => {
      if (over) return;
      const why = reason();
      // Covered by what is new and known: it is raised, and only what the browser says of its pixels is counted.
      if (why === "covered" && !transition()) {
        hidden = performance.now();
        raise();
      } else if (why) trouble(why);
      else back();
      return why;
    };

    /** Until when each frame is looked at. */
    let until = 0;
    let frame = 0;
    const each = () => {
      frame = 0;
      check();
      if (!over && performance.now() < until) frame = requestAnimationFrame(each);
    };
    /** @param {number} ms */
    const follow = (ms) => {
      until = performance.now() + ms;
      frame ||= requestAnimationFrame(each);
    };

    const seen = new IntersectionObserver(
      (entries) => {
        const last = /** @type {any} */ (entries.at(-1));
        if (over || !last || last.target !== view().host) return;
        if (tracks ? last.isVisible : last.isIntersecting) {
          const why = check();
          if (!why) settle(true);
          else if (why === "covered" && !transition()) observe();
        } else if (document.visibilityState === "visible" && view().host.isConnected)
          trouble(last.isIntersecting ? "covered" : "changed");
      },
      /** @type {any} */ ({ threshold: [0, 1], trackVisibility: tracks, delay: VISIBILITY_DELAY }),
    );

    /** @param {ToggleEvent} event */
    const opens = (event) => {
      if (shared.isOurs(event.target)) return event.stopImmediatePropagation();
      if (!event.isTrusted || event.newState !== "open") return;
      const { target } = event;
      // Before anything is drawn.
      queueMicrotask(() => {
        raise();
        if (!over && pressing && target instanceof Element && covers(target)) hidden = performance.now();
      });
    };
    /** @param {Element} element */
    const covers = (element) => {
      if (element.matches(":modal")) return true;
      const [a, b] = [element, view().bar].map((one) => one.getBoundingClientRect());
      return a && b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    };

    /** Hears of the host and of what may cover it. @param {AbortSignal} signal */
    const attend = (signal) => {
      const options = { capture: true, signal };
      addEventListener("beforetoggle", /** @type {any} */ (opens), options);
      addEventListener("toggle", (event) => shared.isOurs(event.target) && event.stopImmediatePropagation(), options);
      addEventListener("fullscreenchange", raise, options);
      observe();
    };

    const end = () => {
      over = true;
      seen.disconnect();
      clearTimeout(leaving);
      cancelAnimationFrame(frame);
      settle(false);
    };

    return {
      shown,
      attend,
      trouble,
      fail,
      end,
      isOver: () => over,
      isSeen: () => !over && !away && !reason(),
      witness(kind) {
        if (over) return false;
        const now = performance.now();
        if (BEGINS.includes(kind)) {
          began = now;
          pressing = kind === "pointerdown";
          follow(pressing ? LONGEST_PRESS : AFTER);
        } else if (ENDS.includes(kind)) follow(AFTER);
        const why = check();
        if (kind === "click" || kind === "auxclick") pressing = false;
        return !why && !away && hidden + BEFORE_PRESS < began;
      },
    };
  };
}
