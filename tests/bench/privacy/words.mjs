// The words of what a recording keeps: those of the page, for what is kept of it; all of them, for what is left of somebody.

/** @typedef {{trace: {text: string}, flowText: string, source: string}} Exported */

/** A text without accents and case, with one space for all that is neither letter nor digit. @param {string} text */
export const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The words of a text, without placeholders. @param {string} text */
const wordsOf = (text) =>
  plain(text.replace(/<[A-Z]+_\d+[^>]*>/g, " "))
    .split(" ")
    .filter((word) => word.length > 1);

/** Every text in a value of JSON. @param {unknown} value @returns {string[]} */
const texts = (value) =>
  typeof value === "string"
    ? [value]
    : value && typeof value === "object"
      ? Object.values(value).flatMap((one) => texts(one))
      : [];

/** @param {string} jsonl */
const lines = (jsonl) =>
  jsonl
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/**
 * How often each word of the page was kept: in the names and texts of the observations and of the targets.
 * @param {Exported} exported
 * @returns {Map<string, number>}
 */
export function pageWords({ trace }) {
  const counts = new Map();
  const add = (/** @type {string} */ text) => {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const line of lines(trace.text)) {
    if (line.kind === "observation")
      for (const [, quoted] of line.text.matchAll(/"((?:[^"\\]|\\.)*)"/g)) add(quoted.replace(/\\(.)/g, "$1"));
    if (line.target?.name) add(line.target.name);
  }
  return counts;
}

/** Everything that is exported as one text, for what is looked for in it: the trace, the UserFlow and the Playwright test. @param {Exported} exported */
export const everything = ({ trace, flowText, source }) =>
  ` ${plain([...lines(trace.text).flatMap(texts), ...texts(JSON.parse(flowText)), source].join("\n"))} `;

/**
 * The share, in percent, of what `of` counts that `kept` has too, each word as often as it stands.
 * @param {Map<string, number>} kept
 * @param {Map<string, number>} of
 */
export function shareKept(kept, of) {
  let [has, all] = [0, 0];
  for (const [word, times] of of) {
    all += times;
    has += Math.min(times, kept.get(word) ?? 0);
  }
  return all === 0 ? 100 : (100 * has) / all;
}

/** Those entries whose word passes. @param {Map<string, number>} counts @param {(word: string) => boolean} passes */
export const only = (counts, passes) => new Map([...counts].filter(([word]) => passes(word)));
