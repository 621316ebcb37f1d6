// Values in `storage.local`, which every content script can read: sealed with the key of what is of no session, and padded.
import { api } from "./api.js";
import { loadKeys, openText, OWN, sealOf, sealText } from "./keys.js";

/** The smallest size of a text: a longer one is twice as long, so that the size tells little. */
const SMALLEST = 4096;

/**
 * @param {string} key
 * @returns {Promise<{value: any, lost: boolean}>} `lost`: something is there that nobody can open
 */
export async function readSealed(key) {
  const [{ [key]: sealed }] = await Promise.all([api.storage.local.get(key), loadKeys()]);
  const seal = sealOf(OWN);
  const text = seal && typeof sealed === "string" ? openText(seal, key, sealed) : undefined;
  return { value: text === undefined ? undefined : JSON.parse(text), lost: sealed !== undefined && text === undefined };
}

/** @param {string} key @param {unknown} value */
export async function writeSealed(key, value) {
  await loadKeys();
  const seal = sealOf(OWN);
  const text = JSON.stringify(value);
  let size = SMALLEST;
  while (size < text.length) size *= 2;
  if (seal) await api.storage.local.set({ [key]: sealText(seal, key, text.padEnd(size)) });
}
