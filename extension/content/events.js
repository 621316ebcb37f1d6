// Hears the page's events for the recorder: first in line, trusted ones only, and reads their fields.
"use strict";
(() => {
  /** @type {any} */
  const root = globalThis;
  // Injected twice into a document that is already attended to: what is there stays.
  if (root.overt.live?.alive()) return;

  const composedPath = Event.prototype.composedPath;
  /** How long in ms a scroll may pause before it counts as over. */
  const SCROLL_REST = 200;

  /** What the recorder listens for. */
  const KINDS = [
    "pointerdown",
    "click",
    "auxclick",
    "input",
    "change",
    "keydown",
    "submit",
    "scroll",
    "urlchange",
    "wheel",
  ];

  /** An event, or a scroll that came to rest. @typedef {{type: string, target: EventTarget | null}} Heard */

  /** The innermost target, through shadow roots. @param {any} event */
  const innermost = (event) => (event instanceof Event ? composedPath.call(event)[0] : event.target);

  let off = new AbortController();
  /** @type {Map<string, (event: any) => void>} */
  const listeners = new Map();

  /** Hands an event to the recorder. @param {string} kind @param {any} event */
  const hear = (kind, event) => {
    const listener = listeners.get(kind);
    if (!listener || root.overt.isOurs?.(innermost(event))) return;
    // The page's own exceptions are its own; ours must not become the page's.
    try {
      const node = innermost(event);
      // Noted before "show password" changes its type.
      if (node instanceof HTMLInputElement) root.overt.page.wasPassword(node);
      listener(event);
    } catch (error) {
      console.error("Overt: an event was not recorded.", error instanceof Error ? error.name : "");
    }
  };

  /**
   * What scrolls now. It is told once, when it rests or when anything else happens: `scrollend` alone will not do, since
   * Firefox sends none for a scroll without an animation (seen in 153).
   * @type {Heard | undefined}
   */
  let scrolling;
  let timer = 0;
  const rest = () => {
    clearTimeout(timer);
    const scrolled = scrolling;
    scrolling = undefined;
    if (scrolled) hear("scroll", scrolled);
  };
  /** @param {Event} event */
  const scrolls = (event) => {
    const target = innermost(event);
    if (scrolling?.target !== target) rest();
    scrolling = { type: "scroll", target };
    clearTimeout(timer);
    timer = setTimeout(rest, SCROLL_REST);
  };

  /** @param {string} kind */
  const attend = (kind) => {
    /** @param {Event} event */
    const heard = (event) => {
      if (!event.isTrusted || !listeners.size) return;
      if (kind === "scroll") return scrolls(event);
      rest();
      hear(kind, event);
    };
    /** @type {AddEventListenerOptions} */
    const options = { capture: true, passive: true, signal: off.signal };
    if (kind === "urlchange") {
      root.navigation?.addEventListener("currententrychange", heard, options);
      addEventListener("popstate", heard, options);
      addEventListener("hashchange", heard, options);
    } else {
      addEventListener(kind, heard, options);
    }
  };

  Object.assign(root.overt.page, {
    /** @param {any} event */
    target(event) {
      const node = innermost(event);
      return node instanceof Element ? node : undefined;
    },
    /** @param {any} event */
    numbers(event) {
      const bits =
        (event.altKey ? 1 : 0) |
        (event.ctrlKey ? 2 : 0) |
        (event.metaKey ? 4 : 0) |
        (event.shiftKey ? 8 : 0) |
        (event.isComposing || event.repeat || event.getModifierState?.("AltGraph") ? 16 : 0);
      return Int32Array.of(event.clientX ?? 0, event.clientY ?? 0, event.button ?? 0, event.detail ?? 0, bits);
    },
    /** @param {KeyboardEvent} event */
    key: (event) => event.key ?? "",
    /** @param {any} target */
    scrolled: (target) =>
      target
        ? Int32Array.of(Math.round(target.scrollLeft), Math.round(target.scrollTop))
        : Int32Array.of(Math.round(scrollX), Math.round(scrollY)),
    url: () => location.href,
    now: () => performance.timeOrigin + performance.now(),
    active: () => navigator.userActivation?.isActive === true,
    arrival() {
      /** @type {any} */
      const entry = performance.getEntriesByType("navigation")[0];
      return { reload: "reload", back_forward: "backForward" }[/** @type {string} */ (entry?.type)] ?? "load";
    },
    /** @param {string} kind one of KINDS @param {(event: any) => void} listener */
    listen(kind, listener) {
      listeners.set(kind, listener);
      return () => {
        if (listeners.get(kind) === listener) listeners.delete(kind);
      };
    },
    /** Stands first in line for every event, before the page's own scripts run; nothing is looked at until `listen`. */
    attendAll() {
      KINDS.forEach(attend);
      // What still scrolls when the page goes is told now or never.
      addEventListener("pagehide", rest, { capture: true, signal: off.signal });
    },
    /** Removes every listener. */
    leave() {
      off.abort();
      off = new AbortController();
      clearTimeout(timer);
      scrolling = undefined;
      listeners.clear();
    },
  });
})();
