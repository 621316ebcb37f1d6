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
/** @param {any} book */
const isBook = (book) =>
  isRecord(book?.words) &&
  Object.values(book.words).every((word) => Number.isSafeInteger(word?.next) && Array.isArray(word.free)) &&
  Array.isArray(book.young) &&
  book.young.every((/** @type {any} */ one) => isText(one?.owner) && isRecord(one.numbers));
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
  recovering: (value) => where(value, value === true),
  active: (value) =>
    where(
      value,
      [value?.id, value?.key, value?.maskingLevel].every(isText) &&
        [value.started, value.steps].every(Number.isFinite) &&
        [value.terms, value.recent].every(Array.isArray),
    ),
  ended: (value) => only(value, (documents) => Array.isArray(documents) && documents.every(isDocument)),
  draft: (value) => where(value, [value?.maskingLevel, value?.goal].every(isText)),
  stopped: (value) => where(value, [value?.session, value?.goal].every(isText)),
  tags: (value) => only(value, isBook),
  documents: (value) => only(value, isDocument),
  known: (value) => only(value, (one) => isText(one?.session) && Number.isFinite(one.since)),
  asked: (value) => where(value, isText(value?.site) && Number.isFinite(value.at)),
  taint: (value) => where(value, [value?.session, value?.hashes].every(isText)),
  tabs: (value) =>
    where(value, isRecord(value?.numbered) && Array.isArray(value.opened) && Number.isSafeInteger(value.made)),
};

/**
 * @template {keyof Memory} K
 * @param {K} key
 * @returns {Promise<Memory[K] | undefined>}
 */
export async function recall(key) {
  return usable(key, (await api.storage.session.get(key))[key]);
}

/** What of a stored value can be used. @template {keyof Memory} K @param {K} key @param {any} value */
export const usable = (key, value) => USABLE[key](value);

/**
 * Reads, changes and writes one value while no other message does. `undefined` from `change` deletes it.
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
