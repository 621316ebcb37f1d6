// Real input on pages that nobody here wrote: the exported flow earns the task's own reward.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { brief, notInFirefox, openBrowser, recordTask, switchOn, waitFor } from "./harness.mjs";
import { quoted } from "./miniwob-moves.mjs";
import { SECRET_TASKS, doTask, reward, serveMiniwob } from "./miniwob.mjs";
import { openReplayers } from "./replay.mjs";

const FOLDER = process.env.OVERT_MINIWOB;
const skip = FOLDER ? false : "OVERT_MINIWOB does not name the folder html/ of the PyPI package miniwob";

/** Task and seed. @type {[string, string][]} */
const CHOSEN = [
  ["click-button", "seed1"],
  ["click-link", "seed2"],
  ["enter-text", "seed1"],
  ["click-checkboxes", "seed3"],
  ["click-option", "seed2"],
  ["click-dialog", "seed1"],
  ["click-tab", "seed2"],
  ["click-collapsible", "seed1"],
  ["choose-list", "seed1"],
  ["focus-text", "seed1"],
];

/** @type {Awaited<ReturnType<typeof serveMiniwob>>} */
let server;
/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let opened;

before(async () => {
  if (!FOLDER) return;
  server = await serveMiniwob(FOLDER);
  opened = await openBrowser();
  await opened.page.goto(`${server.origin}/seed1/miniwob/click-button.html`);
  await switchOn(opened);
});
const replayers = openReplayers();
after(async () => {
  await opened?.close();
  await replayers.close();
  await server?.close();
});

for (const [task, seed] of CHOSEN) {
  const unfocused = task === "focus-text" && notInFirefox("its headless window sends no focus event");
  test(`${task} recorded once and replayed earns reward 1`, { skip: skip || unfocused }, async () => {
    await opened.page.goto(`${server.origin}/${seed}/miniwob/${task}.html`);
    const { flow, source, trace } = await recordTask(
      opened,
      async (page) => {
        await doTask(page, task);
        assert.equal(await waitFor("the reward of the person", () => reward(page)), 1);
      },
      { steps: 2, keepTyped: true },
    );
    const over = (/** @type {any} */ page) => waitFor("the reward of the replay", () => reward(page), 5000);
    const why = (/** @type {Error} */ error) => error.message;
    const steps = trace.steps.map(brief).join(" | ");
    assert.equal(await replayers.replay(flow, over).catch(why), 1, `as a UserFlow: ${steps}`);
    assert.equal(await replayers.replayByPlaywright(source, over).catch(why), 1, `as a Playwright test: ${steps}`);
  });
}

for (const task of SECRET_TASKS) {
  test(`${task}: the password is in neither file`, { skip }, async () => {
    await opened.page.goto(`${server.origin}/seed1/miniwob/${task}.html`);
    let password = "";
    const { flow, trace } = await recordTask(
      opened,
      async (page) => {
        const query = await page.$eval("#query", (node) => node.textContent ?? "");
        password = quoted(query.slice(query.indexOf("password")));
        for (const field of await page.$$("input[type=password]")) {
          await field.click();
          await page.keyboard.type(password);
        }
      },
      { steps: 2, keepTyped: true },
    );
    const typed = trace.steps.filter((step) => step.action.type === "change").map((step) => step.action.value);
    assert.ok(typed.length > 0 && typed.every((value) => /^<PASSWORD_\d+>$/.test(value)), JSON.stringify(typed));
    assert.ok(!JSON.stringify(flow).includes(`"${password}"`), "the flow holds the password");
  });
}
