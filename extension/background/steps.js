// Keeps steps: numbers their tags, puts them into the store once, and drops their journal entries.
import { api } from "../shared/api.js";
import { openStore } from "../shared/store.js";
import { numberTags } from "../shared/tags.js";
import { liveDocuments, tell } from "./documents.js";
import { recall, remember } from "./memory.js";

/** @typedef {import("../protocol").JournalEntry} JournalEntry */

/** The text with numbers for its tags. @param {string} json @param {string} owner names the step */
const numbered = (json, owner) =>
  remember("tags", (tags = {}) => ({ result: numberTags(tags, json, owner), value: tags }));

/**
 * Puts a step into the store unless a later revision is there, and counts it.
 * @param {JournalEntry} entry
 * @returns {Promise<number>} how many steps the session has
 */
export async function keep({ session, document, sequence, revision, json, observation }) {
  const step = JSON.parse(await numbered(json, `${document}/${sequence}`));
  // What was seen is no text that is still being typed: it owns its numbers for good.
  const seen = observation && JSON.parse(await numbered(observation, `seen/${JSON.parse(observation).id}`));
  const [store, forgotten = []] = await Promise.all([openStore(), recall("forgotten")]);
  const write = store.transaction(["sessions", "steps", "observations"], "readwrite");
  const steps = write.objectStore("steps");
  const known = await steps.get([session, document, sequence]);
  // A session, or a step, that was deleted while a revision of it was on its way stays deleted.
  const wanted = !forgotten.includes(`${document}/${sequence}`) && (await write.objectStore("sessions").get(session));
  if (wanted && (!known || known.revision < revision)) await steps.put({ session, document, sequence, revision, step });
  if (wanted && seen) await write.objectStore("observations").put({ session, ...seen });
  const count = await steps.index("session").count(session);
  await write.done;
  await noteCount(session, count);
  if (!known && wanted)
    await remember("active", (active) => ({
      value: active?.id === session ? { ...active, steps: count, recent: newest(active, document, sequence) } : active,
      result: undefined,
    }));
  return count;
}

/** How many of the newest steps are remembered by their places. */
const MOST_RECENT = 20;

/** @param {import("../protocol").ActiveSession} active @param {string} document @param {number} sequence */
const newest = ({ recent }, document, sequence) => [...recent, { document, sequence }].slice(-MOST_RECENT);

/**
 * Deletes a step for good: no later revision of it is taken.
 * @param {string} session
 * @param {import("../protocol").StepPlace} place
 */
export async function forgetStep(session, { document, sequence }) {
  const active = await recall("active");
  if (active?.id === session)
    await remember("forgotten", (all = []) => ({ value: [...all, `${document}/${sequence}`], result: undefined }));
  const store = await openStore();
  const write = store.transaction(["steps", "observations"], "readwrite");
  await write.objectStore("steps").delete([session, document, sequence]);
  const left = await write.objectStore("steps").index("session").getAll(session);
  await forgetUnused(session, left, write.objectStore("observations"));
  await write.done;
  await noteCount(session, left.length);
  await remember("active", (now) => ({
    value: now?.id === session ? { ...now, steps: left.length, recent: without(now.recent, document, sequence) } : now,
    result: undefined,
  }));
  if (active?.id === session) await tell(await liveDocuments());
  return { done: true };
}

/** @param {import("../protocol").StepPlace[]} recent @param {string} document @param {number} sequence */
const without = (recent, document, sequence) =>
  recent.filter((one) => one.document !== document || one.sequence !== sequence);

/** Deletes the step that was taken last. */
export async function forgetLast() {
  const active = await recall("active");
  const last = active?.recent.at(-1);
  return active && last ? forgetStep(active.id, last) : { done: true };
}

/**
 * Deletes what no step was taken in any more.
 * @param {string} session
 * @param {import("../protocol").StoredStep[]} steps those that are left
 * @param {any} observations the object store, in a transaction that may write
 */
export async function forgetUnused(session, steps, observations) {
  const used = new Set(steps.map(({ step }) => step.observation?.id));
  for (const [of, id] of await observations.index("session").getAllKeys(session))
    if (!used.has(id)) await observations.delete([of, id]);
}

/**
 * Notes in the index how many steps the store holds of a session.
 * @param {string} session
 * @param {number} count
 */
export function noteCount(session, count) {
  return changeIndex((index) => {
    if (index[session]) index[session].steps = count;
  });
}

/** @param {(index: import("../protocol").Index) => void} change */
export function changeIndex(change) {
  return navigator.locks.request("index", async () => {
    const { index = {} } = /** @type {{index?: import("../protocol").Index}} */ (await api.storage.local.get("index"));
    change(index);
    await api.storage.local.set({ index });
  });
}

/** Takes in what pages wrote ahead and nobody has kept yet; running it twice changes nothing. */
export function drainJournal() {
  return navigator.locks.request("journal", async () => {
    const keys = await journalKeys();
    if (!keys.length) return;
    const entries = await api.storage.local.get(keys);
    for (const key of keys) {
      const entry = /** @type {JournalEntry | undefined} */ (entries[key]);
      if (!entry) continue;
      await keep(entry);
      // A page may have written a later revision since: that one stays for the next round.
      const now = /** @type {JournalEntry | undefined} */ ((await api.storage.local.get(key))[key]);
      if (now && now.revision <= entry.revision) await api.storage.local.remove(key);
    }
  });
}

async function journalKeys() {
  const local = /** @type {any} */ (api.storage.local);
  const keys = local.getKeys ? await local.getKeys() : Object.keys(await local.get(null));
  return keys.filter((/** @type {string} */ key) => key.startsWith("journal/"));
}
