// The index of the store: what it should hold, kept apart from it, because Chromium opens a corrupt database as an empty one.
// It is sealed: content scripts can read `storage.local`.
import { api } from "./api.js";
import { loadKeys, openText, OWN, sealOf, sealText } from "./keys.js";

/** @typedef {import("../protocol").Index} Index */

const KEY = "index";
/** The smallest size of its text: a longer one is twice as long, so that the size tells little. */
const SMALLEST = 4096;

/** @param {any} value */
const isEntry = (value) => Number.isFinite(value?.started) && Number.isSafeInteger(value.steps);

/** @returns {Promise<Index>} without what is damaged */
export async function readIndex() {
  const [{ [KEY]: sealed }] = await Promise.all([api.storage.local.get(KEY), loadKeys()]);
  const seal = sealOf(OWN);
  const text = seal && typeof sealed === "string" ? openText(seal, KEY, sealed) : undefined;
  const found = text === undefined ? undefined : JSON.parse(text);
  if (typeof found !== "object" || found === null) return {};
  return Object.fromEntries(Object.entries(found).filter(([, one]) => isEntry(one)));
}

/** @param {(index: Index) => void} change */
export function changeIndex(change) {
  return navigator.locks.request(KEY, async () => {
    const index = await readIndex();
    change(index);
    const seal = sealOf(OWN);
    const text = JSON.stringify(index);
    let size = SMALLEST;
    while (size < text.length) size *= 2;
    if (seal) await api.storage.local.set({ [KEY]: sealText(seal, KEY, text.padEnd(size)) });
  });
}
