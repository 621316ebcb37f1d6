// A hostile page is recorded correctly, and works as it does without us.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, recordTask, waitFor } from "./harness.mjs";
import { beyond, reportAttack } from "./report.mjs";

const fixture = browserFor({ path: "/hostile.html" });

for (const path of ["/hostile.html", "/strict/hostile.html"]) {
  test(`${path}: clobbered, throwing, stopping and forging, with 50,000 elements`, async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(origin + path);
    await order(opened.page);
    const without = await seen(opened.page);

    /** @type {string[]} */
    let recorded = [];
    const { trace } = await recordTask(
      opened,
      async (page) => {
        await order(page);
        recorded = await seen(page);
      },
      { steps: EXPECTED.length, keepTyped: true, reload: true },
    );
    const byPerson = trace.steps.filter((step) => !step.flags?.includes("pageInitiated")).map(brief);
    const kept = byPerson.filter((step) => !step.startsWith("navigate"));
    const [more, seenMore] = [beyond(kept, EXPECTED), beyond(recorded, without)];
    reportAttack({
      attack: `${path}: clobbers, throws, stops and forges`,
      runs: 1,
      kept: more.length,
      seenByPage: seenMore.length,
      got: [...more, ...seenMore],
    });
    assert.deepEqual(kept, EXPECTED);
    assert.deepEqual(recorded, without, "the page saw other events while it was recorded");
  });
}

/** @param {import("puppeteer-core").Page} page */
async function order(page) {
  await page.click("#number");
  await page.keyboard.type("17");
  await page.click("#street");
  await page.keyboard.type("Main 3");
  await page.click("#send");
  await waitFor("the submit", async () => (await seen(page)).some((one) => one.startsWith("submit")));
}

/**
 * The trusted events that the page itself saw.
 * @param {import("puppeteer-core").Page} page
 * @returns {Promise<string[]>}
 */
function seen(page) {
  return page.evaluate(() => {
    const all = /** @type {any} */ (window).seen;
    return Array.from({ length: all.length }, (_, at) => all[at]);
  });
}

const EXPECTED = [
  'click textbox "Number"',
  'change text textbox "Number" = 17',
  'click textbox "Street"',
  'change text textbox "Street" = Main 3',
  'click button "Send"',
  'submit form "Order"',
];
