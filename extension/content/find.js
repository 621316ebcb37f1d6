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
  const getAttribute = method(Element, "getAttribute");
  const queryInside = method(Element, "querySelector");
  const firstElement = getter(Element, "firstElementChild");
  const parentElement = getter(Node, "parentElement");
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
  /** A text that stands more often tells nothing. */
  const MOST_TIMES = 4;
  /** What is named by an attribute or a label, and what lends its name to the element around it. */
  const NAMED = "input,select,textarea,button,output,[aria-label],[aria-labelledby],[title],[alt]";
  const LENDING = "[aria-label],[aria-labelledby],[title],[alt],[value]";
  const NAMING = ["aria-label", "title", "alt", "value", "placeholder"];
  /** What else of an element is read, until it changes. */
  const READ = ["href", "src", "name", "role", "type", "onclick", "aria-labelledby", "id", "for", ...NAMING];

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

  /**
   * @typedef {{element: Element, text: string | undefined, plain: boolean}} Nameable an element with the texts that it may be
   * named by, none where they are not to be seen here; plain where there are no elements inside
   * @typedef {{text?: string, addresses?: any, otherwise?: Set<Element>, texts: Map<Element, string>,
   *   nameable: Map<string, Nameable[]>}} Read
   */
  /** What was read of the document since it last changed. @type {Read | undefined} */
  let read;
  const watcher = new MutationObserver(() => forget());
  /** The first change ends it, and with it the watching: nothing is done for the changes after. */
  const forget = () => {
    watcher.disconnect();
    read = undefined;
  };
  /** @returns {Read} */
  const known = () => {
    if (watcher.takeRecords().length > 0) forget();
    if (!read) {
      watcher.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: READ });
      read = { texts: new Map(), nameable: new Map() };
    }
    return read;
  };
  /** The text of the document, with that of its scripts. @returns {string} */
  const allText = () => (known().text ??= textContent(body(document) ?? documentElement(document)));
  /** The text of an element, runs of white space as one space. @param {Element} element @returns {string} */
  const textOf = (element) => {
    const { texts } = known();
    let text = texts.get(element);
    if (text === undefined) texts.set(element, (text = flat(element)));
    return text;
  };

  /** The elements that may be named by more than their text: what is named by an attribute or a label, and what is around. */
  const otherwise = () => {
    const read = known();
    if (!read.otherwise) {
      read.otherwise = new Set();
      for (const one of queryDocument(document, `${NAMED},[value]`))
        for (let around = one; around && !read.otherwise.has(around); around = parentElement(around))
          read.otherwise.add(around);
    }
    return read.otherwise;
  };
  /** What an element may be named by. @param {Element} element @returns {string | undefined} */
  const namesOf = (element) => {
    const text = textOf(element);
    if (!otherwise().has(element)) return text;
    const lenders = firstElement(element) ? [element, ...queryAll(element, LENDING)] : [element];
    if (lenders.some((one) => getAttribute(one, "aria-labelledby") !== null)) return undefined;
    const lent = lenders.flatMap((one) => NAMING.map((by) => getAttribute(one, by) ?? ""));
    return [text, ...lent, ...page.labels(element).map(textOf)].join(" ");
  };
  /** The elements of the document that `css` matches. @param {string} css @returns {Nameable[]} */
  const nameable = (css) => {
    const { nameable: lists } = known();
    let list = lists.get(css);
    if (!list) {
      const found = Array.from(tried(() => queryDocument(document, css)) ?? []);
      list = found.map((element) => ({ element, text: namesOf(element), plain: !firstElement(element) }));
      lists.set(css, list);
    }
    return list;
  };

  /** How often a word stands in a text as it is, in small or capital letters or with a capital. @param {string} word @param {string} text */
  const spelled = (word, text) => {
    const small = word.toLowerCase();
    const ways = new Set([word, small, word.toUpperCase(), small.charAt(0).toUpperCase() + small.slice(1)]);
    let count = 0;
    for (const way of ways) count += times(way, text, MOST_TIMES);
    return count;
  };

  root.overt.finding = { MOST_TIMES, flat, longestWord, times, known, allText, textOf, spelled };

  Object.assign(page, {
    forget,
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
      const holds = (/** @type {Element} */ one) => textOf(one).includes(text);
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
      const longest = longestWord(name).replace(/[^\p{L}\p{N}]/gu, "\\$&");
      const pattern = new RegExp(longest, "i");
      const list = [];
      for (const { element: other, text, plain } of nameable(css)) {
        if (other === element) continue;
        if (text !== undefined) {
          // A name leaves out what is hidden inside, and a style may put more before and after a text.
          if (!pattern.test(text) || (plain && text.trim().length > name.length && !matches(other, NAMED))) continue;
          const lower = text.toLowerCase();
          if (!words.every((word) => lower.includes(word))) continue;
        }
        if (list.push(other) > most) return undefined;
      }
      return list;
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
      let elsewhere = times(text, allText(), MOST_TIMES) - times(text, own, MOST_TIMES);
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
