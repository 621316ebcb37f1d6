// The popup names a page that cannot be recorded, and why.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { closePopup, KIND, openPopup, waitFor } from "./harness.mjs";

const fixture = browserFor();

/** @type {[string, RegExp][]} */
const PAGES = [
  [KIND === "firefox" ? "about:license" : "chrome://version/", /browser’s own pages/],
  [new URL("../pages/next.html", import.meta.url).href, /file on your computer/],
];

for (const [url, reason] of PAGES) {
  test(`${new URL(url).protocol} is named as a page that cannot be recorded`, async () => {
    const { opened } = fixture;
    // Of a page of its own Firefox never tells its driver that it has been loaded.
    await opened.page
      .goto(url, { timeout: 5000 })
      .catch(() => assert.ok(KIND === "firefox" && url.startsWith("about:")));
    const popup = await openPopup(opened);
    await waitFor("the reason", () =>
      popup.$eval("#site-reason", (node, text) => new RegExp(text).test(node.textContent ?? ""), reason.source),
    );
    const usable = await popup.$$eval(
      "#site-switch, #record",
      (all) =>
        all.filter((one) => !(/** @type {HTMLButtonElement} */ (one).disabled) && one.getClientRects().length > 0)
          .length,
    );
    assert.equal(usable, 0, "a switch or Record can still be pressed");
    await closePopup(popup);
  });
}

test("an unapproved page shows its host and a switch that is off", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  const popup = await openPopup(opened);
  assert.match(await popup.$eval("#site", (node) => node.textContent ?? ""), /127\.0\.0\.1/);
  assert.equal(await popup.$eval("#site-switch", (node) => node.getAttribute("aria-checked")), "false");
  await closePopup(popup);
});
