// Reads many elements of the page at once for the core: what names, fields and an observation depend on, of all that is in the window.
"use strict";
(() => {
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  const { page, browser, drawing, telling } = root.overt;
  const { getter, method, LONGEST_TEXT, wholeWords } = browser;
  const { flatChildren, textData, withoutLeadingSpace, drawnText, generated, onlyText, style, side } = drawing;
  const { lettersFor, field, attributesOf, nothingTold } = telling;

  const localName = getter(Element, "localName");
  const getAttribute = method(Element, "getAttribute");
  const hasAttributes = method(Element, "hasAttributes");
  const firstElement = getter(Element, "firstElementChild");
  const parentElement = getter(Node, "parentElement");
  const nodeType = getter(Node, "nodeType");
  const matches = method(Element, "matches");
  const isEditable = getter(HTMLElement, "isContentEditable");
  const closest = method(Element, "closest");
  const queryInside = method(Element, "querySelector");
  const tagsInside = method(Element, "getElementsByTagName");

  /** After how many elements in a row below the window the rest inside an element is left out, but for the last nodes: a dialog may stand there. */
  const MOST_BELOW = 100;
  const LAST = 20;
  /** So many nodes are a short run. */
  const SHORT = 50;
  /** How many ids one name may be put together from. */
  const MOST_NAMING = 64;
  /** How deep one reading goes; deeper pages are made to hurt, and read a level at a time. */
  const DEEPEST = 64;
  /**
   * What one event may read of the page without a look at the clock, in nodes, and for how long it may go on after that, in ms:
   * anew for the name of the target, for its selectors, and for the observation. What an ordinary page shows in the window (150 to
   * 1,300 nodes on 24 pages of admin-lte) is read also where the machine is slow.
   */
  const SURE = 1_000;
  const TIME = 20;

  /** What the core asks of each element, as `askAlways` in src/dom/page.rs tells it. @type {OvertAsked} */
  let asked;

  /** Before a text; before that of an element that holds nothing else; before all text in an element, what a field holds, what is chosen in it. */
  const TEXT = " ";
  const [WHOLE_TEXT, VALUE, CHOSEN] = ["|", "}", "~"];
  /** Bits of an element after those of its style, as src/dom/facts.rs has them. */
  const BITS = {
    gone: 1,
    invisible: 2,
    spaced: 4,
    editable: 8,
    marked: 16,
    withoutElements: 32,
    inView: 64,
    rendered: 128,
    labelled: 256,
    childrenFollow: 512,
    namedByIds: 1 << 10,
    inParent: 1 << 11,
    inMarked: 1 << 12,
    inSection: 1 << 13,
    inGrid: 1 << 14,
    wholeText: 1 << 15,
    isField: 1 << 16,
    checkable: 1 << 17,
    checked: 1 << 18,
    wasPassword: 1 << 19,
    autofilled: 1 << 20,
    unhosted: 1 << 21,
    unmarkedInside: 1 << 22,
  };

  /** Those of which all that is asked was told in this event, what is inside included. @type {Set<Element>} */
  const opened = new Set();
  /** Those by which others are named, of which that is still to be told. @type {Element[]} */
  let naming = [];

  /**
   * What is read of the page just now: since when, how many nodes of it were read, and for which target.
   * @typedef {{since: number, nodes: number, target: EventTarget | null | undefined, around: Set<Element> | undefined, late: boolean}} Reading
   */
  /** @param {EventTarget | null} [target] @returns {Reading} */
  const readingFor = (target) => ({ since: performance.now(), nodes: 0, target, around: undefined, late: false });
  let reading = readingFor();
  /** How many nodes one reading of a rehearsal reads, and no more. @type {number | undefined} */
  let rehearsed;
  const isLate = () => (reading.late ||= performance.now() - reading.since > TIME);
  /** Counts a node; false where enough was read, and for long enough. */
  const mayRead = () => ++reading.nodes <= (rehearsed ?? SURE) || (rehearsed === undefined && !isLate());
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

  /** What holds nothing, or nothing that is asked for. */
  const CLOSED = new Set(["input", "textarea", "select", "br"]);
  /** What has another role inside the parts of a page. */
  const PARTS = new Set(["header", "footer", "aside"]);

  /** What the role of an element depends on around it. @param {Element} element @param {string} tag @param {boolean} isPlain */
  const roleBits = (element, tag, isPlain) => {
    if (PARTS.has(tag)) {
      const around = page.parent(element);
      return around && closest(around, asked.sections) ? BITS.inSection : 0;
    }
    const mayBeRow = tag === "tr" || (!isPlain && getAttribute(element, "role") !== null);
    return mayBeRow && closest(element, asked.grids) ? BITS.inGrid : 0;
  };

  /** Whether a person sets what it holds. @param {Element} element @param {string} tag @param {number} bits @param {boolean} isPlain */
  const isField = (element, tag, bits, isPlain) =>
    bits & BITS.editable
      ? !page.editable(parentElement(element))
      : (CLOSED.has(tag) || !isPlain) && matches(element, asked.fields) && element instanceof HTMLElement;

  /** What a field holds. @param {Element} element */
  const fieldState = (element) => {
    const value = page.valueStart(element);
    const chosen = page.chosenText(element);
    const checked = page.checked(element);
    return {
      fields: (value ? VALUE + field(value) : "") + (chosen ? CHOSEN + field(start(chosen)) : ""),
      bits:
        BITS.isField |
        (checked === undefined ? 0 : BITS.checkable) |
        (checked ? BITS.checked : 0) |
        (page.wasPassword(element) ? BITS.wasPassword : 0) |
        (page.autofilled(element) ? BITS.autofilled : 0),
    };
  };
  /** The start of a long text. @param {string} text */
  const start = (text) => (text.length > LONGEST_TEXT ? wholeWords(text.slice(0, LONGEST_TEXT)) : text);

  /** The elements of the ids by which it is named. @param {Element} element */
  const namedBy = (element) => {
    const ids = page.attribute(element, "aria-labelledby")?.split(/[ \t\n\f\r]+/) ?? [];
    return ids
      .filter((id) => id)
      .slice(0, MOST_NAMING)
      .map((id) => page.byId(element, id))
      .filter((one) => one !== null);
  };

  /** Tells of elements that name another one, and that they are to be told too. @param {OvertTold} told @param {Element[]} elements */
  const tellNaming = (told, elements) => {
    told.numbers.push(elements.length, ...elements.map(page.number));
    for (const one of elements) if (!opened.has(one)) naming.push(one);
  };

  /**
   * How an element is come to.
   * @typedef {object} Way
   * @property {number} side on which of the window it stands
   * @property {Element} [parent] the element inside which it is told
   * @property {boolean} inMarked a privacy marker is around it
   * @property {boolean} besides something stands beside it
   * @property {boolean} isAsked it is told with all that names it, in the window or not
   * @property {"none" | "shown" | "all"} inside what of its inside is told with it: nothing, what is shown in the window, or in any case
   * @property {number} depth
   */

  /** Whether what is inside an element is read with it. @param {Element} element @param {string} tag @param {number} bits @param {Way} way */
  const isEntered = (element, tag, bits, { inside, depth }) =>
    inside === "all" ||
    (inside === "shown" &&
      depth < DEEPEST &&
      (bits & (BITS.inView | BITS.gone | BITS.editable)) === BITS.inView &&
      !CLOSED.has(tag) &&
      !opened.has(element));

  /** @param {OvertTold} told @param {Element} element @param {Way} way */
  const tell = (told, element, way) => {
    const tag = localName(element);
    const drawn = getComputedStyle(element);
    let bits =
      style(element, drawn) | (way.side === 0 ? BITS.inView : 0) | (drawing.isRendered(element) ? BITS.rendered : 0);
    if (element instanceof HTMLElement && isEditable(element)) bits |= BITS.editable;
    if (!firstElement(element)) bits |= BITS.withoutElements;
    const inParent = way.parent !== undefined && parentElement(element) === way.parent;
    if (inParent) bits |= BITS.inParent;
    if (way.isAsked && !page.host(element)) bits |= BITS.unhosted;
    if (way.isAsked && way.inside === "shown" && !page.holdsMarked(element)) bits |= BITS.unmarkedInside;
    let fields = field(tag);
    const isPlain = !hasAttributes(element);
    if (!isPlain) {
      fields += attributesOf(element, asked.letters);
      if (matches(element, asked.marker)) {
        bits |= BITS.marked;
        fields += attributesOf(element, asked.markerLetters);
      }
    }
    if (bits & BITS.marked || (inParent ? way.inMarked : closest(element, asked.marker))) bits |= BITS.inMarked;
    bits |= roleBits(element, tag, isPlain);
    const isSeen = (way.side === 0 && !(bits & BITS.gone)) || way.isAsked;
    const text = way.inside !== "none" && isSeen ? onlyText(element, drawn) : undefined;
    if (text) {
      fields += TEXT + field(text);
      opened.add(element);
    } else if (isEntered(element, tag, bits, way)) bits |= BITS.childrenFollow;
    if (isSeen && isField(element, tag, bits, isPlain)) {
      const state = fieldState(element);
      bits |= state.bits;
      fields += state.fields;
    }
    // Where a number may be torn between what stands in one line.
    if (!text && way.besides && !(bits & (BITS.spaced | BITS.gone))) {
      bits |= BITS.wholeText;
      const all = page.text(element);
      if (all) fields += WHOLE_TEXT + field(all);
    }
    const labels = isSeen && page.labelable(element) ? page.labels(element) : undefined;
    if (labels) bits |= BITS.labelled;
    const ids = isSeen && !isPlain && getAttribute(element, "aria-labelledby") !== null ? namedBy(element) : undefined;
    if (ids) bits |= BITS.namedByIds;
    told.fields += `${fields}\0`;
    told.numbers.push(bits, page.number(element));
    if (labels) tellNaming(told, labels);
    if (ids) tellNaming(told, ids);
    if (bits & BITS.childrenFollow) tellInside(told, element, bits, drawn, way.depth + 1);
  };

  /**
   * Whether a node is told however late it is: what leads to the target, and the texts of a short run, because a name without a word
   * in the middle would look whole.
   * @param {Node} node
   * @param {number} place among its siblings
   */
  const isAlwaysTold = (node, place) =>
    nodeType(node) === 1 ? isAround(/** @type {Element} */ (node)) : place < SHORT;

  /** @param {OvertTold} told @param {Element} element @param {number} bits its own @param {CSSStyleDeclaration} style @param {number} depth */
  const tellInside = (told, element, bits, { textTransform }, depth) => {
    opened.add(element);
    const inMarked = (bits & BITS.inMarked) !== 0;
    /** A text that is not told yet, and the element before it. @type {string | undefined} */
    let pending = generated(element, "::before") || undefined;
    /** @type {Element | undefined} */
    let previous;
    const tellPending = () => {
      if (pending !== undefined) told.fields += TEXT + field(pending);
      pending = undefined;
    };
    /** How many elements in a row stand below the window. */
    let below = 0;
    const all = flatChildren(element);
    const besides = all.length > 1;
    for (const [place, node] of all.entries()) {
      if (below > MOST_BELOW && place < all.length - LAST) continue;
      const kind = nodeType(node);
      if (!mayRead() && !isAlwaysTold(node, place)) continue;
      if (kind === 1) {
        const child = /** @type {Element} */ (node);
        const at = side(child);
        if (at === -1) below++;
        else if (at === 0) below = 0;
        tellPending();
        previous = child;
        tell(told, child, { side: at, parent: element, inMarked, besides, isAsked: false, inside: "shown", depth });
      } else if (kind === 3) {
        const text = textData(/** @type {Text} */ (node));
        if (!text) continue;
        const drawn = drawnText(text, textTransform);
        // Two runs of white space with a comment between leave none in Chromium's tree (seen in 156).
        const withoutSpace = withoutLeadingSpace(drawn);
        const doubled = pending !== undefined && !withoutLeadingSpace(pending) && drawn !== withoutSpace;
        if (doubled && previous instanceof HTMLImageElement === false) {
          pending = withoutSpace;
          continue;
        }
        if (pending !== undefined) previous = undefined;
        tellPending();
        pending = drawn;
      }
    }
    tellPending();
    const after = generated(element, "::after");
    if (after) told.fields += TEXT + field(after);
    told.fields += "\0";
  };

  /** Tells an element that is asked for. @param {OvertTold} told @param {Element} element @param {Way["inside"]} inside */
  const tellAsked = (told, element, inside) =>
    tell(told, element, { side: side(element), inMarked: false, besides: true, isAsked: true, inside, depth: 0 });

  /** @type {OvertReading} */
  const answers = {
    /** What follows is read for something else, or for another target. */
    startReading(target) {
      reading = readingFor(target);
    },
    forget() {
      opened.clear();
      naming = [];
    },
    isLate,
    wasLate: () => reading.late,
    rehearse(most, work) {
      rehearsed = most;
      try {
        work();
      } finally {
        rehearsed = undefined;
      }
    },
    askAlways(names, markerNames, marker, fields, sections, grids) {
      const all = lettersFor(`${names} ${markerNames}`);
      const letters = lettersFor(names);
      for (const name of letters.keys()) all.delete(name);
      asked = { letters, markerLetters: all, marker, fields, sections, grids };
    },
    /** The nearest element with a privacy marker: itself, or one around it. */
    marked: (element) => closest(element, asked.marker),
    holdsMarked: (element) => queryInside(element, asked.marker) !== null,
    read(element, most) {
      const told = nothingTold();
      const isSmall = !CLOSED.has(localName(element)) && tagsInside(element, "*")[most] === undefined;
      tellAsked(told, element, most < 0 ? "all" : isSmall ? "shown" : "none");
      // What names something is read like a part of it, as long as there is time.
      for (let at = 0; at < naming.length && mayRead(); at++) {
        const one = /** @type {Element} */ (naming[at]);
        if (!opened.has(one)) tellAsked(told, one, CLOSED.has(localName(one)) ? "none" : "all");
      }
      naming = [];
      return told;
    },
  };
  Object.assign(page, answers);
})();
