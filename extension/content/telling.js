// Packs elements for the core: numbers that stand for them, tags and attributes, and at once all that selectors are made of.
"use strict";
(() => {
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  const { page, browser } = root.overt;
  const { getter, method, attributeStart } = browser;

  const localName = getter(Element, "localName");
  const hasAttributes = method(Element, "hasAttributes");
  const attributeNames = method(Element, "getAttributeNames");
  const matches = method(Element, "matches");
  const queryInside = method(Element, "querySelector");
  const tagsInside = method(Element, "getElementsByTagName");
  const parentElement = getter(Node, "parentElement");
  const previousElement = getter(Element, "previousElementSibling");
  const nextElement = getter(Element, "nextElementSibling");

  /** What has more elements inside is no row, of which one of them tells something. */
  const MOST_INSIDE = 1_000;

  /** The first of the letters that stand for attributes, as src/dom/facts.rs has it. */
  const FIRST_LETTER = "!".charCodeAt(0);
  /** Letters that stand for the names of attributes, with spaces between these, by their places. @param {string} names */
  const lettersFor = (names) =>
    new Map(names.split(" ").map((name, place) => [name, String.fromCharCode(FIRST_LETTER + place)]));
  /** A field ends at a NUL. @param {string} text */
  const field = (text) => `${text.includes("\0") ? text.replaceAll("\0", "") : text}\0`;

  /** Those of the attributes that it has, a field each after its letter. @param {Element} element @param {Map<string, string>} letters */
  const attributesOf = (element, letters) => {
    let fields = "";
    for (const name of attributeNames(element)) {
      const letter = letters.get(name);
      if (letter) fields += letter + field(attributeStart(element, name) ?? "");
    }
    return fields;
  };

  /** The elements that this event led to, and their numbers. @type {Map<Element, number>} */
  const met = new Map();
  /** The same in the order of their numbers. @type {Element[]} */
  let inOrder = [];
  /** @param {Element} element */
  const number = (element) => {
    const known = met.get(element);
    if (known !== undefined) return known;
    met.set(element, inOrder.length);
    return inOrder.push(element) - 1;
  };

  /** @returns {OvertTold} */
  const nothingTold = () => ({ fields: "", numbers: [] });

  /** An element with its tag and those of the attributes that it has. @param {OvertTold} told @param {Element} element @param {Map<string, string>} letters */
  const describe = (told, element, letters) => {
    told.numbers.push(number(element));
    told.fields += `${field(localName(element))}${hasAttributes(element) ? attributesOf(element, letters) : ""}\0`;
  };
  /** An element and at most so many around it in its tree, the nearest first. @param {Element} element @param {number} most @returns {Generator<Element, void, void>} */
  const upFrom = function* (element, most) {
    for (let one = /** @type {Element | null} */ (element); one && most-- >= 0; one = parentElement(one)) yield one;
  };
  /** The element's place among its siblings of the same tag, from 1, and how many there are. @param {Element} element */
  const placeOf = (element) => {
    const tag = localName(element);
    let place = 1;
    let after = 0;
    for (let other = previousElement(element); other; other = previousElement(other))
      if (localName(other) === tag) place++;
    for (let other = nextElement(element); other; other = nextElement(other)) if (localName(other) === tag) after++;
    return [place, place + after];
  };

  root.overt.telling = { lettersFor, field, attributesOf, nothingTold };

  /** @type {OvertTelling} */
  const answers = {
    number,
    numbered: (number) => /** @type {Element} */ (inOrder[number]),
    endReading() {
      const all = inOrder;
      met.clear();
      page.forget();
      inOrder = [];
      return all;
    },
    lineage(element, names, conditions, most) {
      const told = nothingTold();
      const letters = lettersFor(names);
      let bits = 0;
      for (const [place, css] of conditions.split("\0").entries()) if (matches(element, css)) bits |= 1 << place;
      told.numbers.push(bits);
      for (const one of upFrom(element, most)) describe(told, one, letters);
      told.fields += "\0";
      const host = page.host(element);
      if (host) describe(told, host, letters);
      return told;
    },
    held(element, css, names, most) {
      const told = nothingTold();
      const letters = lettersFor(names);
      for (const one of upFrom(element, most)) {
        const isSmall = tagsInside(one, "*")[MOST_INSIDE] === undefined;
        const inner = isSmall ? queryInside(one, css) : null;
        if (inner) describe(told, inner, letters);
        else told.fields += "\0";
      }
      return told;
    },
    places(element, most) {
      const next = nextElement(element);
      // The page of a replay has no indicator.
      const told = next && !root.overt.isOurs?.(next);
      return {
        fields: field(told ? localName(next) : ""),
        numbers: Array.from(upFrom(element, most), placeOf).flat(),
      };
    },
  };
  Object.assign(page, answers);
})();
