// Single-page applications that nobody here wrote: the same to-do list in six frameworks, used, recorded and replayed.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, recordTask, waitFor } from "./harness.mjs";
import { openReplayers } from "./replay.mjs";

const FOLDER = process.env.OVERT_TODOMVC;
const skip = FOLDER ? false : "OVERT_TODOMVC does not name the npm package todomvc, unpacked";
const APPS = ["react", "vue", "angularjs", "backbone", "knockoutjs", "mithril"];
const NEW = "#new-todo, .new-todo";
const ITEMS = "#todo-list li, .todo-list li";

/** Between two keys, in ms: Vue keeps what was typed in the field when Enter comes in the same turn as the letters. */
const PACE = { delay: 20 };

/** @typedef {import("puppeteer-core").Page} Page */

const fixture = FOLDER
  ? browserFor({ path: "/examples/react/index.html", folders: { "/": FOLDER } })
  : /** @type {ReturnType<typeof browserFor>} */ ({});
const replayers = openReplayers();
after(replayers.close);

for (const app of APPS)
  test(
    `${app}: a list that was filled, mended and ticked comes out the same when it is replayed`,
    { skip },
    async () => {
      const { opened, origin } = fixture;
      await opened.page.goto(`${origin}/examples/${app}/index.html`);
      await opened.page.evaluate(() => localStorage.clear());
      await opened.page.reload();
      const { trace, flow } = await recordTask(opened, keepList, { steps: 8, keepTyped: true });
      const steps = trace.steps.map(brief);
      const did = (/** @type {RegExp} */ what) =>
        assert.ok(
          steps.some((step) => what.test(step)),
          `${what}: ${steps.join(" | ")}`,
        );
      did(/^change text textbox .* = Write the report$/);
      did(/^keyDown Enter textbox/);
      did(/^(change check|click) checkbox /);
      did(/^doubleClick /);
      did(/^click link "Active"$/);
      const again = await replayers.replay(flow, (page) =>
        waitFor("the list", async () => (await shown(page)).length === 1 && shown(page)),
      );
      assert.deepEqual(again, ["Call Dana today"]);
    },
  );

/** Adds two things, ticks the first, adds a word to the second, and looks at what is left. @param {Page} page */
async function keepList(page) {
  await page.click(NEW);
  for (const text of ["Write the report", "Call Dana"]) {
    await page.keyboard.type(text, PACE);
    await page.keyboard.press("Enter", PACE);
    await waitFor(text, async () => (await shown(page)).includes(text));
    await waitFor("the empty field", () =>
      page.$eval(NEW, (field) => /** @type {HTMLInputElement} */ (field).value === ""),
    );
  }
  await page.click(
    `${ITEMS.split(", ")
      .map((item) => `${item} .toggle`)
      .join(", ")}`,
  );
  const [, second] = await page.$$(ITEMS);
  await (await second?.$("label"))?.click({ count: 2 });
  await waitFor("the field", () => page.evaluate(() => document.activeElement?.matches("li .edit")));
  await page.keyboard.press("End");
  await page.keyboard.type(" today", PACE);
  await page.keyboard.press("Enter", PACE);
  await waitFor("the new text", async () => (await shown(page)).includes("Call Dana today"));
  await page.click('#filters a[href$="active"], .filters a[href$="active"]');
  await waitFor("what is left", async () => (await shown(page)).length === 1);
}

/** The texts of the list as it is shown. @param {Page} page @returns {Promise<string[]>} */
function shown(page) {
  return page.$$eval(ITEMS, (items) =>
    items
      .filter((item) => item.getClientRects().length > 0)
      .map((item) => item.querySelector("label")?.textContent?.trim() ?? ""),
  );
}
