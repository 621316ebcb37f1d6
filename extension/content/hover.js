// Remembers what the pointer came over, and what was hidden then: the recorder finds in it what revealed a menu that is pressed next.
"use strict";
(() => {
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  /** How many elements that the pointer came over are remembered. */
  const MOST_OVER = 12;
  /** How many neighbours of each are asked whether they are hidden: 2 us each. */
  const MOST_ASKED = 24;
  /** How many rules of the page are looked at. */
  const MOST_RULES = 1_000;
  /** With how many ms of an idle time left one stops to look at them. */
  const LEAST_TIME = 2;
  /** How many of a pressed element and its ancestors may be the box that was revealed. */
  const MOST_UP = 8;
  /** Properties by which a style sheet shows what was hidden, and the values that do; `undefined` is any. */
  const SHOWS = /** @type {const} */ ({
    display: undefined,
    visibility: "visible",
    opacity: "1",
    "max-height": undefined,
    height: undefined,
    "pointer-events": "auto",
  });

  /**
   * An element that the pointer came over, with what was not to be seen before the page's own listeners ran.
   * @typedef {{element: Element, hidden: Element[], last: Element | null}} Over
   */

  /** The newest last. @type {Over[]} */
  let came = [];
  /** Selectors of the page's rules that show something on hovering something else. @type {string[]} */
  let rules = [];
  /** All of them as one, which the browser asks at once. */
  let anyRule = "";
  let sheets = -1;
  /** What was the last of the page at the last press or key: what stands behind it was opened by that. @type {Element | null} */
  let lastBefore = null;
  /** Those that are looked at in idle time. @type {Generator<Said, void, void> | undefined} */
  let reading;

  /** @param {Element} element */
  const isHidden = (element) => !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

  /** Whether an element came to the end of the page after another was the last of it. @param {Element | null} last @param {Element} element */
  const isBehind = (last, element) =>
    // Following and in the same tree, and not inside.
    Boolean(last?.isConnected && (last.compareDocumentPosition(element) & 0b10101) === 4);

  /** Hidden elements beside and below an element. @param {Element} element */
  const hiddenNear = (element) => {
    /** @type {Element[]} */
    const hidden = [];
    let asked = 0;
    const ask = (/** @type {Element} */ near) => {
      if (!near.contains(element) && asked++ < MOST_ASKED && isHidden(near) && !isBehind(lastBefore, near))
        hidden.push(near);
    };
    for (let up = /** @type {Element | null} */ (element), level = 0; up && level < 3; up = up.parentElement, level++) {
      for (let near = up.firstElementChild; near && asked < MOST_ASKED; near = near.nextElementSibling) ask(near);
      if (up.nextElementSibling) ask(up.nextElementSibling);
    }
    return hidden;
  };

  /** Of a rule what some have: a selector, a style, rules inside. @typedef {CSSRule & Partial<CSSStyleRule>} Rule */
  /** The selectors of a list, which a comma parts where it stands in no brackets. @param {string} text */
  const selectorsIn = (text) => {
    const all = [""];
    let depth = 0;
    for (const sign of text) {
      if (sign === "(" || sign === "[") depth++;
      else if (sign === ")" || sign === "]") depth--;
      if (sign === "," && depth === 0) all.push("");
      else all[all.length - 1] += sign;
    }
    return all.map((one) => one.trim());
  };
  /** A selector of a rule that stands in another, as it would be by itself. @param {string} text @param {string} around */
  const unnested = (text, around) =>
    selectorsIn(text)
      .map((one) => (one.includes("&") ? one.replaceAll("&", `:is(${around})`) : `:is(${around}) ${one}`))
      .join();
  /** A rule's selector as it would be outside of others, and what it says. @typedef {{selector?: string | undefined, style?: CSSStyleDeclaration | undefined}} Said */
  /** @param {CSSRuleList} list @param {string} [around] @returns {Generator<Said, void, void>} the rules, and those inside them */
  const rulesIn = function* (list, around) {
    for (const rule of /** @type {Iterable<Rule>} */ (list)) {
      const { selectorText: text, style } = rule;
      const selector = text && around ? unnested(text, around) : text;
      yield { selector: selector ?? (rule instanceof CSSStyleRule ? undefined : around), style };
      if (rule.cssRules?.length && rule.type !== 7) yield* rulesIn(rule.cssRules, selector ?? around);
    }
  };
  /** The rules of the document. @returns {Generator<Said, void, void>} */
  const allRules = function* () {
    for (const sheet of document.styleSheets) {
      try {
        yield* rulesIn(sheet.cssRules);
      } catch {
        // A sheet of another origin keeps its rules to itself.
      }
    }
  };
  /** @param {CSSStyleDeclaration} style */
  const shows = (style) =>
    Object.entries(SHOWS).some(([name, value]) => {
      const set = style.getPropertyValue(name);
      return set && set !== "none" && (value === undefined || set === value);
    });
  /** Selectors whose last part is not itself hovered. @param {string} text */
  const onOther = (text) => selectorsIn(text).filter((one) => /:hover.*[\s>+~][^:]*$/.test(one));

  /** Reads the style sheets when there are others than before, and when the page has nothing else to do. */
  const read = () => {
    if (document.styleSheets.length === sheets) return;
    sheets = document.styleSheets.length;
    const all = allRules();
    reading = all;
    /** @type {string[]} */
    const found = [];
    /** @param {IdleDeadline} deadline */
    const go = (deadline) => {
      do {
        // Begun anew with other sheets.
        if (reading !== all) return;
        const { value: rule, done } = all.next();
        if (done || found.length > MOST_RULES) {
          rules = found.slice(0, MOST_RULES);
          anyRule = rules.join();
          return;
        }
        if (rule.selector?.includes(":hover") && rule.style && shows(rule.style))
          found.push(...onOther(rule.selector).filter(isValid));
      } while (deadline.timeRemaining() > LEAST_TIME);
      requestIdleCallback(go);
    };
    requestIdleCallback(go);
  };

  const empty = new DocumentFragment();
  /** Whether the browser can ask with it: one that it can't would spoil them all. @param {string} css */
  const isValid = (css) => {
    try {
      empty.querySelector(`${css},${css.replaceAll(":hover", ":not(*)")}`);
      return true;
    } catch {
      return false;
    }
  };

  /** Whether a style sheet shows the box only while something else is hovered. @param {Element} box */
  const byStyle = (box) =>
    anyRule !== "" &&
    box.matches(anyRule) &&
    rules.some((rule) => box.matches(rule) && !box.matches(rule.replaceAll(":hover", ":not(*)")));

  root.overt.hover = {
    /** The pointer came over an element; the page's own listeners have not run yet. @param {unknown} element */
    over(element) {
      if (element instanceof Element === false || root.overt.isOurs?.(element)) return;
      read();
      came.push({ element, hidden: hiddenNear(element), last: document.body?.lastElementChild ?? null });
      if (came.length > MOST_OVER) came.shift();
    },
    /** What the pointer came over, and what of it bears on the element that is pressed now. @param {Element} pressed */
    hovered(pressed) {
      const bits = came.map(
        ({ element, hidden, last }) =>
          (element.isConnected ? 1 : 0) |
          (hidden.some((one) => one.contains(pressed)) ? 2 : 0) |
          (isBehind(last, pressed) ? 4 : 0),
      );
      return { elements: came.map(({ element }) => element), bits };
    },
    /** The nearest box around an element, itself included, that a style sheet shows only while something else is hovered. @param {Element} element */
    shownByStyle(element) {
      let box = /** @type {Element | null} */ (element);
      for (let up = 0; box && up < MOST_UP; box = box.parentElement, up++) if (byStyle(box)) return box;
      return undefined;
    },
    /** A key or a press came between: what opens now was not opened by hovering. */
    reset() {
      came = [];
      lastBefore = document.body?.lastElementChild ?? null;
    },
  };
})();
