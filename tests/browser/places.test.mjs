// Elements wherever they can stand: in slots, in shadow roots around frames, in frames without end, in text from right to left.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, liveDocuments, recordTask, stepCount, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/places.html" });

/** Waits until every frame that the browser made is recorded. @param {import("puppeteer-core").Page} page */
const eachRecorded = (page) =>
  waitFor("each frame's recorder", async () => {
    const frames = page.frames().length;
    return frames > 10 && (await liveDocuments(fixture.opened)).length === frames;
  });

/** The briefs of the steps that a task makes after the page's own. @param {(page: import("puppeteer-core").Page) => Promise<unknown>} task @param {number} steps */
async function stepsOf(task, steps) {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/places.html`);
  const { trace } = await recordTask(opened, task, { steps: steps + 1, keepTyped: true });
  return trace.steps.slice(1);
}

test("an element in a slot is named, and found, by its own place", async () => {
  const steps = await stepsOf(async (page) => {
    for (const id of ["one", "two", "three", "four"]) await page.click(`>>> #${id}`);
  }, 4);
  assert.deepEqual(steps.map(brief), [
    'click button "Slotted"',
    'click button "Slotted in closed"',
    'click button "Slotted twice"',
    'click button "Fallback"',
  ]);
  // What is slotted stands in the page's own tree; what a slot shows by itself stands in the component's.
  assert.deepEqual(
    steps.map((step) => step.target.selectors[0].length),
    [1, 1, 1, 2],
  );
});

test("a shadow root in a frame in a shadow root", async () => {
  const [step] = await stepsOf(async (page) => {
    await eachRecorded(page);
    const frame = page.frames().find((one) => one.url() === "about:srcdoc");
    await frame?.click(">>> button");
  }, 1);
  assert.equal(brief(step), 'click button "In shadow in frame in shadow"');
  assert.equal(step.target.selectors[0].length, 2);
  assert.equal(step.frame.length, 1);
});

test("blank frames in one another, as deep as the browser makes them", async () => {
  const steps = await stepsOf(async (page) => {
    await eachRecorded(page);
    for (const depth of [0, 5]) {
      for (const frame of page.frames()) {
        const button = await frame.$(`::-p-text(Depth ${depth})`);
        if (button && (await button.evaluate((node) => node.localName === "button"))) await button.click();
      }
    }
  }, 2);
  assert.deepEqual(
    steps.map((step) => [brief(step), step.frame.length]),
    [
      ['click button "Depth 0"', 1],
      ['click button "Depth 5"', 6],
    ],
  );
});

test("a page in a script that runs from right to left", async () => {
  const steps = await stepsOf(async (page) => {
    await page.click("#approve");
    await page.click("#mixed");
    await page.click("#note");
    await page.keyboard.type("تم التحقق");
    await page.focus("#amount");
    // Towards the start of the line is up: the slider runs from right to left too.
    await page.keyboard.press("ArrowLeft");
    await page.focus("#wide");
    await page.$eval("#wide", (box) => box.scrollIntoView());
    const box = await (await page.$("#wide"))?.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + 50, box.y + 10);
    await page.mouse.wheel({ deltaX: -300 });
    await waitFor("the box to scroll", () => page.$eval("#wide", (one) => one.scrollLeft === -300));
    await waitFor("its step", async () => (await stepCount(fixture.opened)) === 7);
  }, 6);
  const own = steps.filter((step) => step.action.type !== "scroll" || step.target);
  assert.deepEqual(own.map(brief), [
    'click button "اعتماد الفاتورة"',
    'click button "‏فاتورة NW-1042 ‎(PDF)‏"',
    'click textbox "ملاحظة"',
    'change text textbox "ملاحظة" = تم التحقق',
    'change range slider "المبلغ" = 6',
    'scroll group "جدول"',
  ]);
  assert.equal(own.at(-1).action.x, -300);
});
