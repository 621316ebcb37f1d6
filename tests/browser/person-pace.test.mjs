// From the install to a reviewed export at a person's pace: in less than two minutes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  clickEnabled,
  exportAs,
  openReview,
  pause,
  readTrace,
  shownSteps,
  startRecording,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";

const fixture = browserFor();
/** A person looks before each act, and types a letter in a fifth of a second. */
const LOOK = 1500;
const KEY = 200;
const LIMIT = 120_000;

test("a person comes from a page that is not switched on to a reviewed export in under two minutes", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  const look = () => pause(LOOK);
  const began = Date.now();
  await page.goto(`${origin}/controls.html`);
  await look();
  await switchOn(opened);
  await look();
  await startRecording(opened, { goal: "Approve the bill" });
  await look();
  await page.click("#approve");
  await look();
  await page.click("#name");
  await page.keyboard.type("Dana Whitfield", { delay: KEY });
  await look();
  await stopRecording(opened);
  await look();
  const review = await openReview(opened);
  await waitFor("the steps", async () => (await shownSteps(review)).length >= 4);
  await look();
  await review.$eval('input[name="outcome"][value="done"]', (radio) => /** @type {HTMLElement} */ (radio).click());
  await look();
  await clickEnabled(review, "#tab-export");
  await look();
  await review.type("#feared", "Dana", { delay: KEY });
  await waitFor("the answer", () => review.$eval("#hits", (node) => /Not in it/.test(node.textContent ?? "")));
  await look();
  const trace = readTrace(await exportAs(opened, review, "trace"));
  const took = Date.now() - began;
  assert.equal(trace.header.outcome, "done");
  assert.doesNotMatch(trace.text, /Dana|Whitfield/);
  assert.ok(took < LIMIT, `${took} ms`);
  console.log(`    from a page that is not switched on to the export: ${Math.round(took / 1000)} s`);
});
