// What the person said is harmless on a site, as keyed hashes: which texts they are, nobody can read there.
import { changeSettings, readSettings } from "./settings.js";

/** How many are remembered; over it the oldest go. */
const MOST = 5_000;

/** @param {string} key base64 */
const imported = (key) =>
  crypto.subtle.importKey("raw", Uint8Array.fromBase64(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

/** The mark of a text on a site: 32 hexadecimal digits. @param {CryptoKey} key @param {string} site its origin @param {string} text */
async function markOf(key, site, text) {
  const bytes = new TextEncoder().encode(`${site}\n${text.normalize("NFKC").toLowerCase()}`);
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes), 0, 16).toHex();
}

/**
 * Those of the things that were not said to be harmless on every site they stand on.
 * @template {{text: string, sites: Set<string>}} T
 * @param {T[]} list
 * @returns {Promise<T[]>}
 */
export async function withoutHarmless(list) {
  const { key, marks } = (await readSettings()).harmless;
  if (!key || !marks.length) return list;
  const [by, known] = [await imported(key), new Set(marks)];
  const all = await Promise.all(
    list.map(async ({ text, sites }) => {
      const own = await Promise.all([...sites].map((site) => markOf(by, site, text)));
      return own.every((mark) => known.has(mark));
    }),
  );
  return list.filter((_, place) => !all[place]);
}

/** Remembers that a text is harmless on these sites. @param {string} text @param {Iterable<string>} sites origins */
export async function rememberHarmless(text, sites) {
  const { harmless } = await readSettings();
  const key = harmless.key || crypto.getRandomValues(new Uint8Array(32)).toBase64();
  const by = await imported(key);
  const own = await Promise.all([...sites].map((site) => markOf(by, site, text)));
  const marks = [...new Set([...harmless.marks, ...own])].slice(-MOST);
  await changeSettings({ harmless: { key, marks } });
}
