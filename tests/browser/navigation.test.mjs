// How a page came and went: nothing is lost on a navigation though the background sleeps; reload, back and forward; dialogs; sizes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  brief,
  exportSession,
  notInFirefox,
  pause,
  recorded,
  recordTask,
  startRecording,
  stopRecording,
  waitFor,
} from "./harness.mjs";

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

test("reload, back and forward are told from a new page, also when it comes from the browser's cache", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/next.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await page.reload();
      await recorded(opened);
      await page.goto(`${origin}/asks.html`);
      await recorded(opened);
      await page.goBack();
      await recorded(opened);
      await page.goForward();
      await recorded(opened);
    },
    { steps: 5 },
  );
  assert.deepEqual(
    trace.steps.map((step) => [brief(step), new URL(step.url).pathname]),
    [
      ["navigate load", "/next.html"],
      ["navigate reload", "/next.html"],
      ["navigate load", "/asks.html"],
      ["navigate backForward", "/next.html"],
      ["navigate backForward", "/asks.html"],
    ],
  );
});

const noFocus = notInFirefox("a headless window has no focus that a dialog could take");
test("a dialog of the browser is a gap, and long work is none", { skip: noFocus }, async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/asks.html`);
  const answer = async (/** @type {import("puppeteer-core").Dialog} */ dialog) => {
    // A person reads before they answer.
    await pause(300);
    await dialog.accept("Whitfield and Sons");
  };
  opened.page.on("dialog", answer);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      const answers = (/** @type {string} */ all) =>
        waitFor("the answers", () => page.$eval("#answers", (node, text) => node.textContent?.trim() === text, all));
      await page.click("#work");
      await page.click("#delete");
      await answers("worked true");
      await page.click("#rename");
      await answers("worked true Whitfield and Sons");
      await page.click("#amount");
    },
    { steps: 7 },
  );
  opened.page.off("dialog", answer);
  assert.deepEqual(trace.steps.slice(1).map(brief), [
    'click button "Work long"',
    'click button "Delete"',
    "gap",
    'click button "Rename"',
    "gap",
    'click textbox "Amount"',
  ]);
  // The page shows the answer to its prompt; no step tells it.
  assert.doesNotMatch(JSON.stringify(trace.steps), /Whitfield/);
});
