// The first run: nothing is recorded before the person agreed, no is an answer, and the practice page keeps nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { firstPage, openBrowser } from "./browser.mjs";
import { askBackground } from "./popup.mjs";
import { waitFor } from "./wait.mjs";

/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {import("puppeteer-core").Page} */
let welcome;
before(async () => {
  opened = await openBrowser({ agree: false });
  welcome = await firstPage(opened);
});
after(() => opened?.close());

const start = () => askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
const consent = () =>
  opened.control.evaluate(async () => {
    const { readSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    return (await readSettings()).consent;
  });

test("at the install a page says what Overt does, and nothing can be recorded", async () => {
  assert.equal((await welcome.$$(".facts section")).length, 4);
  assert.deepEqual(await start(), { done: false, reason: "error_no_consent" });
  assert.equal(await consent(), undefined);
});

test("a no is taken, said back, and nothing runs", async () => {
  await welcome.click("#decline");
  await waitFor("the answer", () => welcome.$eval("#declined", (note) => !(/** @type {any} */ (note).hidden)));
  assert.deepEqual(await start(), { done: false, reason: "error_no_consent" });
  const registered = await opened.control.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  assert.deepEqual(registered, []);
});

test("the first page says, with an example, that the text of pages is kept", async () => {
  const text = await welcome.$eval("main", (main) => main.textContent ?? "");
  assert.match(text, /the visible text of the page, also what others wrote there/);
  const example = await welcome.$eval('[aria-labelledby="example"]', (card) => card.textContent ?? "");
  assert.match(example, /Contact: Dana Whitfield, .* “Contact: <NAME_1>/);
});

test("a yes is kept with its date, the version of the text and a hash of what was shown", async () => {
  await welcome.click("#agree");
  await waitFor("the consent", () => welcome.$("#withdraw"));
  const { date, shown, ...rest } = /** @type {any} */ (await consent());
  assert.deepEqual(rest, { textVersion: "5", language: "en" });
  assert.match(shown, /^[0-9a-f]{64}$/);
  assert.ok(Math.abs(Date.now() - Date.parse(date)) < 60_000, date);
});

test("on the practice page the recorder itself shows what it takes and what it masks", async () => {
  await welcome.click("#practice");
  await waitFor("the indicator", () => welcome.$(":popover-open"));
  await welcome.bringToFront();
  await welcome.click("#by");
  await welcome.keyboard.type("Dana Whitfield");
  await welcome.click("#received");
  await welcome.click("#approve");
  await waitFor("all to be done", () => welcome.$("#all-done"));
  const words = await welcome.$$eval("#taken li > div > span:first-child", (all) => all.map((one) => one.textContent));
  assert.deepEqual(words, [
    "Clicked field ‘Approved by’ on the practice page",
    "Typed ‘<NAME_2>’ into field ‘Approved by’ on the practice page",
    "Checked checkbox ‘Goods received’ on the practice page",
    "Clicked button ‘Approve’ on the practice page",
  ]);
  assert.ok(!(await welcome.$eval("#taken", (list) => list.textContent))?.includes("Dana"));
});

test("the practice page shows the text of the page that is kept with a step, masked", async () => {
  const seen = await welcome.$eval(".observation", (text) => text.textContent ?? "");
  assert.match(seen, /heading "Invoice <NUMBER_1>"/);
  assert.match(seen, /textbox "Approved by".*<NAME_2>/);
  assert.doesNotMatch(seen, /Dana/);
});

test("a step that is deleted there is gone, and pressing in the list makes no step", async () => {
  await welcome.click("#taken li:nth-child(2) button");
  await waitFor("the step to go", async () => (await welcome.$$("#taken li")).length === 3);
});

test("nothing of the practice is stored", async () => {
  const left = await opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    return [
      await store.count("sessions"),
      await store.count("steps"),
      Object.keys(await chrome.storage.local.get(null)),
      Object.keys(await chrome.storage.session.get(null)),
    ];
  });
  // That they agreed is in the settings, of which a sealed copy is there.
  assert.deepEqual(left, [0, 0, ["settings"], []]);
});

test("consent that is withdrawn is gone, and nothing can be recorded", async () => {
  await welcome.click("#end");
  await waitFor("the first page", () => welcome.$("#withdraw"));
  await welcome.click("#withdraw");
  await waitFor("the question", () => welcome.$("#agree"));
  assert.equal(await consent(), undefined);
  assert.deepEqual(await start(), { done: false, reason: "error_no_consent" });
});
