// Finds a feared word in the text of an export, as the core finds the person's own words.
import { search } from "../core/overt.js";

/** @typedef {{line: number, from: number, to: number}} Place */

/**
 * Where a word stands in a text, in order.
 * @param {string} text
 * @param {string} word
 * @returns {Place[]}
 */
export function placesOf(text, word) {
  const numbers = search(text, word);
  return Array.from({ length: numbers.length / 3 }, (_, at) => {
    const [line = 0, from = 0, to = 0] = numbers.subarray(3 * at, 3 * at + 3);
    return { line, from, to };
  });
}

/**
 * A line cut at its places of a word; what is one says which.
 * @param {string} line
 * @param {Place[]} places
 * @returns {{text: string, place?: Place}[]}
 */
export function parts(line, places) {
  const cut = [];
  let end = 0;
  for (const place of places) {
    if (place.from > end) cut.push({ text: line.slice(end, place.from) });
    cut.push({ text: line.slice(place.from, place.to), place });
    end = place.to;
  }
  if (end < line.length) cut.push({ text: line.slice(end) });
  return cut;
}
