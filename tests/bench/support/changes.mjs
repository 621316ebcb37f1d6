// The code that runs inside a benched page: which elements are targets, and the seven ways in which the page changes.

/**
 * Puts `globalThis.changes` into a page: `targets` (chosen by a fixed seed) and `apply(name)`.
 * It is sent as text, so it holds on to nothing outside itself.
 * @param {number} most how many targets to choose
 * @param {number[]} [chosen] the places in the page of targets that were chosen before
 * @returns {number[]} the places of the targets
 */
export function installChanges(most, chosen) {
  const ACTED_ON =
    "a[href],button,input:not([type=hidden]),select,textarea,summary,label,[role=button],[role=link],[role=tab],[role=menuitem],[role=checkbox],[role=option]";
  /** Taken where fewer than `most` elements are acted on. */
  const READ = ["h1,h2,h3,h4,h5,h6", "p,li,td,figcaption,dt,dd"];
  /** Inside these only certain children may stand: nothing is wrapped there. */
  const STRICT_PARENTS = new Set([
    "TABLE",
    "THEAD",
    "TBODY",
    "TFOOT",
    "TR",
    "UL",
    "OL",
    "DL",
    "SELECT",
    "COLGROUP",
    "MAP",
    "PICTURE",
    "VIDEO",
  ]);
  const TEXT_ATTRIBUTES = ["aria-label", "title", "alt", "placeholder"];
  const ID_ATTRIBUTES = [
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "headers",
    "list",
    "form",
  ];

  /** A number in [0, 1) that depends on the text alone (FNV-1a). @param {string} text */
  const chance = (text) => {
    let hash = 2166136261;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
  };
  const all = [...document.querySelectorAll("*")];
  const place = new Map(all.map((element, index) => [element, index]));
  /** @param {Element} element @param {string} salt */
  const drawn = (element, salt) => chance(`${location.pathname} ${place.get(element)} ${salt}`);

  // Two pages are shown by scripts that do not run here.
  for (const [property, value] of [
    ["display", "block"],
    ["visibility", "visible"],
  ])
    for (const one of [document.documentElement, document.body]) one.style.setProperty(property, value, "important");
  const seen = (/** @type {Element} */ element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const targets = chosen?.map((at) => all[at]) ?? [];
  for (const css of chosen ? [] : [ACTED_ON, ...READ]) {
    const more = [...document.querySelectorAll(css)].filter((element) => !targets.includes(element) && seen(element));
    more.sort((a, b) => drawn(a, "target") - drawn(b, "target"));
    targets.push(...more.slice(0, most - targets.length));
  }

  /** The targets and everything around them, below the body. */
  const around = () => {
    const found = new Set();
    for (const target of targets)
      for (let one = target; one && one !== document.body && one !== document.documentElement; one = one.parentElement)
        found.add(one);
    return [...found];
  };
  const elements = () => [...document.body.querySelectorAll("*")];
  /** What was hidden by a class or an id stays hidden when that has a new name. */
  const keepHidden = () => {
    const hidden = elements().filter(
      (element) => element instanceof HTMLElement && getComputedStyle(element).display === "none",
    );
    for (const element of hidden) element.style.display = "none";
  };
  const renamed = (/** @type {string} */ word) => `n${Math.floor(chance(`name ${word}`) * 2 ** 32).toString(36)}`;
  const otherDigits = (/** @type {string} */ text) =>
    text.replace(/\d+/g, (number) => {
      for (let turn = 0; ; turn++) {
        const other = number.replace(/./g, (_, at) => String(Math.floor(chance(`${number} ${at} ${turn}`) * 10)));
        if (other !== number) return other;
      }
    });
  const SYLLABLES = ["ba", "ke", "li", "mo", "nu", "pra", "ste", "vi", "zo", "gru", "den", "fal"];
  const otherWords = (/** @type {string} */ text) =>
    text.replace(/\p{L}+/gu, (word) => {
      let other = "";
      for (let at = 0; at < Math.max(2, word.length / 3); at++)
        other += SYLLABLES[Math.floor(chance(`${word} ${at}`) * 12)];
      return other;
    });
  const eachText = (/** @type {(text: string) => string} */ change) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      if (!/^(SCRIPT|STYLE)$/.test(node.parentElement?.tagName ?? "")) node.data = change(node.data);
    }
  };
  const eachAttribute = (
    /** @type {string[] | undefined} */ names,
    /** @type {(value: string, name: string) => string} */ change,
  ) => {
    for (const element of elements()) {
      if (element instanceof SVGElement) continue;
      for (const name of names ?? element.getAttributeNames()) {
        const value = element.getAttribute(name);
        if (value && name !== "style") element.setAttribute(name, change(value, name));
      }
    }
  };

  /** @type {Record<string, () => void>} */
  const CHANGES = {
    wrapped() {
      for (const element of around()) {
        const may = !STRICT_PARENTS.has(element.parentElement.tagName) && !(element instanceof SVGElement);
        if (!may || drawn(element, "wrap") < 0.5) continue;
        const wrapper = document.createElement("div");
        element.replaceWith(wrapper);
        wrapper.append(element);
      }
    },
    classes() {
      keepHidden();
      eachAttribute(["class"], (value) => value.replace(/\S+/g, renamed));
    },
    ids() {
      keepHidden();
      eachAttribute(["id", ...ID_ATTRIBUTES], (value) => value.replace(/\S+/g, renamed));
      eachAttribute(["href"], (value) =>
        value.startsWith("#") && value.length > 1 ? `#${renamed(value.slice(1))}` : value,
      );
    },
    inserted() {
      for (const element of around()) {
        const other = document.createElement(element.localName);
        if (element.hasAttribute("class")) other.className = element.getAttribute("class");
        other.textContent = "New entry";
        if (drawn(element, "insert") < 0.5) element.before(other);
        else element.after(other);
        if (drawn(element, "twice") < 0.5) element.before(other.cloneNode(true));
      }
    },
    numbers() {
      keepHidden();
      eachText(otherDigits);
      eachAttribute(undefined, otherDigits);
    },
    texts() {
      eachText(otherWords);
      eachAttribute(TEXT_ATTRIBUTES, otherWords);
      for (const button of document.querySelectorAll("input[type=submit],input[type=button],input[type=reset]"))
        button.setAttribute("value", otherWords(button.getAttribute("value") ?? "Submit"));
    },
    reordered() {
      for (const parent of new Set(around().map((element) => element.parentElement))) {
        const before = [...parent.children];
        const after = [...before].sort((a, b) => drawn(a, "order") - drawn(b, "order"));
        if (before.every((element, at) => element === after[at])) after.reverse();
        const places = before.map((element) => {
          const mark = document.createComment("");
          element.replaceWith(mark);
          return mark;
        });
        places.forEach((mark, at) => mark.replaceWith(after[at]));
      }
    },
  };

  /** @type {any} */ (globalThis).changes = { targets, apply: (/** @type {string} */ name) => CHANGES[name]?.() };
  return targets.map((element) => place.get(element));
}

/** The seven changes, in the order of the table. */
export const CHANGES = ["wrapped", "classes", "ids", "inserted", "numbers", "texts", "reordered"];
