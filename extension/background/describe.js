// What the person says of a recording and of its steps, and words that they mask in it afterwards.
import { mask_word } from "../core/overt.js";
import { loadCore } from "../shared/core.js";
import { sendStoreEvent } from "../shared/store-events.js";
import { changeSession, keysOf, openStore } from "../shared/store.js";
import { recall } from "./memory.js";
import { noteTally } from "./steps.js";
import { tallyIn, tallyOf } from "./tally.js";

/** @typedef {import("../protocol").DoneReply} DoneReply */
/** @template {import("../protocol").FromOwnPage["type"]} T @typedef {Extract<import("../protocol").FromOwnPage, {type: T}>} Message */

/** @type {DoneReply} */
const DELETED = { done: false, reason: "error_session_deleted" };

/** @param {Message<"describe">} message @returns {Promise<DoneReply>} */
export async function describe({ session, goal, outcome, note }) {
  if (!(await changeSession(session, () => ({ goal, outcome, note })))) return DELETED;
  sendStoreEvent({ session });
  return { done: true };
}

/** @param {Message<"mark">} message @returns {Promise<DoneReply>} */
export async function mark({ session, document, sequence, mark, on }) {
  const write = (await openStore()).transaction("steps", "readwrite");
  const one = /** @type {import("../protocol").StoredStep | undefined} */ (
    await write.store.get([session, document, sequence])
  );
  if (!one) return { done: false, reason: "error_step_deleted" };
  const marks = (one.marks ?? []).filter((other) => other !== mark);
  await Promise.all([write.store.put({ ...one, marks: on ? [...marks, mark] : marks }), write.done]);
  sendStoreEvent({ session, document, sequence });
  return { done: true };
}

/**
 * Masks a word in all that a session holds, and in the receipts of its exports. Its steps come to no later revision: one
 * would bring the word back.
 * @param {string} session
 * @param {string} word
 * @returns {Promise<DoneReply>}
 */
export async function maskWord(session, word) {
  if ((await recall("active"))?.id === session) return { done: false, reason: "error_still_recording" };
  await loadCore();
  const write = (await openStore()).transaction(["sessions", "steps", "observations", "receipts"], "readwrite");
  const [about, steps, observations, allReceipts] = await Promise.all([
    write.objectStore("sessions").get(session),
    write.objectStore("steps").getAll(keysOf(session)),
    write.objectStore("observations").getAll(keysOf(session)),
    write.objectStore("receipts").getAll(),
  ]);
  if (!about) return DELETED;
  const receipts = /** @type {import("../protocol").Receipt[]} */ (allReceipts).filter(
    (one) => one.session === session,
  );
  const masked = mask_word(
    word,
    [about.goal, about.note ?? "", ...receipts.flatMap(({ goal, file }) => [goal, file])],
    steps.map(({ step }) => ({ step })),
    observations.map(({ session: _, ...seen }) => seen),
  );
  const [goal, note, ...ofReceipts] = masked.own;
  const { changes } = await tallyIn(about, write.objectStore("steps"));
  const after = steps.map((one, place) => (masked.steps[place] ? { ...one, step: masked.steps[place] } : one));
  const tally = tallyOf(after, changes + 1);
  /** @param {any[]} all @param {(one: any) => unknown} put */
  const putEach = (all, put) => all.flatMap((one, place) => (one ? [put({ one, place })] : []));
  await Promise.all([
    ...putEach(masked.steps, ({ one, place }) =>
      write.objectStore("steps").put({ ...steps[place], revision: Number.MAX_SAFE_INTEGER, step: one }),
    ),
    ...putEach(masked.observations, ({ one }) => write.objectStore("observations").put({ session, ...one })),
    write.objectStore("sessions").put({ ...about, goal, note, tally }),
    ...receipts.map((one, at) =>
      write.objectStore("receipts").put({ ...one, goal: ofReceipts[2 * at], file: ofReceipts[2 * at + 1] }),
    ),
    write.done,
  ]);
  await noteTally(session, tally, (recent) => recent);
  sendStoreEvent({ session });
  return { done: true, count: masked.count };
}
