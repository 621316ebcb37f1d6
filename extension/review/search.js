// Finds a word in the text that leaves, whatever its case, and as a file of that format writes it.

/** So many places can be gone to; all are counted. */
const MOST = 20_000;

/**
 * How a word can stand in a file: as it is, and as JSON and JavaScript write it.
 * @param {string} word
 */
function pattern(word) {
  const wanted = word.trim().normalize("NFC");
  if (!wanted) return undefined;
  const escaped = JSON.stringify(wanted).slice(1, -1);
  const ways = [...new Set([wanted, escaped])].map((way) => way.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(ways.join("|"), "giu");
}

/**
 * How often a word stands in lines, and where: the line, and which of the line's matches.
 * @param {string[]} lines
 * @param {string} word
 * @returns {{total: number, places: {line: number, nth: number}[]}}
 */
export function findIn(lines, word) {
  const wanted = pattern(word);
  /** @type {{line: number, nth: number}[]} */
  const places = [];
  let total = 0;
  if (wanted)
    lines.forEach((text, line) => {
      let nth = 0;
      for (const _ of text.matchAll(wanted)) {
        if (places.length < MOST) places.push({ line, nth });
        nth++;
        total++;
      }
    });
  return { total, places };
}

/**
 * A line cut at the places of a word.
 * @param {string} line
 * @param {string} word
 * @returns {{text: string, match: boolean, nth: number}[]}
 */
export function parts(line, word) {
  const wanted = pattern(word);
  if (!wanted) return [{ text: line, match: false, nth: 0 }];
  const cut = [];
  let from = 0;
  let nth = 0;
  for (const { 0: text, index } of line.matchAll(wanted)) {
    if (index > from) cut.push({ text: line.slice(from, index), match: false, nth: 0 });
    cut.push({ text, match: true, nth: nth++ });
    from = index + text.length;
  }
  if (from < line.length) cut.push({ text: line.slice(from), match: false, nth: 0 });
  return cut;
}
