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
    * { box-sizing: border-box; }
    .bar { --record: light-dark(#b91c35, #ff8a98); display: flex; align-items: center; gap: 6px; padding: 4px; border-radius: 999px;
      font: 500 13px/20px system-ui, sans-serif; color: light-dark(#17202e, #e9edf3);
      background: light-dark(#ffffff, #1a2028); border: 2px solid var(--record); }
    .paused { border: 2px dashed light-dark(#77839a, #7f8b9d); }
    button { display: flex; align-items: center; justify-content: center; gap: 6px; min-height: 28px; min-width: 28px; padding: 2px 10px;
      font: inherit; color: inherit; cursor: pointer; border-radius: 999px;
      border: 1px solid light-dark(#77839a, #7f8b9d); background: light-dark(#ffffff, #1a2028); }
    button:hover { background: light-dark(#eef1f5, #242c37); }
    button:focus-visible { outline: 2px solid light-dark(#1d4f9e, #8fb6ff); outline-offset: 1px; }
    .state, .move, .size { border-color: transparent; }
    .state { gap: 10px; padding-inline: 4px 8px; }
    .move { padding: 0; color: light-dark(#4f5b6d, #a9b4c3); cursor: grab; touch-action: none; }
    .move:active { cursor: grabbing; }
    .size { padding: 0; }
    .mark { flex: none; width: 14px; height: 14px; border-radius: 50%; border: 2px solid var(--record); display: grid; place-items: center; }
    .mark::after { content: ""; width: 6px; height: 6px; border-radius: 50%; background: var(--record); }
    .paused .mark { border-color: currentColor; border-radius: 3px; }
    .paused .mark::after { width: 6px; height: 6px; border-radius: 0; background: none; border-inline: 2px solid currentColor; }
    .outside { --record: light-dark(#4f5b6d, #a9b4c3); border-style: dotted; }
    .outside .mark::after { width: 2px; height: 10px; border-radius: 0; transform: rotate(45deg); }
    .count, .floor { color: light-dark(#4f5b6d, #a9b4c3); font-variant-numeric: tabular-nums; }
    .floor { max-width: 32ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    [hidden],
    .outside .floor, .small .floor, .small .pause, .small .stop { display: none; }
    svg { display: block; width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
    .status, .small .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media (max-width: 40rem) { .floor { display: none; } }
    @media (forced-colors: active) { .mark { border-color: CanvasText; } .mark::after { background: CanvasText; } }`;

  /** Of six dots, and of two arrows: what the buttons without a word are drawn of. */
  const GRIP = "M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01";
  const SMALLER = "M3.5 8h9";
  const LARGER = "M3.5 8h9M8 3.5v9";
  /** By how many CSS pixels an arrow key moves the sign. */
  const STRIDE = 32;

  /** Inline and important, so that no style of the page hides the host. */
  const HOST = {
    all: "initial",
    "color-scheme": "light dark",
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

  shared.createIndicator = ({ words, place, onPause, onStop, onOpen, onPlace, onState }) => {
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
    /** @param {HTMLElement} button @param {string} path */
    const draw = (button, path) => {
      const space = "http://www.w3.org/2000/svg";
      const svg = document.createElementNS(space, "svg");
      svg.setAttribute("viewBox", "0 0 16 16");
      svg.setAttribute("aria-hidden", "true");
      const line = document.createElementNS(space, "path");
      line.setAttribute("d", path);
      svg.append(line);
      button.replaceChildren(svg);
    };
    /** @param {string} name @param {string} spoken @param {string} [text] */
    const makeButton = (name, spoken, text) => {
      const button = make("button", name, text);
      button.setAttribute("type", "button");
      // A word that is shown is the name; what is said beside it only explains it.
      if (!text) button.setAttribute("aria-label", spoken);
      button.title = spoken;
      return button;
    };
    const bar = make("div", "bar");
    const mark = make("span", "mark");
    const label = make("span", "label");
    const count = make("span", "count");
    const floor = make("span", "floor", words.floor);
    const move = makeButton("move", words.move);
    const open = make("button", "state");
    open.setAttribute("type", "button");
    open.title = words.open;
    const pause = makeButton("pause", words.pauseLong, words.pause);
    const stop = makeButton("stop", words.stopLong, words.stop);
    const size = makeButton("size", words.smaller);
    const status = make("span", "status");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", words.region);
    bar.lang = words.language;
    mark.setAttribute("aria-hidden", "true");
    status.setAttribute("role", "status");
    draw(move, GRIP);
    open.append(mark, label, count, floor);
    bar.append(move, open, pause, stop, size, status);
    root.append(bar);

    const off = new AbortController();
    const { signal } = off;
    /** @param {HTMLElement} button @param {() => void} act */
    const onPress = (button, act) => button.addEventListener("click", (event) => event.isTrusted && act(), { signal });
    onPress(pause, onPause);
    onPress(stop, onStop);
    onPress(open, onOpen);

    let { right, bottom, small } = place;
    /** Within the window, whatever its size is now. */
    const stand = () => {
      const { width, height } = host.getBoundingClientRect();
      const within = (/** @type {number} */ at, /** @type {number} */ most) =>
        Math.round(Math.max(0, Math.min(at, most)));
      right = within(right, innerWidth - width);
      bottom = within(bottom, innerHeight - height);
      host.style.setProperty("inset", `auto ${right}px ${bottom}px auto`, "important");
      watcher.takeRecords();
    };
    const kept = () => onPlace({ right, bottom, small });
    const setSize = () => {
      bar.classList.toggle("small", small);
      draw(size, small ? LARGER : SMALLER);
      size.title = small ? words.larger : words.smaller;
      size.setAttribute("aria-label", size.title);
    };
    onPress(size, () => {
      small = !small;
      setSize();
      stand();
      kept();
    });
    setSize();
    move.addEventListener(
      "keydown",
      (event) => {
        const [x, y] = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key] ?? [
          0, 0,
        ];
        if (!event.isTrusted || (!x && !y)) return;
        event.preventDefault();
        right += x * STRIDE;
        bottom += y * STRIDE;
        stand();
        kept();
      },
      { signal },
    );
    move.addEventListener(
      "pointerdown",
      (down) => {
        if (!down.isTrusted) return;
        move.setPointerCapture(down.pointerId);
        const from = { right: right + down.clientX, bottom: bottom + down.clientY };
        const drop = new AbortController();
        move.addEventListener(
          "pointermove",
          (event) => {
            right = from.right - event.clientX;
            bottom = from.bottom - event.clientY;
            stand();
          },
          { signal: drop.signal },
        );
        move.addEventListener("lostpointercapture", () => (drop.abort(), kept()), { signal: drop.signal });
      },
      { signal },
    );
    addEventListener("resize", () => stand(), { signal, passive: true });

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
      stand();
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
    /** @type {string | undefined} */
    let said;
    return {
      shown,
      update({ paused, outside, steps }) {
        const state = outside ? "outside" : paused ? "paused" : "recording";
        for (const other of ["outside", "paused"]) bar.classList.toggle(other, other === state);
        label.textContent = words[state];
        pause.hidden = outside;
        count.textContent = (words.steps[forms.select(steps)] ?? words.steps.other ?? "$1").replace(
          "$1",
          String(steps),
        );
        pause.textContent = paused ? words.resume : words.pause;
        pause.title = paused ? words.resumeLong : words.pauseLong;
        // Only a change of state is announced: a count at each click would talk over the page.
        if (said !== state) status.textContent = words.announce[state];
        said = state;
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
