// A planted secret is in no store, no journal, no message left over and no export, with the mildest masking level.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { exportSession, openReview, startRecording, stopRecording } from "./harness.mjs";
import { everythingStored } from "./stored.mjs";

const fixture = browserFor({ path: "/masking.html" });

/** What the page shows or the person types and must stay in the page; of longer ones a piece, which must not be stored either. */
const SECRETS = [
  "Tulip-harbour-92",
  "more-of-it",
  "4111 1111",
  "55555555",
  "typed.secret",
  "contact.secret",
  "title.secret",
  "name.secret",
  "tip.secret",
  "737",
  "private-typed",
  "ignored-typed",
  "Marker-mask-secret",
  "Marker-block-secret",
  "query-secret-77",
  "fragment-secret-88",
  "goal.secret",
];
/** Short enough to stand in any number by chance, so looked for as a word. */
const isIn = (/** @type {string} */ text, /** @type {string} */ secret) =>
  secret.length > 4 ? text.includes(secret) : new RegExp(`(?<![\\w.])"?${secret}"(?!\\w)`).test(text);

test("no secret is in the journal or the store while it records, nor after, nor in an export", async () => {
  const { opened } = fixture;
  // The popup of Firefox cannot be reached here, and the background is told what the popup has masked.
  const goal = opened.kind === "firefox" ? undefined : "Answer goal.secret@example.com";
  await startRecording(opened, { goal, keepTyped: true });
  await spillSecrets(opened.page);
  assertNone(await allText(), "while it records");

  await stopRecording(opened);
  const { trace, flowText, review } = await exportSession(opened, { steps: 8 });
  await review.close();
  assertNone(await allText(), "after the session");
  assertNone(trace.text, "in the trace");
  assertNone(flowText, "in the UserFlow");

  assert.ok(trace.footer.masked.password >= 1, JSON.stringify(trace.footer.masked));
  assert.ok(trace.footer.masked.email >= 1, JSON.stringify(trace.footer.masked));
  assert.ok(trace.footer.masked.card >= 1, JSON.stringify(trace.footer.masked));
  assert.doesNotMatch(trace.text, /<[A-Z_]+#[0-9a-f]{16}>/, "a tag was exported");
  assert.ok(
    !trace.steps.some((step) =>
      step.target?.selectors?.flat().some((/** @type {string} */ one) => one.includes("ignored")),
    ),
    "a step from an ignored field",
  );
});

/** @param {import("puppeteer-core").Page} page */
async function spillSecrets(page) {
  const type = async (/** @type {string} */ selector, /** @type {string} */ text) => {
    await page.click(selector);
    await page.keyboard.type(text);
  };
  await type("#password", "Tulip-harbour-92");
  await page.click("#reveal");
  await type("#password", "more-of-it");
  await type("#card", "4111 1111 1111 1111");
  await type("#reference", "card 5555555555554444 of typed.secret@example.com");
  await type("#contact", "contact.secret@example.com");
  await type("#code", "737");
  await type("#private", "private-typed");
  await type("#ignored", "ignored-typed");
  for (const button of ["#masked", "#blocked", "#mailto", "#address"]) await page.click(button);
}

/**
 * @param {string} text
 * @param {string} where
 */
function assertNone(text, where) {
  assert.deepEqual(
    SECRETS.filter((secret) => isIn(text, secret)),
    [],
    where,
  );
}

/** All that the extension has stored, and what its review page shows, as text. */
async function allText() {
  const review = await openReview(fixture.opened).catch(() => null);
  const page = review ?? (await fixture.opened.browser.newPage());
  const text = JSON.stringify([await everythingStored(page), await page.evaluate(() => document.body.innerText)]);
  await page.close();
  await fixture.opened.page.bringToFront();
  assert.match(text, /"kind":"step"/, "the store could not be read");
  return text;
}
