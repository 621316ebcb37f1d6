// What the extension’s own pages say is so: nothing typed is lost to a prompt, no button is dead, nothing masked stands on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { notInFirefox } from "./browser.mjs";
import { answerWithKeys, askBackground, clickEnabled, closePopup, openPopup, switchOn } from "./popup.mjs";
import { exportAs, openReview, startRecording, stepCount, stopRecording } from "./record.mjs";
import { waitFor } from "./wait.mjs";

const fixture = browserFor();
const TASK = "Approve the invoice of Fabrikam";
const inPopup = { skip: notInFirefox("its prompts and its popup cannot be driven together") };

const wished = (/** @type {any} */ popup) =>
  popup.evaluate(() =>
    [...document.querySelectorAll("#goal, #masking-level")].map((one) => /** @type {any} */ (one).value),
  );

test("a prompt that is refused, and one that is granted, keep what was typed", inPopup, async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  const popup = await openPopup(opened);
  await popup.type("#goal", TASK);
  await popup.select("#masking-level", "all");
  await popup.click("#record");
  await waitFor("the prompt, which closes the popup", () => popup.isClosed());
  await answerWithKeys(opened, opened.page, "deny");
  const refused = await openPopup(opened);
  await waitFor("the refusal", () => refused.$eval("#site-reason", (one) => /refused/.test(one.textContent ?? "")));
  assert.deepEqual(await wished(refused), [TASK, "all"]);
  await closePopup(refused);
  await switchOn(opened);
  const granted = await openPopup(opened);
  assert.deepEqual(await wished(granted), [TASK, "all"]);
  await closePopup(granted);
});

test("what was typed does not come back once it is recorded", inPopup, async () => {
  const { opened } = fixture;
  await startRecording(opened);
  await stopRecording(opened);
  const popup = await openPopup(opened);
  assert.deepEqual(await wished(popup), ["", "structure"]);
  await closePopup(popup);
});

test("a page that cannot be recorded shows its reason and nothing to press for it", async () => {
  const { opened } = fixture;
  const page = await opened.openOwn("popup/popup.html");
  await waitFor("the reason", () => page.$eval("#site-reason", (one) => Boolean(one.textContent?.trim())));
  assert.equal(await page.$("#record, #goal, #masking-level, #site-switch"), null);
  assert.deepEqual(await page.$$eval("button:disabled", (all) => all.map((one) => one.id)), []);
  await page.close();
});

/** Records one click under a goal, with the popup's message. @param {string} goal */
async function record(goal) {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  if (opened.kind === "firefox") await switchOn(opened);
  await askBackground(opened, { type: "start", maskingLevel: "values", goal });
  await waitFor("the indicator", () => opened.page.$(":popover-open"));
  await opened.page.bringToFront();
  await opened.page.click("#approve");
  await waitFor("the step", async () => ((await stepCount(opened)) ?? 0) >= 2);
  await askBackground(opened, { type: "stop" });
}

test("a word that is masked everywhere is masked in the receipts of its exports", async () => {
  const { opened } = fixture;
  await record("Ask Northwind for an offer");
  const review = await openReview(opened);
  await review.bringToFront();
  await clickEnabled(review, "#tab-export");
  await exportAs(opened, review, "trace");
  await waitFor("the receipt", () => review.$eval("#receipt", (card) => /Northwind/.test(card.textContent ?? "")));
  await review.type("#feared", "Northwind");
  await clickEnabled(review, "#mask-feared");
  await waitFor("the receipt on the page to be masked", () =>
    review.$eval("#receipt", (card) => !/Northwind/i.test(card.textContent ?? "")),
  );
  const stored = await opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    return JSON.stringify(await Promise.all([...store.objectStoreNames].map((name) => store.getAll(name))));
  });
  assert.doesNotMatch(stored, /Northwind/i);
  await review.close();
});

test("who wipes is not told that somebody else deleted it", async () => {
  const { opened } = fixture;
  const review = await openReview(opened);
  await review.bringToFront();
  /** @type {string[]} */
  const said = await review.evaluate(() => {
    const said = /** @type {string[]} */ ([]);
    const message = /** @type {Element} */ (document.querySelector("#message"));
    new MutationObserver(() => said.push(message.textContent?.trim() ?? "")).observe(message, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    Object.assign(globalThis, { said });
    return said;
  });
  assert.deepEqual(said, []);
  await clickEnabled(review, "#wipe");
  await clickEnabled(review, "#confirm-yes");
  await waitFor("the proof", () => review.$("#proof"));
  await clickEnabled(review, "#proof .primary");
  await waitFor("the empty list", () => review.$("#none"));
  const words = await review.evaluate(() => /** @type {any} */ (globalThis).said.filter(Boolean));
  assert.deepEqual(words, []);
  await review.close();
});
