// Types of what the extension's contexts share without importing it: the isolated world's `overt`, and files the build puts beside ours.

/** What the indicator shows. */
interface OvertIndicatorState {
  paused: boolean;
  /** The page stands where the policy does not let it be recorded: it is paused there, and no press resumes it. */
  outside: boolean;
  /** Steps cannot be kept now. */
  full: boolean;
  steps: number;
}
interface OvertIndicator {
  update(state: OvertIndicatorState): void;
  /** Resolves true once the indicator is on screen, false when it cannot be. */
  shown: Promise<boolean>;
  /** The page wrote its document anew. */
  renew(): void;
  /** Whether it was in sight for the last ms; it is looked after for a moment from now on. */
  wasSeen(within: number): boolean;
  /** One of its buttons, and what it stands in. */
  sample(): { top: HTMLElement; element: HTMLElement } | undefined;
  remove(): void;
}
/** One host of the indicator, and what is in it. */
interface OvertIndicatorView {
  host: HTMLElement;
  /** What the host was put into. */
  parent: HTMLElement | undefined;
  root: ShadowRoot;
  bar: HTMLElement;
  buttons: Record<"move" | "open" | "pause" | "stop" | "size", HTMLElement>;
  /** By its distances from two edges of the window; `zoom` undoes the page's. */
  stand(at: { right: number; bottom: number; zoom: number }): void;
  setSmall(small: boolean): void;
  update(state: OvertIndicatorState): void;
}
interface OvertIndicatorPlace {
  /** Puts it inside the window; where it is then. */
  stand(): { right: number; bottom: number };
  moveTo(right: number, bottom: number): void;
  moveBy(right: number, bottom: number): void;
}
interface OvertIndicatorControls {
  view: OvertIndicatorView;
  placed: OvertIndicatorPlace;
  acts: Record<"open" | "pause" | "stop" | "size", () => void>;
  onPlaced(): void;
  isSeen(): boolean;
  signal: AbortSignal;
}
/** What the page shows where the indicator stands. */
interface OvertIndicatorSight {
  /** Whether the browser tells of what covers it (IntersectionObserver v2). */
  tracks: boolean;
  isRemoved(): boolean;
  transition(): ViewTransition | null | undefined;
  /** Whether the page is one that is looked at. */
  isShown(): boolean;
  /** Why it cannot be seen now. */
  why(): import("./protocol").UnseenReason | undefined;
  /** What is open in the document's top layer and was not when this was asked last, or when it was raised. */
  opened(): Element[];
  /** It was raised just now: what lies in its place is there because the browser holds it inert. */
  noteOnTop(): void;
  /** Whether an element of the top layer lies over it. */
  covers(element: Element): boolean;
}
interface OvertIndicatorWatch {
  /** Resolves true once the browser says that it is seen, false when it cannot be. */
  shown: Promise<boolean>;
  /** Begins to watch the host that stands now. */
  attend(signal: AbortSignal): void;
  /** What is wrong with it; mends it, as often as that may be needed. */
  trouble(why: import("./protocol").UnseenReason): void;
  /** Whether it is not where it was put. */
  isRemoved(): boolean;
  /** Puts it back, in the task in which it was removed: it was in sight all the time. */
  comeBack(): void;
  fail(why: import("./protocol").UnseenReason): void;
  end(): void;
  isOver(): boolean;
  isSeen(): boolean;
  /** The pointer moves: a press may come. */
  approach(): void;
  wasSeen(within: number): boolean;
  /** Whether what the person does just now is done in sight of the indicator. `kind` is the event's type. */
  witness(kind: string, event: OvertEvent): boolean;
}
interface OvertIndicatorWatchOptions {
  view(): OvertIndicatorView;
  /** Puts a fresh host into the page. */
  put(): void;
  stand(): void;
  onState: OvertIndicatorOptions["onState"];
}
interface OvertIndicatorOptions {
  words: import("./protocol").IndicatorWords;
  place: import("./protocol").IndicatorPosition;
  /** The person wants to see the activity list. */
  onOpen(): void;
  /** The person moved the indicator, or made it small or large. */
  onPlace(place: import("./protocol").IndicatorPosition): void;
  /** The person pressed Pause or Resume. */
  onPause(): void;
  onStop(): void;
  /** Called when it is out of sight, and when it is back; with false, once, when it could not be kept on screen. */
  onState(shown: boolean, reason?: import("./protocol").UnseenReason): void;
}
interface OvertSeal {
  /** `nonce`: 12 random bytes, others for each text. */
  seal(nonce: Uint8Array, json: string): Uint8Array;
}
interface OvertLink {
  /** What entries are sealed with, and the ticket by which the background knows the key. Before the first `keep`. */
  sealWith(seal: OvertSeal, ticket: string): void;
  /** Write ahead and send, in this very tick; the highest revision wins. */
  keep(step: import("./protocol").SealedStep): void;
  /** Hands over again what nobody has kept. */
  retry(): void;
  /** The reply, or undefined when nobody answered. */
  send<M extends import("./protocol").FromPage>(message: M): Promise<import("./protocol").PageReply<M> | undefined>;
  /**
   * The same, sent up to five times until somebody answers: for 4 s where the browser says that nobody did, 35 s where it says nothing.
   * It is not sent again once `isWanted` says that it is no longer true.
   */
  insist<M extends import("./protocol").FromPage>(
    message: M,
    isWanted?: () => boolean,
  ): Promise<import("./protocol").PageReply<M> | undefined>;
  /** Whether the extension that injected us still exists. */
  alive(): boolean;
  /** Removes its listener for messages of the background. */
  close(): void;
}
interface OvertLinkOptions {
  document: string;
  /** The background refused, or the extension is gone. Never called in the caller's tick. */
  onEnded(): void;
  /** Other documents of the session have learnt what is data. */
  onTaint(hashes: string): void;
  /** A step could not be kept, or not be written ahead; `retry` hands over again what nobody has kept. */
  onFull(): void;
  /** The background sent the document's state. */
  onState(state: import("./protocol").StateMessage): void;
  /** Something is done in a frame of this page: whether the page's indicator was in sight for the last ms. */
  onWitness(within: number): boolean;
  /** The target that a frame of this page would be, by its index, as JSON. */
  onFrame(place: number): string;
}
interface OvertRecorder {
  pause(): void;
  /** `clock`: what times count from since the pause, epoch ms. */
  resume(clock: number): void;
  /** What was learnt as data since the last call, as keyed hashes; empty for nothing. */
  takeTaint(): string;
  /** Takes in what the session's other documents have learnt. */
  learnTaint(hashes: string): void;
  /** Takes an element in `top` as a press on it would, and keeps nothing of it: its target, as JSON. */
  describe(top: Element, element: Element): string;
  /** Removes every listener and calls `indicator.remove()`. */
  free(): void;
}
/** What a recorder is told of its session and its document. Rust reads it field by field (src/wasm/settings.rs). */
interface OvertRecorderSettings {
  /** 32 hexadecimal digits. */
  key: string;
  maskingLevel: import("./protocol").MaskingLevel;
  /** The person's own words that are never kept. */
  terms: string[];
  /** What the site's interface says, as hashes in order (src/redact/site_strings.rs). */
  strings: string;
  /** What times count from, in epoch milliseconds. */
  clock: number;
  /** Until `resume`. */
  paused: boolean;
  /** The number of the document's tab in the session. */
  tab: number;
  /** Indices of the frame below the top page. */
  frame: number[];
  /** Where in the document's origin steps may be taken. */
  paths: import("./protocol").Paths;
  onStep(revision: OvertStepRevision): void;
  /** The page went to where it may not be recorded, or came back. */
  onPlaced(inside: boolean): void;
}
/** One revision of a step, as Rust writes it (src/dom/revision.rs); both texts are JSON, as they are sealed and sent. */
type OvertStepRevision = Omit<import("./protocol").SealedStep, "made">;
interface OvertEngine {
  engine: import("./protocol").EngineName;
  /** What the Wasm exports. */
  core: {
    /** `key`: 32 bytes. */
    Seal: new (key: Uint8Array) => OvertSeal;
    Recorder: new (indicator: { remove(): void }, settings: OvertRecorderSettings) => OvertRecorder;
  };
}
/** One run of main.js in one document. */
interface OvertLive {
  alive(): boolean;
  end(): void;
}
interface OvertShared {
  /** content/page.js, find.js, beside.js and events.js: what the core asks of the page. */
  page: OvertPage;
  /** content/drawing.js and telling.js, for reading.js. */
  drawing: OvertDrawing;
  telling: OvertTellingParts;
  /** content/find.js, for beside.js. */
  finding: OvertFinding;
  /** content/hover.js. */
  hover: {
    over(element: unknown): void;
    /** What the pointer came over, the newest last, and of each the bits of src/dom/event.rs. */
    hovered(pressed: Element): { elements: Element[]; bits: number[] };
    shownByStyle(element: Element): Element | undefined;
    reset(): void;
  };
  /** content/settle.js. */
  settle: OvertSettle;
  /** content/events.js: dispatches to the recorder what stands for one or several events. */
  dispatchMade(type: string, target?: EventTarget | null, isTrusted?: boolean): void;
  /** This document's own frames that are recorded, by their index. */
  frames?: Set<number>;
  createIndicator(options: OvertIndicatorOptions): OvertIndicator;
  drawIndicator(words: import("./protocol").IndicatorWords): OvertIndicatorView;
  /** Changes `place` when the person moves it. */
  placeIndicator(
    view: OvertIndicatorView,
    place: import("./protocol").IndicatorPosition,
    signal: AbortSignal,
  ): OvertIndicatorPlace;
  attendControls(options: OvertIndicatorControls): void;
  watchIndicator(options: OvertIndicatorWatchOptions): OvertIndicatorWatch;
  lookAtIndicator(view: () => OvertIndicatorView): OvertIndicatorSight;
  /** Returns what looks for shadow roots that are new, at the next so many elements. */
  attendShadows(
    onOpen: (event: ToggleEvent) => void,
    onFound: (open: Element) => void,
    signal: AbortSignal,
  ): (most: number) => void;
  /** content/page.js. */
  browser: OvertBrowser;
  /** Of the page's indicator, where it has one. */
  approach: (() => void) | undefined;
  witness: OvertIndicatorWatch["witness"] | undefined;
  /** Whether an event belongs to a press on the indicator while the browser holds it inert: it is the page's own nowhere. */
  fallsOnIndicator: ((event: MouseEvent) => boolean) | undefined;
  createLink(options: OvertLinkOptions): OvertLink;
  /** Whether this is our own element: its events are never steps. */
  isOurs(element: unknown): boolean;
  /** Generated content/recorder.js. Synchronous; throws when neither engine starts. */
  startEngine(): OvertEngine;
  /** Hosts of our indicators. */
  ours: WeakSet<object>;
  live: OvertLive | undefined;
}
// eslint-disable-next-line no-var -- a property of globalThis is what content scripts share
declare var overt: OvertShared;

// What browsers have and lib.dom does not yet; in each what is optional is not in every browser.

/** The Navigation API. */
declare var navigation: EventTarget | undefined;
interface Document {
  readonly activeViewTransition?: ViewTransition | null;
}
interface Element {
  readonly activeViewTransition?: ViewTransition | null;
  /** Firefox's; Chromium has `chrome.dom.openOrClosedShadowRoot`. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}
/** IntersectionObserver v2. */
interface IntersectionObserverInit {
  trackVisibility?: boolean;
  /** In ms. */
  delay?: number;
}
interface IntersectionObserverEntry {
  readonly isVisible?: boolean;
}
interface Uint8Array {
  toBase64(): string;
  toHex(): string;
}
interface Uint8ArrayConstructor {
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}
