// Takes back what was recorded: a step, the last minutes, a site; for good, and also what is still on its way.
import { tellNews } from "../shared/news.js";
import { changeSession, openStore } from "../shared/store.js";
import { liveDocuments, tell } from "./documents.js";
import { apart } from "./apart.js";
import { drainJournal } from "./journal.js";
import { recall, remember } from "./memory.js";
import { forgetUnused, isInFrame, noteCount, originOf } from "./steps.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../protocol").StoredStep} StoredStep */

/**
 * @param {string} session
 * @param {string} document
 * @param {number} sequence
 */
export function forgetStep(session, document, sequence) {
  return remove(session, (one) => one.document === document && one.sequence === sequence);
}

/** The step that was taken last. */
export async function forgetLast() {
  const active = await recall("active");
  const last = active?.recent.at(-1);
  return active && last ? forgetStep(active.id, last.document, last.sequence) : 0;
}

/** What was done in the last minutes, in all sessions. @param {number} minutes */
export async function forgetRecent(minutes) {
  const now = Date.now();
  const from = now - minutes * 60_000;
  await bar((clock) => ({ from: from - clock, to: now - clock }));
  return removeAll((one, { started }) => started + one.step?.time >= from || (one.kept ?? 0) >= from);
}

/** What was done on a site, in all sessions. @param {string} origin */
export async function forgetSite(origin) {
  const now = Date.now();
  await bar((clock) => ({ from: 0, to: now - clock, origin }));
  return removeAll(({ step }) => originOf(step?.url) === origin);
}

/**
 * What was done in the frames of a page since it left the paths where it may be recorded.
 * @param {string} session
 * @param {number} tab its number
 * @param {number} from in epoch milliseconds
 */
export const forgetInFrames = (session, tab, from) =>
  remove(session, ({ step, made = 0 }) => isInFrame(step, tab) && made > from);

/**
 * Keeps out what is on its way to the running session. First of all: what comes before this is in the store by now and
 * deleted there.
 * @param {(clock: number) => import("../protocol").Forgotten} what by what the times of its steps count from
 */
async function bar(what) {
  const active = await recall("active");
  if (active)
    await changeSession(active.id, ({ forgotten = [] }) => ({ forgotten: [...forgotten, what(active.clock)] }));
}

/** @param {(one: StoredStep, session: StoredSession) => boolean} which */
async function removeAll(which) {
  await apart(drainJournal);
  const sessions = /** @type {StoredSession[]} */ (await (await openStore()).getAll("sessions"));
  let count = 0;
  for (const session of sessions) count += await remove(session.id, (one) => which(one, session));
  return count;
}

/**
 * Deletes steps of a session, what only they were taken in, and notes that they are gone.
 * @param {string} session
 * @param {(one: StoredStep) => boolean} which
 * @returns {Promise<number>} how many
 */
async function remove(session, which) {
  const write = (await openStore()).transaction(["steps", "gone", "observations"], "readwrite");
  const steps = write.objectStore("steps");
  /** @type {StoredStep[]} */
  const left = [];
  /** @type {[string, number][]} */
  const gone = [];
  for (const one of /** @type {StoredStep[]} */ (await steps.index("session").getAll(session)))
    if (which(one)) gone.push([one.document, one.sequence]);
    else left.push(one);
  for (const [document, sequence] of gone) {
    await write.objectStore("gone").put({ session, document, sequence });
    await steps.delete([session, document, sequence]);
  }
  if (gone.length) await forgetUnused(session, left, write.objectStore("observations"));
  await write.done;
  if (!gone.length) return 0;
  const [only] = gone;
  const places = new Set(gone.map(String));
  await noteCount(session, left.length, (recent) =>
    recent.filter(({ document, sequence }) => !places.has(String([document, sequence]))),
  );
  tellNews(only && gone.length === 1 ? { session, document: only[0], sequence: only[1] } : { session });
  await roomAgain();
  await tell((await liveDocuments()).filter((one) => one.top));
  return gone.length;
}

/** After something was deleted: steps that found no room have it now. */
export async function roomAgain() {
  const full = await remember("full", (full) => ({ value: undefined, result: full }));
  if (full) await drainJournal();
}
