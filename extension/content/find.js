// Answers the recorder's questions about finding an element again: whether a selector finds it, and it alone.
"use strict";
(() => {
  /** @type {any} */
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  const { page, browser } = root.overt;
  const { getter, method, query } = browser;

  const localName = getter(Element, "localName");
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
  /** Attributes that name the element that has them. */
  const NAMING = ["aria-label", "title", "alt", "placeholder", "value"];
  /** What lends its name to the element around it by an attribute. */
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

  Object.assign(page, {
    /** @param {Element} element @param {string} css */
    isOnly(element, css) {
      const found = tried(() => query(element, css));
      return found?.length === 1 && found[0] === element;
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
      const found = tried(() => evaluate(document, xpath, document, null, XPathResult.ORDERED_NODE_ITERATOR_TYPE, null));
      return found?.iterateNext() === element && found.iterateNext() === null;
    },
    /** @param {Element} element @param {string} css */
    inside: (element, css) => queryInside(element, css) ?? undefined,
    /** @param {Element} element @param {string} css @param {string} word @param {number} most */
    alike(element, css, word, most) {
      const small = word.toLowerCase();
      const holds = (/** @type {string | null} */ text) => text !== null && text.toLowerCase().includes(small);
      const list = [];
      for (const other of tried(() => query(element, css)) ?? []) {
        const may =
          other === element ||
          holds(textContent(other)) ||
          NAMING.some((name) => holds(getAttribute(other, name))) ||
          getAttribute(other, "aria-labelledby") !== null ||
          page.labels(other).some((/** @type {Element} */ label) => holds(textContent(label))) ||
          (queryInside(other, LENDING) && holds(outerHtml(other)));
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
