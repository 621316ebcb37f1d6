// Counts what became of selectors, and turns the counts into percentages.

import { CHANGES } from "./changes.mjs";

/** @typedef {{count: number, right: boolean, selector: string[]}} Found one selector of a target, the best first */

const percent = (/** @type {number} */ part, /** @type {number} */ of) =>
  of ? Math.round((part / of) * 10000) / 100 : 0;
const share = (/** @type {any[]} */ list, /** @type {(one: any) => boolean} */ holds) =>
  percent(list.filter(holds).length, list.length);
const right = (/** @type {Found | undefined} */ found) => found?.right === true;
const wrong = (/** @type {Found} */ found) => found.count > 0 && !found.right;

/**
 * The first of several like lists, each entry with the median of the times in all of them.
 * @template {{time: number}} T
 * @param {T[][]} rounds an odd number
 * @returns {T[]}
 */
export function withMedianTime(rounds) {
  const median = (/** @type {number} */ at) =>
    rounds.map((round) => round[at]?.time ?? Infinity).sort((a, b) => a - b)[rounds.length >> 1] ?? 0;
  return (rounds[0] ?? []).map((one, at) => ({ ...one, time: median(at) }));
}

/** What a test author would write: role and name, a text of its own, a test id, an id, the name of a field or what a link leads to. */
const READABLE = [
  /^(aria|text)\//,
  /^xpath\/\/\/[\w-]+\[normalize-space\(\.\)="[^"]*"\]$/,
  /^(pierce\/)?[\w-]*(#[\w-]+|\[(data-test(-?id)?|data-cy|data-qa|id|name|href|placeholder)[*^$]?="[^"]*"\])$/,
];
const readable = (/** @type {Found | undefined} */ found) =>
  found !== undefined && found.selector.every((part) => READABLE.some((way) => way.test(part)));

export class Tally {
  /** For each generator and change the lists of the targets. @type {Map<string, Map<string, Found[][]>>} */
  #found = new Map();
  /** @type {Map<string, number[]>} */
  #times = new Map();

  /** @param {string} by @param {string} change @param {Found[]} list of one target */
  add(by, change, list) {
    if (!this.#found.has(by)) this.#found.set(by, new Map());
    const changes = this.#found.get(by);
    changes?.set(change, [...(changes.get(change) ?? []), list]);
  }

  /** @param {string} by @param {number} time in milliseconds */
  time(by, time) {
    this.#times.set(by, [...(this.#times.get(by) ?? []), time]);
  }

  /** @param {string} by */
  count(by) {
    return this.#lists(by, "none").length;
  }

  /** @param {string} by @param {string} change */
  #lists(by, change) {
    return this.#found.get(by)?.get(change) ?? [];
  }

  /** @param {string} by */
  figures(by) {
    const times = [...(this.#times.get(by) ?? [])].sort((a, b) => a - b);
    const round = (/** @type {number} */ ms) => Math.round(ms * 1000) / 1000;
    const survived = (/** @type {(list: Found[]) => boolean} */ holds) => {
      const each = Object.fromEntries(CHANGES.map((change) => [change, share(this.#lists(by, change), holds)]));
      const mean = Object.values(each).reduce((sum, one) => sum + one, 0) / CHANGES.length;
      return { mean: Math.round(mean * 100) / 100, ...each };
    };
    const others = CHANGES.filter((change) => change !== "texts");
    const changed = CHANGES.flatMap((change) => this.#lists(by, change));
    const before = this.#lists(by, "none");
    return {
      mean: round(times.reduce((sum, one) => sum + one, 0) / times.length),
      p95: round(times[Math.floor(times.length * 0.95)] ?? 0),
      max: round(times.at(-1) ?? 0),
      length: Math.round((before.flat().length / before.length) * 100) / 100,
      unique: share(before.flat(), (found) => found.count === 1 && found.right),
      first: survived((list) => right(list[0])),
      // A name falls when it is renamed, and may.
      firstButTexts: share(
        others.flatMap((change) => this.#lists(by, change)),
        (list) => right(list[0]),
      ),
      readable: share(before, (list) => readable(list[0])),
      any: survived((list) => list.some(right)),
      // Of all selectors, and of the lists taken in their order: replay by `@puppeteer/replay` races all of them.
      wrong: share(changed.flat(), wrong),
      wrongInOrder: share(changed, (list) => {
        const first = list.find((found) => found.count > 0);
        return first !== undefined && wrong(first);
      }),
    };
  }

  /**
   * What became of the selectors of each kind, for ordering the core's table of scores.
   * @param {string} by
   */
  families(by) {
    const kinds = new Map();
    for (const change of CHANGES)
      for (const found of this.#lists(by, change).flat()) {
        const kind = family(found.selector);
        if (!kinds.has(kind)) kinds.set(kind, Object.fromEntries(CHANGES.map((one) => [one, []])));
        kinds.get(kind)[change].push(found);
      }
    return [...kinds].map(([kind, lists]) => {
      const all = Object.values(lists).flat();
      return [
        kind,
        all.length / CHANGES.length,
        share(all, right),
        ...CHANGES.map((one) => share(lists[one], right)),
        share(all, wrong),
      ];
    });
  }
}

/** The kind of a selector: its prefix, or its css without values. @param {string[]} selector */
function family(selector) {
  const last = selector.at(-1) ?? "";
  const [, prefix] = /^(aria|xpath|text|pierce)\//.exec(last) ?? [];
  if (prefix) return prefix === "xpath" ? last.replace(/"[^"]*"/g, "").replace(/^xpath(.{6}).*/, "xpath $1") : prefix;
  return [
    /\[href/.test(last) ? "href" : "",
    /\[(name|type|for|data-|src|value)/.test(last) ? "attribute" : "",
    /#|\[id/.test(last) ? "id" : "",
    /\.[a-zA-Z]/.test(last.replace(/"[^"]*"/g, "")) ? "class" : "",
    /:has/.test(last) ? "has" : "",
    />/.test(last) ? "child" : / /.test(last.replace(/"[^"]*"/g, "")) ? "below" : "",
    /nth/.test(last) ? "nth" : "",
  ]
    .filter(Boolean)
    .join(" ");
}
