// The indicator stays inside the window: in every language, with other words, after a drag to an edge, in a narrow window.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { startRecording, waitFor } from "./harness.mjs";
import { askBackground } from "./popup.mjs";

const fixture = browserFor({ path: "/controls.html" });
const HOST = ":popover-open";
/** As wide as a window is beside a side panel, and narrower than the indicator in one line. */
const WIDTHS = [900, 420, 240];

afterEach(async () => {
  await askBackground(fixture.opened, { type: "stop" });
  await speak("en");
});

for (const language of ["en", "de", "fr", "es", "ja"])
  test(`in ${language} the indicator is inside the window, dragged to the left or not, when words and window change`, async () => {
    const { opened, origin } = fixture;
    const { page } = opened;
    await speak(language);
    await page.goto(`${origin}/controls.html`);
    await startRecording(opened);
    await stands("at first");
    const { x, y, height } = await box();
    await page.mouse.move(x + 18, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(4, y + height / 2 - 60, { steps: 4 });
    await page.mouse.up();
    await stands("dragged to the left");
    await askBackground(opened, { type: "pause" });
    await stands("paused");
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 600 });
      await stands(`paused, ${width} wide`);
      await askBackground(opened, { type: "resume" });
      await stands(`${width} wide`);
      await askBackground(opened, { type: "pause" });
    }
    await page.setViewport(null);
  });

/** @param {string} when */
async function stands(when) {
  const { page } = fixture.opened;
  // Two frames: one in which its words change, one in which it is put where they fit.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await waitFor(
    `the indicator inside the window, ${when}`,
    async () => {
      const { x, y, width, height } = await box();
      const inner = await page.evaluate(() => [innerWidth, innerHeight]);
      assert.ok(
        x >= 0 && y >= 0 && x + width <= (inner[0] ?? 0) && y + height <= (inner[1] ?? 0),
        `${when}: ${x} ${width}`,
      );
      return true;
    },
    2_000,
  );
}

async function box() {
  const found = await (await fixture.opened.page.$(HOST))?.boundingBox();
  assert.ok(found, "no indicator on the page");
  return found;
}

/** @param {string} language */
const speak = (language) =>
  fixture.opened.control.evaluate(async (language) => {
    const { changeSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    await changeSettings({ language });
  }, language);
