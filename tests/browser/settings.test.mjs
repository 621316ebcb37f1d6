// The settings page: each choice is kept, acts, and survives a reload; what is old goes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { clickEnabled, waitFor } from "./harness.mjs";
import { countStored, storeSession } from "./stored.mjs";

const DAY = 86_400_000;
/** @type {import("puppeteer-core").Page} */
let page;
const fixture = browserFor({
  path: "/controls.html",
  prepare: async (opened) => {
    page = await opened.openOwn("settings/settings.html");
    await waitFor("the settings", () => page.$("#sites"));
  },
});

const settings = () =>
  fixture.opened.control.evaluate(async () => {
    const { readSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    return readSettings();
  });
/** @param {string} selector */
const text = (selector) => page.$eval(selector, (node) => (node.textContent ?? "").replace(/\s+/g, " ").trim());

test("own words are added, refused where they are too short or known, and removed", async () => {
  for (const word of ["Tulip", "x", "tulip", "Northwind"]) {
    await page.$eval("#term", (input) => void (/** @type {HTMLInputElement} */ (input.value = "")));
    await page.type("#term", word);
    await page.click("#add-term");
    await waitFor("an answer", async () => (await text("#message")) !== "");
  }
  await waitFor("the words", async () => (await settings()).terms.join() === "Tulip,Northwind");
  await waitFor("the word in the list", () => page.$('[data-term="Tulip"]'));
  await clickEnabled(page, '[data-term="Tulip"] button');
  await waitFor("it to go", async () => (await settings()).terms.join() === "Northwind");
});

test("the masking level is kept", async () => {
  await page.$eval('input[name="masking-level"][value="all"]', (radio) => /** @type {HTMLElement} */ (radio).click());
  await waitFor("the masking level", async () => (await settings()).maskingLevel === "all");
});

test("sessions that are older than they may be go, and the others stay", async () => {
  const { opened } = fixture;
  const ago = (/** @type {number} */ days) => Date.now() - days * DAY;
  await storeSession(opened, { id: "old", steps: 2, started: ago(10), ended: ago(10) });
  await storeSession(opened, { id: "new", steps: 3, started: ago(2), ended: ago(2) });
  await page.select("#retention-days", "7");
  await waitFor("the old one to go", async () => (await countStored(opened)).sessions === 1);
  assert.equal((await countStored(opened)).steps, 3);
  assert.equal((await settings()).retentionDays, 7);
  await page.select("#retention-days", "0");
  await waitFor("never", async () => (await settings()).retentionDays === 0);
});

test("another language is spoken at once", async () => {
  await page.select("#language-choice", "de");
  await waitFor("German", async () => (await text("h1")) === "Einstellungen");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
  assert.match(await text('[data-command="delete-last"]'), /Letzten Schritt/);
  await page.select("#language-choice", "");
  await waitFor("English", async () => (await text("h1")) === "Settings");
});

test("shortcuts are shown, and without a policy the page says who decides", async () => {
  assert.match(await text('[data-command="_execute_action"] kbd'), /Alt\+Shift\+O/);
  assert.match(await text("#no-policy"), /you alone decide/);
  assert.match(await text("#packs"), /Banks \d+/);
});

test("what is stored is counted", async () => {
  await waitFor("the counts", async () => /1 recording, 3 steps/.test(await text("#storage")));
});

test("a site is switched off", async () => {
  const { opened } = fixture;
  await clickEnabled(page, '[data-site="http://127.0.0.1/*"] button');
  await waitFor("the site to go", () => page.$("#no-sites"));
  const granted = await opened.control.evaluate(() => chrome.permissions.contains({ origins: ["http://127.0.0.1/*"] }));
  assert.equal(granted, false);
});
