// Answers the recorder's questions about the page, by prototype getters that the page cannot replace.
"use strict";
(() => {
  const root = globalThis;
  root.overt ??= /** @type {OvertShared} */ ({});
  // Injected twice into a document that is already attended to: what is there stays.
  if (root.overt.live?.alive()) return;

  /**
   * The getter of a property as the browser made it. `<input name=id>` replaces `form.id` even for content
   * scripts, but never the prototype of an isolated world.
   * @template {object} T
   * @template {keyof T} K
   * @param {{prototype: T}} type
   * @param {K} name
   */
  const getter = (type, name) => {
    const get = /** @type {(this: T) => T[K]} */ (Object.getOwnPropertyDescriptor(type.prototype, name)?.get);
    return /** @type {OvertGetter<T, K>} */ ((/** @type {T} */ of) => get?.call(of));
  };
  /**
   * @template {object} T
   * @template {keyof T} K
   * @param {{prototype: T}} type
   * @param {K} name
   */
  const method = (type, name) => {
    const call = /** @type {(this: T, ...rest: unknown[]) => unknown} */ (type.prototype[name]);
    return /** @type {OvertMethod<T, K>} */ (
      (/** @type {T} */ of, /** @type {unknown[]} */ ...rest) => call.apply(of, rest)
    );
  };

  const localName = getter(Element, "localName");
  const getAttribute = method(Element, "getAttribute");
  const hasAttributes = method(Element, "hasAttributes");
  const attributeNames = method(Element, "getAttributeNames");
  const firstElement = getter(Element, "firstElementChild");
  const queryInside = method(Element, "querySelector");
  const parentElement = getter(Node, "parentElement");
  const firstChild = getter(Node, "firstChild");
  const nextSibling = getter(Node, "nextSibling");
  const nodeType = getter(Node, "nodeType");
  const ownerDocument = getter(Node, "ownerDocument");
  const documentBody = getter(Document, "body");
  const textLength = getter(CharacterData, "length");
  const textPart = method(CharacterData, "substringData");
  const textContent = getter(Node, "textContent");
  const innerText = getter(HTMLElement, "innerText");
  const getRootNode = method(Node, "getRootNode");
  const closest = method(Element, "closest");
  const matches = method(Element, "matches");
  const getRect = method(Element, "getBoundingClientRect");
  const shadowHost = getter(ShadowRoot, "host");
  const openShadow = getter(Element, "shadowRoot");
  const isEditable = getter(HTMLElement, "isContentEditable");
  const documentById = method(Document, "getElementById");
  const fragmentById = method(DocumentFragment, "getElementById");
  const assignedNodes = method(HTMLSlotElement, "assignedNodes");
  const labelControl = getter(HTMLLabelElement, "control");
  const inputType = getter(HTMLInputElement, "type");
  const inputFiles = getter(HTMLInputElement, "files");
  const inputChecked = getter(HTMLInputElement, "checked");
  const selectedOptions = getter(HTMLSelectElement, "selectedOptions");
  const optionText = getter(HTMLOptionElement, "text");
  const isDrawn = method(Element, "checkVisibility");
  const optionValue = getter(HTMLOptionElement, "value");

  /** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement | HTMLOutputElement} Field */
  /**
   * Value and labels of the elements that have them.
   * @type {[type: new () => Field, value: (of: Field) => string, labels: (of: Field) => NodeListOf<HTMLLabelElement> | null][]}
   */
  const FIELDS = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, HTMLButtonElement, HTMLOutputElement].map(
    (/** @type {{new (): Field, prototype: Field}} */ type) => [type, getter(type, "value"), getter(type, "labels")],
  );
  /** How many nodes inside one element are read, and how much of one text, in UTF-16 code units: a name or an observation keeps less. */
  const MOST_CHILDREN = 2_000;
  const LONGEST_TEXT = 2_000;
  /** After how many elements in a row below the window the rest inside an element is left out, but for the last nodes: a dialog may stand there. */
  const MOST_BELOW = 100;
  const LAST = 20;
  /**
   * What one event may read of the page without a look at the clock, in nodes, and for how long it may go on after that, in ms:
   * anew for the name of the target, for its selectors, and for the observation. What an ordinary page shows in the window (150 to
   * 1,300 nodes on 24 pages of admin-lte) is read also where the machine is slow.
   */
  const SURE = 1_000;
  const TIME = 20;
  /** Lists of names that were asked for. @type {Map<string, string[]>} */
  const lists = new Map();
  /** Fields that were seen as password fields, which they stay. @type {WeakSet<Element>} */
  const passwords = new WeakSet();
  /** Fields that the browser was seen to have filled in: a value that is mended stays its. @type {WeakSet<Element>} */
  const filled = new WeakSet();

  const chromeDom = root.chrome?.dom?.openOrClosedShadowRoot;
  /** @param {Element} element */
  const shadow = (element) => {
    try {
      if (element instanceof HTMLElement === false) return openShadow(element);
      if (chromeDom) return chromeDom.call(root.chrome.dom, element);
      return element.openOrClosedShadowRoot ?? openShadow(element);
    } catch {
      return openShadow(element);
    }
  };

  /** @param {Element} element */
  const treeOf = (element) => {
    const tree = getRootNode(element);
    return tree instanceof ShadowRoot || tree instanceof Document ? tree : document;
  };
  /**
   * Asks the element's own tree.
   * @template T
   * @param {(tree: Document, css: string) => T} inDocument
   * @param {(tree: DocumentFragment, css: string) => T} inFragment
   * @returns {(element: Element, css: string) => T}
   */
  const asker = (inDocument, inFragment) => (element, css) => {
    const tree = treeOf(element);
    return /** @type {(tree: ParentNode, css: string) => T} */ (tree instanceof Document ? inDocument : inFragment)(
      tree,
      css,
    );
  };
  const query = asker(method(Document, "querySelectorAll"), method(DocumentFragment, "querySelectorAll"));
  const queryFirst = asker(method(Document, "querySelector"), method(DocumentFragment, "querySelector"));

  /** The first children in the flat tree: of the shadow root of a host, of a slot what is assigned. @param {Element} element */
  const flatChildren = (element) => {
    if (element instanceof HTMLSlotElement) {
      const assigned = assignedNodes(element, { flatten: true });
      if (assigned.length) return assigned.slice(0, MOST_CHILDREN);
    }
    /** @type {Node[]} */
    const list = [];
    for (
      let node = firstChild(shadow(element) ?? element);
      node && list.length < MOST_CHILDREN;
      node = nextSibling(node)
    )
      if (!root.overt.isOurs?.(node)) list.push(node);
    return list;
  };

  /**
   * The start of a longer text: it ends before the word in which it would be cut and before numbers there, because half a secret
   * looks like none.
   * @param {string} text
   */
  const wholeWords = (text) => {
    const words = text.split(/(?<=\s)(?=\S)/);
    words.pop();
    while (/\d/.test(words.at(-1) ?? "")) words.pop();
    return words.join("");
  };
  /** The value of an attribute, or the start of a long one; ids have numbers. @param {Element} element @param {string} name */
  const attributeStart = (element, name) => {
    const value = getAttribute(element, name);
    if (!value || value.length <= LONGEST_TEXT) return value;
    const start = value.slice(0, LONGEST_TEXT);
    return name === "aria-labelledby" ? start.slice(0, start.lastIndexOf(" ") + 1) : wholeWords(start);
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
    if (element instanceof HTMLSlotElement || shadow(element)) return undefined;
    if (getComputedStyle(element).textTransform !== "none") return undefined;
    return generated(element, "::before") || generated(element, "::after")
      ? undefined
      : textData(/** @type {Text} */ (only));
  };

  /** What is always asked of an element: attributes, by letters that stand for them, and what a privacy marker matches. @type {Map<string, string>} */
  let letters = new Map();
  let anyMarker = "";
  /** @param {number} place */
  const letterOf = (place) => String.fromCharCode("a".charCodeAt(0) + place);
  /** Before the text of an element that holds nothing else, where that is told with it. */
  const ONLY_TEXT = " ";
  /** Bits of an element in the first sign of its first field, which is no space as before a text. */
  const BITS = {
    gone: 1,
    invisible: 2,
    spaced: 4,
    editable: 8,
    marked: 16,
    withoutElements: 32,
    inView: 64,
    always: 256,
  };
  /** A field ends at a NUL. @param {string} text */
  const field = (text) => `${text.includes("\0") ? text.replaceAll("\0", "") : text}\0`;

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

  /** @type {OvertElements} */
  const page = {
    number(element) {
      const known = met.get(element);
      if (known !== undefined) return known;
      met.set(element, met.size);
      return met.size - 1;
    },
    resetNumbers: () => met.clear(),
    /** What follows is read for something else, or for another target. */
    startReading(target) {
      reading = readingFor(target);
    },
    isLate,
    wasLate: () => reading.late,
    /** Names of attributes, with spaces between them, and css of the privacy markers. */
    askAlways(names, marker) {
      letters = new Map(names.split(" ").map((name, place) => [name, letterOf(place)]));
      anyMarker = marker;
    },
    /** What is always asked of an element: its bits and tag, each of its attributes behind its letter, nothing. */
    facts(element, at = side(element), withText = false) {
      let bits = BITS.always | style(element) | (at === 0 ? BITS.inView : 0);
      if (element instanceof HTMLElement && isEditable(element)) bits |= BITS.editable;
      if (!firstElement(element)) bits |= BITS.withoutElements;
      let attributes = "";
      if (hasAttributes(element)) {
        if (matches(element, anyMarker)) bits |= BITS.marked;
        for (const name of attributeNames(element)) {
          const letter = letters.get(name);
          if (letter) attributes += letter + field(/** @type {string} */ (attributeStart(element, name)));
        }
      }
      const text = withText && at === 0 && !(bits & BITS.gone) ? onlyText(element) : undefined;
      const told = text ? ONLY_TEXT + field(text) : "";
      return `${String.fromCharCode(bits)}${field(localName(element))}${attributes}${told}\0`;
    },
    marked: (element) => closest(element, anyMarker),
    holdsMarked: (element) => queryInside(element, anyMarker) !== null,
    tag: (element) => localName(element),
    attribute: (element, name) => attributeStart(element, name) ?? undefined,
    /** Those of the attributes that it has: the letter of its place in the list and its value as a field each. */
    attributes(element, names) {
      if (!hasAttributes(element)) return undefined;
      let list = lists.get(names);
      if (!list) lists.set(names, (list = names.split(" ")));
      let found = "";
      for (const [place, name] of list.entries()) {
        const value = attributeStart(element, name);
        if (value !== null) found += letterOf(place) + field(value);
      }
      return found || undefined;
    },
    parent: (element) => parentElement(element) ?? page.host(element),
    around(element, most) {
      const list = [];
      for (let one = parentElement(element); one && list.length < most; one = parentElement(one)) list.push(one);
      return list;
    },
    children(element) {
      /** Texts, and elements with their facts. @type {(string | [Element, facts: string])[]} */
      const list = [];
      const before = generated(element, "::before");
      if (before) list.push(before);
      /** @type {string | undefined} */
      let transform;
      /** How many elements in a row stand below the window. */
      let below = 0;
      const all = flatChildren(element);
      for (const [place, node] of all.entries()) {
        if (below > MOST_BELOW && place < all.length - LAST) continue;
        const kind = nodeType(node);
        if (++reading.nodes > SURE && isLate() && (kind !== 1 || !isAround(/** @type {Element} */ (node)))) continue;
        if (kind === 1) {
          const at = side(/** @type {Element} */ (node));
          if (at === -1) below++;
          else if (at === 0) below = 0;
          list.push([/** @type {Element} */ (node), page.facts(/** @type {Element} */ (node), at, true)]);
        } else if (kind === 3) {
          const text = textData(/** @type {Text} */ (node));
          if (!text) continue;
          // As it is drawn, and as the browser's own accessibility tree has it.
          transform ??= getComputedStyle(element).textTransform;
          const change = TRANSFORMS[transform];
          const drawn = change ? change(text) : text;
          // Two runs of white space with a comment between leave none in Chromium's tree (seen in 156).
          const last = list.at(-1);
          const withoutSpace = drawn.replace(LEADING_SPACE, "");
          const doubled = typeof last === "string" && !last.replace(LEADING_SPACE, "") && drawn !== withoutSpace;
          if (doubled && list.at(-2)?.[0] instanceof HTMLImageElement === false) list[list.length - 1] = withoutSpace;
          else list.push(drawn);
        }
      }
      const after = generated(element, "::after");
      if (after) list.push(after);
      let fields = "";
      const elements = [];
      for (const node of list) {
        if (typeof node === "string") fields += ` ${field(node)}`;
        else {
          fields += node[1];
          elements.push(node[0]);
        }
      }
      return [fields, ...elements];
    },
    host(element) {
      const tree = getRootNode(element);
      return tree instanceof ShadowRoot ? shadowHost(tree) : undefined;
    },
    rendered: (element) => isDrawn(element, { visibilityProperty: true }),
    chosenText: (element) =>
      element instanceof HTMLSelectElement ? Array.from(selectedOptions(element), optionText).join(" ") : "",
    value(element) {
      for (const [type, value] of FIELDS) if (element instanceof type) return value(element);
      return element instanceof HTMLElement ? innerText(element) : undefined;
    },
    valueStart(element) {
      const written = element instanceof HTMLElement && !page.labelable(element) ? textContent(element) : "";
      // The browser takes its time to tell how a long text is drawn.
      const text = written.length > LONGEST_TEXT ? written : page.value(element);
      return text && text.length > LONGEST_TEXT ? wholeWords(text.slice(0, LONGEST_TEXT)) : text;
    },
    chosen: (element) =>
      element instanceof HTMLSelectElement ? Array.from(selectedOptions(element), optionValue) : [],
    checked: (element) => (element instanceof HTMLInputElement ? inputChecked(element) : undefined),
    files: (element) =>
      element instanceof HTMLInputElement ? Array.from(inputFiles(element) ?? [], (file) => file.name) : [],
    autofilled(element) {
      if (matches(element, ":autofill")) filled.add(element);
      return filled.has(element);
    },
    shadow,
    /** The shadow root that the page keeps closed. */
    closedShadow: (element) => (openShadow(element) ? undefined : (shadow(element) ?? undefined)),
    editable: (element) => element instanceof HTMLElement && isEditable(element) === true,
    takesText: (element) =>
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || page.editable(element),
    body: (element) => documentBody(ownerDocument(element)) ?? undefined,
    matches: (element, css) => matches(element, css),
    labels(element) {
      for (const [type, , labels] of FIELDS) if (element instanceof type) return Array.from(labels(element) ?? []);
      return [];
    },
    labelable: (element) => FIELDS.some(([type]) => element instanceof type),
    labelled: (element) => (element instanceof HTMLLabelElement ? labelControl(element) : undefined),
    byId(element, id) {
      const tree = treeOf(element);
      return tree instanceof Document ? documentById(tree, id) : fragmentById(tree, id);
    },
    closest: (element, css) => closest(element, css),
    bounds(element) {
      const { x, y, width, height } = getRect(element);
      return Int32Array.of(Math.round(x), Math.round(y), Math.round(width), Math.round(height));
    },
    wasPassword(element) {
      const secret =
        (element instanceof HTMLInputElement && inputType(element) === "password") ||
        // A field of plain text that is drawn as dots.
        (page.takesText(element) &&
          !/^(none)?$/.test(getComputedStyle(element).getPropertyValue("-webkit-text-security")));
      if (secret) passwords.add(element);
      return passwords.has(element);
    },
    /** Notes what a field is now, and which are password fields: the page may change that next. */
    noteFields(element) {
      if (element instanceof HTMLInputElement) page.autofilled(element);
      page.wasPassword(element);
      for (const field of query(element, "input[type=password]")) passwords.add(field);
    },
  };

  root.overt.page = /** @type {OvertPage} */ (page);
  root.overt.browser = { getter, method, query, queryFirst };
})();
