// What a page writes cannot change how our own pages read: characters that turn text around, or hide in it, are shown as marks.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserFor } from "./fixture.mjs";
import { clickEnabled } from "./popup.mjs";
import { openReview, recorded, startRecording, stepCount, stopRecording } from "./record.mjs";
import { waitFor } from "./wait.mjs";

const fixture = browserFor({ path: "/controls.html" });
/** Reads as “Refuse” first and “Approve” after it. */
const NAME = "Approve\u202eesufeR\u2066\u200f\u061c\u200b";
const MARKED = /Approve\[U\+202E\]esufeR\[U\+2066\]/;
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** All that a page of ours says, also to those who listen. @param {import("puppeteer-core").Page} page */
const words = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("body, body *")]
      .flatMap((one) => [...one.attributes].map(({ value }) => value))
      .concat(document.body.textContent ?? "")
      .join("\n"),
  );

/** @param {import("puppeteer-core").Page} page @param {string} selector where the name stands */
async function isMarked(page, selector) {
  await waitFor(`the name in ${selector}`, async () =>
    /esufeR/.test(await page.$eval(selector, (one) => one.textContent ?? "")),
  );
  assert.match(await page.$eval(selector, (one) => one.textContent ?? ""), MARKED);
  assert.doesNotMatch(await words(page), UNSEEN);
}

test("a name that turns its letters around is marked in popup, activity list, steps, details and export", async () => {
  const { opened } = fixture;
  await startRecording(opened);
  await recorded(opened);
  await opened.page.$eval("#approve", (button, name) => void (button.textContent = name), NAME);
  await opened.page.click("#approve");
  await waitFor("the step", async () => ((await stepCount(opened)) ?? 0) >= 2);
  const popup = await opened.openOwn("popup/popup.html");
  await isMarked(popup, "#last");
  await popup.close();
  const activityList = await opened.openOwn("activity-list/activity-list.html");
  await isMarked(activityList, "#steps");
  await activityList.close();
  await opened.page.bringToFront();
  await stopRecording(opened);
  const review = await openReview(opened);
  await review.bringToFront();
  await isMarked(review, "#steps");
  await review.$$eval('[data-act="detail"]', (all) => all.forEach((one) => /** @type {HTMLElement} */ (one).click()));
  await isMarked(review, ".observation");
  await clickEnabled(review, "#tab-export");
  await waitFor("the export", () => review.$eval("#text", (text) => /esufeR/.test(text.textContent ?? "")));
  assert.doesNotMatch(await words(review), UNSEEN);
  await review.close();
});

test("no page makes its templates past the marks", () => {
  const folder = fileURLToPath(new URL("../../extension/", import.meta.url));
  const past = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) =>
      /\.js$/.test(name) &&
      !/^(vendor|core)\//.test(name) &&
      name !== "shared/html.js" &&
      /import \{[^}]*\bhtml\b[^}]*\} from "[^"]*lit\.js"/.test(readFileSync(folder + name, "utf8")),
  );
  assert.deepEqual(past, []);
});
