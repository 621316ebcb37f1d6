// The samples in docs/examples are what an export of the demo's task gives today. OVERT_WRITE_EXAMPLES=1 writes them anew.
//
// In Chromium alone: another browser has another name, other text widths and another part of the page in its window.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { KIND, SITE, recordTask, recorded } from "./harness.mjs";
import { approveInvoice, signIn } from "./person.mjs";

const EXAMPLES = new URL("../../docs/examples/", import.meta.url);
const WRITE = Boolean(process.env.OVERT_WRITE_EXAMPLES);
const NAMES = ["approve-invoice.trace.jsonl", "approve-invoice.userflow.json", "approve-invoice.spec.mjs"];

const fixture = browserFor({ path: "/index.html", folders: { "/": SITE } });

/**
 * What another run, another machine's fonts or another version may change, and what stands for it in the comparison.
 * @type {[RegExp, string][]}
 */
const VOLATILE = [
  [/(127\\?\.0\\?\.0\\?\.1:)\d+/g, "$1PORT"],
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID"],
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "DATE"],
  [/"sha256":"\w{64}"/g, '"sha256":"HASH"'],
  [/"time":\d+/g, '"time":"MS"'],
  [/"box":\[[-\d,]+\]/g, '"box":"PX"'],
  [/("(?:offsetX|offsetY|width|height)":)-?\d+/g, '$1"PX"'],
  [/(width: )\d+(, height: )\d+/g, "$1PX$2PX"],
  [/(position: \{ x: )\d+(, y: )\d+/g, "$1PX$2PX"],
  [/"(recorder|browser|language)":"[^"]*"/g, '"$1":"VERSION"'],
];
const lasting = (/** @type {string} */ text) =>
  VOLATILE.reduce((all, [pattern, word]) => all.replace(pattern, word), text);
/** A UserFlow is one JSON text; in its own steps the id of an observation is made with the session's key. @param {string} text */
const lastingFlow = (text) =>
  JSON.parse(lasting(JSON.stringify(JSON.parse(text))).replaceAll(/"id":"[0-9a-f]{16}"/g, '"id":"ID"'));

test(
  "the samples are what the demo's task exports",
  { skip: KIND === "firefox" && "the samples are Chromium's" },
  async () => {
    const { trace, flowText, source } = await recordTask(
      fixture.opened,
      async (page) => {
        const ready = () => recorded(fixture.opened);
        await signIn(page, ready);
        await approveInvoice(page, ready);
      },
      { steps: 29, goal: "Approve the invoice of Fabrikam Lighting", keepTyped: true },
    );
    const exported = [trace.text, flowText, source];
    if (WRITE) await Promise.all(exported.map((text, at) => writeFile(new URL(NAMES[at], EXAMPLES), text)));
    const samples = await Promise.all(NAMES.map((name) => readFile(new URL(name, EXAMPLES), "utf8")));
    assert.equal(lasting(samples[0]), lasting(trace.text));
    assert.deepEqual(lastingFlow(samples[1]), lastingFlow(flowText));
    assert.equal(lasting(samples[2]), lasting(source));
  },
);
