// The sign on the page that it is being recorded: seen in the top layer, or the page is not recorded.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));
  const ours = (shared.ours ??= new WeakSet());
  shared.isOurs = (element) => typeof element === "object" && element !== null && ours.has(element);

  /** How often a sign that was removed or covered is put back before the page pauses. */
  const MOST_RETURNS = 3;
  /** After how long in ms without trouble these start anew: an application may well open a fourth dialog in an hour. */
  const LONG_SEEN = 10_000;
  /** How long in ms the browser may take to say that the sign is seen; the least that it allows is 100. */
  const VISIBILITY_DELAY = 100;

  const STYLE = `
    :host { color-scheme: light dark; }
    * { box-sizing: border-box; }
    .bar { display: flex; align-items: center; gap: 8px; padding: 6px 8px 6px 12px; border-radius: 999px;
      font: 500 13px/20px system-ui, sans-serif; color: light-dark(#1b1b1f, #f4f4f6);
      background: light-dark(#ffffff, #232329); border: 1px solid light-dark(#c9c9d2, #4a4a55); }
    .mark { width: 14px; height: 14px; border-radius: 50%; border: 2px solid light-dark(#c01b1b, #ff7a70); display: grid; place-items: center; }
    .mark::after { content: ""; width: 6px; height: 6px; border-radius: 50%; background: light-dark(#c01b1b, #ff7a70); }
    .paused .mark { border-color: currentColor; border-radius: 3px; }
    .paused .mark::after { width: 6px; height: 6px; border-radius: 0; background: none; border-inline: 2px solid currentColor; }
    .count { color: light-dark(#55555f, #b9b9c4); font-variant-numeric: tabular-nums; }
    button { font: inherit; color: inherit; cursor: pointer; min-height: 26px; padding: 2px 10px; border-radius: 999px;
      border: 1px solid light-dark(#c9c9d2, #4a4a55); background: light-dark(#f3f3f6, #32323a); }
    button:hover { background: light-dark(#e6e6ec, #3d3d47); }
    button:focus-visible { outline: 2px solid light-dark(#0b57d0, #8ab4f8); outline-offset: 2px; }
    .status { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media (prefers-reduced-motion: no-preference) { .mark::after { transition: opacity .2s; } }
    @media (forced-colors: active) { .mark { border-color: CanvasText; } .mark::after { background: CanvasText; } }`;

  /** Inline and important, so that no style of the page hides the host. */
  const HOST = {
    all: "initial",
    position: "fixed",
    inset: "auto 16px 16px auto",
    margin: "0",
    padding: "0",
    border: "0",
    width: "max-content",
    height: "max-content",
    display: "block",
    visibility: "visible",
    opacity: "1",
    filter: "none",
    transform: "none",
    "clip-path": "none",
    "pointer-events": "auto",
    background: "transparent",
    overflow: "visible",
    "z-index": "2147483647",
    "box-shadow": "none",
  };

  shared.createIndicator = ({ words, onPause, onStop, onState }) => {
    const host = document.createElement("div");
    ours.add(host);
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];

    /** @param {string} tag @param {string} [name] @param {string} [text] */
    const make = (tag, name = "", text = "") => {
      const element = document.createElement(tag);
      element.className = name;
      element.textContent = text;
      return element;
    };
    const bar = make("div", "bar");
    const mark = make("span", "mark");
    const label = make("span", "label");
    const count = make("span", "count");
    const pause = make("button");
    const stop = make("button", "", words.stop);
    const status = make("span", "status");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", words.region);
    bar.lang = words.language;
    bar.title = words.floor;
    mark.setAttribute("aria-hidden", "true");
    status.setAttribute("role", "status");
    stop.setAttribute("aria-label", words.stopLong);
    bar.append(mark, label, count, pause, stop, status);
    root.append(bar);

    const off = new AbortController();
    const { signal } = off;
    /** @param {HTMLElement} button @param {() => void} act */
    const onPress = (button, act) => button.addEventListener("click", (event) => event.isTrusted && act(), { signal });
    onPress(pause, onPause);
    onPress(stop, onStop);

    let returns = 0;
    let returned = 0;
    let gone = false;
    /** @type {(shown: boolean) => void} */
    let settle = () => {};
    const shown = new Promise((/** @type {(shown: boolean) => void} */ resolve) => (settle = resolve));

    const put = () => {
      host.setAttribute("popover", "manual");
      for (const [name, value] of Object.entries(HOST)) host.style.setProperty(name, value, "important");
      if (!host.isConnected) document.documentElement.append(host);
      if (host.matches(":popover-open")) host.hidePopover();
      host.showPopover();
      watcher.takeRecords();
    };

    /** @param {import("../protocol").UnseenReason} reason */
    const fail = (reason) => {
      if (gone) return;
      gone = true;
      off.abort();
      settle(false);
      onState(false, reason);
    };

    /** @param {import("../protocol").UnseenReason} reason */
    const putBack = (reason) => {
      if (gone) return;
      if (performance.now() - returned > LONG_SEEN) returns = 0;
      returned = performance.now();
      if (returns >= MOST_RETURNS) return fail(reason);
      returns++;
      try {
        put();
        // Observed anew it reports even where nothing changed: a sign that stays covered is told again.
        seen.unobserve(host);
        seen.observe(host);
      } catch {
        fail("refused");
      }
    };

    // The host's own attributes and its parent's children only: nothing is watched page-wide.
    const watcher = new MutationObserver(() => {
      if (!host.isConnected) putBack("removed");
      else if (altered()) putBack("changed");
    });
    const altered = () =>
      host.getAttribute("popover") !== "manual" ||
      !host.matches(":popover-open") ||
      Object.entries({ opacity: "1", visibility: "visible", display: "block", transform: "none", filter: "none" }).some(
        ([name, value]) =>
          host.style.getPropertyValue(name) !== value || host.style.getPropertyPriority(name) !== "important",
      );
    host.addEventListener(
      "toggle",
      () => {
        if (!gone && host.isConnected && !host.matches(":popover-open")) putBack("closed");
      },
      { signal },
    );

    /** `trackVisibility` is Chromium's (IntersectionObserver v2); elsewhere cover and fade cannot be seen. */
    const tracks = "isVisible" in IntersectionObserverEntry.prototype;
    const seen = new IntersectionObserver(
      (entries) => {
        const last = /** @type {any} */ (entries.at(-1));
        if (gone || !last) return;
        if (tracks ? last.isVisible : last.isIntersecting) settle(true);
        else if (document.visibilityState === "visible" && host.isConnected) putBack("covered");
      },
      /** @type {any} */ ({ threshold: [0, 1], trackVisibility: tracks, delay: VISIBILITY_DELAY }),
    );
    if (!tracks) {
      // There the sign is asked at each press whether it lies on top. Beside a modal dialog it cannot be asked, because
      // the browser hits nothing outside the dialog: a dialog that is new to us is taken for one that covers.
      const known = new WeakSet();
      const look = () => {
        if (gone || !host.isConnected) return;
        const { left, right, top, bottom } = host.getBoundingClientRect();
        if (document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === host) return;
        const modal = document.querySelector(":modal");
        if (modal && known.has(modal)) return;
        if (modal) known.add(modal);
        putBack("covered");
      };
      for (const kind of ["pointerdown", "keydown"])
        addEventListener(kind, look, { capture: true, passive: true, signal });
    }
    signal.addEventListener("abort", () => {
      watcher.disconnect();
      seen.disconnect();
    });

    const show = () => {
      try {
        put();
        watcher.observe(document.documentElement, { childList: true });
        watcher.observe(host, { attributes: true });
        seen.observe(host);
      } catch {
        fail("refused");
      }
    };
    // At document_start there may be no root element yet.
    if (document.documentElement) show();
    else {
      const waiting = new MutationObserver(() => {
        if (!document.documentElement) return;
        waiting.disconnect();
        if (!gone) show();
      });
      waiting.observe(document, { childList: true });
    }

    const forms = new Intl.PluralRules(words.language);
    /** @type {boolean | undefined} */
    let said;
    return {
      shown,
      update({ paused, steps }) {
        bar.classList.toggle("paused", paused);
        label.textContent = paused ? words.paused : words.recording;
        count.textContent = (words.steps[forms.select(steps)] ?? words.steps.other ?? "$1").replace(
          "$1",
          String(steps),
        );
        pause.textContent = paused ? words.resume : words.pause;
        pause.setAttribute("aria-label", paused ? words.resumeLong : words.pauseLong);
        // Only a change of state is announced: a count at each click would talk over the page.
        if (said !== paused) status.textContent = paused ? words.announcePaused : words.announceRecording;
        said = paused;
      },
      remove() {
        gone = true;
        settle(false);
        off.abort();
        host.remove();
      },
    };
  };
}
