// What the indicator looks like: a host of its own in the page, and behind a closed shadow root the bar with its controls.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));
  const ours = (shared.ours ??= new WeakSet());
  shared.isOurs = (element) => typeof element === "object" && element !== null && ours.has(element);

  /**
   * Of important declarations those of the inner tree win (https://drafts.csswg.org/css-cascade-6/#cascade-context), also over
   * `!important` in the page's sheets and in the host's own `style`: no style of the page changes the host.
   */
  const STYLE = `
    :host { all: initial !important; color-scheme: light dark !important; direction: ltr !important; position: fixed !important; inset: auto 16px 16px auto !important;
      display: block !important; visibility: visible !important; box-sizing: border-box !important; width: max-content !important; height: max-content !important;
      max-width: calc(100vw - 8px) !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important;
      pointer-events: auto !important; z-index: 2147483647 !important; }
    :host::before, :host::after, :host::backdrop { display: none !important; content: none !important; }
    * { box-sizing: border-box; }
    .bar { display: flex; align-items: center; flex-wrap: wrap; gap: 6px; padding: 4px; border-radius: 20px;
      font: 500 13px/20px system-ui, sans-serif; color: light-dark(#17202e, #e9edf3);
      background: light-dark(#ffffff, #1a2028); border: 2px solid light-dark(#b91c35, #ff8a98); }
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
    .mark { flex: none; width: 14px; height: 14px; border-radius: 50%; border: 2px solid light-dark(#b91c35, #ff8a98); display: grid; place-items: center; }
    .mark::after { content: ""; width: 6px; height: 6px; border-radius: 50%; background: light-dark(#b91c35, #ff8a98); }
    .paused .mark { border-color: currentColor; border-radius: 3px; }
    .paused .mark::after { width: 6px; height: 6px; border-radius: 0; background: none; border-inline: 2px solid currentColor; }
    .outside, .outside .mark { border: 2px dotted light-dark(#4f5b6d, #a9b4c3); }
    .outside .mark { border-style: solid; }
    .outside .mark::after { background: light-dark(#4f5b6d, #a9b4c3); width: 2px; height: 10px; border-radius: 0; transform: rotate(45deg); }
    .count, .level { color: light-dark(#4f5b6d, #a9b4c3); font-variant-numeric: tabular-nums; }
    .level { max-width: 32ch; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    [hidden],
    .outside .level, .small .level, .small .pause, .small .stop { display: none; }
    svg { display: block; width: 14px; height: 14px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
    .status, .small .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    @media (max-width: 40rem) { .level { display: none; } }
    @media (forced-colors: active) { .mark { border-color: CanvasText; } .mark::after { background: CanvasText; } }`;

  /** Of six dots, and of two arrows: what the buttons without a word are drawn of. */
  const GRIP = "M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01";
  const SMALLER = "M3.5 8h9";
  const LARGER = "M3.5 8h9M8 3.5v9";

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

  /** A name that no sheet of the page selects, and that no other element has. */
  const newTag = () =>
    `x-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (b) => (b % 36).toString(36)).join("")}`;

  shared.drawIndicator = (words) => {
    const host = document.createElement(newTag());
    ours.add(host);
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const { style } = /** @type {CSSStyleRule} */ (sheet.cssRules[0]);

    const bar = make("div", "bar");
    const mark = make("span", "mark");
    const label = make("span", "label");
    const count = make("span", "count");
    const level = make("span", "level", words.maskingLevel);
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
    open.append(mark, label, count, level);
    bar.append(move, open, pause, stop, size, status);
    root.append(bar);

    const forms = new Intl.PluralRules(words.language);
    /** @type {string | undefined} */
    let said;
    return {
      host,
      parent: undefined,
      root,
      bar,
      buttons: { move, open, pause, stop, size },
      stand({ right, bottom, zoom }) {
        style.setProperty("inset", `auto ${right}px ${bottom}px auto`, "important");
        style.setProperty("zoom", String(zoom), "important");
      },
      setSmall(small) {
        bar.classList.toggle("small", small);
        draw(size, small ? LARGER : SMALLER);
        size.title = small ? words.larger : words.smaller;
        size.setAttribute("aria-label", size.title);
      },
      update({ paused, outside, full, steps }) {
        const state = outside ? "outside" : full ? "full" : paused ? "paused" : "recording";
        bar.classList.toggle("outside", outside);
        bar.classList.toggle("paused", state === "paused" || state === "full");
        label.textContent = words[state];
        pause.hidden = outside || full;
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
    };
  };
}
