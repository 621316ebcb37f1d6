// Numbers for the keyed tags of masked text, so that the same text has the same number and no tag reaches the store.

/** @typedef {import("../protocol").TagBook} TagBook */
/**
 * One text: the step that it is of, and whether it is said for good. `lasting`: what was seen is no text that is typed on.
 * @typedef {{json: string, owner: string, lasting?: boolean}} Said
 */

/** A text that is still being typed has no tag. */
const TAG = /<([A-Z_]+)#([0-9a-f]{16})?>/g;
/** Of so many steps the numbers may still be given back: a person types in few fields at a time. */
const MOST_YOUNG = 64;

/** @param {Record<string, number>} [next] the next number of each class; default: 1 */
export const newBook = (next = {}) =>
  /** @type {TagBook} */ ({
    words: Object.fromEntries(Object.entries(next).map(([word, next]) => [word, { next, free: [] }])),
    young: [],
  });

/** @param {string} word @param {string | undefined} tag @param {string} owner */
const nameOf = (word, tag, owner) => `${word}#${tag ?? `unfinished/${owner}`}`;
/** @param {string} name */
const wordOf = (name) => name.slice(0, name.indexOf("#"));

/** The names of the tags in a text: `EMAIL#0123456789abcdef`. @param {Said} said */
export const tagsIn = ({ json, owner }) =>
  new Set(Array.from(json.matchAll(TAG), ([, word = "", tag]) => nameOf(word, tag, owner)));

/** The numbers that only a step holds. @param {TagBook} book @param {string} owner */
export const youngOf = (book, owner) => book.young.find((one) => one.owner === owner)?.numbers ?? {};

/**
 * The text with numbers for its tags, the same for the same tag all through the session. A number that only this step held,
 * and its later revision does not, is free again: that of an unfinished text above all, or it would tell how often a text was
 * begun. What this costs does not grow with the session.
 * @param {TagBook} book is changed
 * @param {Map<string, number>} numbers of all tags in the text that have one, and those that only its step holds; is changed
 * @param {Said} said
 * @returns {string}
 */
export function numberTags(book, numbers, said) {
  const { json, owner, lasting = false } = said;
  const held = tagsIn(said);
  const before = Object.entries(youngOf(book, owner));
  for (const [name, number] of before)
    if (!held.has(name)) {
      book.words[wordOf(name)]?.free.push(number);
      numbers.delete(name);
    }
  const own = new Map(before.filter(([name]) => held.has(name)));
  for (const name of held)
    if (!numbers.has(name)) {
      const number = take(book, wordOf(name));
      numbers.set(name, number);
      if (!lasting) own.set(name, number);
    }
  // Once another text holds it too, it stays.
  const others = book.young.filter((one) => one.owner !== owner).map((one) => without(one, held));
  book.young = [...others, { owner, numbers: Object.fromEntries(own) }]
    .filter(({ numbers }) => Object.keys(numbers).length)
    .slice(-MOST_YOUNG);
  return json.replace(TAG, (_, word, tag) => `<${word}_${numbers.get(nameOf(word, tag, owner))}>`);
}

/** @param {TagBook["young"][number]} one @param {Set<string>} names */
const without = ({ owner, numbers }, names) => ({
  owner,
  numbers: Object.fromEntries(Object.entries(numbers).filter(([name]) => !names.has(name))),
});

/** The lowest number that is free. @param {TagBook} book @param {string} word @returns {number} */
function take(book, word) {
  const known = (book.words[word] ??= { next: 1, free: [] });
  if (!known.free.length) return known.next++;
  const least = Math.min(...known.free);
  known.free.splice(known.free.indexOf(least), 1);
  return least;
}
