// What a pointer does beside a plain click: other buttons, hovering, dragging, canvas, closed shadow roots.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { KIND, NPM, PAGES, brief, notInFirefox, recordTask } from "./harness.mjs";

const fixture = browserFor({ path: "/pointer.html", folders: { "/": PAGES, "/npm/": NPM } });

const noDrag = notInFirefox("WebDriver BiDi starts no drag and drop of the browser's own in Firefox");

/**
 * Records a task on a fresh page and compares its steps, without the load.
 * @param {(page: import("puppeteer-core").Page) => Promise<unknown>} task
 * @param {string[]} expected
 */
async function records(task, expected) {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/pointer.html`);
  const { trace } = await recordTask(opened, task, { steps: expected.length + 1 });
  assert.deepEqual(trace.steps.slice(1).map(brief), expected);
  return trace.steps.slice(1);
}

test("a right click and a middle click are clicks with their button", async () => {
  const steps = await records(
    async (page) => {
      await page.click("#other", { button: "right" });
      await page.click("#other", { button: "middle" });
    },
    ['click button "Other buttons"', 'click button "Other buttons"'],
  );
  assert.deepEqual(
    steps.map(({ action }) => action.button),
    ["secondary", "auxiliary"],
  );
});

test("hovering is a step only where it revealed what is clicked next: by a style sheet", async () => {
  await records(
    async (page) => {
      await page.hover("#plain");
      await page.click("#plain");
      await page.hover("#file");
      await page.click("#save");
    },
    ['click button "Plain"', 'hover link "File"', 'click button "Save"'],
  );
});

test("hovering is a step only where it revealed what is clicked next: by a script", async () => {
  await records(
    async (page) => {
      await page.hover("#more");
      await page.click("#rename");
    },
    ['hover button "More"', 'click button "Rename"'],
  );
});

test("a drag by the browser is one step from its source to where it was dropped", { skip: noDrag }, async () => {
  const [step] = await records((page) => drag(page, "#box", "#bin"), ['dragAndDrop img "Box"']);
  assert.equal(step.action.to.name, "Bin");
  assert.equal(await fixture.opened.page.$eval("#bin", (bin) => bin.textContent), "Full");
});

test("a row that the page itself drags is one step", async () => {
  const [step] = await records(
    (page) => drag(page, "#rows li:nth-child(1)", "#rows li:nth-child(3)"),
    ['dragAndDrop listitem ""'],
  );
  assert.ok(["list", "listitem"].includes(step.action.to.role), step.action.to.role);
  const rows = await fixture.opened.page.$$eval("#rows li", (all) => all.map((one) => one.textContent));
  if (KIND === "chromium") assert.deepEqual(rows, ["Two", "Three", "One"]);
});

test("a slider of the page's own that is dragged is one step", async () => {
  const [step] = await records(
    async (page) => {
      await page.hover("#knob");
      await page.mouse.down();
      await page.mouse.move(60, 260, { steps: 4 });
      await page.mouse.move(120, 260, { steps: 4 });
      await page.mouse.up();
    },
    ['dragAndDrop slider "Volume"'],
  );
  assert.ok(step.action.toX >= 0);
});

test("a click into a canvas is marked opaque and keeps its place", async () => {
  const [step] = await records((page) => page.click("#chart", { offset: { x: 30, y: 20 } }), ['click generic "Chart"']);
  assert.deepEqual([step.flags, step.action.offsetX, step.action.offsetY], [["opaque"], 30, 20]);
});

test("what lies in a closed shadow root is the target itself", async () => {
  await records(
    async (page) => {
      const box = await (await page.$("sealed-box"))?.boundingBox();
      assert.ok(box);
      await page.mouse.click(box.x + 20, box.y + box.height / 2);
      await page.mouse.click(box.x + box.width - 10, box.y + box.height / 2);
    },
    ['click button "In the sealed shadow"', 'change check checkbox "Sealed" = true'],
  );
});

/**
 * Drags with the mouse as a hand does: press, move in steps, release.
 * @param {import("puppeteer-core").Page} page
 * @param {string} from
 * @param {string} to
 */
async function drag(page, from, to) {
  const middle = async (/** @type {string} */ selector) => {
    const box = await (await page.$(selector))?.boundingBox();
    if (!box) throw new Error(`no ${selector}`);
    return /** @type {const} */ ([box.x + box.width / 2, box.y + box.height * 0.6]);
  };
  const [start, end] = [await middle(from), await middle(to)];
  await page.mouse.move(...start);
  await page.mouse.down();
  await page.mouse.move(start[0] + 4, start[1] + 4);
  await page.mouse.move(...end, { steps: 12 });
  await page.mouse.move(end[0] + 1, end[1] + 4, { steps: 4 });
  await page.mouse.up();
}
