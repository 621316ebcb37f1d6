// Answers the recorder's questions about finding an element again: whether a selector finds it, and it alone.
"use strict";
(() => {
  /** @type {any} */
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  const { page, browser } = root.overt;
  const { getter, method, query, queryFirst } = browser;

  const localName = getter(Element, "localName");
  const matches = method(Element, "matches");
  const queryAll = method(Element, "querySelectorAll");
  const byTag = method(Element, "getElementsByTagName");
  const parentElement = getter(Node, "parentElement");
  const nodeType = getter(Node, "nodeType");
  const getAttribute = method(Element, "getAttribute");
  const outerHtml = getter(Element, "outerHTML");
  const queryInside = method(Element, "querySelector");
  const firstElement = getter(Element, "firstElementChild");
  const previousElement = getter(Element, "previousElementSibling");
  const nextElement = getter(Element, "nextElementSibling");
  const openShadow = getter(Element, "shadowRoot");
  const textContent = getter(Node, "textContent");
  const queryDocument = method(Document, "querySelectorAll");
  const queryFragment = method(DocumentFragment, "querySelectorAll");
  const evaluate = method(Document, "evaluate");
  const createTreeWalker = method(Document, "createTreeWalker");
  const documentElement = getter(Document, "documentElement");
  const body = getter(Document, "body");

  /** How many nodes one question may look at before it is given up. */
  const MOST_NODES = 20_000;
  /** How far up, and at how many texts, one looks for a text that tells the element from others like it. */
  const MOST_LEVELS = 12;
  const MOST_ASKED = 150;
  /** A text that stands more often tells nothing. */
  const MOST_TIMES = 4;
  /** Lengths of such a text, in UTF-16 code units. */
  const SHORTEST_PIECE = 3;
  const LONGEST_PIECE = 48;
  const LONGEST_TEXT = 120;
  /** By what a neighbour is told, the longest lasting first. @type {Record<string, number>} */
  const RANKS = { href: 0, "": 1, id: 2 };
  /** What is added to the rank of what holds numbers. */
  const NUMBERED = 3;
  /** @param {HTMLCollectionOf<Element>} list @param {(element: Element) => boolean} holds @returns {boolean} */
  const some = (list, holds) => Array.prototype.some.call(list, holds);
  /** Attributes that tell an element without text from others of its tag. */
  const OWN = ["aria-label", "title", "type", "class"];
  /** Whose text no search finds, or is a person's. */
  const QUIET = "script,style,noscript,template,textarea,select,[contenteditable]";
  /** What is named by an attribute or a label, and what lends its name to the element around it. */
  const NAMED = "input,select,textarea,button,output,[aria-label],[aria-labelledby],[title],[alt]";
  const LENDING = "[aria-label],[aria-labelledby],[title],[alt],[value]";

  /** The answer, or none where the page's tree or the selector does not allow one. @template T @param {() => T} ask */
  const tried = (ask) => {
    try {
      return ask();
    } catch {
      return undefined;
    }
  };

  /** How many smallest elements hold the text, up to two. @param {Element} element @param {string} text @returns {number} */
  const smallest = (element, text) => {
    if (/^(script|style)$/.test(localName(element)) || !textContent(element).includes(text)) return 0;
    let found = 0;
    for (let child = firstElement(element); child && found < 2; child = nextElement(child))
      found += smallest(child, text);
    return found || 1;
  };

  /** Text with runs of white space as one space each, as XPath has it. @param {Node} node @returns {string} */
  const flat = (node) => textContent(node).replace(/[ \t\r\n]+/g, " ");

  /**
   * The longest piece of a text without digits and line breaks, and not too long.
   * @param {string} text
   */
  const piece = (text) => {
    let longest = "";
    for (const part of text.split(/[\d\t\r\n"]| {2,}/)) if (part.trim().length > longest.length) longest = part.trim();
    return longest.slice(0, LONGEST_PIECE).trim();
  };

  /** The attribute that tells an element's kind (none for a piece of its text, `*` for its tag alone), and the value. @param {Element} element */
  const kindOf = (element) => {
    const text = matches(element, QUIET) ? "" : piece(flat(element)) || flat(element).replace(/^ | $/g, "");
    const by = OWN.find((name) => getAttribute(element, name));
    return text.length > LONGEST_TEXT
      ? ["*", ""]
      : text
        ? ["", text]
        : by
          ? [by, getAttribute(element, by)]
          : ["*", ""];
  };

  /**
   * @typedef {{by: string, text: string, holder: Element, rank: number}} Neighbour what may tell an element from others
   * like it: a text, or an attribute's value; the lower its rank, the longer it lasts
   */

  /** @param {Node} node @returns {Neighbour[]} */
  const tellingOf = (node) => {
    /** @type {Neighbour[]} */
    const list = [];
    const add = (/** @type {string} */ by, /** @type {string | null} */ text, /** @type {Element} */ holder) => {
      const rank = RANKS[by] + (/\d/.test(text ?? "") ? NUMBERED : 0);
      if (text && text.length >= SHORTEST_PIECE && text.length <= LONGEST_TEXT) list.push({ by, text, holder, rank });
    };
    if (nodeType(node) === 3) {
      const text = textContent(node);
      const holder = parentElement(node);
      add("", piece(text), holder);
      add("", text.trim().slice(0, LONGEST_TEXT), holder);
    } else {
      const element = /** @type {Element} */ (node);
      const address = getAttribute(element, "href");
      // Query and user info may be private, a fragment alone is an id.
      if (address && !/[?@#]|^(?!https?:)[a-z]+:/i.test(address)) add("href", address, element);
      const id = getAttribute(element, "id");
      if (id && /^[A-Za-z][\w-]+$/.test(id)) add("id", id, element);
    }
    return list;
  };

  /** How often a text stands in another, up to `most`. @param {string} text @param {string} all @param {number} most */
  const times = (text, all, most) => {
    let count = 0;
    for (let at = all.indexOf(text); at >= 0 && count < most; at = all.indexOf(text, at + 1)) count++;
    return count;
  };

  /**
   * True where it stands nowhere but in the box.
   * @param {Neighbour} one
   * @param {Element} box
   * @param {string} all the document's text
   */
  const isOnlyIn = ({ by, text }, box, all) => {
    if (!by) {
      const here = times(text, textContent(box), MOST_TIMES);
      return here < MOST_TIMES && times(text, all, MOST_TIMES) === here;
    }
    const css = `[${by}="${CSS.escape(text)}"]`;
    return queryDocument(document, css).length === queryAll(box, css).length;
  };

  Object.assign(page, {
    /** @param {Element} element @param {string} css */
    isOnly(element, css) {
      // Most selectors that are tried find something else first, which is known long before all is found.
      if (tried(() => queryFirst(element, css)) !== element) return false;
      return query(element, css).length === 1;
    },
    /** @param {Element} element @param {string} css */
    isOnlyPierced: (element, css) =>
      tried(() => {
        const found = new Set(queryDocument(document, css));
        let looked = 0;
        const visit = (/** @type {Node} */ top) => {
          const walker = createTreeWalker(document, top, NodeFilter.SHOW_ELEMENT);
          while (walker.nextNode() && ++looked < MOST_NODES) {
            const shadow = openShadow(walker.currentNode);
            if (!shadow) continue;
            for (const inner of queryFragment(shadow, css)) found.add(inner);
            visit(shadow);
          }
        };
        visit(document);
        return looked < MOST_NODES && found.size === 1 && found.has(element);
      }) === true,
    /** @param {Element} element @param {string} xpath */
    isOnlyByXpath(element, xpath) {
      const found = tried(() =>
        evaluate(document, xpath, document, null, XPathResult.ORDERED_NODE_ITERATOR_TYPE, null),
      );
      return found?.iterateNext() === element && found.iterateNext() === null;
    },
    /** @param {Element} element @param {string} css */
    inside: (element, css) => queryInside(element, css) ?? undefined,
    /** @param {Element} element @param {string} css @param {string} word @param {number} most */
    alike(element, css, word, most) {
      // In any case: a style may show it in another than it is written in.
      const pattern = new RegExp(word.replace(/[^\p{L}\p{N}]/gu, "\\$&"), "i");
      const holds = (/** @type {string} */ text) => pattern.test(text);
      // Whose name may come from elsewhere than its text.
      const lent = (/** @type {Element} */ other) => firstElement(other) && queryInside(other, LENDING) !== null;
      const list = [];
      for (const other of tried(() => query(element, css)) ?? []) {
        const may =
          other === element ||
          holds(textContent(other)) ||
          ((matches(other, NAMED) || lent(other)) &&
            (holds(outerHtml(other)) ||
              getAttribute(other, "aria-labelledby") !== null ||
              page.labels(other).some((/** @type {Element} */ label) => holds(textContent(label)))));
        if (may && list.push(other) > most) return undefined;
      }
      return list;
    },
    /** @param {Element} element @param {string} text */
    textIsOnly(element, text) {
      if (!textContent(element).includes(text)) return false;
      // A replay's search by text also looks into what fields hold.
      for (const field of queryDocument(document, "input,textarea,select"))
        if (field !== element && `${page.value(field)}`.includes(text)) return false;
      for (let child = firstElement(element); child; child = nextElement(child))
        if (textContent(child).includes(text)) return false;
      const top = body(document) ?? documentElement(document);
      const all = textContent(top);
      return all.indexOf(text) === all.lastIndexOf(text) || smallest(top, text) === 1;
    },
    /** @param {Element} element */
    beside(element) {
      const tag = localName(element);
      const [ownBy, own] = kindOf(element);
      const alike = (/** @type {Element} */ other) =>
        other !== element &&
        (ownBy === "*" || (ownBy ? getAttribute(other, ownBy) === own : flat(other).includes(own)));
      const all = textContent(body(document) ?? documentElement(document));
      /** @type {Neighbour | undefined} */
      let best;
      let inner = element;
      let asked = 0;
      for (let level = 0; level < MOST_LEVELS && asked < MOST_ASKED; level++) {
        const around = parentElement(inner);
        if (!around || some(byTag(around, tag), alike)) break;
        const here = inner;
        const walker = createTreeWalker(
          document,
          around,
          NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
          (/** @type {Node} */ node) =>
            node === here || (nodeType(node) === 1 && matches(node, QUIET))
              ? NodeFilter.FILTER_REJECT
              : NodeFilter.FILTER_ACCEPT,
        );
        while (walker.nextNode() && asked < MOST_ASKED)
          for (const one of tellingOf(walker.currentNode)) {
            asked++;
            if ((best?.rank ?? 9) > one.rank && isOnlyIn(one, around, all)) best = one;
            if ((best?.rank ?? 9) < NUMBERED) asked = MOST_ASKED;
          }
        inner = around;
      }
      return best && [best.by, best.text, best.holder, ownBy, own];
    },
    /** @param {Element} element */
    nextTag(element) {
      const next = nextElement(element);
      return next ? localName(next) : undefined;
    },
    /** @param {Element} element */
    place(element) {
      const tag = localName(element);
      let place = 1;
      let of = 1;
      for (let other = previousElement(element); other; other = previousElement(other))
        if (localName(other) === tag) (place++, of++);
      for (let other = nextElement(element); other; other = nextElement(other)) if (localName(other) === tag) of++;
      return Uint32Array.of(place, of);
    },
  });
})();
