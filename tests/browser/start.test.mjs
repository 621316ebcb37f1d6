// How long the content script takes from its first line to listening: printed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, exportSession, liveDocuments, recorded, startRecording, stopRecording, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });
const TIMES = 9;

for (const path of ["/controls.html", "/strict/controls.html"]) {
  test(`the recorder listens soon after ${path} starts`, async (t) => {
    const { opened, origin } = fixture;
    await opened.page.goto(origin + path);
    await startRecording(opened);
    /** @type {Map<string, number>} */
    const took = new Map();
    while (took.size < TIMES) {
      await opened.page.reload();
      await recorded(opened);
      const [live] = await waitFor("the one document", async () => {
        const all = (await liveDocuments(opened)).filter((one) => !took.has(one.document));
        return all.length === 1 && all;
      });
      took.set(live.document, live.startMs);
    }
    await stopRecording(opened);
    const median = [...took.values()].sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? Infinity;
    t.diagnostic(`from the first line to listening ${median.toFixed(1)} ms (median of ${TIMES})`);
    assert.ok(median > 0, `${median} ms`);
  });
}

test("a click before the browser has confirmed the indicator is kept once it has", async (t) => {
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
