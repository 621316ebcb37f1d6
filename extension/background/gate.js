// The gate for steps of a page's side: whose they are is what the background knows, and what they say is read by the core.
import { admit } from "../core/overt.js";
import { loadCore } from "../shared/core.js";
import { readSettings } from "../shared/settings.js";
import { recall, remember } from "./memory.js";
import { journalEntry } from "./messages.js";

/** @typedef {import("../protocol").JournalEntry} JournalEntry */
/** @typedef {import("../protocol").KnownDocument} KnownDocument */

/** Of so many documents the newest steps may still stand in the journal. */
const MOST_KNOWN = 200;
/** A document makes no more steps, and revisions of one, than these and so many a second: no person does. */
const AT_ONCE = 1_000;
const A_SECOND = 50;

/** A step that is none of its document. Its message holds nothing of it. */
export class RefusedError extends Error {
  name = "RefusedError";
}

/**
 * Notes what a document that is let in may send steps of.
 * @param {string} document
 * @param {KnownDocument} facts
 */
export function know(document, facts) {
  return remember("known", (all = {}) => {
    const others = Object.entries(all).filter(([id]) => id !== document);
    return {
      value: { ...Object.fromEntries(others.slice(1 - MOST_KNOWN)), [document]: facts },
      result: undefined,
    };
  });
}

/**
 * What of an entry may be kept.
 * @param {unknown} found a message or what stands in the journal: pages write there, so it may be anything
 * @param {import("../protocol").DocumentFacts} [facts] of its document, by its ticket: they outlive the browser
 * @returns {Promise<JournalEntry>}
 * @throws {RefusedError}
 */
export async function admitted(found, facts) {
  if (!journalEntry(found)) throw new RefusedError("expected an entry of the journal, found something else");
  const entry = /** @type {JournalEntry} */ (found);
  const [known] = await Promise.all([recall("known"), loadCore()]);
  const from = known?.[entry.document] ?? (facts && (await knownAgain(entry.session, facts)));
  if (!from || from.session !== entry.session) throw new RefusedError("expected a document of the session, found none");
  const most = AT_ONCE + (A_SECOND * Math.max(0, Date.now() - from.since)) / 1_000;
  if (Math.max(entry.sequence, entry.revision) > most) throw new RefusedError("expected a person's pace, found more");
  try {
    const [json = "", observation] = admit(from, entry.sequence, entry.json, entry.observation);
    return { ...entry, json, observation };
  } catch (error) {
    throw new RefusedError(error instanceof Error ? error.message : "");
  }
}

/**
 * A document of before the browser started. What its recorder masked it masked by a key that is gone; what this gate finds beyond
 * that gets a key of its own, and no other text the same tag.
 * @param {string} session
 * @param {import("../protocol").DocumentFacts} facts
 * @returns {Promise<KnownDocument>}
 */
async function knownAgain(session, facts) {
  const { terms } = await readSettings();
  const key = crypto.getRandomValues(new Uint8Array(16)).toHex();
  return { session, ...facts, terms, key };
}
