// Types of `overt.page`: what src/dom/page.rs calls of page.js, telling.js, reading.js, find.js, beside.js and events.js, and what these ask of each other.

/** Members of the browser's own prototypes, which no page can replace. What it does not have is read as undefined. */
interface OvertBrowser {
  getter<T extends object, K extends keyof T>(type: { prototype: T }, name: K): OvertGetter<T, K>;
  method<T extends object, K extends keyof T>(type: { prototype: T }, name: K): OvertMethod<T, K>;
  /** `querySelectorAll` and `querySelector` of the element's own tree. */
  query(element: Element, css: string): NodeListOf<Element>;
  queryFirst(element: Element, css: string): Element | null;
  /** How much of one text is read, in UTF-16 code units. */
  LONGEST_TEXT: number;
  /** The start of a text that was cut, without what may be half a secret. */
  wholeWords(text: string): string;
  /** The value of an attribute, or the start of a long one. */
  attributeStart(element: Element, name: string): string | null;
}
/** A getter as a function of what it is called on, which may say more of its member than the type that has the getter. */
type OvertGetter<T, K extends keyof T> = <N extends T>(of: N) => N[K];
/** A method as a function of what it is called on; of an overloaded one the last signature, as always where types are inferred. */
type OvertMethod<T, K extends keyof T> = T[K] extends (...rest: infer P) => infer R ? (of: T, ...rest: P) => R : never;

/** What is read of the page's elements: content/page.js. */
interface OvertElements {
  tag(element: Element): string;
  attribute(element: Element, name: string): string | undefined;
  parent(element: Element): Element | undefined;
  host(element: Element): Element | undefined;
  chosenText(element: Element): string;
  options(element: Element): string[];
  value(element: Element): string | undefined;
  valueStart(element: Element): string | undefined;
  chosen(element: Element): string[];
  checked(element: Element): boolean | undefined;
  files(element: Element): string[];
  autofilled(element: Element): boolean;
  shadow(element: Element): ShadowRoot | null | undefined;
  closedShadow(element: Element): ShadowRoot | undefined;
  editable(element: unknown): boolean;
  takesText(element: unknown): boolean;
  body(element: Element): HTMLElement | undefined;
  matches(element: Element, css: string): boolean;
  labels(element: Element): Element[];
  labelable(element: Element): boolean;
  labelled(element: Element): HTMLElement | null | undefined;
  form(element: Element): Element | undefined;
  byId(element: Element, id: string): Element | null;
  closest(element: Element, css: string): Element | null;
  bounds(element: Element): Int32Array;
  wasPassword(element: Element): boolean;
  noteFields(element: Element): void;
}

/** A part of the page, texts and numbers in the order that `Answer` in src/dom/read.rs tells. */
interface OvertTold {
  fields: string;
  numbers: number[];
}

/** What content/drawing.js lends to reading.js. */
interface OvertDrawing {
  /** The first children in the flat tree: of the shadow root of a host, of a slot what is assigned. */
  flatChildren(element: Element): Node[];
  textData(node: CharacterData): string;
  withoutLeadingSpace(text: string): string;
  drawnText(text: string, transform: string): string;
  generated(element: Element, pseudo: string): string;
  onlyText(element: Element, drawn: CSSStyleDeclaration): string | undefined;
  /** The first three bits of an element. */
  style(element: Element, drawn: CSSStyleDeclaration): number;
  side(element: Element): number;
  isRendered(element: Element): boolean;
}

/** What content/telling.js lends to reading.js. */
interface OvertTellingParts {
  lettersFor(names: string): Map<string, string>;
  field(text: string): string;
  attributesOf(element: Element, letters: Map<string, string>): string;
  nothingTold(): OvertTold;
}

/** What the core asks of each element: letters of attributes, css of markers, fields, parts of a page, and tables that are worked with. */
interface OvertAsked {
  letters: Map<string, string>;
  markerLetters: Map<string, string>;
  marker: string;
  fields: string;
  sections: string;
  grids: string;
}

/** What stands for elements in one event, and what selectors are made of: content/telling.js. */
interface OvertTelling {
  /** The element's number in this event, from 0. */
  number(element: Element): number;
  /** The element of a number that was given to one. */
  numbered(number: number): Element;
  /** The event is over: all its elements by their numbers, a list that does not change after it. */
  endReading(): Element[];
  lineage(element: Element, names: string, conditions: string, most: number): OvertTold;
  held(element: Element, css: string, names: string, most: number): OvertTold;
  places(element: Element, most: number): OvertTold;
}

/** What is read of many elements at once: content/reading.js. */
interface OvertReading {
  startReading(target: EventTarget | null | undefined): void;
  isLate(): boolean;
  wasLate(): boolean;
  /** Does the work with so many nodes to each of its readings. */
  rehearse(most: number, work: () => void): void;
  /** Forgets what was told in this event. */
  forget(): void;
  askAlways(names: string, markerNames: string, marker: string, fields: string, sections: string, grids: string): void;
  read(element: Element, most: number): OvertTold;
  marked(element: Element): Element | null;
  holdsMarked(element: Element): boolean;
}

/** What tells whether an element is found again: content/find.js. */
interface OvertFind {
  reset(): void;
  startLooking(target: Element): void;
  text(element: Element): string;
  labels(element: Element): Element[];
  firstOnly(element: Element, css: string, dependsOn: Uint8Array, shared: number): Int32Array;
  isOnlyPierced(element: Element, css: string): boolean;
  firstText(element: Element, smallest: string, whole: string, alone: string): number;
  inside(element: Element, css: string): Element | undefined;
  alike(element: Element, css: string, name: string, most: number): Element[] | undefined;
}

/** What stands beside an element: content/beside.js. */
interface OvertBeside {
  hooks(element: Element): string[];
  beside(element: Element, css: string, classed: string, lasting: boolean): OvertAnchor[];
}
/** An attribute and its value, or no attribute and a text; a piece of it unless it is whole. */
type OvertNeighbour = [by: string, text: string, whole: boolean, holder: Element];
/** A neighbour, and what of the element itself goes with it: "facts", "class", "text" or an attribute, and the text of that. */
type OvertAnchor = [...OvertNeighbour, own: string, text: string, whole: boolean];

/** What find.js lends to beside.js. */
interface OvertFinding {
  NAME_AS_ELEMENTS: number;
  TEXT_AS_ELEMENT: number;
  MOST_TIMES: number;
  times(text: string, all: string, most: number): number;
  timesInAll(text: string): number;
  known(): OvertRead;
  mayLook(elements: number): boolean;
  size(): number;
  allText(): string;
  textOf(element: Element): string;
  spelled(word: string, text: string): number;
}
/** An element with the texts that it may be named by; plain where there are no elements inside. */
interface OvertNameable {
  element: Element;
  text: string;
  plain: boolean;
}
/** All their texts in small letters, and where each starts; and elements whose texts are not to be seen here. */
interface OvertNames {
  list: OvertNameable[];
  all: string;
  starts: number[];
  unsure: Element[];
}
/** What was read of the document since it last changed. */
interface OvertRead {
  text?: string;
  addresses?: string;
  fields?: Element[];
  /** The text of its scripts and style sheets. */
  unseen?: string;
  labels?: Map<string, Element[]>;
  texts: Map<Element, string>;
  /** By css: elements, and the names of the first of them. */
  nameable: Map<string, { elements: ArrayLike<Element>; parts: OvertNames[] }>;
}

/** What is dispatched to the recorder: an event of the page, or what stands for one or several. */
type OvertEvent = Event | OvertMadeEvent;
interface OvertMadeEvent {
  type: string;
  target: EventTarget | null | undefined;
  /** Whether the event was that it stands for. */
  isTrusted: boolean;
}
/** The events that the window is listened to for: the Navigation API is not in lib.dom yet. */
interface OvertEventMap extends WindowEventMap {
  navigate: Event & { userInitiated?: boolean };
}

/** The fields of all kinds of events that are read of one, if it has them. */
type OvertEventFields = OvertEvent &
  Partial<MouseEvent & KeyboardEvent & InputEvent & SubmitEvent & OvertEventMap["navigate"]>;
/** Takes an event apart, in the order that `listen` in src/dom/page.rs tells. */
type OvertListener = (fields: string, now: number, numbers: number[], target: Element | undefined) => void;

/** What is read of an event and of the window: content/events.js. */
interface OvertEvents {
  /** Calls `work`; false where something threw in it. */
  attempt(work: () => void): boolean;
  elementsAt(x: number, y: number): Element[];
  restAfter(ms: number): void;
  scrolled(target: Element | undefined): Int32Array;
  url(): string;
  now(): number;
  cameBack(): void;
  arrival(): string;
  listen(listener: OvertListener): () => void;
  attendAll(onAttended: () => void): void;
  detach(): void;
}

/** What the page did with a key or a press of the pointer: content/settle.js. */
interface OvertSettle {
  /** A key went down. */
  key(event: KeyboardEvent, on: Element): void;
  /** The pointer went down. */
  press(event: PointerEvent): void;
  /** The pointer comes up. */
  release(event: PointerEvent): void;
  /** Another event comes: what came before has settled. */
  before(kind: string): void;
  /** What the page did with the last key: the bits of src/dom/event.rs. */
  effects(): number;
  /** What happened since the pointer went down: the bits of src/dom/event.rs, and the places at which its way turned, x and y in turn. */
  stroke(): number[];
  /** The press is over. */
  reset(): void;
}

interface OvertPage extends OvertElements, OvertTelling, OvertReading, OvertFind, OvertBeside, OvertEvents {}
