// An exported Playwright test is formatted as prettier does it by default, however long its names, selectors and texts are.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { format } from "prettier";
import { export_session, initSync } from "../../pkg/review/overt.js";

const SESSION = {
  session: "5f0c",
  goal: "",
  outcome: "done",
  started: "2026-11-24T00:00:00Z",
  maskingLevel: "values",
  environment: {
    recorder: "overt 0.1.0",
    browser: "Chromium 156",
    language: "en",
    viewport: { width: 1280, height: 800 },
  },
};
/** Words of a name, of which the first so many are taken. */
const WORDS =
  `Save "all" of Ann's 請求書 to the {list} of drafts \`now\` and <send> it to everyone / nobody at once, please`.split(
    " ",
  );
/** @param {number} words */
const targets = (words) => {
  const name = WORDS.slice(0, words).join(" ");
  return [
    `aria/${name}[role="button"]`,
    `text/${name}`,
    `[data-testid="${name.replaceAll('"', "")}"]`,
    `a[href="${name.replaceAll('"', "")}"] > b:nth-child(2)`,
    `xpath///a[.='${name.replaceAll("'", "")}']`,
  ].map((selector) => ({ role: "list", name: "", tag: "b", selectors: [[selector]], box: [0, 0, 9, 9] }));
};

/** @param {object} target @param {object} other @param {string} text */
const actions = (target, other, text) => [
  { action: { type: "navigate", via: "history" } },
  { target, action: { type: "click", button: "secondary", offsetX: 4, offsetY: 5 } },
  { target: { ...target, role: "button" }, action: { type: "doubleClick", offsetX: 4, offsetY: 5 } },
  { target, action: { type: "hover" } },
  { target, action: { type: "dragAndDrop", offsetX: 1, offsetY: 2, to: other, toX: 3, toY: 4 } },
  { target, action: { type: "change", field: "text", value: text } },
  { target, action: { type: "change", field: "text", value: `${text} <PASSWORD_1>` } },
  { target, action: { type: "change", field: "select", value: text.replaceAll(" ", "\n") } },
  { target, action: { type: "change", field: "select", value: text } },
  { target, action: { type: "change", field: "check", value: "", checked: true } },
  { target, action: { type: "change", field: "file", value: "3 files: pdf, pdf, other" } },
  { target, action: { type: "scroll", x: 0, y: 1200 } },
  { action: { type: "keyDown", key: "k", modifiers: ["Control", "Shift"] } },
];

/** @param {number} words @param {number[]} frame */
const steps = (words, frame) => {
  const text = WORDS.slice(0, words).join(" ");
  return targets(words).flatMap((target, kind, all) =>
    actions(target, all[(kind + 1) % all.length] ?? target, text).map((step, at) => ({
      kind: "step",
      seq: 0,
      time: 1_000 * kind + at,
      url: `https://erp.example.com/${"orders/".repeat(words)}`,
      masked: { password: 1 },
      frame,
      ...step,
    })),
  );
};

test("an exported test is as prettier formats it", async () => {
  initSync({ module: await readFile(new URL("../../pkg/review/overt_bg.wasm", import.meta.url)) });
  for (let words = 1; words <= WORDS.length; words++)
    for (const frame of [[], [0], [1, 2]]) {
      const rows = steps(words, frame).map((step) => ({ step }));
      const source = export_session("playwright", /** @type {any} */ (SESSION), /** @type {any} */ (rows), [], []);
      assert.ok(source.split("\n").length > 100, source);
      assert.equal(source, await format(source, { parser: "babel" }), `${words} words in frame ${frame}`);
    }
});
