// The exported test runs under Playwright's own runner: hostile names are data in it, and what was masked must be given to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { recordTask, waitFor } from "./harness.mjs";
import { runTest } from "./runner.mjs";

const fixture = browserFor({ path: "/hostile-names.html" });

/** What the page has posted since. @param {number} from */
const posted = (from) => fixture.server.posted.slice(from);

test("names that try to leave their strings are pressed, filled and chosen as they are", async () => {
  const { opened, server } = fixture;
  const { source } = await recordTask(
    opened,
    async (page) => {
      const lines = await page.$$("p");
      assert.ok(lines.length > 5, "the page is empty");
      for (const line of lines) {
        await (await line.$("input"))?.type('a "b" `${c}` \\');
        await page.keyboard.press("Tab");
        await page.keyboard.press("ArrowDown");
        await (await line.$("button"))?.click();
      }
      // The list is left first.
      await page.click("body > button");
      await waitFor("the page to post", () => server.posted.length > 0);
    },
    { steps: 20, keepTyped: true },
  );
  const byHand = posted(0);
  const { code, output } = await runTest(source);
  assert.equal(code, 0, `${output}\n${source}`);
  assert.deepEqual(posted(byHand.length), byHand);
});

test("a test stops before its first step where a variable for what was masked is missing, and names it", async () => {
  const { opened, server, origin } = fixture;
  await opened.page.goto(`${origin}/hostile-names.html`);
  const { source } = await recordTask(
    opened,
    async (page) => {
      await page.type("input", "dana@mail.example.com");
      await page.keyboard.press("Tab");
      await page.click("p button");
    },
    { steps: 2, keepTyped: true },
  );
  const hits = server.hits.length;
  const without = await runTest(source);
  assert.equal(without.code, 1, without.output);
  assert.match(without.output, /Set EMAIL_1 in the environment: the recording does not hold what belongs here\./);
  assert.equal(server.hits.length, hits, "the page was opened");
  const { code, output } = await runTest(source, { EMAIL_1: "dana@mail.example.com" });
  assert.equal(code, 0, output);
});

test("a button that each row has is found by its row, and a field without a name is described by its column", async () => {
  const { opened, server, origin } = fixture;
  await opened.page.goto(`${origin}/tickets.html`);
  const before = server.posted.length;
  const { source } = await recordTask(
    opened,
    async (page) => {
      await page.click("tr:nth-child(3) input");
      await page.keyboard.type("5");
      await page.click("tr:nth-child(3) button");
      await waitFor("the page to post", () => server.posted.length > before);
    },
    { steps: 3, keepTyped: true },
  );
  const byHand = posted(before);
  assert.match(source, /\.getByRole\("row"\)\s*\.filter\({ hasText: "Broken lamp" }\)\s*\.getByRole\("button"/);
  assert.match(source, /into field by ‘Hours’ in row ‘Broken lamp’/);
  const { code, output } = await runTest(source);
  assert.equal(code, 0, `${output}\n${source}`);
  assert.deepEqual(posted(before + byHand.length), byHand);
});
