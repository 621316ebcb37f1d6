// How long the content script takes from its first line to listening, for both engines: printed, as a ratio bounded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  brief,
  exportSession,
  liveDocuments,
  notInFirefox,
  recorded,
  startRecording,
  stopRecording,
  waitFor,
} from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });
const TIMES = 9;
/** How many times the other engine's time either may take: were one compiled in vain, it would show. */
const MOST_APART = 8;
/** @type {Record<string, number>} */
const medians = {};

for (const [engine, path] of [
  ["wasm", "/controls.html"],
  ["wasm2js", "/strict/controls.html"],
]) {
  const skip = engine === "wasm2js" && notInFirefox("its content scripts may always have Wasm");
  test(`${engine} listens soon after the page starts`, { skip }, async (t) => {
    const { opened, origin } = fixture;
    await opened.page.goto(origin + path);
    await startRecording(opened);
    /** @type {Map<string, number>} */
    const took = new Map();
    while (took.size < TIMES) {
      await opened.page.reload();
      await recorded(opened);
      const [live] = await waitFor("the one document", async () => {
        const all = (await liveDocuments(opened)).filter((one) => one.engine === engine && !took.has(one.document));
        return all.length === 1 && all;
      });
      took.set(live.document, live.startMs);
    }
    await stopRecording(opened);
    const median = [...took.values()].sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Infinity;
    t.diagnostic(`${engine}: from the first line to listening ${median.toFixed(1)} ms (median of ${TIMES})`);
    assert.ok(median > 0, `${median} ms`);
    medians[engine] = median;
  });
}

test("a click before the browser has confirmed the sign is kept once it has", async (t) => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/next.html`);
  await startRecording(opened);
  await opened.page.goto(`${origin}/controls.html`);
  await opened.page.waitForSelector(":popover-open");
  await opened.page.click("#approve");
  const early = (await liveDocuments(opened)).every((one) => !one.shown);
  await recorded(opened);
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: 3 });
  await review.close();
  assert.deepEqual(trace.steps.map(brief), ["navigate load", "navigate load", 'click button "Approve"']);
  if (!early) t.diagnostic("the click came after the confirmation: on this machine the test told nothing");
});

test("neither engine starts much later than the other", { skip: notInFirefox("one engine is enough there") }, () => {
  const { wasm, wasm2js } = medians;
  assert.ok(wasm2js < wasm * MOST_APART && wasm < wasm2js * MOST_APART, JSON.stringify(medians));
});
