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
  const parentElement = getter(Node, "parentElement");
  const ownerDocument = getter(Node, "ownerDocument");
  const documentBody = getter(Document, "body");
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
  const labelControl = getter(HTMLLabelElement, "control");
  const inputType = getter(HTMLInputElement, "type");
  const inputFiles = getter(HTMLInputElement, "files");
  const inputChecked = getter(HTMLInputElement, "checked");
  const selectedOptions = getter(HTMLSelectElement, "selectedOptions");
  const selectOptions = getter(HTMLSelectElement, "options");
  const optionText = getter(HTMLOptionElement, "text");
  const optionValue = getter(HTMLOptionElement, "value");

  /** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement | HTMLOutputElement} Field */
  /**
   * Value, labels and form of the elements that have them.
   * @type {[type: new () => Field, value: (of: Field) => string, labels: (of: Field) => NodeListOf<HTMLLabelElement> | null,
   *   form: (of: Field) => HTMLFormElement | null][]}
   */
  const FIELDS = [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, HTMLButtonElement, HTMLOutputElement].map(
    (/** @type {{new (): Field, prototype: Field}} */ type) => [
      type,
      getter(type, "value"),
      getter(type, "labels"),
      getter(type, "form"),
    ],
  );
  const LABELABLE = new Set(["input", "textarea", "select", "button", "output"]);
  /** How much of one text is read, in UTF-16 code units: a name or an observation keeps less. */
  const LONGEST_TEXT = 2_000;
  /** How many options of a list are read. */
  const MOST_OPTIONS = 60;
  /** Fields that were seen as password fields, which they stay. @type {WeakSet<Element>} */
  const passwords = new WeakSet();
  /** Fields that the browser was seen to have filled in: a value that is mended stays its. @type {WeakSet<Element>} */
  const filled = new WeakSet();

  const chromeDom = root.chrome?.dom?.openOrClosedShadowRoot;
  /** What a page may give a shadow root, beside elements of its own, whose names have a hyphen: https://dom.spec.whatwg.org/#valid-shadow-host-name */
  const HOSTS = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$|-/;
  /** @param {Element} element */
  const shadow = (element) => {
    // The browser takes its time to answer: Chromium (156) seconds, of a select with 20,000 options.
    if (!HOSTS.test(localName(element))) return null;
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
  /** @type {OvertElements} */
  const page = {
    tag: (element) => localName(element),
    attribute: (element, name) => attributeStart(element, name) ?? undefined,
    parent: (element) => parentElement(element) ?? page.host(element),
    host(element) {
      const tree = getRootNode(element);
      return tree instanceof ShadowRoot ? shadowHost(tree) : undefined;
    },
    chosenText: (element) =>
      element instanceof HTMLSelectElement ? Array.from(selectedOptions(element), optionText).join(" ") : "",
    // So many tell what a list is of.
    options: (element) =>
      element instanceof HTMLSelectElement
        ? Array.from(selectOptions(element)).slice(0, MOST_OPTIONS).map(optionText)
        : [],
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
    // By its tag: in Firefox instanceof on an element of the page takes its time.
    labelable: (element) => LABELABLE.has(localName(element)),
    labelled: (element) => (element instanceof HTMLLabelElement ? labelControl(element) : undefined),
    form(element) {
      for (const [type, , , form] of FIELDS) if (element instanceof type) return form(element) ?? undefined;
      return undefined;
    },
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
  root.overt.browser = { getter, method, query, queryFirst, LONGEST_TEXT, wholeWords, attributeStart };
})();
