// A session from its goal to its deletion: the indicator's own buttons, the popup meanwhile, and what the review page changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  badge,
  brief,
  clickEnabled,
  exportSession,
  openPopup,
  openReview,
  shownSteps,
  startRecording,
  stepCount,
  waitFor,
} from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });

test("the indicator's own buttons pause, resume and stop, and the popup shows what the session began with", async () => {
  const { opened } = fixture;
  const { page } = opened;
  await startRecording(opened, { goal: "Approve the bill", keepTyped: true });

  await page.click("#approve");
  await pressOnIndicator("Pause");
  await waitFor("the badge to say paused", async () => (await badge(opened)) === "II");
  await page.click("#twice");
  await pressOnIndicator("Resume");
  await waitFor("the badge to say recording", async () => (await badge(opened)) === "REC");
  await page.click("#more");
  await waitFor("the steps", async () => (await stepCount(opened)) === 4);

  const popup = opened.kind === "firefox" ? await opened.openOwn("popup/popup.html") : await openPopup(opened);
  const goal = () => popup.$eval("#goal", (heading) => heading.textContent);
  await waitFor("the goal", async () => (await goal()) === "Approve the bill");
  assert.equal(await popup.$eval("#masking-level", (chip) => chip.getAttribute("data-masking-level")), "open");
  await popup.close();
  await page.bringToFront();

  await pressOnIndicator("Stop");
  await waitFor("the indicator to go", async () => !(await page.$(":popover-open")));
  await waitFor("the badge to be empty", async () => (await badge(opened)) === "");
});

test("goal, outcome and deleted steps are as the person left them in the export", async () => {
  const { opened } = fixture;
  const review = await openReview(opened);
  const steps = await waitFor("the steps", async () => {
    const shown = await shownSteps(review);
    return shown.length >= 4 && shown;
  });
  assert.equal(steps.length, 4, steps.join(" | "));
  await review.$eval("#goal", (input) => void (/** @type {HTMLInputElement} */ (input.value = "")));
  await review.type("#goal", "Approve one bill");
  await review.$eval('input[name="outcome"][value="partly"]', (radio) => /** @type {HTMLElement} */ (radio).click());
  const third = '#steps [data-step$="/2"] button[aria-label^="Delete step: Clicked"]';
  await clickEnabled(review, third);
  await waitFor("the step to go", async () => (await shownSteps(review)).length === 3);
  await review.close();

  const { trace, review: again } = await exportSession(opened, { steps: 3 });
  assert.deepEqual([trace.header.goal, trace.header.outcome], ["Approve one bill", "partly"]);
  assert.deepEqual(trace.steps.map(brief), ["navigate load", 'click button "Approve"', "navigate history"]);
  assert.equal(trace.footer.steps, 3);
  await again.close();
});

test("a deleted session leaves nothing of itself in the store", async () => {
  const { opened } = fixture;
  const review = await openReview(opened);
  await clickEnabled(review, "#delete-session");
  await clickEnabled(review, "#confirm-yes");
  await waitFor("the session to go", async () => !(await review.$("#sessions [data-session]")));
  await review.close();
  const left = await opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    const { readIndex } = await import(/** @type {any} */ ("/shared/store-index.js"));
    const parts = ["sessions", "steps", "observations", "gone"];
    const counts = await Promise.all(parts.map((name) => store.count(name)));
    return [...counts, Object.keys(await readIndex()).length];
  });
  assert.deepEqual(left, [0, 0, 0, 0, 0]);
});

/**
 * Presses a button of the indicator, whose shadow root is closed to us too: by its place from the indicator's right edge.
 * @param {"Pause" | "Resume" | "Stop"} label
 */
async function pressOnIndicator(label) {
  const { page } = fixture.opened;
  const indicator = await (await page.$(":popover-open"))?.boundingBox();
  assert.ok(indicator, "no indicator on the page");
  const left = label === "Stop" ? 65 : 126;
  await page.mouse.click(indicator.x + indicator.width - left, indicator.y + indicator.height / 2);
}
