// Two keys: a page is recorded only with the browser's grant and a running session, and only its approved frames.

import assert from "node:assert/strict";
import { test } from "node:test";
import { extensionWorlds } from "./chromium.mjs";
import { browserFor } from "./fixture.mjs";
import {
  KIND,
  brief,
  closePopup,
  exportSession,
  isGranted,
  liveDocuments,
  notInFirefox,
  openPopup,
  recordTask,
  startRecording,
  stepCount,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";

const fixture = browserFor();
/** What tells that a frame was entered; a headless Firefox has no focus that could move into it. */
const PLACES = KIND === "chromium" ? ['frame iframe ""'] : [];
const NO_PROMPT = "this Firefox grants what is asked for without a prompt";
const NO_WORLDS = "WebDriver BiDi does not list the JavaScript worlds of extensions";

test(
  "a refused permission leaves the switch off and says so, also to who opens the popup twice",
  { skip: notInFirefox(NO_PROMPT) },
  async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(`${origin}/controls.html`);
    await switchOn(opened, { answer: "deny" });
    await closePopup(await openPopup(opened));
    const popup = await openPopup(opened);
    await waitFor("the refusal to be said", () =>
      popup.evaluate(() => /refus|denied|declin|not allow|not grant|did not/i.test(document.body.innerText)),
    );
    assert.equal(await popup.$eval("#site-switch", (button) => button.getAttribute("aria-checked")), "false");
    assert.equal(await isGranted(opened, `${origin}/*`), false);
    await closePopup(popup);
  },
);

test(
  "no script of ours is in an approved page while no session records",
  { skip: notInFirefox(NO_WORLDS) },
  async () => {
    const { opened, origin } = fixture;
    await switchOn(opened);
    await opened.page.reload();
    assert.deepEqual(await ourWorlds(), [], "before the first session");

    await startRecording(opened);
    assert.equal((await ourWorlds()).length, 1, "while a session records");

    await stopRecording(opened);
    await opened.page.goto(`${origin}/next.html`);
    assert.deepEqual(await ourWorlds(), [], "after the session");
    const registered = await opened.control.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    assert.deepEqual(registered, []);
  },
);

test("a frame of a site that is not approved is not recorded", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/frames.html`);
  if (!(await isGranted(opened, `${origin}/*`))) await switchOn(opened);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await clickBoth(page);
      await waitFor("the frame's place", async () => (await stepCount(opened)) === 2 + PLACES.length);
    },
    { steps: 2 + PLACES.length },
  );
  // Nothing from inside: only that the person went there.
  assert.deepEqual(trace.steps.map(brief), ["navigate load", 'click button "Outside"', ...PLACES]);
});

test("a frame of an approved site is recorded with its place in the page", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin.replace("127.0.0.1", "localhost")}/frame.html`);
  await switchOn(opened);
  await opened.page.goto(`${origin}/frames.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await waitFor("the frame's recorder", async () => (await liveDocuments(opened)).length === 2);
      await clickBoth(page);
    },
    { steps: 3 },
  );
  assert.deepEqual(trace.steps.map(brief), ["navigate load", 'click button "Outside"', 'click button "Inside"']);
  assert.deepEqual(trace.steps.at(-1).frame, [0]);
});

test("a frame that is let in before its page stays, and goes with it", async () => {
  const left = await fixture.opened.control.evaluate(async () => {
    const { letIn, liveDocuments, unregister } = await import(/** @type {any} */ ("/background/documents.js"));
    const site = { tabId: 7, origin: "https://a.example", topOrigin: "https://a.example", path: [] };
    const names = async () => (await liveDocuments()).map((/** @type {any} */ one) => one.document).join(" ");
    await letIn({ ...site, document: "frame", frameId: 3, top: false, born: 20 });
    await letIn({ ...site, document: "page", frameId: 0, top: true, born: 10 });
    const first = await names();
    await letIn({ ...site, document: "next", frameId: 0, top: true, born: 30 });
    const second = await names();
    await unregister((/** @type {any} */ one) => one.tabId === 7);
    return [first, second];
  });
  assert.deepEqual(left, ["frame page", "next"]);
});

test("an approved frame in a page that is not approved is not recorded", async () => {
  const { opened, origin } = fixture;
  await revoke(`${origin.replace(/:\d+$/, "")}/*`);
  const other = `${origin.replace("127.0.0.1", "localhost")}/frame.html`;
  await opened.page.goto(other);
  await startRecording(opened);
  await opened.page.goto(`${origin}/frames.html`);
  await clickBoth(opened.page);
  await opened.page.goto(other);
  await waitFor("the localhost page to be recorded again", async () => ((await stepCount(opened)) ?? 0) >= 2);
  await stopRecording(opened);
  const { trace, review } = await exportSession(opened, { steps: 2 });
  await review.close();
  assert.deepEqual(trace.steps.map(brief), ["navigate load", "navigate load"]);
});

test("revoking stops the recording within 250 ms", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  await switchOn(opened);
  await startRecording(opened);
  const gone = opened.page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          if (document.querySelector(":popover-open")) requestAnimationFrame(look);
          else resolve(Date.now());
        };
        look();
      }),
  );
  const revoked = await revoke(`${origin.replace(/:\d+$/, "")}/*`);
  const took = Number(await gone) - revoked;
  assert.ok(took <= 250, `the indicator went ${took} ms after the grant`);
  const before = await stepCount(opened);
  await opened.page.click("#approve");
  await opened.page.goto(`${origin}/next.html`);
  assert.equal(await stepCount(opened), before);
  if (opened.kind === "chromium") assert.deepEqual(await ourWorlds(), []);
});

/** Clicks the button of the page and then that of its frame. */
async function clickBoth(/** @type {import("puppeteer-core").Page} */ page) {
  const frame = await waitFor("the frame", () => page.frames().find((one) => one.url().endsWith("/frame.html")));
  const inner = await frame.waitForSelector("#inner");
  await page.click("#outer");
  await inner?.click();
}

/**
 * Takes the grant away; answers when, in milliseconds since 1970.
 * @param {string} pattern
 * @returns {Promise<number>}
 */
async function revoke(pattern) {
  return fixture.opened.control.evaluate(async (origin) => {
    const now = Date.now();
    await chrome.permissions.remove({ origins: [origin] });
    return now;
  }, pattern);
}

/** The JavaScript worlds that extensions have in the page. */
async function ourWorlds() {
  const session = await fixture.opened.page.createCDPSession();
  const worlds = await extensionWorlds(session);
  await session.detach();
  return worlds.map(({ origin }) => origin);
}
