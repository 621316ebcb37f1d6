// A tab that hangs, and a clock that is set back, hold up neither Record nor Stop.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { recorded, stepCount, waitFor } from "./harness.mjs";
import { askBackground } from "./popup.mjs";

const fixture = browserFor({ path: "/controls.html" });
/** Milliseconds for which the tab hangs. */
const HANGS = 12_000;

test("a hung tab holds up neither Record nor Stop", async () => {
  const { opened, origin } = fixture;
  const hung = await opened.browser.newPage();
  await hung.goto(`${origin}/next.html`);
  await hung.evaluate((ms) => {
    setTimeout(() => {
      const end = performance.now() + ms;
      while (performance.now() < end);
    }, 100);
  }, HANGS);
  await opened.page.bringToFront();
  const hangs = Date.now() + HANGS;
  await opened.control.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  assert.deepEqual(await askBackground(opened, { type: "start", maskingLevel: "values", goal: "" }), { done: true });
  assert.deepEqual(await askBackground(opened, { type: "stop" }), { done: true });
  assert.ok(Date.now() < hangs, "they waited for the tab");
  await waitFor("the tab to go on", () => hung.evaluate(() => true), 2 * HANGS);
  await hung.close();
  await opened.page.bringToFront();
});

test("a clock that is set back ends no session before its start", async () => {
  const { opened } = fixture;
  await askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
  await recorded(opened);
  await waitFor("the first step", async () => ((await stepCount(opened)) ?? 0) > 0);
  // As if the clock had been an hour ahead when it began.
  const session = await opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const { active } = /** @type {any} */ (await chrome.storage.session.get("active"));
    const store = await openStore();
    const started = active.started + 3_600_000;
    await store.put("sessions", { ...(await store.get("sessions", active.id)), started });
    return { id: active.id, started };
  });
  await askBackground(opened, { type: "stop" });
  const ended = await opened.control.evaluate(async (id) => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    return (await (await openStore()).get("sessions", id)).ended;
  }, session.id);
  assert.equal(ended, session.started);
});
