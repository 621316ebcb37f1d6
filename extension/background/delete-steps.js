// Deletes steps: one, those of the last minutes, those of a site; for good, and also what is still on its way.
import { sendStoreEvent } from "../shared/store-events.js";
import { loadCore } from "../shared/core.js";
import { originOf } from "../shared/origin.js";
import { changeSession, keysOf, openStore } from "../shared/store.js";
import { liveDocuments, sendState } from "./documents.js";
import { apart } from "./apart.js";
import { drainJournal } from "./journal.js";
import { recall } from "./memory.js";
import { roomMade } from "./room.js";
import { isInFrame, noteTally } from "./steps.js";
import { tallyIn, withRows } from "./tally.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../protocol").StoredStep} StoredStep */

/**
 * @param {string} session
 * @param {string} document
 * @param {number} sequence
 */
export function deleteStep(session, document, sequence) {
  return remove(session, () => true, IDBKeyRange.only([session, document, sequence]));
}

/** The step that was taken last. */
export async function deleteLast() {
  const active = await recall("active");
  const last = active?.recent.at(-1);
  return active && last ? deleteStep(active.id, last.document, last.sequence) : 0;
}

/** What was done in the last minutes, in all sessions. @param {number} minutes */
export async function deleteRecent(minutes) {
  const now = Date.now();
  const from = now - minutes * 60_000;
  await bar((clock) => ({ from: from - clock, to: now - clock }));
  return removeAll((one, { started }) => started + one.step?.time >= from || (one.kept ?? 0) >= from);
}

/** What was done on a site, in all sessions. @param {string} origin */
export async function deleteSite(origin) {
  const now = Date.now();
  await bar((clock) => ({ from: 0, to: now - clock, origin }));
  return removeAll(({ step }) => originOf(step?.url) === origin);
}

/**
 * What was done in the frames of a page since it exited the scope.
 * @param {string} session
 * @param {number} tab its number
 * @param {number} from in epoch milliseconds
 */
export const deleteInFrames = (session, tab, from) =>
  remove(session, ({ step, made = 0 }) => isInFrame(step, tab) && made > from);

/**
 * Keeps out what is on its way to the running session. First of all: what comes before this is in the store by now and
 * deleted there.
 * @param {(clock: number) => import("../protocol").Deletion} what by what the times of its steps count from
 */
async function bar(what) {
  const active = await recall("active");
  if (active)
    await changeSession(active.id, ({ deletions = [] }) => ({ deletions: [...deletions, what(active.clock)] }));
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
 * @param {IDBKeyRange} [among] the keys of those that are asked; default: all
 * @returns {Promise<number>} how many
 */
async function remove(session, which, among = keysOf(session)) {
  const [store] = await Promise.all([openStore(), loadCore()]);
  const write = store.transaction(["sessions", "steps", "gone", "observations"], "readwrite");
  const [sessions, steps] = [write.objectStore("sessions"), write.objectStore("steps")];
  const about = /** @type {StoredSession | undefined} */ (await sessions.get(session));
  const before = await tallyIn(about, steps);
  const gone = /** @type {StoredStep[]} */ (await steps.getAll(among)).filter(which);
  const tally = withRows(before, gone, []);
  await Promise.all(
    gone.flatMap(({ document, sequence }) => [
      write.objectStore("gone").put({ session, document, sequence }),
      steps.delete([session, document, sequence]),
    ]),
  );
  await deleteObservations(write, session, gone);
  await Promise.all([gone.length && about && sessions.put({ ...about, tally }), write.done]);
  if (!gone.length) return 0;
  const [only] = gone;
  const places = new Set(gone.map(keyOf));
  await noteTally(session, tally, (recent) => recent.filter((one) => !places.has(keyOf(one))));
  sendStoreEvent(
    only && gone.length === 1 ? { session, document: only.document, sequence: only.sequence } : { session },
  );
  await roomMade();
  await sendState((await liveDocuments()).filter((one) => one.top));
  return gone.length;
}

/**
 * Deletes what no step was taken in any more.
 * @param {any} write the transaction that deletes the steps
 * @param {string} session
 * @param {StoredStep[]} gone
 */
async function deleteObservations(write, session, gone) {
  const users = write.objectStore("steps").index("observation");
  for (const id of new Set(gone.map(({ observation }) => observation)))
    if (id !== undefined && !(await users.count([session, id])))
      await write.objectStore("observations").delete([session, id]);
}

/** @param {{document: string, sequence: number}} step */
const keyOf = ({ document, sequence }) => `${document}/${sequence}`;
