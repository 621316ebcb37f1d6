// A session of 10,000 steps: few rows are in the page, and each step can be reached by the keyboard and by search.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { clickEnabled, openReview, waitFor } from "./harness.mjs";
import { storeSession } from "./stored.mjs";

const STEPS = 10_000;
/** A heading for each page of 40 steps. */
const ROWS = STEPS + STEPS / 40;
/** @type {import("puppeteer-core").Page} */
let review;
const fixture = browserFor({
  prepare: async (opened) => {
    await storeSession(opened, { id: "many", steps: STEPS });
    review = await openReview(opened);
    await waitFor("the steps", () => review.$("#steps [data-step]"), 20_000);
  },
});

const rows = () => review.$$eval("#steps > *", (all) => all.length);
/** The sentence of the row with the focus. */
const focused = () => review.evaluate(() => document.activeElement?.querySelector(".sentence")?.textContent?.trim());

test("only the rows on screen are in the page, wherever it is scrolled", async () => {
  for (const part of [0, 0.3, 0.7, 1]) {
    await review.evaluate((part) => scrollTo(0, document.documentElement.scrollHeight * part), part);
    await waitFor("a step on screen", () =>
      review.evaluate(() => {
        const middle = document.elementFromPoint(innerWidth * 0.6, innerHeight * 0.9);
        return Boolean(middle?.closest("#steps [role=listitem]"));
      }),
    );
    assert.ok((await rows()) < 60, `${await rows()} rows`);
  }
});

test("End, Home and the arrows go to any step", async () => {
  await review.evaluate(() => scrollTo(0, 0));
  await waitFor("the first row", () => review.$('#steps [data-at="0"]'));
  await review.focus('#steps [data-at="0"]');
  await review.keyboard.press("End");
  await waitFor("the last step", async () => (await focused())?.includes(`‘Approve invoice ${STEPS - 1}’`));
  await review.keyboard.press("ArrowUp");
  await waitFor("the one before", async () => (await focused())?.includes(`‘Approve invoice ${STEPS - 2}’`));
  await review.keyboard.press("PageUp");
  assert.match((await focused()) ?? "", /Approve invoice 99[5-9]\d’/);
  await review.keyboard.press("Home");
  await review.keyboard.press("ArrowDown");
  await waitFor("the first step", async () => (await focused())?.includes("‘Approve invoice 0’"));
  const place = await review.evaluate(() => [
    document.activeElement?.getAttribute("aria-posinset"),
    document.activeElement?.getAttribute("aria-setsize"),
  ]);
  assert.deepEqual(place, ["2", String(ROWS)]);
});

test("search goes to a step that was not in the page", async () => {
  await review.type("#find", "invoice 7777");
  await waitFor("the place", () => review.$eval("#found", (node) => node.textContent === "1 of 1"));
  const seen = await waitFor("the step", () =>
    review.$eval('[data-found="true"]', (step) => {
      const { top, bottom } = step.getBoundingClientRect();
      return top > 0 && bottom < innerHeight && step.textContent;
    }),
  );
  assert.match(seen, /Approve invoice 7777/);
  assert.ok((await rows()) < 60);
});

test("a frame far down the list costs what one at its beginning does", async () => {
  const [near, far] = await review.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    /** What thirty frames take, in ms, from a place on. @param {number} from */
    const drawn = async (from) => {
      scrollTo(0, from);
      await frame();
      let sum = 0;
      for (let at = 0; at < 30; at++) {
        scrollBy(0, 900);
        const before = performance.now();
        // The handler draws; layout is asked for as the frame would.
        document.dispatchEvent(new Event("scroll"));
        void document.documentElement.scrollHeight;
        sum += performance.now() - before;
        await frame();
      }
      return sum;
    };
    return [await drawn(0), await drawn(document.documentElement.scrollHeight * 0.7)];
  });
  // Firefox's clock tells whole milliseconds; a list that drew all its rows would take hundreds of times as long.
  assert.ok(far < 4 * Math.max(near, 30), `${far} ms for thirty frames, ${near} at the beginning`);
});

test("the exact bytes of all of them are shown, few lines at a time, and searched", async () => {
  await clickEnabled(review, "#tab-export");
  await waitFor("the text", () => review.$("#text .line"), 20_000);
  assert.ok((await review.$$eval("#text > *", (all) => all.length)) < 60);
  await review.type("#feared", 'name":"approve invoice 9998"');
  await waitFor("the place", () => review.$eval("#hits", (node) => /1 place/.test(node.textContent ?? "")), 20_000);
  const seen = await review.$eval("mark[data-current]", (mark) => mark.textContent ?? "");
  assert.match(seen, /Approve invoice 9998/);
});
