// The background sleeps between all that a person does: nothing is lost, and it goes on where it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { extensionWorlds } from "./chromium.mjs";
import { browserFor } from "./fixture.mjs";
import {
  badge,
  brief,
  exportSession,
  notInFirefox,
  recorded,
  startRecording,
  stepCount,
  stopRecording,
  waitFor,
} from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });
const ROUNDS = 4;

test("steps, their numbers, the badge and the session outlive each sleep of the background", async () => {
  const { opened } = fixture;
  const { page } = opened;
  await startRecording(opened, { goal: "Sleep well" });
  for (let round = 0; round < ROUNDS; round++) {
    await opened.stopBackground();
    await page.click(round % 2 ? "#twice" : "#approve");
    await waitFor("the step", async () => (await stepCount(opened)) === round + 2);
  }
  await opened.stopBackground();
  await page.reload();
  await recorded(opened);
  assert.equal(await badge(opened), "REC");
  await opened.stopBackground();
  await page.type("#name", "Dana");
  await opened.stopBackground();
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: ROUNDS + 3 });
  await review.close();
  assert.equal(trace.header.goal, "Sleep well");
  assert.deepEqual(trace.steps.map(brief), [
    "navigate load",
    ...['click button "Approve"', 'click button "Twice"', 'click button "Approve"', 'click button "Twice"'],
    "navigate reload",
    'change text textbox "Full name" = <TEXT_1>',
  ]);
});

const skip = notInFirefox(
  "no driver reaches the world of a content script there; the faults end the background at random",
);

test("a step whose message nobody got is sent again, and shown while the session goes on", { skip }, async () => {
  const { opened } = fixture;
  const { page } = opened;
  await startRecording(opened);
  await waitFor("the first step", async () => (await stepCount(opened)) === 1);
  await loseNext(page, "step");
  await page.click("#approve");
  await waitFor("the step", async () => (await stepCount(opened)) === 2);
  await stopRecording(opened);
});

test("the badge says that the indicator cannot be seen, also where nobody got the message", { skip }, async () => {
  const { opened } = fixture;
  const { page } = opened;
  await page.reload();
  await startRecording(opened);
  await loseNext(page, "shown");
  await page.evaluate(() => {
    const remove = () => document.querySelectorAll(":popover-open").forEach((one) => one.remove());
    new MutationObserver(remove).observe(document, { childList: true, subtree: true });
    remove();
  });
  await waitFor("the badge to say so", async () => (await badge(opened)) === "!");
  await page.reload();
  await stopRecording(opened);
});

/**
 * Loses the page's next message of a type, as a background does that is ended with it.
 * @param {import("puppeteer-core").Page} page
 * @param {import("../../extension/protocol").FromPage["type"]} type
 */
async function loseNext(page, type) {
  const session = await page.createCDPSession();
  const worlds = await extensionWorlds(session);
  for (const { id: contextId } of worlds)
    await session.send("Runtime.evaluate", {
      contextId,
      expression: `{
        const { runtime } = chrome;
        const send = runtime.sendMessage;
        runtime.sendMessage = async (message) => {
          if (message.type !== "${type}") return send.call(runtime, message);
          runtime.sendMessage = send;
          throw new Error("Could not establish connection. Receiving end does not exist.");
        };
      }`,
    });
  await session.detach();
  assert.ok(worlds.length > 0, "the page is recorded");
}
