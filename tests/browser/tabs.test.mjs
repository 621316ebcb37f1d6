// Tabs and popups: opened, worked in, closed, gone back to; and the Playwright test that does it all again.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, recordTask, recorded, startRecording, stopRecording, waitFor } from "./harness.mjs";
import { openReplayers } from "./replay.mjs";
import { everythingStored, storeTerms } from "./stored.mjs";

const fixture = browserFor({ path: "/tabs.html" });
const replayers = openReplayers();
after(replayers.close);

for (const [what, opener, returns] of /** @type {const} */ ([
  ["a new tab", "a", true],
  // Whether a window comes to the front is for the window manager to say, and a test machine has none.
  ["a popup", "#popup", false],
]))
  test(`${what} that is opened, used and closed is told by its number`, async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(`${origin}/tabs.html`);
    const { trace, source } = await recordTask(
      opened,
      async (page) => {
        const before = await opened.browser.pages();
        await page.click(opener);
        const other = await waitFor("the other tab", async () =>
          (await opened.browser.pages()).find((one) => !before.includes(one)),
        );
        await recorded(opened, other);
        await other.click("#there");
        await waitFor("the word", () => page.$eval("#said", (said) => said.textContent === "pressed there"));
        await other.close();
        await page.bringToFront();
        await page.click("#here");
      },
      { steps: returns ? 8 : 7 },
    );
    const steps = trace.steps.map((step) => `${step.tab ?? 0}: ${brief(step)}`);
    assert.match(steps[1] ?? "", /^0: click (link|button) "In a/);
    const rest = ["1: openTab", "1: navigate load", '1: click button "There"', "1: closeTab"];
    if (returns) rest.push("0: switchTab");
    rest.push('0: click button "Here again"');
    assert.deepEqual(
      steps.slice(2).filter((step) => returns || step !== "0: switchTab"),
      rest,
    );
    const said = await replayers.replayByPlaywright(source, (page) => page.locator("#said").textContent());
    assert.equal(said, "pressed there, then here");
  });

test("a word of the person in a host is stored in no step, those about tabs among them", async () => {
  const { opened, origin } = fixture;
  const { hostname } = new URL(origin);
  await opened.page.goto(`${origin}/tabs.html`);
  await storeTerms(opened, [hostname]);
  try {
    const before = await opened.browser.pages();
    await startRecording(opened);
    await opened.page.click("a");
    const other = await waitFor("the other tab", async () =>
      (await opened.browser.pages()).find((one) => !before.includes(one)),
    );
    await recorded(opened, other);
    await other.close();
    const { active } = await opened.control.evaluate(() => chrome.storage.session.get("active"));
    const taken = async () =>
      (await everythingStored(opened.control)).rows.steps?.filter(
        ({ session }) => session === /** @type {any} */ (active).id,
      ) ?? [];
    const stored = await waitFor("the tab's closing to be stored", async () => {
      const rows = await taken();
      return rows.some(({ step }) => step.action.type === "closeTab") && rows;
    });
    assert.ok(stored.some(({ step }) => step.action.type === "openTab"));
    for (const { step } of stored) assert.ok(!JSON.stringify(step).includes(hostname), JSON.stringify(step));
    await stopRecording(opened);
  } finally {
    await storeTerms(opened, []);
  }
});
