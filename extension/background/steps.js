// Keeps steps that the gate let through: numbers their tags, and puts them into the store once.
import { tellNews } from "../shared/news.js";
import { isFull, openStore } from "../shared/store.js";
import { changeIndex } from "../shared/store-index.js";
import { numberTags } from "../shared/tags.js";
import { admitted } from "./gate.js";
import { remember } from "./memory.js";

/** @typedef {import("../protocol").JournalEntry} JournalEntry */

/** How many of the newest steps are remembered by their places. */
const MOST_RECENT = 20;

/** The text with numbers for its tags. @param {string} json @param {string} owner names the step */
const numbered = (json, owner) =>
  remember("tags", (tags = {}) => ({ result: numberTags(tags, json, owner), value: tags }));

/**
 * Keeps what a page's side sent, once the gate has read it.
 * @param {JournalEntry} entry
 * @param {import("../protocol").DocumentFacts} [facts] of its document, where they come with the entry
 * @throws {import("./gate.js").RefusedError}
 */
export const keep = async (entry, facts) => put(await admitted(entry, facts));

/**
 * Puts a step of the core's into the store unless a later revision is there or the person has deleted it, and counts it.
 * @param {JournalEntry} entry
 * @returns {Promise<number>} how many steps the session has
 */
export async function put({ session, document, sequence, revision, json, observation, made }) {
  const step = JSON.parse(await numbered(json, `${document}/${sequence}`));
  // What was seen is no text that is still being typed: it owns its numbers for good.
  const seen = observation && JSON.parse(await numbered(observation, `seen/${JSON.parse(observation).id}`));
  const store = await openStore();
  const key = [session, document, sequence];
  const write = store.transaction(["sessions", "steps", "gone", "observations"], "readwrite");
  const steps = write.objectStore("steps");
  const [wanted, known, gone] = await Promise.all([
    write.objectStore("sessions").get(session),
    steps.get(key),
    write.objectStore("gone").getKey(key),
  ]);
  // A session, or a step, that was deleted while a step was on its way stays deleted.
  const allowed = wanted && !gone && !isForgotten(wanted, step) && !isOutside(wanted, step, made);
  const taken = allowed && !(known && known.revision >= revision);
  try {
    if (taken) await steps.put({ ...known, session, document, sequence, revision, kept: Date.now(), made, step });
    if (allowed && seen) await write.objectStore("observations").put({ session, ...seen });
    const count = await steps.index("session").count(session);
    await write.done;
    if (taken) tellNews({ session, document, sequence });
    if (taken && !known)
      await noteCount(session, count, (recent) => [...recent, { document, sequence }].slice(-MOST_RECENT));
    return count;
  } catch (error) {
    write.done.catch(() => {}); // of the same reason
    if (isFull(error)) await remember("full", () => ({ value: true, result: undefined }));
    throw error;
  }
}

/**
 * Whether the person had this forgotten before it came.
 * @param {import("../protocol").StoredSession} session
 * @param {import("../protocol").Step} step
 */
function isForgotten({ forgotten }, { time, url }) {
  return listOf(forgotten).some(
    ({ from, to, origin }) => time >= from && time <= to && (origin === undefined || originOf(url) === origin),
  );
}

/**
 * Whether it was done in a frame while the page around it stood where it may not be recorded.
 * @param {import("../protocol").StoredSession} session
 * @param {import("../protocol").Step} step
 * @param {number} made in epoch milliseconds; in that of leaving itself the step is what led out
 */
function isOutside({ outside }, step, made) {
  return listOf(outside).some(({ tab, from, to = Infinity }) => isInFrame(step, tab) && made > from && made < to);
}

/** @template T @param {T[] | undefined} value @returns {T[]} nothing where the store is damaged */
const listOf = (value) => (Array.isArray(value) ? value : []);

/** Whether a step was taken in a frame of that tab. @param {import("../protocol").Step} step @param {number} number */
export const isInFrame = (step, number) => (step?.frame?.length ?? 0) > 0 && (step.tab ?? 0) === number;

/** Scheme, host and port of a step's URL, in which placeholders may stand. @param {string | undefined} url */
export const originOf = (url) => String(url).split("/", 3).join("/");

/**
 * Deletes what no step was taken in any more.
 * @param {string} session
 * @param {import("../protocol").StoredStep[]} steps those that are left
 * @param {any} observations the object store, in a transaction that may write
 */
export async function forgetUnused(session, steps, observations) {
  const used = new Set(steps.map(({ step }) => step?.observation?.id));
  for (const [of, id] of await observations.index("session").getAllKeys(session))
    if (!used.has(id)) await observations.delete([of, id]);
}

/**
 * Notes how many steps the store holds of a session: in the index, and of the running one in memory.
 * @param {string} session
 * @param {number} count
 * @param {(recent: import("../protocol").StepPlace[]) => import("../protocol").StepPlace[]} change of those taken last
 */
export async function noteCount(session, count, change) {
  await changeIndex((index) => {
    if (index[session]) index[session].steps = count;
  });
  await remember("active", (active) => ({
    value: active?.id === session ? { ...active, steps: count, recent: change(active.recent) } : active,
    result: undefined,
  }));
}
