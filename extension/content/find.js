// Answers the recorder's questions about finding an element again: whether a selector finds it, and it alone.
"use strict";
(() => {
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
  const nextElement = getter(Element, "nextElementSibling");
  const openShadow = getter(Element, "shadowRoot");
  const textContent = getter(Node, "textContent");
  const queryDocument = method(Document, "querySelectorAll");
  const queryFragment = method(DocumentFragment, "querySelectorAll");
  const byTag = method(Document, "getElementsByTagName");
  const createTreeWalker = method(Document, "createTreeWalker");
  const position = method(Node, "compareDocumentPosition");
  const documentElement = getter(Document, "documentElement");
  const body = getter(Document, "body");
  const ownerTree = method(Node, "getRootNode");

  /** How many nodes one question may look at before it is given up. */
  const MOST_NODES = 20_000;
  /**
   * How many elements all questions about one target may look at, each counted anew for each question: a selector that
   * cannot be checked within that is left out. So much text is read in the time of one, and a name in the time of so many.
   */
  const MOST_LOOKED_AT = 300_000;
  /** So many of them without a look at the clock. */
  const SURE = 30_000;
  const TEXT_AS_ELEMENT = 50;
  const NAME_AS_ELEMENTS = 10;
  /** Of how many elements the names are compared, in steps of so many: most names are found to be common in the first. */
  const MOST_NAMEABLE = 4_000;
  const NAMED_AT_ONCE = 250;
  /** A text that stands more often tells nothing. */
  const MOST_TIMES = 4;
  /** A longer text, in UTF-16 code units, is looked through as it stands, and not for a name. */
  const LONGEST_FLAT = 20_000;
  /** How many labels of one control are looked at. */
  const MOST_LABELS = 64;
  /** How much of either end of a long text is told, in UTF-16 code units. */
  const LONGEST_END = 2_000;
  /** What is named by an attribute or a label, and what lends its name to the element around it. */
  const NAMED = "input,select,textarea,button,output,[aria-label],[aria-labelledby],[title],[alt]";
  const NAMED_OTHERWISE = `${NAMED},[value]`;
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

  let looked = 0;
  /** Counts what is to be looked at; false once it is too much. @param {number} elements */
  const mayLook = (elements) => (looked += elements) <= SURE || (looked <= MOST_LOOKED_AT && !page.isLate());
  /** How many elements are in the document, which the browser keeps count of. */
  const size = () => byTag(document, "*").length;

  /** Whether css finds the element and no other in its tree. @param {Element} element @param {string} css */
  const isOnly = (element, css) => {
    // It may have a sibling of its kind; and most selectors that are tried find something else first, which is known long
    // before all is found.
    if (tried(() => matches(element, css)) !== true || !mayLook(size())) return false;
    return queryFirst(element, css) === element && mayLook(size()) && query(element, css).length === 1;
  };

  /** Text with runs of white space as one space each, as XPath has it. @param {Element} element */
  const flat = (element) => textContent(element).replace(/[ \t\r\n]+/g, " ");

  /** Finds a text in another in which each space may be a longer run of white space. @param {string} text */
  const spacedOut = (text) => new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll(" ", "[ \\t\\r\\n]+"));

  /** How often a text stands in another, up to `most`. @param {string} text @param {string} all @param {number} most */
  const times = (text, all, most) => {
    let count = 0;
    for (let at = all.indexOf(text); at >= 0 && count < most; at = all.indexOf(text, at + 1)) count++;
    return count;
  };

  /** What was read of the document since it last changed. @type {OvertRead | undefined} */
  let last;
  const watcher = new MutationObserver(() => reset());
  /** The first change ends it, and with it the watching: nothing is done for the changes after. */
  const reset = () => {
    watcher.disconnect();
    last = undefined;
  };
  const known = () => {
    if (watcher.takeRecords().length > 0) reset();
    if (!last) {
      watcher.observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: READ });
      last = { texts: new Map(), nameable: new Map() };
    }
    return last;
  };
  /** The text of the document, with that of its scripts. @returns {string} */
  const allText = () => (known().text ??= textContent(body(document) ?? documentElement(document)));
  /** How often a text stands in the document, up to MOST_TIMES, which is said too where there is too much to look through. @param {string} text */
  const timesInAll = (text) => {
    const all = allText();
    return mayLook(all.length / TEXT_AS_ELEMENT) ? times(text, all, MOST_TIMES) : MOST_TIMES;
  };
  /** The text of an element, runs of white space as one space. @param {Element} element @returns {string} */
  const textOf = (element) => {
    const { texts } = known();
    let text = texts.get(element);
    if (text === undefined) {
      texts.set(element, (text = flat(element)));
      mayLook(text.length / TEXT_AS_ELEMENT);
    }
    return text;
  };

  /** The labels of the document by the id that they are for; the browser would walk through the document for each control. */
  const labelsById = () => {
    const read = known();
    if (!read.labels) {
      read.labels = new Map();
      for (const label of queryDocument(document, "label[for]")) {
        const id = /** @type {string} */ (getAttribute(label, "for"));
        const list = read.labels.get(id);
        if (list) list.push(label);
        else read.labels.set(id, [label]);
      }
    }
    return read.labels;
  };
  /** The labels of a control of the document, in order. @param {Element} control @returns {Element[]} */
  const labels = (control) => {
    const list = [];
    for (let up = /** @type {Element | null} */ (control); up; up = parentElement(up))
      if (localName(up) === "label") list.unshift(up);
    const id = getAttribute(control, "id");
    const byId = (id && labelsById().get(id)) || [];
    const all = new Set([...list.slice(0, MOST_LABELS), ...byId.slice(0, MOST_LABELS)]);
    return Array.from(all)
      .filter((label) => page.labelled(label) === control)
      .sort((a, b) => (position(a, b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  };
  const labelsInShadow = page.labels;

  /** True for an element that may be named by more than its text: by an attribute or a label, its own or of what is inside. @param {Element} element */
  const isOtherwiseNamed = (element) =>
    matches(element, NAMED_OTHERWISE) || (firstElement(element) && queryInside(element, NAMED_OTHERWISE) !== null);
  /** What an element may be named by, unless only the core can tell. @param {Element} element @returns {string | undefined} */
  const namesOf = (element) => {
    if (textContent(element).length > LONGEST_FLAT) return undefined;
    const text = textOf(element);
    if (!isOtherwiseNamed(element)) return text;
    const lenders = firstElement(element) ? [element, ...queryAll(element, LENDING)] : [element];
    if (lenders.some((one) => getAttribute(one, "aria-labelledby") !== null)) return undefined;
    const lent = lenders.flatMap((one) => NAMING.map((by) => getAttribute(one, by) ?? ""));
    return [text, ...lent, ...page.labels(element).map(textOf)].join(" ");
  };
  /** What these elements may be named by. @param {Element[]} elements @returns {OvertNames} */
  const namesOfAll = (elements) => {
    /** @type {OvertNames} */
    const names = { list: [], all: "", starts: [], unsure: [] };
    const texts = [];
    let end = 0;
    for (const element of elements) {
      const text = namesOf(element);
      if (text === undefined) {
        names.unsure.push(element);
        continue;
      }
      names.list.push({ element, text, plain: !firstElement(element) });
      const lower = text.toLowerCase();
      texts.push(lower);
      names.starts.push(end);
      end += lower.length + 1;
    }
    names.all = texts.join("\n");
    return names;
  };
  /** The names of the elements of the document that `css` matches, part by part as they are asked for. @param {string} css @returns {Generator<OvertNames, void, void>} */
  const nameable = function* (css) {
    const { nameable: made } = known();
    let all = made.get(css);
    if (!all) made.set(css, (all = { elements: tried(() => queryDocument(document, css)) ?? [], parts: [] }));
    const { elements, parts } = all;
    for (let at = 0; at * NAMED_AT_ONCE < elements.length; at++)
      yield (parts[at] ??= namesOfAll(
        Array.prototype.slice.call(elements, at * NAMED_AT_ONCE, (at + 1) * NAMED_AT_ONCE),
      ));
  };

  /** The place of the last of the ascending numbers that is not above `most`. @param {number[]} numbers @param {number} most */
  const lastUpTo = (numbers, most) => {
    let [from, to] = [0, numbers.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (/** @type {number} */ (numbers[middle]) <= most) from = middle;
      else to = middle;
    }
    return from;
  };

  /** How often a word stands in a text as it is, in small or capital letters or with a capital. @param {string} word @param {string} text */
  const spelled = (word, text) => {
    const small = word.toLowerCase();
    const ways = new Set([word, small, word.toUpperCase(), small.charAt(0).toUpperCase() + small.slice(1)]);
    let count = 0;
    for (const way of ways) count += times(way, text, MOST_TIMES);
    return count;
  };

  /** Whether the element is the only smallest one of the document whose text holds the text. @param {Element} element @param {string} text */
  const textIsOnly = (element, text) => {
    const own = textContent(element);
    if (!own.includes(text)) return false;
    for (let child = firstElement(element); child; child = nextElement(child))
      if (textContent(child).includes(text)) return false;
    // A replay's search by text also looks into what fields hold.
    const read = known();
    read.fields ??= [...queryDocument(document, "input,textarea,select")];
    if (!mayLook(read.fields.length)) return false;
    for (const field of read.fields) if (field !== element && `${page.value(field)}`.includes(text)) return false;
    // It looks for the smallest elements that hold the text, and not into scripts.
    let elsewhere = timesInAll(text) - times(text, own, MOST_TIMES);
    if (elsewhere > 0) {
      read.unseen ??= Array.from(queryDocument(document, "body script,body style"), textContent).join("\n");
      elsewhere -= times(text, read.unseen, MOST_TIMES);
    }
    return elsewhere === 0;
  };

  /**
   * Whether no other element of its tag in the document has the text in its own, runs of white space as one space.
   * @param {Element} element
   * @param {string} text
   * @param {boolean} [whole] whether it has to be all of it, but for white space at its ends
   */
  const aloneHolds = (element, text, whole) => {
    const spaced = spacedOut(text);
    const holds = (/** @type {Element} */ one) => {
      const { length } = textContent(one);
      if (length <= LONGEST_FLAT)
        return whole ? textOf(one).replace(/^ | $/g, "") === text : textOf(one).includes(text);
      return !mayLook(length / TEXT_AS_ELEMENT) || spaced.test(textContent(one));
    };
    if (!holds(element)) return false;
    for (const other of byTag(document, localName(element)))
      if (!mayLook(NAME_AS_ELEMENTS) || (other !== element && holds(other))) return false;
    return true;
  };

  root.overt.finding = {
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
  };

  /** @type {OvertFind} */
  const answers = {
    reset,
    /** What follows is asked about another target, or for another end. */
    startLooking(target) {
      looked = 0;
      page.startReading(target);
    },
    /** Of a long text its two ends. */
    text(element) {
      const text = textContent(element) ?? "";
      return text.length > 2 * LONGEST_END ? text.slice(0, LONGEST_END) + text.slice(-LONGEST_END) : text;
    },
    labels: (element) =>
      !page.labelable(element) ? [] : ownerTree(element) === document ? labels(element) : labelsInShadow(element),
    firstOnly(element, css, dependsOn, shared) {
      const fields = css.split("\0");
      let at = 0;
      return Int32Array.from(dependsOn, (breaking) => {
        const end = fields.indexOf("", at);
        const search = fields.slice(at, end);
        at = end + 1;
        if (!(shared & ~breaking)) return -1;
        const place = search.findIndex((one) => isOnly(element, one));
        if (place >= 0) shared &= breaking;
        return place;
      });
    },
    isOnlyPierced: (element, css) =>
      tried(() => {
        const found = new Set(queryDocument(document, css));
        let visited = 0;
        const visit = (/** @type {Node} */ top) => {
          const walker = createTreeWalker(document, top, NodeFilter.SHOW_ELEMENT);
          while (walker.nextNode() && ++visited < MOST_NODES) {
            const shadow = openShadow(/** @type {Element} */ (walker.currentNode));
            if (!shadow) continue;
            for (const inner of queryFragment(shadow, css)) found.add(inner);
            visit(shadow);
          }
        };
        visit(document);
        return visited < MOST_NODES && found.size === 1 && found.has(element);
      }) === true,
    inside: (element, css) => queryInside(element, css) ?? undefined,
    alike(element, css, name, most) {
      // In any case: a style may show it in another than it is written in.
      const words = name.toLowerCase().split(/\s+/);
      const rarest = words.reduce((long, word) => (word.length > long.length ? word : long), "");
      /** @type {Element[]} */
      const found = [];
      let compared = 0;
      for (const { list, all, starts, unsure } of nameable(css)) {
        compared += NAMED_AT_ONCE;
        if (compared > MOST_NAMEABLE || !mayLook(NAMED_AT_ONCE * NAME_AS_ELEMENTS)) return undefined;
        found.push(...unsure.filter((other) => other !== element));
        for (let at = all.indexOf(rarest); at >= 0 && found.length <= most;) {
          const place = lastUpTo(starts, at);
          const end = starts[place + 1] ?? all.length;
          const { element: other, text, plain } = /** @type {OvertNameable} */ (list[place]);
          const lower = all.slice(starts[place], end);
          // A name leaves out what is hidden inside, and a style may put more before and after a text.
          const longer = plain && text.trim().length > name.length && !matches(other, NAMED);
          if (other !== element && !longer && words.every((word) => lower.includes(word))) found.push(other);
          at = all.indexOf(rarest, end);
        }
        if (found.length > most) return undefined;
      }
      return found;
    },
    firstText(element, ...lists) {
      const [smallest = [], whole = [], alone = []] = lists.map((list) => list.split("\0").slice(0, -1));
      const ways = [
        ...smallest.map((text) => () => textIsOnly(element, text)),
        ...whole.map((text) => () => aloneHolds(element, text, true)),
        ...alone.map((text) => () => aloneHolds(element, text)),
      ];
      return ways.findIndex((isFound) => isFound());
    },
  };
  Object.assign(page, answers);
})();
