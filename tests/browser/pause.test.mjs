// Pausing for a time, deleting the last step, and the keyboard shortcuts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  badge,
  brief,
  KIND,
  clickEnabled,
  notInFirefox,
  closePopup,
  exportSession,
  liveDocuments,
  openPopup,
  pause,
  recorded,
  startRecording,
  stepCount,
  stopRecording,
  waitFor,
} from "./harness.mjs";
import { pressKey } from "./firefox-window.mjs";
import { answerWithKeys, askBackground } from "./popup.mjs";

const fixture = browserFor({ path: "/controls.html" });
const PROMPT = notInFirefox("person-pace.test.mjs answers the prompt there");
/** @param {import("./browser.mjs").Opened} opened @param {string} digit */
const shortcut = (opened, digit) =>
  KIND === "firefox" ? pressKey(opened, digit, ["Alt", "Shift"]) : opened.display.key(`alt+shift+${digit}`);

test("one click on Record switches an allowed site on and records it", { skip: PROMPT }, async () => {
  const { opened, origin } = fixture;
  // Another host than the one that is switched on, of the same pages.
  await opened.page.goto(`${origin.replace("127.0.0.1", "localhost")}/controls.html`);
  const popup = await openPopup(opened);
  await popup.type("#goal", "Approve the bill");
  // The prompt may close the popup before the driver has its answer to the click.
  await clickEnabled(popup, "#record").catch(() => {});
  await waitFor("the prompt, which closes the popup", () => popup.isClosed());
  await answerWithKeys(opened, opened.page, "allow");
  await recorded(opened);
  const again = await openPopup(opened);
  assert.equal(await again.$eval("#goal", (heading) => heading.textContent), "Approve the bill");
  assert.equal(await again.$eval("#site-switch", (button) => button.getAttribute("aria-checked")), "true");
  await closePopup(again);
  await stopRecording(opened);
});

test("a pause that was to last a while ends by itself, and nothing of it is kept", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  await waitFor("the first step", async () => (await stepCount(opened)) === 1);
  await askBackground(opened, { type: "pause", until: Date.now() + 3000 });
  assert.equal(await badge(opened), "II");
  await page.click("#approve");
  await waitFor("the recording to go on", async () => (await badge(opened)) === "REC");
  await page.click("#twice");
  await waitFor("the click", async () => (await stepCount(opened)) === 2);
  await stopRecording(opened);
});

test("the recording's clock stands still in a pause, so that no time in an export tells of one", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  let paused = 0;
  const pauseWhile = async (/** @type {() => Promise<unknown>} */ act) => {
    await askBackground(opened, { type: "pause" });
    const from = Date.now();
    await act();
    // The time itself is what is tested: there is nothing else to wait for.
    await pause(2000);
    paused += Date.now() - from;
    await askBackground(opened, { type: "resume" });
    await recorded(opened);
  };
  /** When each click was done at the latest, without the pauses before it. @type {number[]} */
  const latest = [];
  const click = async () => {
    await page.click("#approve");
    latest.push(Date.now() - paused);
  };
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  await click();
  await pauseWhile(() => page.reload());
  await click();
  await pauseWhile(() => page.click("#twice"));
  await click();
  await waitFor("the steps", async () => (await stepCount(opened)) === 5);
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: 5 });
  await review.close();
  const clicks = trace.steps.filter(({ action }) => action.type === "click").map(({ time }) => time);
  const started = Date.parse(trace.header.started);
  assert.equal(clicks.length, 3);
  clicks.forEach((time, at) => {
    assert.ok(time >= (clicks[at - 1] ?? 0), `in order: ${clicks}`);
    assert.ok(started + time <= (latest[at] ?? 0), `click ${at} of ${clicks} came by ${(latest[at] ?? 0) - started}`);
  });
  assert.doesNotMatch(trace.text, /pause/i);
});

test("of a page that is opened in a pause nothing is kept before the recording goes on", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  await waitFor("the first step", async () => (await stepCount(opened)) === 1);
  await askBackground(opened, { type: "pause" });
  for (const name of ["fields", "next"]) {
    await page.goto(`${origin}/${name}.html`);
    await waitFor("its recorder", async () => (await liveDocuments(opened)).some((one) => one.top && one.shown));
  }
  await askBackground(opened, { type: "resume" });
  await recorded(opened);
  await waitFor("the page where it goes on", async () => (await stepCount(opened)) === 2);
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: 2 });
  await review.close();
  const places = trace.steps.map((step) => `${brief(step)} ${new URL(step.url).pathname}`);
  assert.deepEqual(places, ["navigate load /controls.html", "navigate load /next.html"]);
});

test("the popup pauses for a time, says until when, and deletes the last step", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened, { goal: "Approve" });
  await page.click("#approve");
  await waitFor("two steps", async () => (await stepCount(opened)) === 2);
  const popup = await openPopup(opened);
  const last = () => popup.$$eval("#last li", (items) => items.map((item) => item.textContent?.replace(/ on .*/, "")));
  await waitFor("both steps", async () => (await last()).length === 2);
  assert.deepEqual(await last().then(([first]) => first), "Clicked button ‘Approve’");
  await waitFor("the button", () => popup.$("#delete-last"));
  // Pause is pressed while Delete is on its way, and what it asks stays.
  await popup.$eval("#delete-last", (/** @type {any} */ button) => {
    button.click();
    button.ownerDocument.querySelector("#pause").click(); // Firefox's driver has another `document`
  });
  await waitFor("the step to go", async () => (await stepCount(opened)) === 1);
  await clickEnabled(popup, "#pauses [data-minutes='15']");
  await waitFor("the time", () => popup.$("#until"));
  assert.match(await popup.$eval("#until", (line) => line.textContent ?? ""), /Until \d/);
  assert.equal(await popup.$eval("#state", (state) => state.textContent?.trim()), "Paused");
  await clickEnabled(popup, "#pause");
  await waitFor("the recording to go on", () => popup.$("#state[data-on='true']"));
  await clickEnabled(popup, "#pause");
  await clickEnabled(popup, "#pauses [data-until='restart']");
  await waitFor("the words", () =>
    popup.$eval("#until", (line) => /until the browser restarts/i.test(line.textContent ?? "")),
  );
  await closePopup(popup);
  await stopRecording(opened);
});

test("no step that arrives moves a button of the popup from under the pointer", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened, { goal: "Approve" });
  const popup = await opened.openOwn("popup/popup.html");
  const listed = (/** @type {number} */ steps) =>
    waitFor(`${steps} steps`, () => popup.$$eval("#last li", (items, steps) => items.length === steps, steps));
  const places = () =>
    popup.$$eval("button, footer a", (all) => all.map((one) => [one.id, one.getBoundingClientRect().top]));
  await listed(1);
  const before = await places();
  assert.ok(before.length > 4, "the popup has its buttons");
  await page.bringToFront();
  await page.click("#approve");
  await page.click("#twice");
  await popup.bringToFront();
  await listed(3);
  assert.deepEqual(await places(), before);
  await popup.close();
  await stopRecording(opened);
});

test("a deleted step does not come back with what is typed after", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/fields.html`);
  await startRecording(opened, { keepTyped: true });
  const before = await waitFor("the first step", () => stepCount(opened));
  const field = await page.$("input[type=text], input:not([type])");
  await field?.focus();
  await page.keyboard.type("ab");
  await waitFor("the typing", async () => (await stepCount(opened)) === before + 1);
  await askBackground(opened, { type: "deleteLast" });
  await waitFor("the step to go", async () => (await stepCount(opened)) === before);
  await page.keyboard.type("cd");
  await page.keyboard.press("Tab");
  await waitFor("the next step", async () => ((await stepCount(opened)) ?? 0) >= before);
  const values = await opened.control.evaluate(async () => {
    const { keysOf, openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const { active } = /** @type {any} */ (await chrome.storage.session.get("active"));
    const all = await (await openStore()).getAll("steps", keysOf(active.id));
    return all.map((/** @type {any} */ { step }) => step.action.value).filter(Boolean);
  });
  assert.deepEqual(values, []);
  await stopRecording(opened);
});

test("the shortcuts record, pause, delete and stop", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await page.bringToFront();
  // Keys are lost for a moment after a popup closed.
  await waitFor("the session", async () => {
    await shortcut(opened, "1");
    return waitFor("it", async () => (await stepCount(opened)) !== undefined, 2000);
  });
  await recorded(opened);
  await page.click("#approve");
  await waitFor("two steps", async () => (await stepCount(opened)) === 2);
  await shortcut(opened, "3");
  await waitFor("one step", async () => (await stepCount(opened)) === 1);
  await shortcut(opened, "2");
  await waitFor("the pause", async () => (await badge(opened)) === "II");
  await shortcut(opened, "2");
  await waitFor("the recording", async () => (await badge(opened)) === "REC");
  await shortcut(opened, "1");
  await waitFor("the end", async () => (await stepCount(opened)) === undefined);
});
