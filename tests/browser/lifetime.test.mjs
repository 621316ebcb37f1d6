// The background sleeps between all that a person does: nothing is lost, and it goes on where it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  badge,
  brief,
  exportSession,
  recorded,
  startRecording,
  stepCount,
  stopRecording,
  waitFor,
} from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });
const ROUNDS = 4;

test("steps, their numbers, the badge and the session outlive each sleep of the background", async () => {
  const { opened } = fixture;
  const { page } = opened;
  await startRecording(opened, { goal: "Sleep well" });
  for (let round = 0; round < ROUNDS; round++) {
    await opened.stopBackground();
    await page.click(round % 2 ? "#twice" : "#approve");
    await waitFor("the step", async () => (await stepCount(opened)) === round + 2);
  }
  await opened.stopBackground();
  await page.reload();
  await recorded(opened);
  assert.equal(await badge(opened), "REC");
  await opened.stopBackground();
  await page.type("#name", "Dana");
  await opened.stopBackground();
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: ROUNDS + 3 });
  await review.close();
  assert.equal(trace.header.goal, "Sleep well");
  assert.deepEqual(trace.steps.map(brief), [
    "navigate load",
    ...['click button "Approve"', 'click button "Twice"', 'click button "Approve"', 'click button "Twice"'],
    "navigate reload",
    'change text textbox "Full name" = <TEXT_1>',
  ]);
});
