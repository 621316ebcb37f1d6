// Keeps the numbers of a session's tags in memory, one value a tag: what a step costs does not grow with the session.
import { api } from "../shared/api.js";
import { openStore } from "../shared/store.js";
import { newBook, numberTags, tagsIn, youngOf } from "../shared/tags.js";
import { remember, usable } from "./memory.js";

/** @typedef {import("../shared/tags.js").Said} Said */

const LOCK = "tags";

/** How the names of a session's tags begin. Enough of it to tell it from those that may have ended just before. @param {string} session */
const startOf = (session) => `tag/${session.slice(0, 8)}/`;

/**
 * The texts with numbers for their tags, and the next number of each class after that.
 * @param {string} session
 * @param {Said[]} texts
 * @returns {Promise<{texts: string[], next: Record<string, number>}>}
 */
export function numbered(session, texts) {
  /** @type {Promise<any>} */
  const result = navigator.locks.request(LOCK, async () => {
    const start = startOf(session);
    const names = texts.flatMap((said) => [...tagsIn(said)]);
    const stored = await api.storage.session.get(["tags", ...names.map((name) => start + name)]);
    const books = usable("tags", stored.tags) ?? {};
    const book = books[session] ?? (await bookOfStored(session));
    const before = JSON.stringify(book);
    const known = names
      .map((name) => /** @type {const} */ ([name, /** @type {number} */ (stored[start + name])]))
      .filter(([, number]) => Number.isSafeInteger(number));
    const numbers = new Map([...known, ...texts.flatMap(({ owner }) => Object.entries(youngOf(book, owner)))]);
    const old = new Set(numbers.keys());
    const said = texts.map((one) => numberTags(book, numbers, one));

    const fresh = [...numbers].filter(([name]) => !old.has(name)).map(([name, number]) => [start + name, number]);
    const gone = [...old].filter((name) => !numbers.has(name)).map((name) => start + name);
    if (JSON.stringify(book) !== before || fresh.length)
      await api.storage.session.set({ ...Object.fromEntries(fresh), tags: { ...books, [session]: book } });
    if (gone.length) await api.storage.session.remove(gone);
    return { texts: said, next: nextOf(book) };
  });
  return result;
}

/** Numbers go on where they ended: steps of before the browser was closed have theirs. @param {string} session */
async function bookOfStored(session) {
  const { numbers = {} } = (await (await openStore()).get("sessions", session)) ?? {};
  const good = Object.entries(numbers).filter(([, next]) => Number.isSafeInteger(next));
  return newBook(/** @type {Record<string, number>} */ (Object.fromEntries(good)));
}

/** @param {import("../protocol").TagBook} book @returns {Record<string, number>} */
const nextOf = ({ words }) => Object.fromEntries(Object.entries(words).map(([word, { next }]) => [word, next]));

/** Deletes the tags of a session whose last step was taken in. @param {string} session */
export function deleteTags(session) {
  return navigator.locks.request(LOCK, async () => {
    const area = /** @type {any} */ (api.storage.session);
    /** @type {string[]} */
    const keys = area.getKeys ? await area.getKeys() : Object.keys(await area.get(null));
    await area.remove(keys.filter((key) => key.startsWith(startOf(session))));
    await remember("tags", (tags = {}) => {
      const { [session]: _, ...others } = tags;
      return { value: Object.keys(others).length ? others : undefined, result: undefined };
    });
  });
}
