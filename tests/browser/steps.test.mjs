// Every kind of control becomes the step that a person would name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { KIND, brief, recordTask, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });

test("each control becomes its step, with role, name and final value", async () => {
  const { trace } = await recordTask(fixture.opened, useEverything, { steps: EXPECTED.length, keepTyped: true });
  assert.deepEqual(trace.steps.map(brief), EXPECTED);
});

test("each selector of a target finds it alone, by its text, by what nobody sees and by name where one does", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await page.click("#path");
      await page.click("#link");
    },
    { steps: 3 },
  );
  const [, approve, link] = trace.steps;
  assert.ok(approve.target.selectors.length >= 2 && link.target.selectors.length >= 2, JSON.stringify(trace.steps));
  assert.ok(link.target.selectors.some(([first]) => first === 'aria/Jump to notes[role="link"]'));
  assert.ok(approve.target.selectors.some(([first]) => first === "text/Approve"));
  for (const [step, id] of /** @type {const} */ ([
    [approve, "approve"],
    [link, "link"],
  ]))
    for (const selector of step.target.selectors) {
      const found = await opened.page.$$(selector.join(" >>>> "));
      assert.equal(found.length, 1, `${selector} finds ${found.length}`);
      assert.equal(await found[0]?.evaluate((element) => element.closest("button, a")?.id), id);
    }
});

test("each selector of what lies in a shadow root pierces it", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  const { trace } = await recordTask(opened, (page) => page.click("shadow-box"), { steps: 2 });
  const { selectors } = trace.steps[1].target;
  assert.ok(selectors.length >= 2, JSON.stringify(selectors));
  assert.ok(
    selectors.some((selector) => selector[0].startsWith("pierce/")),
    JSON.stringify(selectors),
  );
  for (const selector of selectors) {
    // As replay does: the first part finds the host, the second looks into its shadow root.
    if (selector.length === 1) {
      assert.match(selector[0], /^pierce\//);
      if (KIND === "chromium") assert.equal((await opened.page.$$(selector[0])).length, 1, selector[0]);
      continue;
    }
    const hosts = await opened.page.$$(selector[0]);
    assert.equal(hosts.length, 1, `${selector} finds ${hosts.length} hosts`);
    const root = (await hosts[0]?.evaluateHandle((host) => host.shadowRoot))?.asElement();
    const found = (await root?.$$(selector[1])) ?? [];
    assert.equal(found.length, 1, `${selector} finds ${found.length}`);
    assert.equal(await found[0]?.evaluate((element) => element.textContent), "In the shadow");
  }
});

/** @param {import("puppeteer-core").Page} page */
async function useEverything(page) {
  await page.click("#path");
  await page.keyboard.press("Escape");
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await page.click("#twice", { count: 2 });
  await page.click("#agree-label");
  await page.click("#name");
  await page.keyboard.type("Dnan");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("ana");
  await page.keyboard.press("Tab");
  await page.keyboard.type("line 1");
  await page.keyboard.press("Enter");
  await page.keyboard.type("line 2");
  await page.focus("#country");
  await page.keyboard.press("ArrowDown");
  await page.click("#mail");
  await page.click("#link");
  await page.click("#more");
  await page.click("#word");
  await page.keyboard.type("blue");
  await page.keyboard.press("Enter");
  await page.hover("#log");
  await page.mouse.wheel({ deltaY: 240 });
  await waitFor("the log to rest", () => page.$eval("#log", (log) => log.scrollTop > 200));
  await page.click("shadow-box");
}

const EXPECTED = [
  "navigate load",
  'click button "Approve"',
  'keyDown Escape button "Approve"',
  'keyDown Control+k button "Approve"',
  'doubleClick button "Twice"',
  'change check checkbox "I agree" = true',
  'click textbox "Full name"',
  'change text textbox "Full name" = Dana',
  'keyDown Tab textbox "Full name"',
  'change text textbox "Notes" = line 1\nline 2',
  'change select combobox "Country" = fr',
  'change radio radio "By mail" = true',
  'click link "Jump to notes"',
  "navigate hash",
  'click button "More"',
  "navigate history",
  'click textbox "Word"',
  'change text textbox "Word" = blue',
  'keyDown Enter textbox "Word"',
  'submit form "Find"',
  'scroll region "Log"',
  'click button "In the shadow"',
];
