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
  const closest = method(Element, "closest");
  const getAttribute = method(Element, "getAttribute");
  const queryInside = method(Element, "querySelector");
  const firstElement = getter(Element, "firstElementChild");
  const previousElement = getter(Element, "previousElementSibling");
  const nextElement = getter(Element, "nextElementSibling");
  const openShadow = getter(Element, "shadowRoot");
  const textContent = getter(Node, "textContent");
  const queryDocument = method(Document, "querySelectorAll");
  const queryFragment = method(DocumentFragment, "querySelectorAll");
  const byTag = method(Document, "getElementsByTagName");
  const createTreeWalker = method(Document, "createTreeWalker");
  const documentElement = getter(Document, "documentElement");
  const body = getter(Document, "body");

  /** How many nodes one question may look at before it is given up. */
  const MOST_NODES = 20_000;
  /** How many words of a name are looked for in the page. */
  const MOST_WORDS = 4;
  /** A text that stands more often tells nothing. */
  const MOST_TIMES = 4;
  /** The shortest word, in UTF-16 code units, that tells something. */
  const SHORTEST_WORD = 3;
  /** What is named by an attribute or a label, and what lends its name to the element around it. */
  const NAMED = "input,select,textarea,button,output,[aria-label],[aria-labelledby],[title],[alt]";
  const LENDING = "[aria-label],[aria-labelledby],[title],[alt],[value]";
  const NAMING = ["aria-label", "title", "alt", "value", "placeholder"];

  /** The answer, or none where the page's tree or the selector does not allow one. @template T @param {() => T} ask */
  const tried = (ask) => {
    try {
      return ask();
    } catch {
      return undefined;
    }
  };

  /** Text with runs of white space as one space each, as XPath has it. @param {Node} node @returns {string} */
  const flat = (node) => textContent(node).replace(/[ \t\r\n]+/g, " ");

  /** @param {string} text @returns {string} */
  const longestWord = (text) =>
    text.split(/[ \t\r\n]+/).reduce((long, word) => (word.length > long.length ? word : long), "");

  /** How often a text stands in another, up to `most`. @param {string} text @param {string} all @param {number} most */
  const times = (text, all, most) => {
    let count = 0;
    for (let at = all.indexOf(text); at >= 0 && count < most; at = all.indexOf(text, at + 1)) count++;
    return count;
  };

  /** @type {{element?: Element, text?: string, lower?: string, addresses?: string}} */
  let kept = {};
  /** What was read of the document for all questions about an element in one turn. @param {Element} element */
  const keptFor = (element) => {
    if (kept.element !== element) {
      kept = { element };
      queueMicrotask(() => (kept = {}));
    }
    return kept;
  };
  /** The text of the document, with that of its scripts. @param {Element} element @returns {string} */
  const allText = (element) => (keptFor(element).text ??= textContent(body(document) ?? documentElement(document)));
  /** The same in lower case. @param {Element} element @returns {string} */
  const lowerText = (element) => (keptFor(element).lower ??= allText(element).toLowerCase());

  root.overt.finding = { MOST_TIMES, flat, longestWord, times, keptFor, allText, lowerText };

  Object.assign(page, {
    /** @param {Element} element */
    text: (element) => textContent(element) ?? "",
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
    /** @param {Element} element @param {string} text */
    aloneHolds(element, text) {
      const word = longestWord(text);
      const holds = (/** @type {Element} */ one) => textContent(one).includes(word) && flat(one).includes(text);
      if (!holds(element)) return false;
      for (const other of byTag(document, localName(element))) if (other !== element && holds(other)) return false;
      return true;
    },
    /** @param {Element} element @param {string} css */
    inside: (element, css) => queryInside(element, css) ?? undefined,
    /** @param {Element} element @param {string} css @param {string} name @param {number} most */
    alike(element, css, name, most) {
      // In any case: a style may show it in another than it is written in.
      const words = name.toLowerCase().split(/\s+/);
      // Where no other text of the page has one of the words, only what is named otherwise can have the name.
      const own = textContent(element).toLowerCase();
      const everywhere = lowerText(element);
      const rare = words
        .filter((word) => word.length >= SHORTEST_WORD)
        .slice(0, MOST_WORDS)
        .find((word) => times(word, everywhere, MOST_TIMES) === times(word, own, MOST_TIMES));
      const alone = rare !== undefined;
      const longest = rare ?? longestWord(name.toLowerCase());
      const pattern = new RegExp(longest.replace(/[^\p{L}\p{N}]/gu, "\\$&"), "i");
      const holds = (/** @type {string} */ text) => {
        if (!pattern.test(text)) return false;
        const lower = text.toLowerCase();
        return words.every((word) => lower.includes(word));
      };
      /** What the other may be named by beside its text; `true` where that is not to be seen here. */
      const lent = (/** @type {Element} */ other) => {
        const lenders = firstElement(other) ? [other, ...queryAll(other, LENDING)] : [other];
        if (lenders.some((one) => getAttribute(one, "aria-labelledby") !== null)) return true;
        const texts = lenders.flatMap((one) => NAMING.map((by) => getAttribute(one, by)));
        return [...texts, ...page.labels(other).map(textContent)].join(" ");
      };
      const list = new Set();
      const consider = (/** @type {Element} */ other) => {
        const more = lent(other);
        if (more === true || holds(`${textContent(other)} ${more}`)) list.add(other);
      };
      if (alone) {
        // Beyond ASCII css does not leave case out of account.
        const lends = /^[!-~]+$/.test(longest)
          ? (/** @type {string} */ by) => `[${by}*="${CSS.escape(longest)}" i]`
          : (/** @type {string} */ by) => `[${by}]`;
        for (const one of query(element, `[aria-labelledby],${NAMING.map(lends).join()}`)) {
          const other = tried(() => closest(one, css));
          if (other && other !== element) consider(other);
          if (list.size > most) return undefined;
        }
        return [...list];
      }
      for (const other of tried(() => query(element, css)) ?? []) {
        if (other === element) continue;
        const text = textContent(other);
        // A name may leave out what is hidden inside, and add to a text what a style puts before or after it.
        const may = () => holds(text) && (firstElement(other) || flat(other).trim().length <= name.length);
        if (text.length >= longest.length && may()) list.add(other);
        else if (matches(other, NAMED) || (firstElement(other) && queryInside(other, LENDING))) consider(other);
        if (list.size > most) return undefined;
      }
      return [...list];
    },
    /** @param {Element} element @param {string} text */
    textIsOnly(element, text) {
      const own = textContent(element);
      if (!own.includes(text)) return false;
      for (let child = firstElement(element); child; child = nextElement(child))
        if (textContent(child).includes(text)) return false;
      // A replay's search by text also looks into what fields hold.
      for (const field of queryDocument(document, "input,textarea,select"))
        if (field !== element && `${page.value(field)}`.includes(text)) return false;
      // It looks for the smallest elements that hold the text, and not into scripts.
      let elsewhere = times(text, allText(element), MOST_TIMES) - times(text, own, MOST_TIMES);
      if (elsewhere > 0)
        for (const quiet of queryDocument(document, "body script,body style"))
          elsewhere -= times(text, textContent(quiet), MOST_TIMES);
      return elsewhere === 0;
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
