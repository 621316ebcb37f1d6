// Each kind of damage to the browser's database is noticed and said, what survives can be read and exported, and after one press
// the person records again.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { damageKeys, databaseOf, DAMAGES } from "./damages.mjs";
import {
  clickEnabled,
  exportAs,
  isGranted,
  openBrowser,
  openReview,
  readTrace,
  recorded,
  recordTask,
  serve,
  PAGES,
  startRecording,
  stepCount,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";
import { askBackground } from "./popup.mjs";
import { storeSession } from "./stored.mjs";

/** @typedef {import("./browser.mjs").Opened} Opened */

/** How long Firefox leaves a background without work as it is; other tests shorten that, and a machine that is busy may take longer. */
const PREFS = { "extensions.background.idle.timeout": 30_000 };
/** Of the second session: a log that is cut ends in the midst of it. */
const STEPS = 300;

for (const [name, damage] of Object.entries(DAMAGES))
  test(`database ${name}: it is said, and after one press the person records again`, () =>
    withProfile(async (profile, origin) => {
      const base = await fill(profile, origin);
      await damage(databaseOf(profile, base));
      const opened = await openBrowser({ profile, prefs: PREFS, agree: false });
      try {
        const lost = await recordsAfterOnePress(opened, origin);
        assert.ok(lost.sessions + lost.steps > 0, "nothing was said to be lost");
        assert.equal(lost.settings, false);
      } finally {
        await opened.close();
      }
    }));

test("keys that are lost are said, with the settings that nobody can read any more", () =>
  withProfile(async (profile, origin) => {
    await fill(profile, origin);
    await damageKeys(profile);
    const opened = await openBrowser({ profile, prefs: PREFS, agree: false });
    try {
      const own = await opened.openOwn("review/review.html");
      await waitFor("the words", () => own.$('#damage[data-sessions="2"]'));
      await accept(own);
      const { done, reason } = await askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
      // That they agreed is lost too.
      assert.deepEqual([done, reason], [false, "error_no_consent"]);
    } finally {
      await opened.close();
    }
  }));

test("a database that is lost while it is recorded is said, and the recording goes on by itself", () =>
  withProfile(async (profile, origin) => {
    const opened = await openBrowser({ profile, prefs: PREFS });
    try {
      await opened.page.goto(`${origin}/controls.html`);
      await switchOn(opened);
      await startRecording(opened);
      await waitFor("the first step", async () => (await stepCount(opened)) === 1);
      const activityList = await opened.openOwn("activity-list/activity-list.html");
      await opened.page.bringToFront();
      await opened.control.evaluate(async () => {
        const { deleteDB } = await import(/** @type {any} */ ("/vendor/idb.js"));
        await deleteDB("overt");
      });
      await opened.page.click("#approve");
      await waitFor("the words", () => activityList.$("#damage"));
      await recorded(opened);
      await waitFor("the step", async () =>
        /Approve/.test(await activityList.$eval("#steps", (list) => list.textContent ?? "")),
      );
      await stopRecording(opened);
    } finally {
      await opened.close();
    }
  }));

test("what survives of a session without its record is shown and exported; a step that is older than it was is noticed", () =>
  withProfile(async (profile, origin) => {
    const opened = await openBrowser({ profile, prefs: PREFS });
    try {
      await opened.page.goto(`${origin}/controls.html`);
      await switchOn(opened);
      for (let at = 0; at < 2; at++) await recordTask(opened, (page) => page.click("#approve"), { steps: 2 });
      assert.deepEqual(await check(opened), { sessions: 0, steps: 0, settings: false });
      await opened.control.evaluate(async () => {
        const { keysOf, openStore } = await import(/** @type {any} */ ("/shared/store.js"));
        const store = await openStore();
        const [first, second] = await store.getAllKeys("sessions");
        await store.delete("sessions", first);
        const [step] = await store.getAll("steps", keysOf(second));
        await store.put("steps", { ...step, step: { ...step.step, time: step.step.time + 1 } });
      });
      const damage = { sessions: 0, steps: 2, settings: false };
      assert.deepEqual(await check(opened), damage);
      // Once it is noticed it is not noticed again.
      assert.deepEqual(await check(opened), damage);
      const review = await openReview(opened);
      const sessions = await review.$$eval("#sessions [data-session]", (all) =>
        all.map((one) => one.getAttribute("data-session")),
      );
      assert.equal(sessions.length, 2);
      for (const session of sessions) {
        await review.click(`#sessions [data-session="${session}"]`);
        await waitFor("its steps", async () => (await review.$$("#steps [data-step]")).length >= 2);
        await clickEnabled(review, "#tab-export");
        const { header, steps, footer } = readTrace(await exportAs(opened, review, "trace"));
        assert.deepEqual([header.session, steps.length, footer.steps], [session, 2, 2]);
        assert.ok(steps.some(({ target }) => target?.name === "Approve"));
        await clickEnabled(review, "#tab-steps");
      }
      await review.close();
    } finally {
      await opened.close();
    }
  }));

test("an opening of the database that was refused is tried again", () =>
  withProfile(async (profile) => {
    const opened = await openBrowser({ profile, prefs: PREFS });
    try {
      const answers = await opened.control.evaluate(async () => {
        const { openDB, deleteDB } = await import(/** @type {any} */ ("/vendor/idb.js"));
        // A module of its own, as a page that was just opened has.
        const { openStore } = await import(/** @type {any} */ ("/shared/store.js?refused"));
        await deleteDB("overt");
        const newer = await openDB("overt", 99);
        newer.close();
        const refused = await openStore().catch((/** @type {Error} */ { name }) => name);
        await deleteDB("overt");
        return [refused, (await openStore()).name];
      });
      assert.deepEqual(answers, ["VersionError", "overt"]);
    } finally {
      await opened.close();
    }
  }));

/** @param {(profile: string, origin: string) => Promise<unknown>} use */
async function withProfile(use) {
  const profile = await mkdtemp(join(tmpdir(), "overt-profile-"));
  const server = await serve({ folders: { "/": PAGES } });
  try {
    await use(profile, server.origin);
  } finally {
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Records one session, stores another one, and closes the browser.
 * @param {string} profile
 * @param {string} origin
 * @returns {Promise<string>} the extension's address
 */
async function fill(profile, origin) {
  const opened = await openBrowser({ profile, prefs: PREFS });
  try {
    await opened.page.goto(`${origin}/controls.html`);
    await switchOn(opened);
    await startRecording(opened);
    await waitFor("the first step", async () => (await stepCount(opened)) === 1);
    await stopRecording(opened);
    await storeSession(opened, { id: "second", steps: STEPS });
    return opened.base;
  } finally {
    await opened.close();
  }
}

/**
 * Reads what is said, presses, and records.
 * @param {Opened} opened
 * @param {string} origin
 * @returns {Promise<import("../../extension/protocol").Damage>} what was said
 */
async function recordsAfterOnePress(opened, origin) {
  const review = await opened.openOwn("review/review.html");
  await waitFor("the words", () => review.$("#damage"));
  const refused = await askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
  assert.deepEqual(refused, { done: false, reason: "error_damaged" });
  const lost = await said(opened);
  await accept(review);
  await review.close();
  await opened.page.goto(`${origin}/controls.html`);
  if (!(await isGranted(opened, `${origin}/*`))) await switchOn(opened);
  await startRecording(opened);
  await waitFor("the first step", async () => (await stepCount(opened)) === 1);
  await opened.page.click("#approve");
  await waitFor("the next one", async () => (await stepCount(opened)) === 2);
  await stopRecording(opened);
  return lost;
}

/**
 * Says that the words were read: by the button's own method, because where the consent is lost too the first page may open in
 * front of it at any moment.
 * @param {import("puppeteer-core").Page} page
 */
async function accept(page) {
  await page.$eval("#accept-damage", (button) => /** @type {HTMLButtonElement} */ (button).click());
  await waitFor("the words to go", async () => !(await page.$("#damage")));
}

/** What is said to be lost. @param {Opened} opened @returns {Promise<import("../../extension/protocol").Damage>} */
const said = (opened) =>
  opened.control.evaluate(async () => {
    const { readDamage } = await import(/** @type {any} */ ("/shared/damage.js"));
    return readDamage();
  });

/** Compares the store with its index, as each start does. @param {Opened} opened */
async function check(opened) {
  await opened.control.evaluate(async () => {
    const { checkStore } = await import(/** @type {any} */ ("/background/check.js"));
    await checkStore();
  });
  return said(opened);
}
