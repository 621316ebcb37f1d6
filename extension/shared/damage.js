// What of the store was found to be lost, until the person has read it; no session begins before that.
import { api } from "./api.js";
import { readSealed, writeSealed } from "./sealed-area.js";

/** @typedef {import("../protocol").Damage} Damage */

const KEY = "damage";

/** @returns {Promise<Damage>} */
export async function readDamage() {
  const { value } = await readSealed(KEY);
  const count = (/** @type {any} */ one) => (Number.isSafeInteger(one) ? one : 0);
  return { sessions: count(value?.sessions), steps: count(value?.steps), settings: Boolean(value?.settings) };
}

/** Adds what was found now to what the person has not read yet. @param {Damage} found */
export async function addDamage(found) {
  const before = await readDamage();
  await writeSealed(KEY, {
    sessions: before.sessions + found.sessions,
    steps: before.steps + found.steps,
    settings: before.settings || found.settings,
  });
}

/** The store cannot be opened: so many sessions are lost unless it can be another time. @param {number} sessions */
export async function noteClosed(sessions) {
  const before = await readDamage();
  await writeSealed(KEY, { ...before, sessions: Math.max(before.sessions, sessions) });
}

/** The person has read it. */
export const deleteDamage = () => api.storage.local.remove(KEY);

/** @param {Damage} damage */
export const isDamaged = ({ sessions, steps, settings }) => sessions > 0 || steps > 0 || settings;
