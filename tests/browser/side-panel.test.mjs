// The activity list in its own place beside the page: Chromium's side panel and Firefox's sidebar themselves, opened by a click.

import assert from "node:assert/strict";
import { test } from "node:test";
import { viewOf } from "./firefox-window.mjs";
import { browserFor } from "./fixture.mjs";
import { KIND, clickEnabled, notInFirefox, openPopup, startRecording, stopRecording, waitFor } from "./harness.mjs";
import { switchOn } from "./popup.mjs";
import { countStored, everythingStored } from "./stored.mjs";

const ACTIVITY_LIST = "activity-list/activity-list.html";
/** @type {any} the panel, as a puppeteer page or as a view */
let activityList;
const fixture = browserFor({ path: "/controls.html", prepare: (opened) => startRecording(opened) });

/** What the activity list shows of each step, but for the size of the window, which the panel itself changes. */
const shown = async () =>
  (
    await activityList.$$eval("#steps [data-step] .sentence", (/** @type {HTMLElement[]} */ all) =>
      all.map((one) => (one.textContent ?? "").trim()),
    )
  ).filter((/** @type {string} */ words) => !words.startsWith("The page got"));
/** @param {number} steps */
const shows = (steps) =>
  waitFor(`${steps} steps beside the page`, async () => {
    const all = await shown();
    return all.length === steps && all;
  });

/** The panel, once it is open. */
async function panel() {
  const { opened } = fixture;
  if (KIND === "firefox") return viewOf(opened, "sidebar", "#state");
  const target = await opened.browser.waitForTarget((one) => one.url() === opened.base + ACTIVITY_LIST);
  const page = await target.asPage();
  await page.waitForSelector("#state");
  return page;
}

/** The addresses of all tabs. */
const tabs = () =>
  fixture.opened.control.evaluate(async () => (await chrome.tabs.query({})).map(({ url = "" }) => url));

test("the popup's activity list opens beside the page, in no tab, and the popup makes room for it", async () => {
  const { opened } = fixture;
  const popup = await openPopup(opened);
  await popup.click("#activity-list").catch(() => {});
  activityList = await panel();
  await waitFor("the popup to close", () => popup.isClosed());
  assert.ok(!(await tabs()).some((url) => url.endsWith(ACTIVITY_LIST)));
  if (KIND === "chromium") {
    const contexts = await opened.control.evaluate(() => chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] }));
    assert.deepEqual(
      contexts.map(({ documentUrl }) => documentUrl),
      [opened.base + ACTIVITY_LIST],
    );
  }
});

test("a step is shown beside the page as it is taken there", async () => {
  const { page } = fixture.opened;
  await shows(1);
  await page.click("#approve");
  const [, step] = await shows(2);
  assert.match(step, /^Clicked button ‘Approve’ on 127\.0\.0\.1:/);
});

test("a step is deleted beside the page, and is gone from the store", async () => {
  await activityList.click(await actOf("Approve", "delete"));
  await shows(1);
  const { rows } = await everythingStored(fixture.opened.control);
  assert.deepEqual(
    rows.steps?.filter(({ step }) => step.action.type === "click"),
    [],
  );
});

test("a mistake is marked beside the page", async () => {
  const { page } = fixture.opened;
  await page.click("#twice");
  await shows(2);
  const mark = await actOf("Twice", "mistake");
  await activityList.click(mark);
  await waitFor("the mark", () =>
    activityList.$eval(mark, (/** @type {Element} */ one) => one.getAttribute("aria-pressed") === "true"),
  );
});

test("the steps of a site are deleted and it is switched off beside the page, and recording there ends", async () => {
  const { opened } = fixture;
  await clickEnabled(activityList, "#delete-site");
  await waitFor("the site", () => activityList.$('input[name="origin"]'));
  await activityList.click('input[name="origin"][value^="http://127.0.0.1:"]');
  await activityList.click("#switch-off");
  await activityList.click("#delete-it");
  await waitFor("an empty activity list", () =>
    activityList.$eval("#none", (/** @type {HTMLElement} */ none) => !none.hidden),
  );
  assert.equal((await countStored(opened)).steps, 0);
  await waitFor("the indicator to go", async () => !(await opened.page.$(":popover-open")));
  await stopRecording(opened);
});

const skip = notInFirefox(
  "there the background may not open the sidebar for a click in a page: the activity list opens in a tab",
);
test("the indicator on the page opens the side panel too", { skip }, async () => {
  await openFromIndicator();
  activityList = await panel();
  await shows(1);
  assert.ok(!(await tabs()).some((url) => url.endsWith(ACTIVITY_LIST)));
  await stopRecording(fixture.opened);
});

/** The selector of a button of the step whose sentence has these words. @param {string} words @param {string} act */
async function actOf(words, act) {
  /** @type {string[]} */
  const labels = await activityList.$$eval(`#steps [data-act="${act}"]`, (/** @type {Element[]} */ all) =>
    all.map((one) => one.getAttribute("aria-label") ?? ""),
  );
  const label = labels.find((one) => one.includes(words));
  assert.ok(label, `no step with ${words}: ${labels.join()}`);
  return `#steps [data-act="${act}"][aria-label="${label}"]`;
}

/** Closes the panel, records anew, and clicks the words of the indicator. */
async function openFromIndicator() {
  const { opened } = fixture;
  await activityList.evaluate(() => window.close()).catch(() => {});
  await switchOn(opened);
  await startRecording(opened);
  const box = await waitFor("the indicator", async () => (await opened.page.$(":popover-open"))?.boundingBox());
  await opened.page.mouse.click(box.x + 70, box.y + box.height / 2);
}
