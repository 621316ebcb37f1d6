// The index of the store: what it should hold, kept apart from it, because Chromium opens a corrupt database as an empty one.
import { api } from "./api.js";

/** @typedef {import("../protocol").Index} Index */

const KEY = "index";

/** @param {any} value */
const isEntry = (value) => Number.isFinite(value?.started) && Number.isSafeInteger(value.steps);

/** @returns {Promise<Index>} without what is damaged */
export async function readIndex() {
  const found = /** @type {unknown} */ ((await api.storage.local.get(KEY))[KEY]);
  if (typeof found !== "object" || found === null) return {};
  return Object.fromEntries(Object.entries(found).filter(([, one]) => isEntry(one)));
}

/** @param {(index: Index) => void} change */
export function changeIndex(change) {
  return navigator.locks.request(KEY, async () => {
    const index = await readIndex();
    change(index);
    await api.storage.local.set({ [KEY]: index });
  });
}
