// Reads exports as their consumers do, one case a line of stdin, and answers each with a line: empty, or what was wrong.

import assert from "node:assert/strict";
import { createInterface } from "node:readline";
import { parse } from "@puppeteer/replay";

/** Signs that end a line for some readers, or turn round what stands beside them. */
const DECEPTIVE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/**
 * @typedef {object} Case
 * @property {string} trace
 * @property {string} flow
 * @property {string} source
 * @property {{title: string, url: string, name: string, value: string, css: string, chosen: string[], text: string, next: string}} meant the texts in them
 */

/** @param {Case} one */
function readTrace({ trace, meant }) {
  const lines = trace
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const [arrived, typed, chosen, clicked, moved] = lines.filter(({ kind }) => kind === "step");
  assert.deepEqual(
    lines.map(({ kind }) => kind),
    ["header", "step", "step", "step", "step", "step", "footer"],
  );
  assert.equal(arrived.url, meant.url);
  assert.deepEqual([typed.target.name, typed.action.value], [meant.name, meant.value]);
  assert.deepEqual([chosen.target.selectors, chosen.action.value], [[[meant.css]], meant.chosen.join("\n")]);
  assert.deepEqual([clicked.target.selectors, moved.url], [[[`text/${meant.text}`]], meant.next]);
}

/** @param {Case} one */
function readFlow({ flow, meant }) {
  const { title, steps } = /** @type {any} */ (parse(JSON.parse(flow)));
  assert.equal(title, meant.title);
  const [, arrived, typed, chosen, clicked] = steps;
  assert.equal(arrived.url, meant.url);
  assert.deepEqual([typed.selectors, typed.value], [[[`aria/${meant.name}[role="textbox"]`]], meant.value]);
  assert.deepEqual([chosen.selectors, chosen.value], [[[meant.css]], meant.chosen.join("\n")]);
  assert.deepEqual(clicked.selectors, [[`text/${meant.text}`]]);
}

/** Runs the test against a page that only notes what it is asked. @param {Case} one */
async function runTest({ source, meant }) {
  /** @type {[string, unknown][]} */
  const asked = [];
  /** @type {any} */
  const page = new Proxy(() => {}, {
    get: (_, name) => (name === "then" ? undefined : (/** @type {unknown[]} */ ...args) => note(String(name), args)),
  });
  const note = (/** @type {string} */ name, /** @type {unknown[]} */ args) => {
    asked.push([name, ...args]);
    return page;
  };
  let title = "";
  let done = Promise.resolve();
  const test = (/** @type {string} */ name, /** @type {any} */ act) => {
    title = name;
    done = act({ page });
  };
  const env = new Proxy({}, { get: (_, name) => assert.fail(`reads ${String(name)} of the environment`) });
  const body = source.replace('import { expect, test } from "@playwright/test";\n', "");
  new Function("test", "expect", "process", `"use strict";${body}`)(test, () => page, { env });
  await done;
  assert.equal(title, meant.title);
  /** A regular expression stands for what it matches. @param {unknown} asked @param {string} text */
  const matched = (asked, text) => (asked instanceof RegExp && asked.test(text) ? text : asked);
  const [search, , address] = asked.slice(6);
  search?.splice(1, 1, matched(search[1], meant.text));
  address?.splice(1, 1, matched(address[1], meant.next));
  assert.deepEqual(asked.slice(1), [
    ["goto", meant.url],
    ["getByRole", "textbox", { name: meant.name, exact: true }],
    ["fill", meant.value],
    ["locator", meant.css],
    ["selectOption", meant.chosen.length === 1 ? meant.chosen[0] : meant.chosen],
    ["getByText", meant.text],
    ["click"],
    ["toHaveURL", meant.next],
  ]);
}

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {Case} */
  const one = JSON.parse(line);
  try {
    readTrace(one);
    readFlow(one);
    await runTest(one);
    for (const file of [one.trace, one.flow, one.source]) {
      assert.doesNotMatch(file, DECEPTIVE);
      assert.doesNotMatch(file, /<\/|<!/, "it could end a script around it");
    }
    console.log();
  } catch (error) {
    console.log(JSON.stringify(error instanceof Error ? error.message : String(error)));
  }
}
