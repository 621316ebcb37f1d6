// Finding a target again: what was read of a page counts only until the page changes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { recordTask } from "./harness.mjs";

const fixture = browserFor({ path: "/replaced.html" });

test("a name that a second element has got since the last step makes no selector any more", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/replaced.html`);
  await opened.page.evaluate(() => {
    for (const text of ["Approve", "Reject"])
      document.body.append(Object.assign(document.createElement("button"), { textContent: text, id: text }));
  });
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await page.click("#Approve");
      await page.evaluate(() => document.querySelector("#Reject")?.replaceChildren("Approve"));
      await page.click("#Approve");
      await page.evaluate(() => document.querySelector("#Reject")?.setAttribute("aria-label", "Deny"));
      await page.click("#Approve");
    },
    { steps: 4 },
  );
  const named = trace.steps
    .filter(({ action }) => action.type === "click")
    .map(({ target }) => target.selectors.flat().includes('aria/Approve[role="button"]'));
  assert.deepEqual(named, [true, false, true]);
});
