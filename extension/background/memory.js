// What must survive the worker's sleep but not the browser: the running session, its tags and its documents.
import { api } from "../shared/api.js";

/** @typedef {import("../protocol").Memory} Memory */

/** @param {any} value */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** @param {any} value */
const isText = (value) => typeof value === "string";
/** @param {any} one */
const isDocument = (one) =>
  isText(one?.document) && [one.tabId, one.frameId].every(Number.isSafeInteger) && Array.isArray(one.path);
/** A record without those of its values that are not what they must be. @param {any} value @param {(one: any) => boolean} is */
const only = (value, is) =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([, one]) => is(one))) : undefined;
/** @param {any} value @param {boolean} is */
const where = (value, is) => (is ? value : undefined);

/**
 * What of a value can be used: nothing that is damaged stops what reads it.
 * @type {{[K in keyof Memory]: (value: any) => Memory[K] | undefined}}
 */
const USABLE = {
  full: (value) => where(value, value === true),
  active: (value) =>
    where(
      value,
      [value?.id, value?.key, value?.floor].every(isText) &&
        [value.started, value.steps].every(Number.isFinite) &&
        [value.terms, value.recent].every(Array.isArray),
    ),
  ended: (value) => only(value, (documents) => Array.isArray(documents) && documents.every(isDocument)),
  draft: (value) => where(value, [value?.floor, value?.goal].every(isText)),
  stopped: (value) => where(value, [value?.session, value?.goal].every(isText)),
  tags: (value) => only(value, (known) => isRecord(only(known, (one) => Number.isSafeInteger(one?.number)))),
  documents: (value) => only(value, isDocument),
  known: (value) => only(value, (one) => isText(one?.session) && Number.isFinite(one.since)),
  asked: (value) => where(value, isText(value?.site) && Number.isFinite(value.at)),
  tabs: (value) =>
    where(value, isRecord(value?.numbered) && Array.isArray(value.opened) && Number.isSafeInteger(value.made)),
};

/**
 * @template {keyof Memory} K
 * @param {K} key
 * @returns {Promise<Memory[K] | undefined>}
 */
export async function recall(key) {
  return USABLE[key](/** @type {any} */ (await api.storage.session.get(key))[key]);
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
