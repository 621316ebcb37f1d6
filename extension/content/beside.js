// Answers the recorder's questions about what stands beside an element and tells it from others like it.
"use strict";
(() => {
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  const { page, browser, finding } = root.overt;
  const { getter, method, query } = browser;
  const {
    NAME_AS_ELEMENTS,
    TEXT_AS_ELEMENT,
    MOST_TIMES,
    times,
    timesInAll,
    known,
    mayLook,
    size,
    allText,
    textOf,
    spelled,
  } = finding;

  const localName = getter(Element, "localName");
  const matches = method(Element, "matches");
  const queryAll = method(Element, "querySelectorAll");
  const parentElement = getter(Node, "parentElement");
  const nodeType = getter(Node, "nodeType");
  const closest = method(Element, "closest");
  const contains = method(Node, "contains");
  const position = method(Node, "compareDocumentPosition");
  const firstChild = getter(Node, "firstChild");
  const nextSibling = getter(Node, "nextSibling");
  const getAttribute = method(Element, "getAttribute");
  const attributeNames = method(Element, "getAttributeNames");
  const firstElement = getter(Element, "firstElementChild");
  const textContent = getter(Node, "textContent");
  const queryDocument = method(Document, "querySelectorAll");
  const createTreeWalker = method(Document, "createTreeWalker");

  /** How far up, and at how many texts, one looks for a text that tells the element from others like it. */
  const MOST_LEVELS = 12;
  const MOST_ASKED = 250;
  /** How many different texts and addresses are looked for. */
  const MOST_TOLD = 72;
  /** How many of those that stand in more than one place are counted in the box. */
  const MOST_COMPARED = 24;
  /** How many siblings are looked at, with something to ask in them or without. */
  const MOST_SIBLINGS = 1_000;
  /** How many boxes are compared by how much they hold. */
  const MOST_SIZED = 12;
  /** Lengths of texts and addresses, in UTF-16 code units. */
  const SHORTEST_PIECE = 3;
  const SHORTEST_STRETCH = 8;
  const LONGEST_PIECE = 48;
  const LONGEST_TEXT = 120;
  /** A longer address is an image written out. */
  const LONGEST_ADDRESS = 1000;
  /** Whose text no search finds, or is a person's. */
  const QUIET = "script,style,noscript,template,textarea,select,[contenteditable]";
  /** Attributes by which a page's scripts know an element, and words that they may hold: no numbers, no state. */
  const HOOK = /^data-[a-z-]+$/;
  const HOOKED = /^[a-z][a-z .,:/_-]{2,59}$/i;
  const STATE =
    /\b(true|false|open|opened|closed|on|off|yes|no|active|inactive|hidden|visible|loaded|state|status|react\w*)\b/i;
  /** What is seen of an element without text. */
  const LABELS = ["aria-label", "title", "alt"];
  /** What tells a neighbour: an address, a field's name. */
  const ADDRESSED = "[href],[src],[name]";
  const SIZED = "[href],[src]";
  const ADDRESSES = ["href", "src", "name"];

  /**
   * The longest piece of a text without digits and line breaks, and not too long.
   * @param {string} text
   */
  const piece = (text) => {
    let longest = "";
    for (const part of text.split(/[\d\t\r\n"]| {2,}/)) if (part.trim().length > longest.length) longest = part.trim();
    return longest.slice(0, LONGEST_PIECE).trim();
  };

  /**
   * What is seen of an element: a piece of its text without numbers, or all of it, or else its label.
   * @param {Element} element
   * @returns {[by: string, text: string, whole: boolean] | undefined}
   */
  const seenOf = (element) => {
    const text = matches(element, QUIET) ? "" : textOf(element).replace(/^ | $/g, "");
    const part = piece(text);
    if (part.length >= SHORTEST_PIECE && part !== text) return ["text", part, false];
    if (text && text.length <= LONGEST_TEXT) return ["text", text, true];
    const by = LABELS.find((name) => getAttribute(element, name)) ?? "";
    const label = getAttribute(element, by);
    return label && label.length <= LONGEST_TEXT ? [by, label, true] : undefined;
  };

  /**
   * The place of the element in a list in the order of the document, or -1. Most of the list is not looked at: the browser makes
   * an object of each element that is.
   * @param {Element} element
   * @param {ArrayLike<Element>} list
   */
  const placeIn = (element, list) => {
    let [from, to] = [0, list.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = /** @type {Element} */ (list[middle]);
      if (other === element) return middle;
      if (position(other, element) & Node.DOCUMENT_POSITION_FOLLOWING) from = middle + 1;
      else to = middle;
    }
    return -1;
  };

  /**
   * The widest box around the element that holds no other of the list, which is in the order of the document.
   * @param {Element} element
   * @param {ArrayLike<Element>} list
   * @returns {Element}
   */
  const widest = (element, list) => {
    const at = placeIn(element, list);
    const others = /** @type {Element[]} */ ([list[at - 1], list[at + 1]].filter(Boolean));
    let box = element;
    for (;;) {
      const around = parentElement(box);
      if (!around || others.some((other) => contains(around, other))) return box;
      box = around;
    }
  };

  /**
   * How many addresses there are in the widest box that holds no other of the list, unless another has as many.
   * @param {Element} element
   * @param {ArrayLike<Element>} list
   * @returns {OvertNeighbour | undefined}
   */
  const sizeOf = (element, list) => {
    if (list.length > MOST_SIZED) return undefined;
    const sizes = Array.from(list).map((one) => {
      const box = widest(one, list);
      return queryAll(box, SIZED).length + (matches(box, SIZED) ? 1 : 0);
    });
    const own = sizes[placeIn(element, list)] ?? 0;
    return sizes.filter((size) => size === own).length === 1 ? ["size", `${own}`, true, element] : undefined;
  };

  /**
   * @typedef {Partial<Record<"address" | "text" | "numbered" | "id" | "size", OvertNeighbour>>} Neighbours the nearest of each
   * kind: an address or a field's name, a text, either with numbers in it, an id; and how much there is
   */

  /** The attribute that tells an element as a neighbour, and its value. @param {Element} element */
  const addressed = (element) => {
    for (const by of ADDRESSES) {
      const value = getAttribute(element, by);
      if (value) return [by, value];
    }
    return ["", ""];
  };

  /** The addresses and names of the document, a line break before and after each. @returns {string} */
  const allAddresses = () => {
    const read = known();
    if (read.addresses === undefined) {
      const values = [];
      for (const by of ADDRESSES)
        for (const one of queryDocument(document, `[${by}]`)) {
          const value = /** @type {string} */ (getAttribute(one, by));
          if (value.length < LONGEST_ADDRESS) values.push(value);
        }
      read.addresses = `\n${values.join("\n")}\n`;
    }
    return read.addresses;
  };

  /**
   * What tells an element by its address or its name as a field: the longest stretch without numbers, and all of it. Query and
   * user info may be private, and a fragment alone is an id.
   * @param {Element} element
   * @returns {OvertNeighbour[]}
   */
  const addressOf = (element) => {
    const [by, value] = addressed(element);
    const [path] = /^[^?#]*/.exec(value) ?? [""];
    if (path.length < SHORTEST_PIECE || /@|^(?!https?:)[a-z]+:/i.test(path)) return [];
    const stretch = path.split(/\d/).reduce((long, part) => (part.length > long.length ? part : long), "");
    /** @type {OvertNeighbour[]} */
    const list = [];
    if (stretch !== value && stretch.length >= SHORTEST_STRETCH)
      list.push([by, stretch.slice(0, LONGEST_TEXT), false, element]);
    if (path.length <= LONGEST_TEXT) list.push([by, path, path === value, element]);
    return list;
  };

  /**
   * The nearest neighbours of the element in the box that stand nowhere outside it.
   * @param {Element} element
   * @param {Element} box
   * @param {boolean} lasting an address is all that is asked for
   * @returns {Neighbours}
   */
  const neighbours = (element, box, lasting) => {
    /** @type {Neighbours} */
    const found = {};
    if (box === element) return found;
    const told = new Set();
    let asked = 0;
    let read = 0;
    let compared = 0;
    /** @type {string | undefined} */
    let boxText;
    /** @param {"address" | "text" | "numbered"} kind @param {string} text @param {() => number} times @param {() => boolean} inBox */
    const tells = (kind, text, times, inBox) => {
      if (found[kind] || told.size > MOST_TOLD || told.has(text)) return false;
      told.add(text);
      const count = times();
      return count === 1 || (count < MOST_TIMES && compared++ < MOST_COMPARED && inBox());
    };
    const byAddress = (/** @type {Element} */ holder) => {
      for (const one of addressOf(holder)) {
        const [by, text, whole] = one;
        const kind = /\d/.test(text) ? "numbered" : "address";
        if (kind === "numbered" && lasting) continue;
        const spot = whole ? `\n${text}\n` : text;
        const standing = () =>
          mayLook(allAddresses().length / TEXT_AS_ELEMENT) ? times(spot, allAddresses(), MOST_TIMES) : MOST_TIMES;
        const inBox = () => {
          if (!mayLook(2 * size())) return false;
          const css = `[${by}${whole ? "" : "*"}="${CSS.escape(text)}"]`;
          const inside = queryAll(box, css).length + (matches(box, css) ? 1 : 0);
          return inside === queryDocument(document, css).length;
        };
        if (tells(kind, spot, standing, inBox)) found[kind] = one;
      }
    };
    const byText = (/** @type {Text} */ node) => {
      const text = textContent(node).trim();
      for (const part of text ? [piece(text), text] : []) {
        if (part.length < SHORTEST_PIECE || part.length > LONGEST_TEXT) continue;
        const kind = /\d/.test(part) ? "numbered" : "text";
        const inBox = () => times(part, (boxText ??= textContent(box)), MOST_TIMES) === timesInAll(part);
        const holder = parentElement(node);
        const standing = () => timesInAll(part);
        if (tells(kind, part, standing, inBox) && holder && !closest(holder, QUIET))
          found[kind] = ["", part, false, holder];
      }
    };
    let level = 0;
    let siblings = 0;
    for (
      let inner = element;
      inner !== box && level++ < MOST_LEVELS && !found.address && asked < MOST_ASKED;
      inner = /** @type {Element} */ (parentElement(inner))
    )
      for (let node = firstChild(/** @type {Element} */ (parentElement(inner))); node; node = nextSibling(node)) {
        if (found.address || asked > MOST_ASKED || siblings++ > MOST_SIBLINGS) break;
        if (node === inner) continue;
        if (nodeType(node) === 1) {
          const sibling = /** @type {Element} */ (node);
          if (matches(sibling, ADDRESSED)) (byAddress(sibling), asked++);
          if (firstElement(sibling))
            for (const one of queryAll(sibling, ADDRESSED)) {
              if (found.address || asked++ > MOST_ASKED) break;
              byAddress(one);
            }
          const id = lasting || found.id ? null : getAttribute(sibling, "id");
          if (id && /^[A-Za-z][A-Za-z_-]+$/.test(id) && queryDocument(document, `#${id}`).length === 1)
            found.id = ["id", id, true, sibling];
        }
        if (lasting || found.text) continue;
        if (read > MOST_ASKED) continue;
        if (nodeType(node) === 3) (byText(/** @type {Text} */ (node)), read++);
        else if (nodeType(node) === 1) {
          const walker = createTreeWalker(document, node, NodeFilter.SHOW_TEXT);
          while (!found.text && read++ < MOST_ASKED && walker.nextNode())
            byText(/** @type {Text} */ (walker.currentNode));
        }
      }
    return found;
  };

  /** @type {OvertBeside} */
  const answers = {
    hooks(element) {
      const words = [];
      for (const name of attributeNames(element)) {
        const value = /** @type {string} */ (getAttribute(element, name));
        if (!HOOK.test(name) || STATE.test(`${name} ${value}`) || !HOOKED.test(value)) continue;
        const text = allText();
        if (mayLook(text.length / TEXT_AS_ELEMENT) && spelled(value, text) === 0) words.push(name, value);
      }
      return words;
    },
    beside(element, css, classed, lasting) {
      /** @type {OvertAnchor[]} */
      const list = [];
      if (element instanceof HTMLElement === false) return list;
      /** @param {string} own @param {ArrayLike<Element>} alike @param {string} [text] @param {boolean} [whole] */
      const add = (own, alike, text = "", whole = false) => {
        const found = neighbours(element, widest(element, alike), lasting);
        const told = own !== "facts" || css !== localName(element);
        if (!lasting && told && !found.address && !found.text && !found.numbered) found.size = sizeOf(element, alike);
        for (const kind of /** @type {const} */ (["address", "text", "numbered", "id", "size"]))
          if (found[kind] && (kind === "address" || !lasting)) list.push([...found[kind], own, text, whole]);
        return found;
      };
      if (!mayLook(size())) return list;
      const same = query(element, css);
      // What leans on nothing that may change is enough by itself; a bare tag does.
      if (add("facts", same).address && css !== localName(element)) return list;
      if (lasting || !mayLook(same.length * NAME_AS_ELEMENTS)) return list;
      const seen = seenOf(element);
      if (seen) {
        const [by, text, whole] = seen;
        const shown = (/** @type {Element} */ one) =>
          by === "text" ? textOf(one).replace(/^ | $/g, "") : (getAttribute(one, by) ?? "");
        const alike = Array.from(same).filter((one) => (whole ? shown(one) === text : shown(one).includes(text)));
        add(by, alike, text, whole);
      }
      if (classed && mayLook(size())) add("class", query(element, classed));
      return list;
    },
  };
  Object.assign(page, answers);
})();
