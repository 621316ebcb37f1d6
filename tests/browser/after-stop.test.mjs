// After Stop the person is told what was recorded, and looks at it or throws it away.

import assert from "node:assert/strict";
import { test } from "node:test";
import { KIND, notInFirefox } from "./browser.mjs";
import { inWindow, viewOf } from "./firefox-window.mjs";
import { browserFor } from "./fixture.mjs";
import { askBackground, clickEnabled, closePopup, openPopup, poppedUp } from "./popup.mjs";
import { recorded, stepCount } from "./record.mjs";
import { waitFor } from "./wait.mjs";

const fixture = browserFor({ path: "/controls.html" });

/** Records a click and leaves the popup, in a tab, as it is after its Stop. @param {string} goal */
async function stopInPopup(goal) {
  const { opened } = fixture;
  await opened.page.bringToFront();
  await askBackground(opened, { type: "start", maskingLevel: "values", goal });
  await recorded(opened);
  await opened.page.click("#approve");
  await waitFor("the step", async () => ((await stepCount(opened)) ?? 0) >= 2);
  const popup = await opened.openOwn("popup/popup.html");
  await popup.bringToFront();
  await waitFor("Stop", () => popup.$("#stop"));
  await clickEnabled(popup, "#stop");
  await waitFor("what was recorded", () => popup.$("#stopped"));
  return popup;
}

const sessions = () =>
  fixture.opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const all = await (await openStore()).getAll("sessions");
    return all.map((/** @type {any} */ { goal }) => goal).sort();
  });

test("the popup says after Stop what was recorded, and Review opens on that recording", async () => {
  const { opened } = fixture;
  const popup = await stopInPopup("The first task");
  const words = await popup.$eval("#stopped", (card) => card.textContent?.replace(/\s+/g, " ").trim());
  assert.match(words ?? "", /^Recorded: 2 steps The first task/);
  const first = await popup.$eval("#review-stopped", (link) => /** @type {HTMLAnchorElement} */ (link).href);
  await popup.close();
  // A newer one: the page would open on it by itself.
  await (await stopInPopup("The second task")).close();
  const review = await opened.openOwn(first.slice(opened.base.length));
  await waitFor("the recording", () => review.$("#goal"));
  assert.equal(await review.$eval("#goal", (input) => /** @type {HTMLInputElement} */ (input).value), "The first task");
  await review.close();
});

/** Presses Stop on the indicator of the page, where a person finds it. */
async function stopOnPage() {
  const { page } = fixture.opened;
  const { right, middle } = await page.$eval(":popover-open", (host) => {
    const { right, top, height } = host.getBoundingClientRect();
    return { right, middle: top + height / 2 };
  });
  await page.mouse.click(right - 62, middle);
}

test("Stop on the indicator leaves nothing in the page, and the popup says what was recorded", async () => {
  const { opened } = fixture;
  await opened.page.bringToFront();
  await askBackground(opened, { type: "start", maskingLevel: "values", goal: "Stopped on the page" });
  await recorded(opened);
  await stopOnPage();
  await waitFor("the indicator to go", async () => !(await opened.page.$("[popover]")));
  const { stopped } = await opened.control.evaluate(() => chrome.storage.session.get("stopped"));
  assert.equal(/** @type {any} */ (stopped)?.goal, "Stopped on the page");
  // What Firefox opens belongs to its own window, which its driver does not tell of.
  await tellsOfIt(await (opened.kind === "firefox" ? viewOf(opened, "popup", "#stopped .goal") : poppedUp(opened)));
});

/** A popup, or what stands for it, says what was recorded and offers Review and Discard. @param {any} popup */
async function tellsOfIt(popup) {
  await waitFor("what was recorded", () =>
    popup.$eval("#stopped .goal", (/** @type {Element} */ goal) => /on the page/.test(goal.textContent ?? "")),
  );
  assert.ok((await popup.$("#review-stopped")) && (await popup.$("#discard")));
  await (KIND === "firefox" ? popup.close() : closePopup(popup));
}

const older = {
  skip: KIND === "chromium" && "Chromium has opened popups without a click for longer than we support it",
};
test("a Firefox that opens popups by a click only opens a tab that says it", older, async () => {
  const { opened } = fixture;
  const allow = (/** @type {boolean} */ on) =>
    inWindow(
      opened,
      (on) =>
        /** @type {any} */ (window).Services.prefs.setBoolPref("extensions.openPopupWithoutUserGesture.enabled", on),
      on,
    );
  await allow(false);
  await opened.page.bringToFront();
  await askBackground(opened, { type: "start", maskingLevel: "values", goal: "Stopped on the page" });
  await recorded(opened);
  await stopOnPage();
  await tellsOfIt(await viewOf(opened, "tab", "#stopped .goal"));
  await allow(true);
});

test("Discard asks once more, and then the recording is gone", async () => {
  const popup = await stopInPopup("A task for nobody");
  await clickEnabled(popup, "#discard");
  await waitFor("the question", () => popup.$("#discard-why"));
  assert.ok((await sessions()).includes("A task for nobody"), "one press discarded it");
  await clickEnabled(popup, "#discard.danger");
  await waitFor("it to go", async () => !(await popup.$("#stopped")));
  assert.ok(!(await sessions()).includes("A task for nobody"));
  await popup.close();
});

test("who keeps it, closes the notice or begins another sees it no more", async () => {
  const { opened } = fixture;
  const popup = await stopInPopup("A task to keep");
  await clickEnabled(popup, "#discard");
  await clickEnabled(popup, "#keep");
  await clickEnabled(popup, "#dismiss");
  await waitFor("the notice to go", async () => !(await popup.$("#stopped")));
  assert.ok((await sessions()).includes("A task to keep"));
  await popup.close();
  await (await stopInPopup("Another task")).close();
  await askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
  const memory = await opened.control.evaluate(() => chrome.storage.session.get(null));
  assert.ok(memory.active && !("stopped" in memory));
  await askBackground(opened, { type: "stop" });
});

const inPopup = { skip: notInFirefox("the popup that its driver opens in a tab stands on no site") };
test("in the longest words the popup is no higher than browsers let it be", inPopup, async () => {
  const { opened } = fixture;
  const speak = (/** @type {string | undefined} */ language) =>
    opened.control.evaluate(async (language) => {
      const { changeSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
      await changeSettings({ language });
    }, language);
  await (await stopInPopup("Approve the invoice of Fabrikam Lighting and tell the supplier about it")).close();
  for (const language of ["de", "fr"]) {
    await speak(language);
    const popup = await openPopup(opened);
    await waitFor("the notice", () => popup.$("#stopped"));
    assert.ok(await popup.$("#record"));
    const high = () => popup.evaluate(() => document.body.getBoundingClientRect().height);
    assert.ok((await high()) <= 600, `${language}: ${await high()} px`);
    await clickEnabled(popup, "#discard");
    await waitFor("the question", () => popup.$("#keep"));
    assert.ok((await high()) <= 600, `${language}, the question: ${await high()} px`);
    await closePopup(popup);
  }
  await speak(undefined);
});
