// The index of the store: what it should hold, kept apart from it, because Chromium opens a corrupt database as an empty one.
import { readSealed, writeSealed } from "./sealed-area.js";
import { upgraded } from "./upgrade.js";

/** @typedef {import("../protocol").Index} Index */

const KEY = "index";

/** @param {any} value */
const isEntry = (value) => Number.isFinite(value?.started) && Number.isSafeInteger(value.steps);

/** @returns {Promise<Index>} without what is damaged */
export async function readIndex() {
  const { value } = await readSealed(KEY);
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value).filter(([, one]) => isEntry(one));
  return Object.fromEntries(entries.map(([id, one]) => [id, upgraded(one)]));
}

/** Whether there is an index that nobody can open. */
export const isIndexLost = async () => (await readSealed(KEY)).lost;

/** @param {(index: Index) => void} change */
export function changeIndex(change) {
  return navigator.locks.request(KEY, async () => {
    const index = await readIndex();
    change(index);
    await writeSealed(KEY, index);
  });
}
