// Appends rows to the tables of a test run: what a fault lost, what an attack got.
//
// An attack test calls, once it has done all its presses and before it asserts on anything else,
//
//   import { reportAttack } from "./report.mjs";
//   reportAttack({ attack: "a cover with a hole", runs: 12, kept, seenByPage });
//
// `kept`: how many steps were taken that must not be; `seenByPage`: how often the page or its server noticed us or read
// something. Both must be 0: the call fails the test otherwise. Rows of one name are added up. `./build.sh test hostile` runs
// every browser test that imports this file and calls `reportAttack`, in both browsers, and writes pkg/bench/hostile.json.

import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { KIND } from "./browser.mjs";

/** Where build.sh gathers rows; without it a test run alone writes none. */
const folder = process.env.OVERT_REPORTS;

/**
 * @typedef {object} Attack
 * @property {string} attack what was tried, in a few words
 * @property {number} runs how often
 * @property {number} kept steps that were kept and must not be
 * @property {number} seenByPage how often the page, its server or another site noticed us or read something
 * @property {string[]} [got] what it was, for the message of a failure
 */

/**
 * @typedef {object} Fault
 * @property {string} fault what was done to the browser, in a few words
 * @property {number} runs how often
 * @property {number} acknowledged steps that the background had said it holds
 * @property {number} lost how many of these were gone afterwards
 * @property {number} doubled how many stood there more than once
 * @property {number} unacknowledgedLost how many acts left no step, of those that nobody had acknowledged
 * @property {number} recoveryMs the longest time until it recorded again or said clearly that it does not
 */

/** @param {"faults" | "hostile"} table @param {object} row */
function append(table, row) {
  if (folder) appendFileSync(join(folder, `${table}.jsonl`), `${JSON.stringify(row)}\n`);
}

/**
 * Adds an attack to pkg/bench/hostile.json, and fails if it got anything.
 * @param {Attack} row
 */
export function reportAttack({ attack, runs, kept, seenByPage, got = [] }) {
  append("hostile", { attack, browser: KIND, runs, kept, seenByPage });
  assert.deepEqual({ attack, kept, seenByPage, got }, { attack, kept: 0, seenByPage: 0, got: [] });
}

/**
 * What the first list has beyond the second, each as often as it is more there: what a page saw only while it was recorded.
 * @param {string[]} now
 * @param {string[]} without
 */
export function beyond(now, without) {
  const rest = [...without];
  return now.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/**
 * Adds a fault to pkg/bench/faults.json.
 * @param {Fault} row
 */
export function reportFault({ fault, runs, acknowledged, lost, doubled, unacknowledgedLost, recoveryMs }) {
  append("faults", { fault, browser: KIND, runs, acknowledged, lost, doubled, unacknowledgedLost, recoveryMs });
}
