// What a page does to its own document: steps go on being taken, and the indicator is there.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { badge, startRecording, stepCount, waitFor } from "./harness.mjs";
import { askBackground } from "./popup.mjs";

const fixture = browserFor({ path: "/controls.html" });
const HOST = ":popover-open";

/** What a page does, by name; each runs in the page. @type {Record<string, () => unknown>} */
const RENEWALS = {
  "a view transition": async () => {
    const style = document.createElement("style");
    style.textContent = "::view-transition-group(*) { animation-duration: 700ms }";
    document.head.append(style);
    await document.startViewTransition(() => document.body.append("more")).finished;
  },
  "five view transitions in a row": async () => {
    for (let time = 0; time < 5; time++)
      await document.startViewTransition(() => document.body.append("more")).finished;
  },
  "document.open() after the page was read": () => {
    document.open();
    document.write("<!doctype html><title>Anew</title><button id=approve>Approve</button>");
    document.close();
  },
  "document.write() after the page was read": () => {
    document.write("<!doctype html><title>Anew</title><button id=approve>Approve</button>");
    document.close();
  },
  "another root element": () =>
    document.documentElement.replaceWith(/** @type {Node} */ (document.documentElement.cloneNode(true))),
  "another root element, and another": () => {
    for (let time = 0; time < 2; time++)
      document.documentElement.replaceWith(/** @type {Node} */ (document.documentElement.cloneNode(true)));
  },
  "six other bodies, as an application that exchanges them": async () => {
    for (let time = 0; time < 6; time++) {
      document.body.replaceWith(document.body.cloneNode(true));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  },
  "a body that is emptied and filled": () => {
    const filled = document.body.innerHTML;
    document.body.textContent = "";
    document.body.innerHTML = filled;
  },
};

// Also after a test that failed, so that the next one finds nothing recording.
afterEach(() => askBackground(fixture.opened, { type: "stop" }));

for (const [name, renew] of Object.entries(RENEWALS))
  test(`after ${name} the page is recorded as before`, async () => {
    const { opened, origin } = fixture;
    const { page } = opened;
    await page.goto(`${origin}/controls.html`);
    await startRecording(opened);
    const before = await waitFor("the step of the load", () => stepCount(opened));
    await page.evaluate(renew);
    await waitFor("one indicator", async () => (await page.$$(HOST)).length === 1);
    // What was drawn last must have had the indicator in it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
    await page.click("#approve");
    await waitFor("the step", async () => (await stepCount(opened)) === before + 1);
    assert.equal(await badge(opened), "REC");
    assert.equal((await page.$$(HOST)).length, 1);
  });
