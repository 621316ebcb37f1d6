// The review: what the person marks, masks and looks for, the exact bytes that leave, their receipt, and deletion with proof.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  clickEnabled,
  exportAs,
  openReview,
  readTrace,
  shownSteps,
  startRecording,
  stopRecording,
  waitFor,
} from "./harness.mjs";
import { askBackground } from "./popup.mjs";
import { countStored, everythingStored, storeSession } from "./stored.mjs";

/** @type {import("puppeteer-core").Page} */
let review;
const fixture = browserFor({
  path: "/controls.html",
  prepare: async (opened) => {
    await startRecording(opened, { goal: "Ask Tulip to approve", keepTyped: true });
    await opened.page.click("#approve");
    await opened.page.click("#name");
    await opened.page.keyboard.type("for tulip");
    await stopRecording(opened);
    review = await openReview(opened);
    await waitFor("the steps", async () => (await shownSteps(review)).length === 4);
  },
});
/** @type {import("./record.mjs").Trace} */
let trace;

/** @param {string} selector */
const text = (selector) => review.$eval(selector, (node) => (node.textContent ?? "").replace(/\s+/g, " ").trim());

test("steps stand under their page, and show their target and what the page was", async () => {
  assert.match(await text('#steps [data-kind="page"]'), /127\.0\.0\.1:\d+\/controls\.html 4 steps/);
  await clickEnabled(review, '#steps [data-at="2"] [data-act="detail"]');
  await waitFor("the page's text", () => review.$("#steps .observation"));
  assert.match(await text("#steps .detail"), /button “?"?Approve/);
  assert.match(await text("#steps .detail code"), /Approve|#approve|button/);
  assert.match(await text("#steps .observation"), /button "Approve"/);
});

test("a word is masked everywhere: in the goal, in steps and in what the page was", async () => {
  await review.type("#mask-word", "TULIP");
  await clickEnabled(review, "#mask");
  await waitFor("the answer", async () => /Masked in [2-9] places/.test(await text("#message")));
  await waitFor("the step", async () => (await shownSteps(review)).some((one) => one.includes("for <TERM_1>")));
  const goal = await review.$eval("#goal", (input) => /** @type {HTMLInputElement} */ (input).value);
  assert.equal(goal, "Ask <TERM_1> to approve");
  const stored = await fixture.opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    return JSON.stringify(await Promise.all([...store.objectStoreNames].map((name) => store.getAll(name))));
  });
  assert.doesNotMatch(stored, /tulip/i);
});

test("what is being typed stays while something else changes in the store", async () => {
  const { opened } = fixture;
  await review.type("#note", "Half a ");
  await storeSession(opened, { id: "meanwhile", goal: "Meanwhile", steps: 1, started: 1 });
  await waitFor("the other recording", () => review.$('#sessions [data-session="meanwhile"]'));
  assert.equal(await review.$eval("#note", (note) => /** @type {HTMLTextAreaElement} */ (note).value), "Half a ");
  for (let left = "Half a ".length; left; left--) await review.keyboard.press("Backspace");
  await askBackground(opened, { type: "deleteSession", session: "meanwhile" });
  await waitFor("it to go", async () => !(await review.$('#sessions [data-session="meanwhile"]')));
});

test("marks of the person, goal, outcome and note stand in the export", async () => {
  await clickEnabled(review, '#steps [data-at="2"] [data-act="mistake"]');
  await clickEnabled(review, '#steps [data-at="3"] [data-act="notForTraining"]');
  await review.$eval('input[name="outcome"][value="gaveUp"]', (radio) => /** @type {HTMLElement} */ (radio).click());
  await review.type("#note", "Ask bob@example.com");
  await clickEnabled(review, "#tab-export");
  trace = readTrace(await exportAs(fixture.opened, review, "trace"));
  assert.deepEqual(
    trace.steps.map(({ flags = [] }) => flags.join()),
    ["", "mistake", "notForTraining", ""],
  );
  assert.deepEqual(
    [trace.header.goal, trace.header.outcome, trace.header.note],
    ["Ask <TERM_1> to approve", "gaveUp", "Ask <EMAIL>"],
  );
  assert.deepEqual(
    (await everythingStored(review)).rows.sessions?.map(({ note }) => note),
    ["Ask <EMAIL>"],
    "the note was masked at export only",
  );
});

test("the bytes that leave are those that were shown, and the receipt says so", async () => {
  const file = trace.text;
  const receipt = await waitFor("the receipt", () => review.$("#receipt"));
  const fact = (/** @type {string} */ name) => receipt.$eval(`[data-fact="${name}"]`, (node) => node.textContent ?? "");
  assert.equal(await fact("sha256"), createHash("sha256").update(file).digest("hex"));
  assert.equal(await fact("withdrawal"), trace.header.withdrawal);
  assert.ok(trace.name.includes(trace.header.withdrawal));
  // The next export has an id of its own; all else is the same.
  const shown = await review.$$eval("#text .line", (lines) => lines.map((line) => line.textContent ?? ""));
  const next = JSON.parse(shown[0] ?? "").withdrawal;
  assert.notEqual(next, trace.header.withdrawal);
  assert.deepEqual(shown.slice(1, -1), file.trimEnd().split("\n").slice(1, -1));
  assert.match(await text("#bytes"), new RegExp(`^${Buffer.byteLength(file).toLocaleString("en")} bytes · 4 steps`));
  const masks = await review.$$eval("#masked .chip", (all) => all.map((chip) => chip.textContent?.trim() ?? ""));
  const total = Object.values(trace.footer.masked).reduce((sum, many) => sum + many, 0);
  assert.equal(
    masks.reduce((sum, words) => sum + Number(/^(\d+) ×/.exec(words)?.[1] ?? 1), 0),
    total,
  );
});

test("a feared word is counted and gone to, and a word that is not there is said to be missing", async () => {
  const places = trace.text.match(/approve/gi)?.length ?? 0;
  await review.type("#feared", "approve");
  await waitFor("the count", async () => (await text("#hits")) === `${places} places, 1 of ${places}`);
  await review.keyboard.press("Enter");
  await waitFor("the next place", async () => (await text("#hits")) === `${places} places, 2 of ${places}`);
  assert.equal(await text("mark[data-current]").then((word) => word.toLowerCase()), "approve");
  await review.$eval("#feared", (input) => /** @type {HTMLInputElement} */ (input).select());
  await review.type("#feared", "Appróve");
  await waitFor("it without its accent", async () => (await text("#hits")) === `${places} places, 1 of ${places}`);
  await review.$eval("#feared", (input) => /** @type {HTMLInputElement} */ (input).select());
  await review.type("#feared", "Tulip");
  await waitFor("the answer", async () => (await text("#hits")) === "Not in it");
});

test("the log of exports keeps its receipts, and can be deleted", async () => {
  await clickEnabled(review, "#receipts");
  await waitFor("the receipt", async () => (await review.$$("[data-receipt]")).length === 1);
  await clickEnabled(review, "#clear-receipts");
  await clickEnabled(review, "#confirm-yes");
  await waitFor("the log to be empty", async () => (await review.$$("[data-receipt]")).length === 0);
  assert.equal((await countStored(fixture.opened)).receipts, 0);
});

test("a session that is deleted in another window is said to be gone, and the next one is shown", async () => {
  const { opened } = fixture;
  await storeSession(opened, { id: "newer", goal: "To be deleted", steps: 2, started: Date.now() });
  await clickEnabled(review, '#sessions [data-session="newer"] button');
  await waitFor("its steps", async () => (await shownSteps(review)).length === 2);
  const other = await openReview(opened);
  await clickEnabled(other, "#delete-session");
  await clickEnabled(other, "#confirm-yes");
  await waitFor("it to go", async () => !(await other.$('[data-session="newer"]')));
  await other.close();
  await review.bringToFront();
  await waitFor("the words", async () =>
    /“To be deleted” is no longer here: it was deleted elsewhere/.test(await text("#message")),
  );
  await waitFor("the other session", async () => (await shownSteps(review)).length === 4);
});

test("a wipe deletes everything, and the proof counts every store and storage area anew", async () => {
  const { opened } = fixture;
  await clickEnabled(review, "#wipe");
  await clickEnabled(review, "#confirm-yes");
  await waitFor("the proof", () => review.$("#proof"));
  const said = await review.$$eval("#proof [data-store]", (cells) =>
    cells.map((cell) => [cell.getAttribute("data-store"), cell.textContent]),
  );
  const counts = await countStored(opened);
  assert.equal(said.length, Object.keys(counts).length);
  assert.ok(said.every(([, entries]) => entries === "0"));
  assert.ok(
    Object.values(counts).every((entries) => entries === 0),
    JSON.stringify(counts),
  );
});
