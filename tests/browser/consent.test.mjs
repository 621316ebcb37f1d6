// Consent holds for the text that was shown: once ours or the policy's is another, the person is asked before the next recording.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { agreeToText, firstPage, notInFirefox } from "./browser.mjs";
import { cannotManage, openManaged, setPolicy } from "./managed.mjs";
import { askBackground, closePopup, openPopup, requestByClick, switchOn } from "./popup.mjs";
import { stepCount } from "./record.mjs";
import { waitFor } from "./wait.mjs";

const fixture = browserFor();
const NO = { done: false, reason: "error_no_consent" };

/** @param {import("./browser.mjs").Opened} [opened] */
const start = (opened = fixture.opened) => askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
const stop = () => askBackground(fixture.opened, { type: "stop" });

/** Changes what is kept of the consent. @param {object} change */
const consented = (change) =>
  fixture.opened.control.evaluate(async (change) => {
    const { changeSettings, readSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    const { consent } = await readSettings();
    await changeSettings({ consent: { ...consent, ...change } });
  }, change);

/** As it is after an update that changed the text: the person agreed to another one. */
const textChanges = () => consented({ shown: "0".repeat(64) });

/** The page that asks is there, says why, and nothing records; then the person agrees. */
async function asksAgain(opened = fixture.opened) {
  const page = await firstPage(opened);
  await waitFor("the reason", () => page.$("#changed"));
  assert.equal(await stepCount(opened), undefined, "a recording began");
  await agreeToText(opened);
}

test("a text that changed is asked about when Record is pressed", async () => {
  await textChanges();
  assert.deepEqual(await start(), NO);
  await asksAgain();
  assert.deepEqual(await start(), { done: true });
  await stop();
});

test("a consent of before texts were compared is asked about", async () => {
  await consented({ shown: null, language: null });
  assert.deepEqual(await start(), NO);
  await asksAgain();
});

test("who chooses another language has agreed to the text that they read", async () => {
  await fixture.opened.control.evaluate(async () => {
    const { changeSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    await changeSettings({ language: "ja" });
  });
  assert.deepEqual(await start(), { done: true });
  await stop();
  await fixture.opened.control.evaluate(async () => {
    const { changeSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    await changeSettings({ language: undefined });
  });
});

test("a text that changed is asked about when the browser’s prompt is answered", async () => {
  const { opened, origin } = fixture;
  const site = `${origin.replace(/:\d+$/, "")}/*`;
  await opened.page.goto(`${origin}/controls.html`);
  // Granted once and given back: a page may ask again, and the browser answers without a prompt.
  await switchOn(opened);
  await opened.control.evaluate((site) => chrome.permissions.remove({ origins: [site] }), site);
  await textChanges();
  // As the popup notes it when its Record has to ask for the site first.
  await opened.control.evaluate(
    (site) =>
      chrome.storage.session.set({ asked: { site, at: Date.now(), start: { maskingLevel: "values", goal: "" } } }),
    site,
  );
  await requestByClick(opened, site, opened.page);
  await asksAgain();
});

const byKeys = { skip: notInFirefox("no driver presses the keys of its commands") };
test("a text that changed is asked about when the command to record is given", byKeys, async () => {
  const { opened } = fixture;
  await textChanges();
  await opened.page.bringToFront();
  await waitFor("the page that asks", async () => {
    opened.display.key("alt+shift+1");
    return firstPage(opened).catch(() => undefined);
  });
  await asksAgain();
});

test("the popup has no Record until the person has agreed to the text as it is", byKeys, async () => {
  const { opened } = fixture;
  await textChanges();
  const popup = await openPopup(opened);
  assert.match(await popup.$eval("#agree", (link) => link.textContent ?? ""), /has changed/);
  assert.equal(await popup.$("#record"), null);
  await closePopup(popup);
  await start();
  await asksAgain();
});

const skip = cannotManage || notInFirefox("it reads a policy when it starts, and only then");
test("a policy’s text that changed is asked about", { skip }, async () => {
  // Only now: a policy is for every browser of this machine.
  const company = await openManaged({ sites: ["https://desk.example"], consent: "We keep recordings for a year." });
  after(() => company.close());
  assert.deepEqual(await start(company), { done: true });
  await askBackground(company, { type: "stop" });
  setPolicy({ sites: ["https://desk.example"], consent: "We keep recordings for ten years." });
  await waitFor(
    "the new policy",
    () =>
      company.control.evaluate(async () => {
        const { readPolicy } = await import(/** @type {any} */ ("/shared/policy.js"));
        return /ten/.test((await readPolicy()).consent);
      }),
    40_000,
  );
  assert.deepEqual(await start(company), NO);
  const page = await firstPage(company);
  assert.match(await page.$eval("#policy", (note) => note.textContent ?? ""), /ten years/);
  await asksAgain(company);
  assert.deepEqual(await start(company), { done: true });
});
