// Reads many elements of the page at once for the core: what a name or an observation depends on, of all that is in the window.
"use strict";
(() => {
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  const { page, browser } = root.overt;
  const { getter, method, LONGEST_TEXT, wholeWords, attributeStart } = browser;

  const localName = getter(Element, "localName");
  const getAttribute = method(Element, "getAttribute");
  const hasAttributes = method(Element, "hasAttributes");
  const attributeNames = method(Element, "getAttributeNames");
  const firstElement = getter(Element, "firstElementChild");
  const firstChild = getter(Node, "firstChild");
  const nextSibling = getter(Node, "nextSibling");
  const nodeType = getter(Node, "nodeType");
  const textLength = getter(CharacterData, "length");
  const textPart = method(CharacterData, "substringData");
  const matches = method(Element, "matches");
  const getRect = method(Element, "getBoundingClientRect");
  const isEditable = getter(HTMLElement, "isContentEditable");
  const assignedNodes = method(HTMLSlotElement, "assignedNodes");
  const isDrawn = method(Element, "checkVisibility");
  const closest = method(Element, "closest");
  const queryInside = method(Element, "querySelector");
  const tagsInside = method(Element, "getElementsByTagName");
  const parentElement = getter(Node, "parentElement");
  const previousElement = getter(Element, "previousElementSibling");
  const nextElement = getter(Element, "nextElementSibling");

  /** How many nodes inside one element are read: a name or an observation keeps less. */
  const MOST_CHILDREN = 2_000;
  /** After how many elements in a row below the window the rest inside an element is left out, but for the last nodes: a dialog may stand there. */
  const MOST_BELOW = 100;
  const LAST = 20;
  /** So many nodes are a short run. */
  const SHORT = 50;
  /** How deep one reading goes; deeper pages are made to hurt, and read a level at a time. */
  const DEEPEST = 64;
  /**
   * What one event may read of the page without a look at the clock, in nodes, and for how long it may go on after that, in ms:
   * anew for the name of the target, for its selectors, and for the observation. What an ordinary page shows in the window (150 to
   * 1,300 nodes on 24 pages of admin-lte) is read also where the machine is slow.
   */
  const SURE = 1_000;
  const TIME = 20;
  const VISIBLE = { visibilityProperty: true };
  /** What has more elements inside is no row, of which one of them tells something. */
  const MOST_INSIDE = 1_000;

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
   * @returns {string | undefined}
   */
  const onlyText = (element) => {
    const only = firstChild(element);
    if (!only || nodeType(only) !== 3 || nextSibling(only) || textLength(/** @type {Text} */ (only)) > LONGEST_TEXT)
      return undefined;
    if (element instanceof HTMLSlotElement || page.shadow(element)) return undefined;
    if (getComputedStyle(element).textTransform !== "none") return undefined;
    return generated(element, "::before") || generated(element, "::after")
      ? undefined
      : textData(/** @type {Text} */ (only));
  };

  /** Letters that stand for the names of attributes, with spaces between these, by their places. @param {string} names */
  const lettersFor = (names) =>
    new Map(names.split(" ").map((name, place) => [name, String.fromCharCode("a".charCodeAt(0) + place)]));
  /** What is always asked of an element: attributes, and what a privacy marker matches. */
  let always = lettersFor("");
  let anyMarker = "";
  /** Before a text, and before that of an element that holds nothing else, where that is told with it. */
  const TEXT = " ";
  /** Bits of an element, as src/dom/read.rs has them. */
  const BITS = {
    gone: 1,
    invisible: 2,
    spaced: 4,
    editable: 8,
    marked: 16,
    withoutElements: 32,
    inView: 64,
    rendered: 128,
    labelled: 256,
    childrenFollow: 512,
  };
  /** A field ends at a NUL. @param {string} text */
  const field = (text) => `${text.includes("\0") ? text.replaceAll("\0", "") : text}\0`;

  /** Those of the attributes that it has, a field each after its letter. @param {Element} element @param {Map<string, string>} letters */
  const attributesOf = (element, letters) => {
    let fields = "";
    for (const name of attributeNames(element)) {
      const letter = letters.get(name);
      if (letter) fields += letter + field(attributeStart(element, name) ?? "");
    }
    return fields;
  };

  /** How an element is drawn, as far as a name depends on it. @param {Element} element */
  const style = (element) => {
    if (getAttribute(element, "aria-hidden") === "true") return BITS.gone;
    const { display, visibility } = getComputedStyle(element);
    if (display === "none") return BITS.gone;
    const inline = (display === "inline" || display === "contents") && localName(element) !== "br";
    return (visibility === "visible" ? 0 : BITS.invisible) | (inline ? 0 : BITS.spaced);
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

  /** The elements that this event led to, and their numbers. @type {Map<Element, number>} */
  const met = new Map();
  /** The same in the order of their numbers. @type {Element[]} */
  let inOrder = [];
  /** Those of which the children were told in this event. @type {Set<Element>} */
  const opened = new Set();
  /** @param {Element} element */
  const number = (element) => {
    const known = met.get(element);
    if (known !== undefined) return known;
    met.set(element, inOrder.length);
    return inOrder.push(element) - 1;
  };

  /**
   * What is read of the page just now: since when, how many nodes of it were read, and for which target.
   * @typedef {{since: number, nodes: number, target: EventTarget | null | undefined, around: Set<Element> | undefined, late: boolean}} Reading
   */
  /** @param {EventTarget | null} [target] @returns {Reading} */
  const readingFor = (target) => ({ since: performance.now(), nodes: 0, target, around: undefined, late: false });
  let reading = readingFor();
  const isLate = () => (reading.late ||= performance.now() - reading.since > TIME);
  /** Whether the target stands in the element, or is it. @param {Element} element */
  const isAround = (element) => {
    if (!reading.around) {
      reading.around = new Set();
      // Nothing is read of a target that is no element.
      for (let one = /** @type {Element | undefined} */ (reading.target); one; one = page.parent(one))
        reading.around.add(one);
    }
    return reading.around.has(element);
  };

  /** @returns {OvertTold} */
  const nothingTold = () => ({ fields: "", numbers: [] });
  /** What holds nothing, or nothing that is asked for. */
  const CLOSED = new Set(["input", "textarea", "select", "br"]);
  /** Whether what is inside an element is read with it. @param {Element} element @param {string} tag @param {number} bits @param {number} depth */
  const isEntered = (element, tag, bits, depth) =>
    depth < DEEPEST &&
    (bits & (BITS.inView | BITS.gone | BITS.editable)) === BITS.inView &&
    !CLOSED.has(tag) &&
    !opened.has(element);
  /**
   * @param {OvertTold} told
   * @param {Element} element
   * @param {number} at on which side of the window
   * @param {boolean} withInside whether what it holds is told with it
   * @param {number} depth
   */
  const tell = (told, element, at, withInside, depth) => {
    const tag = localName(element);
    let bits = style(element) | (at === 0 ? BITS.inView : 0) | (isDrawn(element, VISIBLE) ? BITS.rendered : 0);
    if (element instanceof HTMLElement && isEditable(element)) bits |= BITS.editable;
    if (!firstElement(element)) bits |= BITS.withoutElements;
    const isSeen = at === 0 && !(bits & BITS.gone);
    const text = withInside && isSeen ? onlyText(element) : undefined;
    if (withInside && !text && isEntered(element, tag, bits, depth)) bits |= BITS.childrenFollow;
    let attributes = "";
    if (hasAttributes(element)) {
      if (matches(element, anyMarker)) bits |= BITS.marked;
      attributes = attributesOf(element, always);
    }
    const labels = withInside && isSeen && page.labelable(element) ? page.labels(element) : undefined;
    if (labels) bits |= BITS.labelled;
    told.numbers.push(bits, number(element));
    if (labels) told.numbers.push(labels.length, ...labels.map(number));
    told.fields += `${field(tag)}${attributes}${text ? TEXT + field(text) : ""}\0`;
    if (bits & BITS.childrenFollow) tellInside(told, element, depth + 1);
  };
  /**
   * Whether a node is told however late it is: what leads to the target, and the texts of a short run, because a name without a word
   * in the middle would look whole.
   * @param {Node} node
   * @param {number} place among its siblings
   */
  const isAlwaysTold = (node, place) =>
    nodeType(node) === 1 ? isAround(/** @type {Element} */ (node)) : place < SHORT;
  /** @param {OvertTold} told @param {Element} element @param {number} depth */
  const tellInside = (told, element, depth) => {
    opened.add(element);
    /** A text that is not told yet, and the element before it. @type {string | undefined} */
    let pending = generated(element, "::before") || undefined;
    /** @type {Element | undefined} */
    let previous;
    const tellPending = () => {
      if (pending !== undefined) told.fields += TEXT + field(pending);
      pending = undefined;
    };
    /** @type {string | undefined} */
    let transform;
    /** How many elements in a row stand below the window. */
    let below = 0;
    const all = flatChildren(element);
    for (const [place, node] of all.entries()) {
      if (below > MOST_BELOW && place < all.length - LAST) continue;
      const kind = nodeType(node);
      if (++reading.nodes > SURE && isLate() && !isAlwaysTold(node, place)) continue;
      if (kind === 1) {
        const child = /** @type {Element} */ (node);
        const at = side(child);
        if (at === -1) below++;
        else if (at === 0) below = 0;
        tellPending();
        previous = child;
        tell(told, child, at, true, depth);
      } else if (kind === 3) {
        const text = textData(/** @type {Text} */ (node));
        if (!text) continue;
        // As it is drawn, and as the browser's own accessibility tree has it.
        transform ??= getComputedStyle(element).textTransform;
        const drawn = TRANSFORMS[transform]?.(text) ?? text;
        // Two runs of white space with a comment between leave none in Chromium's tree (seen in 156).
        const withoutSpace = drawn.replace(LEADING_SPACE, "");
        const doubled = pending !== undefined && !pending.replace(LEADING_SPACE, "") && drawn !== withoutSpace;
        if (doubled && previous instanceof HTMLImageElement === false) {
          pending = withoutSpace;
          continue;
        }
        if (pending !== undefined) previous = undefined;
        tellPending();
        pending = drawn;
      }
    }
    tellPending();
    const after = generated(element, "::after");
    if (after) told.fields += TEXT + field(after);
    told.fields += "\0";
  };

  /** An element with its tag and those of the attributes that it has. @param {OvertTold} told @param {Element} element @param {Map<string, string>} letters */
  const describe = (told, element, letters) => {
    told.numbers.push(number(element));
    told.fields += `${field(localName(element))}${hasAttributes(element) ? attributesOf(element, letters) : ""}\0`;
  };
  /** An element and at most so many around it in its tree, the nearest first. @param {Element} element @param {number} most @returns {Generator<Element, void, void>} */
  const upFrom = function* (element, most) {
    for (let one = /** @type {Element | null} */ (element); one && most-- >= 0; one = parentElement(one)) yield one;
  };
  /** The element's place among its siblings of the same tag, from 1, and how many there are. @param {Element} element */
  const placeOf = (element) => {
    const tag = localName(element);
    let place = 1;
    let after = 0;
    for (let other = previousElement(element); other; other = previousElement(other))
      if (localName(other) === tag) place++;
    for (let other = nextElement(element); other; other = nextElement(other)) if (localName(other) === tag) after++;
    return [place, place + after];
  };

  /** @type {OvertReading} */
  const answers = {
    number,
    numbered: (number) => /** @type {Element} */ (inOrder[number]),
    endReading() {
      const all = inOrder;
      met.clear();
      opened.clear();
      inOrder = [];
      return all;
    },
    /** What follows is read for something else, or for another target. */
    startReading(target) {
      reading = readingFor(target);
    },
    isLate,
    wasLate: () => reading.late,
    /** Names of attributes, with spaces between them, and css of the privacy markers. */
    askAlways(names, marker) {
      always = lettersFor(names);
      anyMarker = marker;
    },
    /** The nearest element with a privacy marker: itself, or one around it. */
    marked: (element) => closest(element, anyMarker),
    holdsMarked: (element) => queryInside(element, anyMarker) !== null,
    /** What is always asked of an element. */
    facts(element) {
      const told = nothingTold();
      tell(told, element, side(element), false, DEEPEST);
      return told;
    },
    lineage(element, names, conditions, most) {
      const told = nothingTold();
      const letters = lettersFor(names);
      let bits = 0;
      for (const [place, css] of conditions.split("\0").entries()) if (matches(element, css)) bits |= 1 << place;
      told.numbers.push(bits);
      for (const one of upFrom(element, most)) describe(told, one, letters);
      told.fields += "\0";
      const host = page.host(element);
      if (host) describe(told, host, letters);
      return told;
    },
    held(element, css, names, most) {
      const told = nothingTold();
      const letters = lettersFor(names);
      for (const one of upFrom(element, most)) {
        const isSmall = tagsInside(one, "*")[MOST_INSIDE] === undefined;
        const inner = isSmall ? queryInside(one, css) : null;
        if (inner) describe(told, inner, letters);
        else told.fields += "\0";
      }
      return told;
    },
    places(element, most) {
      const next = nextElement(element);
      return {
        fields: field(next ? localName(next) : ""),
        numbers: Array.from(upFrom(element, most), placeOf).flat(),
      };
    },
    /** What is inside an element, and inside that as far as it is in the window. */
    children(element) {
      const told = nothingTold();
      tellInside(told, element, 0);
      return told;
    },
  };
  Object.assign(page, answers);
})();
