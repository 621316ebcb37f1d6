// Nothing is lost on a navigation: clicks that leave the page arrive although the background sleeps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, exportSession, recorded, startRecording, stopRecording } from "./harness.mjs";

const TIMES = 15;
const fixture = browserFor({ path: "/next.html" });

test(`${TIMES} of ${TIMES} clicks that navigate arrive with the background stopped`, async () => {
  const { opened } = fixture;
  await startRecording(opened);
  for (let time = 0; time < TIMES; time++) {
    await recorded(opened);
    await opened.stopBackground();
    await Promise.all([opened.page.waitForNavigation(), opened.page.click("#next")]);
  }
  await recorded(opened);
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: 2 * TIMES + 1 });
  await review.close();
  assert.deepEqual(trace.steps.map(brief), [
    "navigate load",
    ...Array.from({ length: TIMES }, () => ['click link "Next page"', "navigate load"]).flat(),
  ]);
});
