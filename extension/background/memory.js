// What must survive the worker's sleep but not the browser: the running session, its tags and its documents.
import { api } from "../shared/api.js";

/** @typedef {import("../protocol").Memory} Memory */

/**
 * @template {keyof Memory} K
 * @param {K} key
 * @returns {Promise<Memory[K] | undefined>}
 */
export async function recall(key) {
  return /** @type {any} */ ((await api.storage.session.get(key))[key]);
}

/**
 * Reads, changes and writes one value while no other message does. `undefined` from `change` forgets it.
 * @template {keyof Memory} K
 * @template R
 * @param {K} key
 * @param {(value: Memory[K] | undefined) => {value: Memory[K] | undefined, result: R}} change
 * @returns {Promise<R>}
 */
export function remember(key, change) {
  return /** @type {Promise<any>} */ (
    navigator.locks.request(`memory/${key}`, async () => {
      const { value, result } = change(await recall(key));
      if (value === undefined) await api.storage.session.remove(key);
      else await api.storage.session.set({ [key]: value });
      return result;
    })
  );
}
