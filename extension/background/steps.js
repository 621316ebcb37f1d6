// Keeps steps that the gate let through: numbers their tags, and puts them into the store once.
import { sendStoreEvent } from "../shared/store-events.js";
import { sealOf } from "../shared/keys.js";
import { originOf } from "../shared/origin.js";
import { openStore } from "../shared/store.js";
import { changeIndex } from "../shared/store-index.js";
import { loadCore } from "../shared/core.js";
import { lookAround } from "./frames.js";
import { noRoom } from "./full.js";
import { admitted } from "./gate.js";
import { remember } from "./memory.js";
import { numbered } from "./tags.js";
import { tallyIn, withRows } from "./tally.js";
import { isSeenByItsPage } from "./witness.js";

/** @typedef {import("../protocol").JournalEntry} JournalEntry */

/** How many of the newest steps are remembered by their places. */
const MOST_RECENT = 20;

/**
 * Keeps what a page's side sent, once the gate has read it.
 * @param {JournalEntry} entry
 * @param {import("../protocol").DocumentFacts} [facts] of its document, where they come with the entry
 * @throws {import("./gate.js").RefusedError}
 */
export async function keep(entry, facts) {
  // Without it the step is kept all the same.
  await lookAround(entry.document, Infinity).catch(() => {});
  const step = await orNoRoom(() => admitted(entry, facts));
  const seen = await isSeenByItsPage(step.document, step.made);
  return orNoRoom(() => store(step, { seen }));
}

/**
 * Puts a step of the core's into the store unless a later revision is there or the person has deleted it, and counts it.
 * @param {JournalEntry} entry
 * @returns {Promise<number>} how many steps the session has
 */
export const put = (entry) => orNoRoom(() => store(entry));

/** The store has lost the session that a step is of. */
class LostError extends Error {
  name = "LostError";
}

/** Errors that tell of the step itself; every other one tells of the store, which may take the step later. */
const OF_THE_STEP = new Set(["RefusedError", "DataError", "DataCloneError", "SyntaxError", "TypeError", "RangeError"]);

/** Whether an error says that a step can never be kept. @param {unknown} error */
export const isOfTheStep = (error) => error instanceof Error && OF_THE_STEP.has(error.name);

/** Where the store does not take a step no page records on. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function orNoRoom(work) {
  try {
    return await work();
  } catch (error) {
    if (!isOfTheStep(error)) await noRoom();
    throw error;
  }
}

/**
 * @param {JournalEntry} entry
 * @param {{seen?: boolean}} [how] `seen`: false where the indicator could not be seen: it is not stored then
 * @returns {Promise<number>}
 */
async function store(
  { session, document, sequence, revision, json, observation, made },
  { seen: inSight = true } = {},
) {
  const owner = `${document}/${sequence}`;
  const texts = [
    { json, owner },
    ...(observation ? [{ json: observation, owner: `seen/${owner}`, lasting: true }] : []),
  ];
  const [said] = await Promise.all([numbered(session, texts), loadCore()]);
  const [step, seen] = said.texts.map((text) => JSON.parse(text));
  const key = [session, document, sequence];
  const write = (await openStore()).transaction(["sessions", "steps", "gone", "observations"], "readwrite");
  const steps = write.objectStore("steps");
  const [wanted, known, gone] = await Promise.all([
    write.objectStore("sessions").get(session),
    steps.get(key),
    write.objectStore("gone").getKey(key),
  ]);
  // The person did not delete it, or its key would be gone.
  if (!wanted && sealOf(session)) throw new LostError("expected the session in the store, found none");
  // A session, or a step, that was deleted while a step was on its way stays deleted.
  const allowed = inSight && wanted && !gone && !isDeleted(wanted, step) && !isOutside(wanted, step, made);
  const taken = allowed && !(known && known.revision >= revision);
  try {
    const before = await tallyIn(wanted, steps);
    const about = { session, document, sequence, revision, kept: Date.now(), made, observation: step.observation?.id };
    const row = { ...known, ...about, step };
    const tally = taken ? withRows(before, known ? [known] : [], [row]) : before;
    const numbers = later(wanted?.numbers, said.next);
    await Promise.all([
      taken && steps.put(row),
      taken && write.objectStore("sessions").put({ ...wanted, tally, numbers }),
      allowed && seen && write.objectStore("observations").put({ session, ...seen }),
      write.done,
    ]);
    if (taken) sendStoreEvent({ session, document, sequence });
    const places = taken && !known ? [{ document, sequence }] : [];
    // Also what was put before: there may have been no room to note it.
    if (allowed) await noteTally(session, tally, (recent) => [...recent, ...places].slice(-MOST_RECENT));
    return tally.steps;
  } catch (error) {
    write.done.catch(() => {}); // of the same reason
    throw error;
  }
}

/**
 * The next numbers that no text has, of two such tables.
 * @param {Record<string, number> | undefined} one
 * @param {Record<string, number>} other
 */
function later(one = {}, other) {
  const words = Object.keys({ ...one, ...other });
  return Object.fromEntries(words.map((word) => [word, Math.max(one[word] ?? 1, other[word] ?? 1)]));
}

/**
 * Whether the person had this deleted before it came.
 * @param {import("../protocol").StoredSession} session
 * @param {import("../protocol").Step} step
 */
function isDeleted({ deletions }, { time, url }) {
  return listOf(deletions).some(
    ({ from, to, origin }) => time >= from && time <= to && (origin === undefined || originOf(url) === origin),
  );
}

/**
 * Whether it was done in a frame while the page around it stood where it may not be recorded.
 * @param {import("../protocol").StoredSession} session
 * @param {import("../protocol").Step} step
 * @param {number} made in epoch milliseconds; in that of the exit itself the step is what led out
 */
function isOutside({ outside }, step, made) {
  return listOf(outside).some(({ tab, from, to = Infinity }) => isInFrame(step, tab) && made > from && made < to);
}

/** @template T @param {T[] | undefined} value @returns {T[]} nothing where the store is damaged */
const listOf = (value) => (Array.isArray(value) ? value : []);

/** Whether a step was taken in a frame of that tab. @param {import("../protocol").Step} step @param {number} number */
export const isInFrame = (step, number) => (step?.frame?.length ?? 0) > 0 && (step.tab ?? 0) === number;

/**
 * Notes what the store holds of a session: in the index, and of the running one in memory.
 * @param {string} session
 * @param {import("../protocol").Tally} tally
 * @param {(recent: import("../protocol").StepPlace[]) => import("../protocol").StepPlace[]} change of those taken last
 */
export async function noteTally(session, tally, change) {
  await Promise.all([
    changeIndex((index) => {
      // Another change may have been noted first.
      if (index[session] && (index[session].changes ?? 0) < tally.changes) Object.assign(index[session], tally);
    }),
    remember("active", (active) => ({
      value: active?.id === session ? { ...active, steps: tally.steps, recent: change(active.recent) } : active,
      result: undefined,
    })),
  ]);
}
