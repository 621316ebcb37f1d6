// How long the content script takes from its first line to listening, for both engines: printed, and bounded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { liveDocuments, recorded, startRecording, stopRecording, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });
const TIMES = 9;
/** Milliseconds; far above what was measured, as the machine that tests may be busy. */
const MOST = 60;

for (const [engine, path] of [
  ["wasm", "/controls.html"],
  ["wasm2js", "/strict/controls.html"],
]) {
  test(`${engine} listens soon after the page starts`, async (t) => {
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
    assert.ok(median < MOST, `${median} ms`);
  });
}
