// What runs inside a page of which a snapshot is taken: it is made small, then read. Each is sent as text, so it holds on to nothing outside.

/**
 * Takes out of the page what a snapshot leaves out, so that the browser's answers and the snapshot are of the same page: scripts,
 * comments, indentation, the inside of drawings, most of what is repeated or hidden, and what is below the window.
 * @param {number} mostAlike how many siblings of one tag and class stay
 * @param {number} mostHidden how many elements stay that are not drawn, beside those that never are
 */
export function makeSmall(mostAlike, mostHidden) {
  /** Style sheets of the page as constructed ones, which are no text of it. @param {Document | ShadowRoot} tree */
  const adoptStyles = (tree) => {
    for (const style of tree.querySelectorAll("style")) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style.textContent ?? "");
      tree.adoptedStyleSheets.push(sheet);
      style.remove();
    }
  };
  /** @param {Document | ShadowRoot} tree */
  const clean = (tree) => {
    adoptStyles(tree);
    for (const one of tree.querySelectorAll("script,noscript,template,meta,link:not([rel=stylesheet])")) one.remove();
    for (const one of tree.querySelectorAll("svg *")) if (!one.matches("title,desc,text,a")) one.remove();
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(/** @type {CharacterData} */ (walker.currentNode));
    for (const node of found) {
      if (node.nodeType === Node.COMMENT_NODE) node.remove();
      else if (!node.parentElement?.closest("pre,textarea")) node.data = node.data.replace(/[ \t]*\n\s*/g, "\n");
    }
    for (const one of tree.querySelectorAll("*")) if (one.shadowRoot) clean(one.shadowRoot);
  };
  clean(document);
  for (const parent of document.body.querySelectorAll("*")) {
    const kinds = new Map();
    for (const child of [...parent.children]) {
      const kind = `${child.localName} ${child.getAttribute("class") ?? ""}`;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kinds.get(kind) > mostAlike) child.remove();
    }
  }
  const below = [...document.body.querySelectorAll("*")].filter((one) => {
    const { top, width, height } = one.getBoundingClientRect();
    return width > 0 && height > 0 && top >= innerHeight;
  });
  for (const one of below) one.remove();
  const hidden = [...document.body.querySelectorAll("*")].filter(
    (one) => !one.checkVisibility({ visibilityProperty: true }) && !one.matches("option,optgroup,datalist,area,map"),
  );
  for (const one of hidden.slice(mostHidden)) one.remove();
}

/**
 * The page as data: what the core may ask about it.
 * @returns {{viewport: [number, number], styles: object[], page: unknown, elements: Element[]}} `elements`: all of them, in the order of the
 *   snapshot, an element before its shadow tree and that before its children
 */
export function readPage() {
  /** Attributes that no question is about: they would only make the file long. */
  const LEFT_OUT =
    /^(style|srcset|sizes|integrity|crossorigin|d|points|viewbox|fill|stroke.*|xmlns.*|loading|on(?!click).*)$/i;
  /** An address that is longer is an image written out. */
  const LONGEST_VALUE = 500;
  /** What has its text for a value. */
  const FIELD_ROLES = "[role=combobox],[role=listbox],[role=searchbox],[role=slider],[role=spinbutton],[role=textbox]";
  /** @type {Element[]} */
  const elements = [];
  /** @type {object[]} */
  const styles = [];
  /** @type {Map<string, number>} */
  const known = new Map();
  const round = Math.round;

  /** The place in `styles` of how the element is drawn. @param {Element} element */
  const styleOf = (element) => {
    const computed = getComputedStyle(element);
    const content = (/** @type {string} */ pseudo) => {
      const drawn = getComputedStyle(element, pseudo);
      const isDrawn = drawn.display !== "none" && !["none", "normal", '""'].includes(drawn.content);
      return isDrawn ? drawn.content : undefined;
    };
    const security = computed.getPropertyValue("-webkit-text-security");
    const style = {
      display: computed.display,
      visibility: computed.visibility === "visible" ? undefined : computed.visibility,
      textTransform: computed.textTransform === "none" ? undefined : computed.textTransform,
      before: content("::before"),
      after: content("::after"),
      dotted: (security !== "none" && security !== "") || undefined,
      unrendered: !element.checkVisibility({ visibilityProperty: true }) || undefined,
    };
    const key = JSON.stringify(style);
    const place = known.get(key) ?? styles.push(style) - 1;
    known.set(key, place);
    return place;
  };

  /** What a person or a script did to it, where that is not to be seen of its attributes. @param {any} element */
  const stateOf = (element) => {
    /** @type {Record<string, unknown>} */
    const state = {};
    const { localName } = element;
    if (/^(input|textarea|output)$/.test(localName) && element.type !== "file") {
      const written = localName === "input" ? (element.getAttribute("value") ?? "") : element.textContent;
      if (element.value !== written) state.value = element.value;
    }
    if (element.type === "file" && element.files?.length) state.files = [...element.files].map((file) => file.name);
    if (localName === "input" && element.checked) state.checked = true;
    if (localName === "option" && element.selected && element.closest("select")) state.selected = true;
    if (element.isContentEditable) state.editable = true;
    if (element.matches(":autofill")) state.autofilled = true;
    if (/** @type {any} */ (customElements.get(localName))?.formAssociated) state.formAssociated = true;
    if (element instanceof HTMLElement && !/^(input|textarea|select|button|output)$/.test(localName)) {
      const drawn = element.innerText;
      const isField = element.isContentEditable || element.matches(FIELD_ROLES);
      // Of other elements only how the drawn text begins and ends is asked for, which is known without it.
      if (isField || (drawn !== drawn.trim() && drawn.length < LONGEST_VALUE)) state.drawn = drawn;
    }
    return state;
  };

  /** @param {Node} node @returns {unknown[]} */
  const read = (node) => {
    if (node.nodeType === 3) return [/** @type {Text} */ (node).data];
    if (!(node instanceof Element)) return [];
    elements.push(node);
    const attributes = [...node.attributes].filter(({ name }) => !LEFT_OUT.test(name));
    const { x, y, width, height } = node.getBoundingClientRect();
    /** @type {unknown[]} */
    const list = [
      node.localName,
      Object.fromEntries(attributes.map(({ name, value }) => [name, value.slice(0, LONGEST_VALUE)])),
      styleOf(node),
      [x, y, width, height].map(round),
    ];
    const state = stateOf(node);
    if (node.shadowRoot) state.shadow = [...node.shadowRoot.childNodes].flatMap(read);
    if (Object.keys(state).length) list.push(state);
    list.push(...[...node.childNodes].flatMap(read));
    return [list];
  };
  const [page] = read(document.documentElement);
  return { viewport: [innerWidth, innerHeight], styles, page, elements };
}
