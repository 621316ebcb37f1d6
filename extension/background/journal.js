// The journal: the copy of each step that its page writes ahead, until the store has it.
import { api } from "../shared/api.js";
import { tellNews } from "../shared/news.js";
import { keep } from "./steps.js";

/** @typedef {import("../protocol").JournalEntry} JournalEntry */

const JOURNAL = "journal/";
/** Where entries stand that nobody can read: out of the way, until the person deletes them. */
export const ASIDE = "aside/";
/** Errors that tell of the entry; every other one tells of the store, which may take the entry later. */
const OF_THE_ENTRY = new Set(["RefusedError", "DataError", "DataCloneError", "SyntaxError", "TypeError", "RangeError"]);

/** Takes in what pages wrote ahead and nobody has kept yet; running it twice changes nothing. */
export function drainJournal() {
  return navigator.locks.request("journal", async () => {
    const keys = await keysFrom(JOURNAL);
    if (!keys.length) return;
    const found = await api.storage.local.get(keys);
    /** @type {string[]} */
    const unreadable = [];
    for (const key of keys) if (!(await takeIn(key, found[key]))) unreadable.push(key);
    if (unreadable.length) await setAside(unreadable);
  });
}

/**
 * @param {string} key
 * @param {unknown} found
 * @returns {Promise<boolean>} false where it cannot be read
 */
async function takeIn(key, found) {
  // Its page took it back meanwhile.
  if (found === undefined) return true;
  try {
    await keep(/** @type {JournalEntry} */ (found));
  } catch (error) {
    // What the store does not take now stays in the journal.
    return !(error instanceof Error && OF_THE_ENTRY.has(error.name));
  }
  // A page may have written a later revision since: that one stays for the next round.
  const now = /** @type {any} */ ((await api.storage.local.get(key))[key]);
  if (now?.revision === /** @type {JournalEntry} */ (found).revision) await api.storage.local.remove(key);
  return true;
}

/** @param {string[]} keys */
async function setAside(keys) {
  const found = await api.storage.local.get(keys);
  const at = Date.now();
  const aside = Object.entries(found).map(([key, entry]) => [ASIDE + key.slice(JOURNAL.length), { at, entry }]);
  await api.storage.local.set(Object.fromEntries(aside));
  await api.storage.local.remove(keys);
  tellNews({});
}

/** Deletes what could not be read, where it is older than a moment. @param {number} [before] epoch milliseconds; default: all */
export async function dropAside(before = Infinity) {
  const found = await api.storage.local.get(await keysFrom(ASIDE));
  const old = Object.keys(found).filter((key) => !(/** @type {any} */ (found[key])?.at >= before));
  if (old.length) await api.storage.local.remove(old);
  tellNews({});
}

/** Deletes what a session's pages wrote ahead, and what of it could not be read. @param {string} session */
export async function dropJournal(session) {
  const found = await api.storage.local.get([...(await keysFrom(JOURNAL)), ...(await keysFrom(ASIDE))]);
  const its = Object.entries(found).filter(([key, value]) => {
    const entry = /** @type {any} */ (key.startsWith(ASIDE) ? /** @type {any} */ (value)?.entry : value);
    return entry?.session === session;
  });
  if (its.length) await api.storage.local.remove(its.map(([key]) => key));
}

/** @param {string} start @returns {Promise<string[]>} */
async function keysFrom(start) {
  const local = /** @type {any} */ (api.storage.local);
  const keys = local.getKeys ? await local.getKeys() : Object.keys(await local.get(null));
  return keys.filter((/** @type {string} */ key) => key.startsWith(start));
}
