// The message protocol and the stored shapes: one entry for each message, its one handler and its one caller.

import type { ExportFormat, Paths } from "./policy-view";
import type { Environment, Flag, MaskingLevel, Observation, Outcome, Step, Viewport } from "./trace";

// What the core writes is typed by the core.
export type { Decision, ExportFormat, Message, Paths, PolicyView } from "./policy-view";
export type { MaskingLevel, Outcome, Step, Viewport } from "./trace";

// ---- memory (storage.session: gone with the browser) ----

/** The session that records now. Times are epoch milliseconds. */
export interface ActiveSession {
  id: string;
  /** 16 random bytes in hex: keys the tags of this session's placeholders. */
  key: string;
  /** What the person wants to do, as said when it began. */
  goal: string;
  maskingLevel: MaskingLevel;
  /** The person's own words that are never kept; in memory only. */
  terms: string[];
  started: number;
  /** What the times of its steps count from: `started`, moved on by each pause, so that no time tells of one. */
  clock: number;
  paused: boolean;
  /** Since when, while it is paused. */
  pausedAt?: number;
  /** When a pause ends by itself, in epoch milliseconds; with the browser; absent: when the person says so. */
  until?: number | "restart";
  steps: number;
  /** The steps taken last, the newest at the end. */
  recent: StepPlace[];
}
/** Where a step stands in its session. */
export interface StepPlace {
  document: string;
  sequence: number;
}
/** What of the numbers of a session's tags does not stand with each tag. */
export interface TagBook {
  /** Placeholder class -> its next number, and lower ones that are free again. */
  words: Record<string, { next: number; free: number[] }>;
  /** The newest steps that alone hold tags, and the numbers of these: a later revision may give them back. */
  young: { owner: string; numbers: Record<string, number> }[];
}
/** A document whose content script has said hello and was let in. */
export interface LiveDocument {
  document: string;
  tabId: number;
  frameId: number;
  /** The browser's own id of the document, where it has one. */
  documentId?: string;
  origin: string;
  topOrigin: string;
  top: boolean;
  /** Indices of its frame below the top page. */
  path: number[];
  /** When the browser began to make it, in epoch milliseconds. */
  born: number;
  /** What its recorder was told of where it may record. */
  paths: Paths;
  /** A hash of what it was told of its site's interface. */
  strings: number;
  /** It stands where it may not be recorded, and waits there. */
  outside?: boolean;
  /** Of a top document: whether its indicator is on screen. Absent until it has said so. */
  shown?: boolean;
  reason?: UnseenReason;
  engine?: EngineName;
  /** Milliseconds from the first line of the content script to listening. */
  startMs?: number;
  /** Milliseconds of these that the engine took. */
  engineMs?: number;
}
/** What a document was told and where it stands: a step of it is bound to that, also once the document has gone. */
export interface KnownDocument extends DocumentFacts {
  session: string;
  key: string;
  terms: string[];
  /** Of a frame: how each of `frame` is found in the document around it, as those documents said at `framesAt`, in epoch milliseconds. */
  frameSelectors?: string[][][];
  framesAt?: number;
}
/** What is known of a document for as long as its entries may stand in the journal. */
export interface DocumentFacts {
  maskingLevel: MaskingLevel;
  origin: string;
  /** The number of its tab in the session. */
  tab: number;
  /** Indices of its frame below the top page. */
  frame: number[];
  /** When it was let in, in epoch milliseconds. */
  since: number;
}
/** The tabs of the session by their ids, and how many steps about them were made. */
export interface Tabs {
  /** A tab that was recorded, its number and the origin it shows. */
  numbered: Record<number, { number: number; origin: string }>;
  /** Tabs that were opened since the session began and have not been recorded yet. */
  opened: number[];
  /** The number of the one that the person works in. */
  front: number;
  made: number;
}
/** A permission prompt that the popup opened and may not have outlived. */
export interface AskedSite {
  site: string;
  /** In epoch milliseconds. */
  at: number;
  /** What to record once the site is granted. */
  start?: Wish;
}
/** What the person wants to record. */
export interface Wish {
  maskingLevel: MaskingLevel;
  goal: string;
}
/** A recording that has just ended. */
export interface Stopped {
  session: string;
  goal: string;
}
export interface Memory {
  /** Whether steps cannot be kept, for want of room or because the store fails: no page takes any. */
  full: boolean;
  /** The background looks after the store, as at each start. */
  recovering: boolean;
  active: ActiveSession;
  /** Sessions that ended, with the documents that may still have something to hand over. */
  ended: Record<string, LiveDocument[]>;
  /** What the person is about to begin, masked: a prompt closes the popup in which they said it. */
  draft: Wish;
  /** The recording that the person stopped last, until they have looked at it or begin another. */
  stopped: Stopped;
  /** By session. The number of each tag is a value of its own, `tag/<start of the session>/<class>#<tag>`. */
  tags: Record<string, TagBook>;
  documents: Record<string, LiveDocument>;
  /** By their ids, the newest at the end. */
  known: Record<string, KnownDocument>;
  asked: AskedSite;
  tabs: Tabs;
  /** What the running session's documents have masked as data, as keyed hashes of sixteen digits each. */
  taint: { session: string; hashes: string };
}

// ---- store (IndexedDB, sealed; and its index in storage.local, sealed) ----

export interface StoredSession {
  id: string;
  goal: string;
  outcome: Outcome;
  /** What the person wants to add. */
  note?: string;
  started: number;
  /** Absent while it records. */
  ended?: number;
  /** The browser ended it, not the person. */
  interrupted?: boolean;
  maskingLevel: MaskingLevel;
  /** While it records: of what the person had deleted, so that no step on its way brings it back. */
  deletions?: Deletion[];
  /** While it records: when pages stood outside of their paths, so that no step of their frames is kept. */
  outside?: Outside[];
  environment: Omit<Environment, "viewport"> & { viewport?: Viewport };
  /** Absent in what earlier versions stored. */
  tally?: Tally;
  /** Placeholder class -> the next number that no text has: the browser may end before the session's last step is taken in. */
  numbers?: Record<string, number>;
}
/** What a session's steps are, in short. */
export interface Tally {
  steps: number;
  /** How often any of them was put, changed or deleted. */
  changes: number;
  /** The sum of the hashes of all, in 32 bits. */
  hash: number;
}
/** The part of a page that was in the window, as masked lines. */
export interface StoredObservation extends Omit<Observation, "kind"> {
  session: string;
}
export interface StoredStep {
  session: string;
  document: string;
  sequence: number;
  revision: number;
  /** When its last revision came, in epoch milliseconds: what was typed until then is in it. */
  kept?: number;
  /** When its last revision was made in the page, in epoch milliseconds. */
  made?: number;
  /** What the person said of it; no later revision takes that away. */
  marks?: Mark[];
  /** The id of what it was taken in, for the index of that name. */
  observation?: string;
  step: Step;
  /** As it was read: it holds no step, and `step` stands in for that. Never stored. */
  unreadable?: boolean;
}
/** A flag of a step that the person sets. */
export type Mark = Extract<Flag, "mistake" | "notForTraining">;
/** What the person had deleted: times of a session's steps, as they tell them, and the origin where it is only about one. */
export interface Deletion {
  from: number;
  to: number;
  origin?: string;
}
/** When a tab's page stood where it may not be recorded, in epoch milliseconds; without `to` it still does. */
export interface Outside {
  tab: number;
  from: number;
  to?: number;
}
/** A step that was deleted: no later revision brings it back. It holds nothing of the step. */
export interface GoneStep {
  session: string;
  document: string;
  sequence: number;
}
/** What left: one export. */
export interface Receipt {
  /** The withdrawal id: stands in an exported trace and in the name of the file. */
  id: string;
  /** ISO 8601, in UTC. */
  date: string;
  session: string;
  goal: string;
  format: ExportFormat;
  file: string;
  bytes: number;
  steps: number;
  masked: Record<string, number>;
  /** In hexadecimal, of the file's bytes. */
  sha256: string;
}
/** What the person chose. */
export interface Settings {
  /** The person's own words that are always masked. */
  terms: string[];
  maskingLevel: MaskingLevel;
  /** Undefined: the browser's own. */
  language: import("./words").Language | undefined;
  /** After how many days a session is deleted; 0 is never. */
  retentionDays: number;
  /** Undefined until the person has agreed. */
  consent: Consent | undefined;
  indicator: IndicatorPosition;
  /** What was said to be harmless in review: the key of the hashes, base64 and empty before the first, and a hash for each text and site. */
  harmless: { key: string; marks: string[] };
}
/** What the person agreed to, and when. */
export interface Consent {
  /** ISO 8601, in UTC. */
  date: string;
  /** Of our text. */
  textVersion: string;
  /** In which it was shown; absent in a consent of before texts were compared. */
  language?: import("./words").Language;
  /** SHA-256, in hexadecimal, of our text and the policy's as they were shown; absent as `language` is. */
  shown?: string;
}
/** Where the indicator stands, by its distances from two edges of the window in CSS pixels, and whether it is small. */
export interface IndicatorPosition {
  right: number;
  bottom: number;
  small: boolean;
}
/** storage.local `index`, sealed: what the store should hold, because Chromium opens a corrupt database as an empty one. */
export type Index = Record<
  string,
  { started: number; ended?: number; maskingLevel?: MaskingLevel } & Pick<Tally, "steps"> & Partial<Tally>
>;
/** storage.local `damage`, sealed: what of the store is lost, until the person has read it. */
export interface Damage {
  /** Sessions of which nothing is left. */
  sessions: number;
  /** Steps of other sessions that are lost or changed. */
  steps: number;
  settings: boolean;
}
/**
 * What a document seals its journal entries with: a key of its own, and the ticket by which the background knows it again.
 * Both are base64; the ticket is sealed with the session's key and holds `SealedFor`.
 */
export interface JournalSeal {
  key: string;
  ticket: string;
}
/**
 * What stands in a ticket: whose the entries are, the key that opens them, and what the gate must know of their document. It
 * outlives the browser, so neither the key of the session's tags nor the person's own words are in it.
 */
export interface SealedFor {
  session: string;
  document: string;
  key: string;
  facts: DocumentFacts;
}
/**
 * One revision of a step. In storage.local `journal/<random>` it is `<ticket>.<sealed>`, its JSON padded and sealed with the
 * document's key; `aside/<random>` is what of these could not be read, and when.
 */
export interface SealedStep {
  sequence: number;
  revision: number;
  json: string;
  /** What the step was taken in, JSON; until the first revision is kept. */
  observation?: string;
  /** When this revision was made in the page, in epoch milliseconds. */
  made: number;
}
/** The same once it is opened, with what the ticket says. */
export interface JournalEntry extends SealedStep {
  session: string;
  document: string;
}

// ---- messages ----

export type EngineName = "wasm" | "wasm2js";
export type HelloReply =
  | { on: false }
  | {
      on: true;
      session: string;
      key: string;
      seal: JournalSeal;
      maskingLevel: MaskingLevel;
      terms: string[];
      /** What the policy lists of its site's interface, as hashes. */
      strings: string;
      /** What the session's documents have masked as data, as keyed hashes. */
      taint: string;
      /** What the times of its steps count from, in epoch milliseconds. */
      clock: number;
      paused: boolean;
      /** Steps cannot be kept now. */
      full: boolean;
      until?: number;
      steps: number;
      /** The number of the document's tab in the session, from 0. */
      tab: number;
      /** Where in its origin the document may be recorded. */
      paths: Paths;
      /** Whether the tab's top page has confirmed its indicator: a subframe may start at once. */
      recording: boolean;
      /** What the indicator says: pages get these few words and no catalogue. */
      words: IndicatorWords;
      indicator: IndicatorPosition;
    };
/** The indicator's words in the person's language. */
export interface IndicatorWords {
  language: string;
  region: string;
  recording: string;
  paused: string;
  /** On a part of the site that the policy leaves out. */
  outside: string;
  /** Where steps cannot be kept. */
  full: string;
  /** What is said aloud once the state is another. */
  announce: { recording: string; paused: string; outside: string; full: string };
  move: string;
  smaller: string;
  larger: string;
  open: string;
  pause: string;
  pauseLong: string;
  resume: string;
  resumeLong: string;
  stop: string;
  stopLong: string;
  /** What the masking level does. */
  maskingLevel: string;
  /** "$1 steps" by the form that the number asks for (`Intl.PluralRules`). */
  steps: Partial<Record<Intl.LDMLPluralRule, string>>;
}
/** Why a page's indicator cannot be seen. */
export type UnseenReason = "refused" | "removed" | "changed" | "closed" | "covered";
export interface KeptReply {
  kept: boolean;
  /** This document may not record any more: tear down. */
  ended?: boolean;
  /** Steps cannot be kept now: it waits, and no other is to be taken. */
  full?: boolean;
  /** `message`: none of the protocol; `sender`: none of its sender's; else why it is no step of its document. */
  refused?: string;
}
export interface DoneReply {
  done: boolean;
  /** Why not, as a key of the catalogues. */
  reason?: import("./words").Key;
  /** How many: steps that were deleted, places where a word was masked. */
  count?: number;
}

/** content -> background. */
export type FromPage =
  | { type: "hello"; document: string; path: number[]; born: number; at: number; viewport: Viewport }
  | { type: "shown"; document: string; shown: boolean; reason?: UnseenReason }
  | { type: "place"; document: string; inside: boolean; at: number }
  | { type: "started"; document: string; engine: EngineName; startMs: number; engineMs: number }
  | ({ type: "step"; document: string } & SealedStep)
  /** What the document has masked as data since it said so last, as keyed hashes. */
  | { type: "taint"; document: string; hashes: string }
  /** The person begins to press or to type in a frame. */
  | { type: "press"; document: string }
  | { type: "pause" }
  | { type: "resume" }
  /** The time that a pause was to last has passed. */
  | { type: "due" }
  /** Steps could not be kept: may there be room now? */
  | { type: "room" }
  /** The person moved the indicator, or made it small or large. */
  | { type: "placed"; indicator: IndicatorPosition }
  /** The person wants to see the activity list. */
  | { type: "activityList" }
  | { type: "stop" };

/** What answers a message of a page; of most it matters only that somebody does. */
export type PageReply<M extends FromPage> = M["type"] extends "hello"
  ? HelloReply
  : M["type"] extends "step"
    ? KeptReply
    : unknown;

/** The extension's own pages -> background. */
export type FromOwnPage =
  | { type: "start"; maskingLevel: MaskingLevel; goal: string }
  | { type: "pause"; until?: number | "restart" }
  | { type: "resume" }
  | { type: "stop" }
  | { type: "describe"; session: string; goal: string; outcome: Outcome; note: string }
  | { type: "mark"; session: string; document: string; sequence: number; mark: Mark; on: boolean }
  | { type: "maskWord"; session: string; word: string }
  | { type: "deleteLast" }
  | { type: "deleteStep"; session: string; document: string; sequence: number }
  | { type: "deleteSession"; session: string }
  /** Of all sessions, what was done in the last minutes. */
  | { type: "deleteRecent"; minutes: number }
  /** Of all sessions, what was done on a site, given as its origin. */
  | { type: "deleteSite"; origin: string }
  | { type: "noteExport"; receipt: Receipt }
  | { type: "deleteReceipts"; ids: string[] }
  /** Sessions that are older than the person wants to keep them. */
  | { type: "expire" }
  /** What pages wrote ahead and nobody can read. */
  | { type: "dropAside" }
  /** The person has read what was lost. */
  | { type: "acceptDamage" }
  | { type: "wipe" };

/** background -> the page around a frame, in which something is done: whether its indicator was seen all the time. */
export interface WitnessMessage {
  type: "witness";
  document: string;
  /** For how many ms. */
  within: number;
}
export interface WitnessReply {
  seen: boolean;
}

/** background -> the document around a frame, in which something is done: how the frame is found there. */
export interface FrameMessage {
  type: "frame";
  document: string;
  /** The frame's index. */
  place: number;
}
export interface FrameReply {
  /** The frame as a target, as JSON. */
  target: string;
}

/** background -> content: the whole state, never a difference. */
export interface StateMessage {
  type: "state";
  document: string;
  recording: boolean;
  paused: boolean;
  /** Steps cannot be kept now: none is taken. */
  full: boolean;
  /** What the times of steps count from since the last pause, in epoch milliseconds; absent where nothing records. */
  clock?: number;
  /** When the pause ends by itself, in epoch milliseconds. */
  until?: number;
  steps: number;
  /** Which of the document's own frames are recorded, by their index. */
  frames: number[];
  ended: boolean;
}

/** background -> every tab: no session records any more, whatever document this is. */
export interface OverMessage {
  type: "over";
}

/** Other documents have masked this as data. */
export interface TaintMessage {
  type: "taint";
  document: string;
  hashes: string;
}

export type ToPage = StateMessage | WitnessMessage | FrameMessage | OverMessage | TaintMessage;
