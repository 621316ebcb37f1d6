// The second look before an export: what may be somebody's name is listed, masked by a press, or never asked again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { clickEnabled, exportAs, openReview, startRecording, stopRecording, waitFor } from "./harness.mjs";
import { everythingStored } from "./stored.mjs";

const fixture = browserFor({ path: "/people.html" });

/** Records a press on the page, and opens the export of it. @returns {Promise<import("puppeteer-core").Page>} */
async function recordAndReview() {
  const { opened } = fixture;
  await startRecording(opened, { maskingLevel: "values" });
  await opened.page.click("#open");
  await stopRecording(opened);
  const review = await openReview(opened);
  await clickEnabled(review, "#tab-export");
  await waitFor("the names", () => review.$("#possible li"));
  return review;
}

/** @param {import("puppeteer-core").Page} review @returns {Promise<(string | undefined)[]>} */
const listed = (review) =>
  review.$$eval("#possible li", (all) => all.map((one) => /** @type {HTMLElement} */ (one).dataset.name));

/** @param {import("puppeteer-core").Page} review @param {string} name @param {"mask" | "harmless"} act */
async function press(review, name, act) {
  await clickEnabled(review, `#possible li[data-name="${name}"] [data-act="${act}"]`);
  await waitFor(`${name} to go`, async () => !(await listed(review)).includes(name));
}

test("names and places are listed, and nothing that the page says to everyone", async () => {
  const review = await recordAndReview();
  const names = await listed(review);
  for (const name of ["Maria Lopez", "Grace Okafor", "Bristol"])
    assert.ok(
      names.some((one) => one?.includes(name)),
      `${name}: ${names.join(" | ")}`,
    );
  assert.ok(!names.some((one) => /Contacts|manager|Save|Open/.test(one ?? "")), names.join(" | "));
  await review.close();
});

test("a press masks a name everywhere in the recording, and another calls one harmless for good", async () => {
  const review = await recordAndReview();
  await press(review, "Maria Lopez", "mask");
  const { text } = await exportAs(fixture.opened, review, "trace");
  assert.doesNotMatch(text, /Lopez/);
  assert.match(text, /Grace Okafor/);
  await press(review, "Grace Okafor", "harmless");
  const { rows } = await everythingStored(review);
  assert.match(JSON.stringify(rows.settings), /"marks":\["[0-9a-f]{32}"\]/);
  assert.doesNotMatch(JSON.stringify(rows.settings), /Okafor/i);
  await review.close();

  const again = await recordAndReview();
  const names = await listed(again);
  assert.ok(!names.includes("Grace Okafor"), names.join(" | "));
  assert.ok(names.includes("Maria Lopez"), names.join(" | "));
  await again.close();
});
