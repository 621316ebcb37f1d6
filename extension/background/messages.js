// Every message that the background takes: who may send it, what it must be, and how large. Asked before any handler runs.
import {
  among,
  either,
  flag,
  like,
  list,
  number,
  optional,
  shape,
  table,
  text,
  whole,
  word,
} from "../shared/checks.js";
import { MASKING_LEVELS } from "../shared/masking-levels.js";

/** @typedef {import("../protocol").FromPage} FromPage */
/** @typedef {import("../protocol").FromOwnPage} FromOwnPage */
/** @template T @typedef {import("../shared/checks.js").Check<T>} Check */

/**
 * Who of a page may send it: any content script of a recorded site; the very document that it names; the page whose indicator was
 * pressed.
 * @typedef {"any" | "document" | "top"} Sender
 */
/** @template {{type: string}} M @typedef {{[K in Exclude<keyof M, "type">]-?: Check<M[K]>}} Members */

/** Most bytes of a step as JSON, and of what it was taken in; the core has the same bound. */
const LONGEST_JSON = 1 << 20;
const MOST_REVISIONS = 1_000_000;
/** The latest time that a `Date` can hold, in milliseconds. */
const LATEST = 8.64e15;
/** The largest window there is, in CSS pixels. */
const LARGEST = 100_000;

/** A document's id: 128 random bits that its content script made. */
export const documentId = like(/^[0-9a-f]{32}$/);
const time = number(0, LATEST);
const session = like(/^[\w-]{1,64}$/);
const maskingLevel = among(MASKING_LEVELS);
/** A key of the store: a damaged one too can be deleted. @type {Check<string>} */
const stored = (value) => text(2_000)(value) || typeof value === "number";
const place = whole(0, MOST_REVISIONS);
const spoken = text(20_000);
const size = whole(0, LARGEST);

/** A step as a page hands it over, in a message and in the journal. */
const STEP = {
  document: documentId,
  sequence: place,
  revision: place,
  json: text(LONGEST_JSON),
  observation: optional(text(LONGEST_JSON)),
  made: time,
};

/** @type {Members<import("../protocol").JournalEntry & {type: never}>} */
const ENTRY = { session, ...STEP };
export const journalEntry = shape(ENTRY);

/** @type {{[T in FromPage["type"]]: {sender: Sender, members: Members<Extract<FromPage, {type: T}>>}}} */
const FROM_PAGE = {
  hello: {
    sender: "any",
    members: {
      document: documentId,
      path: list(whole(0, 10_000), 32),
      born: time,
      at: time,
      viewport: shape({ width: size, height: size }),
    },
  },
  activityList: { sender: "any", members: {} },
  shown: {
    sender: "document",
    members: {
      document: documentId,
      shown: flag,
      reason: optional(word({ refused: true, removed: true, changed: true, closed: true, covered: true })),
    },
  },
  place: { sender: "document", members: { document: documentId, inside: flag, at: time } },
  started: {
    sender: "document",
    members: {
      document: documentId,
      engine: word({ wasm: true, wasm2js: true }),
      startMs: number(0, LATEST),
      engineMs: number(0, LATEST),
    },
  },
  step: { sender: "document", members: STEP },
  taint: { sender: "document", members: { document: documentId, hashes: like(/^(?:[0-9a-f]{16}){1,12000}$/) } },
  press: { sender: "document", members: { document: documentId } },
  pause: { sender: "top", members: {} },
  resume: { sender: "top", members: {} },
  due: { sender: "top", members: {} },
  room: { sender: "any", members: {} },
  placed: {
    sender: "top",
    members: { indicator: shape({ right: number(-LARGEST, LARGEST), bottom: number(-LARGEST, LARGEST), small: flag }) },
  },
  stop: { sender: "top", members: {} },
};

const receipt = shape({
  id: text(64),
  date: text(64),
  session,
  goal: spoken,
  format: word({ trace: true, userFlow: true, playwright: true }),
  file: text(256),
  bytes: whole(0, Number.MAX_SAFE_INTEGER),
  steps: place,
  masked: table(place, 64),
  sha256: like(/^[0-9a-f]{64}$/),
});

/** What the extension's own pages send; nobody else may. @type {{[T in FromOwnPage["type"]]: Members<Extract<FromOwnPage, {type: T}>>}} */
const FROM_OWN_PAGE = {
  start: { maskingLevel, goal: spoken },
  pause: { until: optional(either(time, word({ restart: true }))) },
  resume: {},
  stop: {},
  describe: {
    session,
    goal: spoken,
    outcome: word({ done: true, gaveUp: true, partly: true, unknown: true }),
    note: spoken,
  },
  mark: {
    session,
    document: stored,
    sequence: place,
    mark: word({ mistake: true, notForTraining: true }),
    on: flag,
  },
  maskWord: { session, word: text(1_000) },
  deleteLast: {},
  deleteStep: { session: stored, document: stored, sequence: number(-Infinity, Infinity) },
  deleteSession: { session: stored },
  deleteRecent: { minutes: number(0, 1_000_000) },
  deleteSite: { origin: text(2_000) },
  noteExport: { receipt },
  deleteReceipts: { ids: list(text(64), 100_000) },
  expire: {},
  dropAside: {},
  acceptDamage: {},
  wipe: {},
};

/** @param {any} message @param {object} members */
const has = ({ type: _, ...rest }, members) => shape(/** @type {any} */ (members))(rest);

/**
 * A content script's message and who may send it; undefined where it is none, or out of its bounds.
 * @param {any} message
 * @returns {{message: FromPage, sender: Sender} | undefined}
 */
export function fromPage(message) {
  if (!Object.hasOwn(FROM_PAGE, message.type)) return undefined;
  const { sender, members } = FROM_PAGE[/** @type {FromPage["type"]} */ (message.type)];
  return has(message, members) ? { message, sender } : undefined;
}

/** An own page's message; undefined where it is none, or out of its bounds. @param {any} message @returns {FromOwnPage | undefined} */
export function fromOwnPage(message) {
  if (!Object.hasOwn(FROM_OWN_PAGE, message.type)) return undefined;
  return has(message, FROM_OWN_PAGE[/** @type {FromOwnPage["type"]} */ (message.type)]) ? message : undefined;
}
