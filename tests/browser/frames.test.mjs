// Frames of every kind: each records what is done inside it, with its place below the top page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, liveDocuments, notInFirefox, recordTask, stepCount, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/nested.html" });

/** How many documents of the page can be recorded: a sandboxed frame has an origin of its own, which nobody can approve. */
const DOCUMENTS = 6;

/** Button, and the frame path of its step. @type {[string, number[]][]} */
const CLICKS = [
  ["Inside", [0]],
  ["In srcdoc", [1]],
  ["In blank", [2]],
  ["Deep inside", [2, 0]],
  ["In the blob", [3]],
];

test("what is done inside a frame is recorded with the frame's place", async () => {
  const { opened } = fixture;
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await waitFor("each frame's recorder", async () => (await liveDocuments(opened)).length === DOCUMENTS);
      for (const [name] of CLICKS) await clickInside(page, name);
    },
    { steps: CLICKS.length + 1 },
  );
  assert.deepEqual(
    trace.steps.slice(1).map((step) => [brief(step), step.frame]),
    CLICKS.map(([name, path]) => [`click button "${name}"`, path]),
  );
  const found = trace.steps
    .slice(1)
    .map(({ frameSelectors = [] }) =>
      frameSelectors.map((/** @type {string[][]} */ selectors) =>
        selectors.flat().find((one) => one.includes("title=")),
      ),
    );
  const titles = ["Same site", "srcdoc", "blank", "blank", "blob"].map((title) => `iframe[title="${title}"]`);
  assert.deepEqual(
    found.map(([outermost]) => outermost),
    titles,
    "the document around a frame says how it is found",
  );
  assert.equal(found[3]?.length, 2, "and so on inward");
});

const skip = notInFirefox("a headless window has no focus that could move into a frame");
test("of a sandboxed frame only its place is recorded", { skip }, async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/nested.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      const box = await (await page.$("#sandboxed"))?.boundingBox();
      assert.ok(box);
      await page.mouse.click(box.x + 40, box.y + 20);
      await waitFor("the frame's place", async () => (await stepCount(opened)) === 2);
      await page.click("body > button");
    },
    { steps: 3 },
  );
  const steps = trace.steps.slice(1).map(brief);
  assert.deepEqual(steps, ['frame iframe "sandboxed"', 'click button "Top"']);
});

/**
 * Clicks the button of that name in whichever frame has it.
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 */
async function clickInside(page, name) {
  const button = await waitFor(`the button ${name}`, async () => {
    for (const frame of page.frames()) {
      for (const found of await frame.$$("button").catch(() => []))
        if ((await found.evaluate((node) => node.textContent)) === name) return found;
    }
    return undefined;
  });
  await button.click();
}
