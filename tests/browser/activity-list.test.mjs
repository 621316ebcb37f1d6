// The live activity list: every step as it is taken, in a sentence, and what is deleted stays away while it records.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserFor } from "./fixture.mjs";
import { clickEnabled, startRecording, stopRecording, waitFor } from "./harness.mjs";
import { askBackground } from "./popup.mjs";
import { countStored, storeSession, writeAhead } from "./stored.mjs";

/** @type {import("puppeteer-core").Page} */
let activityList;
const fixture = browserFor({
  path: "/controls.html",
  prepare: async (opened) => {
    await startRecording(opened);
    activityList = await opened.openOwn("activity-list/activity-list.html");
    await shows(1);
    await opened.page.bringToFront();
  },
});

/** What the activity list shows of each step. */
const shown = () =>
  activityList.$$eval("#steps [data-step]", (steps) =>
    steps.map((step) => (step.querySelector(".sentence")?.textContent ?? "").trim()),
  );
/** @param {number} steps */
const shows = (steps) =>
  waitFor(`${steps} steps in the activity list`, async () => {
    const all = await shown();
    return all.length === steps && all;
  });

test("a step is shown as it is taken, in a sentence, the newest at the end, with what was masked", async () => {
  const { page } = fixture.opened;
  await page.click("#approve");
  await page.click("#name");
  await page.keyboard.type("Dana");
  const steps = await shows(4);
  assert.match(steps[1] ?? "", /^Clicked button ‘Approve’ on 127\.0\.0\.1:/);
  assert.match(steps[3] ?? "", /^Typed ‘<TEXT_1>’ into /);
  const chips = await activityList.$$eval("#steps > :last-child .chip .unseen", (all) =>
    all.map((chip) => chip.textContent),
  );
  assert.ok(chips.includes("Masked: text"), chips.join());
});

test("a mistake stays marked when the step is typed on", async () => {
  const { page } = fixture.opened;
  await activityList.bringToFront();
  await clickEnabled(activityList, '#steps [role=listitem]:last-child [data-act="mistake"]');
  const pressed = () =>
    activityList.$eval('#steps [role=listitem]:last-child [data-act="mistake"]', (one) =>
      one.getAttribute("aria-pressed"),
    );
  await waitFor("the mark", async () => (await pressed()) === "true");
  await page.bringToFront();
  const before = await newestRevision();
  await page.keyboard.type(" W");
  // The text is told once its field is left, by a key that is a step of its own.
  await page.keyboard.press("Tab");
  await shows(5);
  await askBackground(fixture.opened, { type: "deleteLast" });
  await shows(4);
  await waitFor("the later revision", async () => (await newestRevision()) > before);
  assert.equal(await pressed(), "true");
  await askBackground(fixture.opened, { type: "deleteLast" });
  await shows(3);
});

test("a deleted step is not brought back by what is typed after", async () => {
  const { page } = fixture.opened;
  await page.focus("#name");
  await page.keyboard.type(" again");
  await shows(4);
  await activityList.bringToFront();
  await clickEnabled(activityList, '#steps [role=listitem]:last-child [data-act="delete"]');
  await shows(3);
  await page.bringToFront();
  await page.keyboard.type("hit");
  await page.click("#approve");
  const steps = await shows(4);
  assert.match(steps[3] ?? "", /^Clicked button ‘Approve’/);
});

test("the last five minutes are deleted, in the running session and in one that has ended", async () => {
  const { opened } = fixture;
  await storeSession(opened, { id: "recent", steps: 3, started: Date.now() - 60_000 });
  await storeSession(opened, { id: "old", steps: 3, started: Date.now() - 600_000 });
  await activityList.bringToFront();
  await clickEnabled(activityList, "#delete-recent");
  await waitFor("the words", () =>
    activityList.$eval("#message", (node) => /7 steps are deleted/.test(node.textContent ?? "")),
  );
  assert.deepEqual(await shown(), []);
  const counts = await countStored(opened);
  assert.deepEqual([counts.steps, counts.observations], [3, 0], "only the old session's steps are left");
});

test("steps of the deleted time that are still in the journal do not come back, and new ones are taken", async () => {
  const { opened } = fixture;
  const { page } = opened;
  await page.bringToFront();
  const key = await writeAhead(opened, { time: 0 });
  await page.reload();
  await waitFor("the journal to be taken in", () =>
    opened.control.evaluate(async (key) => !(key in (await chrome.storage.local.get(null))), key),
  );
  const steps = await shows(1);
  assert.match(steps[0] ?? "", /^(Reloaded|Opened) /);
});

test("the steps of a site are deleted in every session, and it is switched off where that is wanted", async () => {
  const { opened } = fixture;
  const { page } = opened;
  await page.click("#approve");
  await shows(2);
  await activityList.bringToFront();
  await clickEnabled(activityList, "#delete-site");
  const radio = await waitFor("the site", () => activityList.$('input[name="origin"][value^="http://127.0.0.1:"]'));
  await radio.click();
  await activityList.click("#switch-off");
  await activityList.click("#delete-it");
  await shows(0);
  const { steps } = await countStored(opened);
  assert.equal(steps, 3, "the other site's steps stay");
  const granted = await opened.control.evaluate(() => chrome.permissions.contains({ origins: ["http://127.0.0.1/*"] }));
  assert.equal(granted, false);
});

test("no name of a deleted site is kept after the session", async () => {
  const { opened } = fixture;
  await stopRecording(opened);
  const kept = () =>
    opened.control.evaluate(async () => {
      const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
      const store = await openStore();
      return JSON.stringify(await Promise.all([store.getAll("sessions"), store.getAll("gone")]));
    });
  // It keeps steps out until every page has handed over what it had.
  await waitFor("the name to go", async () => !/127\.0\.0\.1/.test(await kept()));
});

test("each browser's manifest has the activity list in its own place beside the page", () => {
  /** @param {string} browser */
  const manifest = (browser) =>
    JSON.parse(readFileSync(fileURLToPath(new URL(`../../pkg/${browser}/manifest.json`, import.meta.url)), "utf8"));
  const [chrome, firefox] = ["chrome", "firefox"].map(manifest);
  assert.equal(chrome.side_panel.default_path, "activity-list/activity-list.html");
  assert.ok(chrome.permissions.includes("sidePanel") && !chrome.sidebar_action);
  assert.equal(firefox.sidebar_action.default_panel, "activity-list/activity-list.html");
  assert.ok(!firefox.permissions.includes("sidePanel") && !firefox.side_panel);
});

/** The revision of the step that came last. */
const newestRevision = () =>
  fixture.opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const steps = await (await openStore()).getAll("steps");
    return Math.max(...steps.map((/** @type {any} */ { revision }) => revision));
  });
