// Tells how the page draws an element and its text, as far as a name or an observation depends on it.
"use strict";
(() => {
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  const { page, browser } = root.overt;
  const { getter, method, LONGEST_TEXT, wholeWords } = browser;

  const localName = getter(Element, "localName");
  const getAttribute = method(Element, "getAttribute");
  const firstChild = getter(Node, "firstChild");
  const nextSibling = getter(Node, "nextSibling");
  const nodeType = getter(Node, "nodeType");
  const textLength = getter(CharacterData, "length");
  const textPart = method(CharacterData, "substringData");
  const getRect = method(Element, "getBoundingClientRect");
  const assignedNodes = method(HTMLSlotElement, "assignedNodes");
  const isDrawn = method(Element, "checkVisibility");

  /** How many nodes inside one element are read: a name or an observation keeps less. */
  const MOST_CHILDREN = 2_000;
  /** Bits of a style, as src/dom/facts.rs has them. */
  const [GONE, INVISIBLE, SPACED] = [1, 2, 4];
  const VISIBLE = { visibilityProperty: true };

  /** The first children in the flat tree: of the shadow root of a host, of a slot what is assigned. @param {Element} element */
  const flatChildren = (element) => {
    if (element instanceof HTMLSlotElement) {
      const assigned = assignedNodes(element, { flatten: true });
      if (assigned.length) return assigned.slice(0, MOST_CHILDREN);
    }
    /** @type {Node[]} */
    const list = [];
    for (
      let node = firstChild(page.shadow(element) ?? element);
      node && list.length < MOST_CHILDREN;
      node = nextSibling(node)
    )
      if (!root.overt.isOurs?.(node)) list.push(node);
    return list;
  };

  /** The text of a node, or the start of it. @param {CharacterData} node */
  const textData = (node) =>
    textLength(node) > LONGEST_TEXT ? wholeWords(textPart(node, 0, LONGEST_TEXT)) : textPart(node, 0, LONGEST_TEXT);

  /** White space that a browser collapses; a no-break space is a sign like others. */
  const LEADING_SPACE = /^[ \t\r\n\f]+/;
  /** What text-transform makes of a text. @type {Record<string, ((text: string) => string) | undefined>} */
  const TRANSFORMS = {
    uppercase: (text) => text.toUpperCase(),
    lowercase: (text) => text.toLowerCase(),
    capitalize: (text) =>
      text.replace(
        /(^|[\s\u00a0])(\p{L})/gu,
        (_, /** @type {string} */ before, /** @type {string} */ letter) => before + letter.toUpperCase(),
      ),
  };

  /** A text as it is drawn inside an element, and as the browser's own accessibility tree has it. @param {string} text @param {string} transform */
  const drawnText = (text, transform) => TRANSFORMS[transform]?.(text) ?? text;

  /**
   * The text of a pseudo-element: what follows the slash of `content` where there is one, which stands in for it.
   * @param {Element} element
   * @param {string} pseudo
   */
  const generated = (element, pseudo) => {
    const drawn = getComputedStyle(element, pseudo);
    const { content } = drawn;
    if (content === "none" || content === "normal" || content === '""' || drawn.display === "none") return "";
    let text = "";
    for (const [part, string, name] of content.matchAll(/"((?:[^"\\]|\\.)*)"|attr\(([^)]*)\)|\//g)) {
      if (part === "/") text = "";
      else text += name ? (getAttribute(element, name.trim()) ?? "") : string.replace(/\\(.)/g, "$1");
    }
    return text;
  };

  /**
   * The text of an element that holds nothing else and is drawn as it is written, unless it is long.
   * @param {Element} element
   * @param {CSSStyleDeclaration} drawn its style
   * @returns {string | undefined}
   */
  const onlyText = (element, drawn) => {
    const only = firstChild(element);
    if (!only || nodeType(only) !== 3 || nextSibling(only) || textLength(/** @type {Text} */ (only)) > LONGEST_TEXT)
      return undefined;
    if (element instanceof HTMLSlotElement || page.shadow(element)) return undefined;
    if (drawn.textTransform !== "none") return undefined;
    return generated(element, "::before") || generated(element, "::after")
      ? undefined
      : textData(/** @type {Text} */ (only));
  };

  /** How an element is drawn, as far as a name depends on it. @param {Element} element @param {CSSStyleDeclaration} drawn its style */
  const style = (element, drawn) => {
    if (getAttribute(element, "aria-hidden") === "true") return GONE;
    const { display, visibility } = drawn;
    if (display === "none") return GONE;
    const inline = (display === "inline" || display === "contents") && localName(element) !== "br";
    return (visibility === "visible" ? 0 : INVISIBLE) | (inline ? 0 : SPACED);
  };

  /**
   * Where a box is against the window: -1 below it, 0 in it, 1 elsewhere outside. Without a box of its own, as
   * `display: contents` makes it, it may hold something that has one, and counts as in it.
   * @param {Element} element
   */
  const side = (element) => {
    const { left, right, top, bottom } = getRect(element);
    if (right <= left || bottom <= top) return 0;
    if (top >= innerHeight) return -1;
    return bottom > 0 && right > 0 && left < innerWidth ? 0 : 1;
  };

  root.overt.drawing = {
    flatChildren,
    textData,
    withoutLeadingSpace: (text) => text.replace(LEADING_SPACE, ""),
    drawnText,
    generated,
    onlyText,
    style,
    side,
    isRendered: (element) => isDrawn(element, VISIBLE),
  };
})();
