// Numbers for the keyed tags of masked text, so that the same text has the same number and no tag reaches the store.

/** @typedef {import("../protocol").TagNumbers} TagNumbers */

/** A text that is still being typed has no tag. */
const TAG = /<([A-Z_]+)#([0-9a-f]{16})?>/g;

/**
 * The text with numbers for its tags, the same for the same tag all through the session. What a step says of an unfinished
 * text has a number of its own, until the step says what the text became: the number is then free again, or it would tell
 * how often a text was begun.
 * @param {TagNumbers} tags is changed
 * @param {string} json
 * @param {string} owner names the step
 * @returns {string}
 */
export function numberTags(tags, json, owner) {
  const tagOf = (/** @type {string | undefined} */ tag) => tag ?? `unfinished/${owner}`;
  const held = new Set(Array.from(json.matchAll(TAG), ([, word, tag]) => `${word}#${tagOf(tag)}`));
  for (const [word, known] of Object.entries(tags))
    for (const [tag, { by }] of Object.entries(known))
      if (by === owner && !held.has(`${word}#${tag}`)) delete known[tag];
  return json.replace(TAG, (_, word, given) => {
    const tag = tagOf(given);
    const known = (tags[word] ??= {});
    known[tag] ??= { number: firstFree(known), by: owner };
    // Once a second step holds it, it stays.
    if (known[tag].by !== owner) known[tag].by = "";
    return `<${word}_${known[tag].number}>`;
  });
}

/** @param {Record<string, {number: number}>} known */
function firstFree(known) {
  const taken = new Set(Object.values(known).map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number++;
  return number;
}
