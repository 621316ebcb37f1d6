// Whose step it is: what a page does by itself is marked so, however trusted its events are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, recordTask, waitFor } from "./harness.mjs";
import { reportAttack } from "./report.mjs";

const fixture = browserFor({ path: "/controls.html" });

test("events that a page makes by itself are marked, and no step of it is a person's", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await page.goto(`${origin}/page-made.html`);
      // Asking the page anything would give it a person's activation: its address is known without.
      await waitFor("the page to have acted", () => page.url().endsWith("#over"));
    },
    { steps: 5, keepTyped: true },
  );
  const own = trace.steps.filter((step) => step.url.endsWith("/page-made.html"));
  const acts = own.filter((step) => step.action.type !== "navigate" || !["load", "reload"].includes(step.action.via));
  const words = acts.map(brief);
  for (const wanted of [/^change text .*by the page/, /^submit/, /^scroll/, /^navigate/])
    assert.ok(
      words.some((step) => wanted.test(step)),
      `${wanted}: ${words.join(" | ")}`,
    );
  const got = acts.filter((step) => !step.flags?.includes("pageInitiated")).map(brief);
  reportAttack({ attack: "a page that acts by itself", runs: acts.length, kept: got.length, seenByPage: 0, got });
});

for (const [when, button] of [
  ["in a person's click", "#at-once"],
  ["a moment after it", "#soon"],
])
  test(`what a page does by itself ${when} is the page's, and the click the person's`, async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(`${origin}/page-after.html`);
    const { trace } = await recordTask(
      opened,
      async (page) => {
        await page.click(button);
        await waitFor("the page to have acted", async () => (await page.title()) === "done");
      },
      { steps: 7, keepTyped: true },
    );
    const steps = trace.steps.slice(1).map((step) => `${whose(step)} ${brief(step)}`);
    const made = ["change text", "submit", "navigate history", 'change check checkbox "Box"', "copy", "scroll"];
    for (const act of [...made, 'change check checkbox "Labelled"'])
      assert.ok(
        steps.some((step) => step.startsWith(`page ${act}`)),
        `${act}: ${steps.join(" | ")}`,
      );
    const own = steps.filter((step) => step.startsWith("person "));
    assert.deepEqual(own, [`person click button "${button === "#soon" ? "Soon" : "At once"}"`]);
  });

test("what a person does is theirs, with all that follows from it by the browser", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/page-after.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await page.click("#field");
      await page.keyboard.type("ann");
      await page.keyboard.press("Enter");
      await page.click("#send");
      await page.click("#box");
      await page.click("#label");
      await page.focus("#kind");
      await page.keyboard.press("ArrowDown");
      await page.click("#link");
      await waitFor("the fragment", () => page.url().endsWith("#there"));
      await page.waitForFunction(() => scrollY > 500);
      await page.keyboard.press("Home");
      await page.waitForFunction(() => scrollY === 0);
      await page.mouse.wheel({ deltaY: 400 });
      await page.waitForFunction(() => scrollY > 300);
      await page.click("#field", { count: 2 }).catch(() => {});
      await page.keyboard.down("Control");
      await page.keyboard.press("c");
      await page.keyboard.up("Control");
    },
    { steps: 12, keepTyped: true },
  );
  const steps = trace.steps.map((step) => `${whose(step)} ${brief(step)}`);
  for (const act of ["change text", "submit", "change check", "change select", "navigate hash", "scroll"])
    assert.ok(
      steps.some((step) => step.startsWith(`person ${act}`)),
      `${act}: ${steps.join(" | ")}`,
    );
  assert.equal(steps.filter((step) => step.startsWith("person submit")).length, 2, steps.join(" | "));
  assert.deepEqual(
    steps.filter((step) => step.startsWith("page ")),
    [],
    steps.join(" | "),
  );
});

/** @param {any} step */
const whose = ({ flags = [] }) => (flags.includes("pageInitiated") ? "page" : "person");
