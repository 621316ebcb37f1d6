// Compares the store with its index after each start: what is lost is said, and what survives is made whole again.
import { api } from "../shared/api.js";
import { loadCore } from "../shared/core.js";
import { addDamage, deleteDamage, isDamaged, noteClosed } from "../shared/damage.js";
import { dropKey, keyNames, OWN, sealOf } from "../shared/keys.js";
import { sendStoreEvent } from "../shared/store-events.js";
import { areSettingsLost } from "../shared/settings.js";
import { changeIndex, isIndexLost, readIndex } from "../shared/store-index.js";
import { deleteStore, keysOf, openStore } from "../shared/store.js";
import { fitsBeside } from "./full.js";
import { recall } from "./memory.js";
import { isTally, tallyOf } from "./tally.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {import("../protocol").Index[string] | undefined} Noted */

/** Runs work on the store while it is not checked. @template T @param {() => Promise<T>} work @returns {Promise<T>} */
export const unchecked = (work) => /** @type {Promise<any>} */ (navigator.locks.request("check", work));

/** A browser opens a database that is damaged as an empty one, or as it was some time ago: only the index knows. */
export function checkStore() {
  return unchecked(async () => {
    const [index, keysLost] = await Promise.all([readIndex(), isIndexLost(), loadCore()]);
    const store = await openStore().catch((error) => closed(error, index));
    if (!store) return;
    const settings = await areSettingsLost();
    const ids = new Set([
      ...Object.keys(index),
      ...keyNames().filter((name) => name !== OWN),
      .../** @type {string[]} */ (await store.getAllKeys("sessions")),
    ]);
    const found = { sessions: 0, steps: 0, settings };
    for (const id of ids) {
      const lost = sealOf(id) ? await checkSession(id, index[id]) : await dropUnreadable(id, keysLost);
      if (lost === "all") found.sessions++;
      else found.steps += lost;
    }
    if (isDamaged(found)) await noteAndSend(() => addDamage(found));
  });
}

/**
 * The store cannot be opened: what was in it is lost, unless it can be another time.
 * @param {unknown} error
 * @param {import("../protocol").Index} index
 */
async function closed(error, index) {
  const sessions = Object.keys(index).length;
  // There were settings at most, and they have a copy.
  if (!sessions) return makeAnew(error);
  if (await isBroken(error)) await noteAndSend(() => noteClosed(sessions));
  return undefined;
}

/** Whether it is the store's own fault: not a later version, nor a full disk. @param {unknown} error */
const isBroken = async (error) => !(error instanceof Error && error.name === "VersionError") && (await fitsBeside());

/** @param {() => Promise<unknown>} note */
async function noteAndSend(note) {
  await note();
  sendStoreEvent({});
}

/** The person has read what was lost, and goes on with what is left: where the store cannot be opened, with a new one. */
export function acceptDamage() {
  return unchecked(async () => {
    await openStore().catch(makeAnew);
    await noteAndSend(deleteDamage);
  });
}

/** @param {unknown} error why the store cannot be opened */
async function makeAnew(error) {
  if (!(await isBroken(error))) throw error;
  await deleteStore();
  const store = await openStore();
  await changeIndex((index) => {
    for (const id of Object.keys(index)) delete index[id];
  });
  return store;
}

/**
 * @param {string} id
 * @param {Noted} noted what the index says of it; read before the store, which is never the older one
 * @returns {Promise<number | "all">} how many of its steps are lost, or are not what they were
 */
async function checkSession(id, noted) {
  const active = await recall("active");
  const write = (await openStore()).transaction(["sessions", "steps"], "readwrite");
  const [about, steps] = /** @type {[StoredSession | undefined, StoredStep[]]} */ (
    await Promise.all([write.objectStore("sessions").get(id), write.objectStore("steps").getAll(keysOf(id))])
  );
  const whole = about && isWhole(about, noted, steps);
  const kept = whole && isTally(about.tally) ? about.tally : undefined;
  const gone = !about && !steps.length && active?.id !== id;
  const changes = Math.max(about?.tally?.changes ?? 0, noted?.changes ?? 0);
  const tally = kept ?? tallyOf(steps, changes + 1);
  const mended = { ...(about ?? madeAnew(id, noted, steps, active)), tally };
  await Promise.all([!kept && !gone && write.objectStore("sessions").put(mended), write.done]);
  if (gone) {
    await changeIndex((all) => void delete all[id]);
    await dropKey(id);
    // One that began as the browser was ended was never noted.
    return noted ? "all" : 0;
  }
  const { started, ended, maskingLevel } = mended;
  // The browser may have been ended before the last change was noted.
  await changeIndex((all) => void (all[id] = { started, ended, maskingLevel, ...tally }));
  return whole ? 0 : Math.max((noted?.steps ?? 0) - steps.length, (about?.tally?.steps ?? 0) - steps.length, 1);
}

/**
 * Whether a session is no older than its index, and its steps are what it says itself.
 * @param {StoredSession} about
 * @param {Noted} noted
 * @param {StoredStep[]} steps
 */
function isWhole({ tally }, noted, steps) {
  // Earlier versions kept no tally.
  if (!isTally(tally)) return steps.length >= (noted?.steps ?? 0);
  return (
    tally.changes >= (noted?.changes ?? 0) &&
    tally.steps === steps.length &&
    tally.hash === tallyOf(steps, tally.changes).hash
  );
}

/**
 * The record of a session of which only steps are left, or of the running one.
 * @param {string} id
 * @param {Noted} noted
 * @param {StoredStep[]} steps
 * @param {import("../protocol").ActiveSession | undefined} active
 * @returns {StoredSession}
 */
function madeAnew(id, noted, steps, active) {
  const running = active?.id === id ? active : undefined;
  const first = Math.min(...steps.map(({ made, kept }) => made ?? kept ?? Date.now()), Date.now());
  const started = running?.started ?? noted?.started ?? first;
  return {
    id,
    goal: running?.goal ?? "",
    outcome: "unknown",
    started,
    ...(running ? {} : { ended: noted?.ended ?? started, interrupted: true }),
    maskingLevel: running?.maskingLevel ?? noted?.maskingLevel ?? "values",
    environment: { recorder: `overt ${api.runtime.getManifest().version}`, browser: "", language: navigator.language },
  };
}

/**
 * A session without a key: its deletion was interrupted, and ends here; or the keys were lost.
 * @param {string} id
 * @param {boolean} keysLost
 * @returns {Promise<0 | "all">}
 */
async function dropUnreadable(id, keysLost) {
  const write = (await openStore()).transaction(["sessions", "steps", "observations", "gone"], "readwrite");
  const sessions = write.objectStore("sessions");
  const [there, readable] = await Promise.all([sessions.getKey(id), sessions.get(id)]);
  // One of a version that sealed nothing can still be read.
  if (readable === undefined)
    await Promise.all([
      sessions.delete(id),
      ...["steps", "observations", "gone"].map((name) => write.objectStore(name).delete(keysOf(id))),
    ]);
  await write.done;
  await changeIndex((all) => void delete all[id]);
  return keysLost && there !== undefined && readable === undefined ? "all" : 0;
}
