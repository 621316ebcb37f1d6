// The indicator's controls work over whatever a page opens, hold back or covers, and a press on them is neither a step nor the page's.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { KIND, badge, notInFirefox, startRecording, stepCount, waitFor } from "./harness.mjs";
import { askBackground, closePopup, poppedUp } from "./popup.mjs";

const fixture = browserFor({ path: "/controls.html" });
const HOST = ":popover-open:not(.cover)";
/** From the right end of the English indicator to the middle of its buttons, in CSS pixels. */
const STOP = 60;
const PAUSE = 120;

/** What a page does, by name; each runs in the page. @type {Record<string, () => void>} */
const OVER = {
  "a modal dialog": () => {
    const dialog = document.createElement("dialog");
    dialog.textContent = "Are you sure?";
    document.body.append(dialog);
    dialog.showModal();
  },
  "a modal dialog of the whole window": () => {
    const dialog = document.createElement("dialog");
    dialog.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0";
    document.body.append(dialog);
    dialog.showModal();
  },
  "a modal dialog in a closed shadow root": () => {
    const host = document.createElement("section");
    const root = host.attachShadow({ mode: "closed" });
    root.innerHTML = "<dialog>Are you sure?</dialog>";
    document.body.append(host);
    root.querySelector("dialog")?.showModal();
  },
  "two dialogs, one in the other": () => {
    document.body.insertAdjacentHTML("beforeend", "<dialog id=outer>Outer<dialog id=inner>Inner</dialog></dialog>");
    for (const id of ["outer", "inner"]) /** @type {HTMLDialogElement} */ (document.getElementById(id)).showModal();
  },
  "a popover of the whole window": () => {
    const sheet = document.createElement("div");
    sheet.popover = "manual";
    sheet.className = "cover";
    sheet.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:#fff";
    document.body.append(sheet);
    sheet.showPopover();
  },
  "an element that covers the page": () => {
    const sheet = document.createElement("div");
    sheet.style.cssText = "position:fixed;inset:0;background:#fff;z-index:2147483647";
    document.documentElement.append(sheet);
  },
  "a root that takes no pointer": () =>
    document.documentElement.style.setProperty("pointer-events", "none", "important"),
  "a root that is inert": () => void (document.documentElement.inert = true),
  "an inert body, as dialogs of libraries make it": () => {
    for (const one of /** @type {Iterable<HTMLElement>} */ (/** @type {unknown} */ (document.body.children)))
      one.inert = true;
  },
};

// Also after a test that failed, so that the next one finds nothing recording.
afterEach(() => askBackground(fixture.opened, { type: "stop" }));

for (const [name, open] of Object.entries(OVER))
  test(`Pause, Resume and Stop work over ${name}, and are no steps`, async () => {
    const { opened, origin } = fixture;
    const { page } = opened;
    await page.goto(`${origin}/controls.html`);
    await startRecording(opened);
    await page.evaluate(open);
    await pressControls(name);
    // Stop opened it; the next test would find it half open.
    if (KIND === "chromium") await closePopup(await poppedUp(opened));
  });

const skip = notInFirefox("without a window that has the focus it grants no full screen");
test("Pause, Resume and Stop work in fullscreen, and are no steps", { skip }, async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  await page.evaluate(() =>
    document.querySelector("#approve")?.addEventListener("click", () => document.body.requestFullscreen()),
  );
  await page.click("#approve");
  await waitFor("the full screen", () => page.evaluate(() => document.fullscreenElement !== null));
  await waitFor("the step", async () => (await stepCount(opened)) === 2);
  await pressControls("fullscreen");
  // In full screen there is no place for the popup: it opens in a tab, and so ends it.
  await waitFor("the end of the full screen", () => page.evaluate(() => !document.fullscreenElement));
});

/** @param {string} where */
async function pressControls(where) {
  const { opened } = fixture;
  const { page } = opened;
  await page.evaluate((host) => {
    const root = /** @type {any} */ (window);
    root.heard = [];
    for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
      document.addEventListener(
        kind,
        // What is known of a press that the indicator has by itself is where it stands.
        ({ target }) => (target instanceof Element && target.matches(host)) || root.heard.push(`${kind} ${target}`),
        true,
      );
  }, HOST);
  const before = await waitFor("the step of the load", () => stepCount(opened));
  await press(PAUSE);
  await waitFor("the pause", async () => (await badge(opened)) === "II");
  // "Resume" is wider.
  await press(PAUSE);
  await waitFor("the recording to go on", async () => (await badge(opened)) === "REC");
  assert.equal(await stepCount(opened), before, `a press on the indicator is no step, with ${where}`);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), []);
  await press(STOP);
  await waitFor("the end", async () => (await badge(opened)) === "");
}

/** Clicks on the indicator. @param {number} fromRight in CSS pixels */
async function press(fromRight) {
  const { page } = fixture.opened;
  const box = await (await page.waitForSelector(HOST))?.boundingBox();
  assert.ok(box, "no indicator on the page");
  await page.mouse.click(box.x + box.width - fromRight, box.y + box.height / 2);
}
