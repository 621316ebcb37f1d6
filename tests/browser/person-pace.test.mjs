// From the install to a reviewed export at a person's pace: in less than two minutes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { firstPage, openBrowser } from "./browser.mjs";
import { answerPrompt, viewOf } from "./firefox-window.mjs";
import {
  PAGES,
  clickEnabled,
  closePopup,
  openPopup,
  readTrace,
  recorded,
  serve,
  shownSteps,
  waitFor,
} from "./harness.mjs";
import { LETTER, createPerson } from "./pace.mjs";
import { answerWithKeys } from "./popup.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** What the script may wait and type in all, in ms: the two minutes, less what a machine takes to open its pages. */
const LIMIT = 105_000;

/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
let began = 0;
before(async () => {
  server = await serve({ folders: { "/": PAGES } });
  began = Date.now();
  opened = await openBrowser({ agree: false, prompts: true });
});
after(async () => {
  await opened?.close();
  await server?.close();
});

const person = createPerson();
/** @param {{click: (selector: string) => Promise<unknown>}} page @param {string} selector */
async function click(page, selector) {
  await person.act();
  await page.click(selector);
}
/** @param {any} page @param {string} selector @param {string} text */
async function type(page, selector, text) {
  person.typed(text);
  await click(page, selector);
  if (!page.keyboard) return page.type(selector, text, { delay: LETTER });
  await page.keyboard.type(text, { delay: LETTER });
}

test("a person comes from the install to a reviewed export in under two minutes", async () => {
  const { page } = opened;
  const welcome = await firstPage(opened);
  await agreeAndTry(welcome);

  // Now a page of work: its address is typed, the popup opened, the task named.
  const address = `${server.origin}/controls.html`;
  await person.act();
  await page.bringToFront();
  await person.writes(address);
  await page.goto(address);
  const popup = await open();
  await type(popup, "#goal", "Approve the bill");
  await person.act();
  await popup.click("#record").catch(() => {});
  await allow(popup);
  await recorded(opened);

  await click(page, "#approve");
  await type(page, "#name", "Dana Whitfield");
  const again = await open();
  await click(again, "#stop");
  await waitFor("the end of the recording", () => again.$("#stopped"));
  const review = await openReview(again);
  const trace = await reviewAndExport(review);

  const total = Date.now() - began;
  assert.equal(trace.header.outcome, "done");
  assert.equal(trace.header.goal, "Approve the bill");
  assert.doesNotMatch(trace.text, /Dana|Whitfield/);
  assert.ok(person.time() <= LIMIT, `the script alone takes ${person.time()} ms`);
  console.log(
    `    from the install to the export: ${seconds(person.time())} s at a person's pace, ${seconds(total)} s in all`,
  );
});

/** @param {number} ms */
const seconds = (ms) => Math.round(ms / 1000);

/** Reads the page that opened by itself, agrees, and does its practice. @param {Page} welcome */
async function agreeAndTry(welcome) {
  await person.read(10);
  await click(welcome, "#agree");
  await waitFor("the consent", () => welcome.$("#withdraw"));
  await click(welcome, "#practice");
  await waitFor("the indicator", () => welcome.$(":popover-open"));
  await type(welcome, "#by", "Dana");
  await click(welcome, "#received");
  await click(welcome, "#approve");
  await waitFor("all to be done", () => welcome.$("#all-done"));
  await person.read(3);
  assert.doesNotMatch((await welcome.$eval("#taken", (list) => list.textContent)) ?? "", /Dana/);
}

/** Opens the popup: Chromium's by its keys, Firefox's by two clicks in its toolbar. */
async function open() {
  await person.act();
  if (opened.kind === "firefox") await person.act();
  return openPopup(opened);
}

/** Lets the site in, in the browser's own prompt. @param {any} popup */
async function allow(popup) {
  if (opened.kind === "firefox") {
    await person.act();
    await answerPrompt(opened, "allow");
    return closePopup(popup);
  }
  await waitFor("the prompt, which closes the popup", () => popup.isClosed());
  await person.act();
  await answerWithKeys(opened, opened.page, "allow");
}

/** Opens the review by the popup's link. @param {any} popup @returns {Promise<any>} */
async function openReview(popup) {
  const known = opened.browser.targets();
  // The popup closes, at times before the driver has its answer to the click.
  await click(popup, "#review").catch(() => {});
  if (opened.kind === "firefox") return viewOf(opened, "tab", "#sessions [data-session]");
  const target = await opened.browser.waitForTarget((one) => !known.includes(one) && /\/review\.html$/.test(one.url()));
  return target.page();
}

/** Looks at the steps, says what came of the task, looks at the bytes, and lets them out. @param {any} review */
async function reviewAndExport(review) {
  await waitFor("the steps", async () => (await shownSteps(review)).length >= 4);
  await person.read(5);
  await person.act();
  await review.$eval('input[name="outcome"][value="done"]', (/** @type {any} */ radio) => radio.click());
  await person.act();
  await clickEnabled(review, "#tab-export");
  await person.read(5);
  await type(review, "#feared", "Dana");
  await waitFor("the answer", () =>
    review.$eval("#hits", (/** @type {any} */ node) => /Not in it/.test(node.textContent)),
  );
  await person.act();
  await clickEnabled(review, "#export");
  const file = await opened.downloaded(".trace.jsonl");
  await waitFor("the receipt", () => review.$("#receipt"));
  return readTrace(file);
}
