// The journal: the copy of each step that its page writes ahead, until the store has it. Every content script can read it, so
// each entry is sealed with its document's own key.
import { Seal } from "../core/overt.js";
import { api } from "../shared/api.js";
import { keyNames, loadKeys, openText, sealOf, sealText } from "../shared/keys.js";
import { sendStoreEvent } from "../shared/store-events.js";
import { upgraded } from "../shared/upgrade.js";
import { isOfTheStep, keep } from "./steps.js";

/** @typedef {import("../protocol").JournalEntry} JournalEntry */

const JOURNAL = "journal/";
/** Where entries stand that nobody can read: out of the way, until the person deletes them. */
export const ASIDE = "aside/";

/** Where a ticket opens. */
const TICKET = "ticket";
/** The length that a ticket's text is padded to: how long a site's name is tells which it is. */
const TICKET_LENGTH = 1_024;

/**
 * A key for a document's entries, and the ticket that brings it back: nothing has to be remembered, and who has no key of the
 * session makes no ticket. Undefined where the session's key was deleted.
 * @param {string} session
 * @param {string} document
 * @param {import("../protocol").DocumentFacts} facts what the gate must know of it when the browser no longer has it in memory
 * @returns {Promise<import("../protocol").JournalSeal | undefined>}
 */
export async function sealFor(session, document, facts) {
  await loadKeys();
  const seal = sealOf(session);
  const key = crypto.getRandomValues(new Uint8Array(32)).toBase64();
  const text = JSON.stringify({ session, document, key, facts });
  return seal && { key, ticket: sealText(seal, TICKET, text.padEnd(TICKET_LENGTH)) };
}

/**
 * Takes in what pages wrote ahead and nobody has kept yet; running it twice changes nothing.
 * @returns {Promise<boolean>} whether nothing waits there for the store to take it
 */
export async function drainJournal() {
  return navigator.locks.request("journal", async () => {
    const keys = await keysFrom(JOURNAL);
    if (!keys.length) return true;
    const [found] = await Promise.all([api.storage.local.get(keys), loadKeys()]);
    /** @type {string[]} */
    const unreadable = [];
    let waiting = 0;
    for (const key of keys) {
      const state = await takeIn(key, found[key]);
      if (state === "unreadable") unreadable.push(key);
      if (state === "waits") waiting++;
    }
    if (unreadable.length) await setAside(unreadable);
    return waiting === 0;
  });
}

/**
 * @param {string} key
 * @param {unknown} found
 * @returns {Promise<"taken" | "waits" | "unreadable">}
 */
async function takeIn(key, found) {
  // Its page took it back meanwhile.
  if (found === undefined) return "taken";
  const entry = readEntry(found);
  if (!entry) return "unreadable";
  if (entry === DELETED) {
    await api.storage.local.remove(key);
    return "taken";
  }
  try {
    await keep(entry.step, entry.facts);
  } catch (error) {
    return isOfTheStep(error) ? "unreadable" : "waits";
  }
  // A page may have written a later revision since: that one stays for the next round.
  const now = readEntry((await api.storage.local.get(key))[key]);
  if (now && now !== DELETED && now.step.revision === entry.step.revision) await api.storage.local.remove(key);
  return "taken";
}

/** An entry of a session that was deleted: with its key gone nobody can read it. */
const DELETED = "deleted";

/**
 * What stands in the journal, where it can be opened; pages write there, so it may be anything. Whose it is says its ticket,
 * which only the background can make; what it says of a step is for the gate to judge.
 * @param {unknown} found
 * @returns {{step: JournalEntry, facts: import("../protocol").DocumentFacts} | typeof DELETED | undefined}
 */
function readEntry(found) {
  const [, ticket = "", sealed = ""] = (typeof found === "string" && /^([\w+/=]+)\.([\w+/=]+)$/.exec(found)) || [];
  if (!sealed) return undefined;
  const of = readTicket(ticket);
  if (!of) return DELETED;
  const seal = new Seal(Uint8Array.fromBase64(of.key));
  const text = openText(seal, "", sealed);
  seal.free();
  try {
    if (text === undefined) return undefined;
    return { step: { ...JSON.parse(text), session: of.session, document: of.document }, facts: of.facts };
  } catch {
    return undefined;
  }
}

/** @param {string} ticket @returns {import("../protocol").SealedFor | undefined} */
function readTicket(ticket) {
  for (const name of keyNames()) {
    const seal = sealOf(name);
    const text = seal && openText(seal, TICKET, ticket);
    if (text === undefined) continue;
    const of = JSON.parse(text);
    return { ...of, facts: upgraded(of.facts) };
  }
  return undefined;
}

/** @param {string[]} keys */
async function setAside(keys) {
  const found = await api.storage.local.get(keys);
  const at = Date.now();
  const aside = Object.entries(found).map(([key, entry]) => [ASIDE + key.slice(JOURNAL.length), { at, entry }]);
  await api.storage.local.set(Object.fromEntries(aside));
  await api.storage.local.remove(keys);
  sendStoreEvent({});
}

/** Deletes what could not be read, where it is older than a moment. @param {number} [before] epoch milliseconds; default: all */
export async function dropAside(before = Infinity) {
  const found = await api.storage.local.get(await keysFrom(ASIDE));
  const old = Object.keys(found).filter((key) => !(/** @type {any} */ (found[key])?.at >= before));
  if (old.length) await api.storage.local.remove(old);
  sendStoreEvent({});
}

/** Deletes what a session's pages wrote ahead, and what of it could not be read. @param {string} session */
export async function dropJournal(session) {
  await loadKeys();
  const found = await api.storage.local.get([...(await keysFrom(JOURNAL)), ...(await keysFrom(ASIDE))]);
  const its = Object.entries(found).filter(([key, value]) => {
    const written = key.startsWith(ASIDE) ? /** @type {any} */ (value)?.entry : value;
    return typeof written === "string" && readTicket(written.split(".")[0] ?? "")?.session === session;
  });
  if (its.length) await api.storage.local.remove(its.map(([key]) => key));
}

/** @param {string} start @returns {Promise<string[]>} */
async function keysFrom(start) {
  const local = /** @type {any} */ (api.storage.local);
  const keys = local.getKeys ? await local.getKeys() : Object.keys(await local.get(null));
  return keys.filter((/** @type {string} */ key) => key.startsWith(start));
}
