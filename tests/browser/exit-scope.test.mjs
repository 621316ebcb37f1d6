// A page that exits the scope in place: from that moment nothing is kept of what is done in it or in its frames.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  badge,
  brief,
  exportSession,
  liveDocuments,
  PAGES,
  recorded,
  serve,
  startRecording,
  stepCount,
  switchOn,
  waitFor,
} from "./harness.mjs";
import { askBackground, closePopup, openPopup } from "./popup.mjs";
import { cannotManage, openManaged } from "./managed.mjs";

const skip = cannotManage;
/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  if (skip) return;
  server = await serve({ folders: { "/": PAGES, "/desk/": PAGES } });
  const other = server.origin.replace("127.0.0.1", "localhost");
  opened = await openManaged({ sites: [`${server.origin}/desk/*`, other] });
  for (const page of [`${other}/exit-scope-frame.html`, `${server.origin}/desk/exit-scope.html`]) {
    await opened.page.goto(page);
    await switchOn(opened);
  }
});
after(async () => {
  if (skip) return;
  await opened?.close();
  await server?.close();
});

/**
 * Records the page with both of its frames, from the arrival on, and gives what was kept of it.
 * @param {"pushState" | "replaceState"} how the page exits the scope
 * @param {"same" | "other"} which frame the task works in
 * @param {(frame: import("puppeteer-core").Frame) => Promise<unknown>} task
 * @param {number} steps
 */
async function keptOf(how, which, task, steps) {
  const { page } = opened;
  await page.goto("about:blank");
  await page.goto(`${server.origin}/desk/exit-scope.html#${how}`);
  await startRecording(opened, { keepTyped: true });
  await waitFor("each frame's recorder", async () => (await liveDocuments(opened)).length === 3);
  const frame = await (await page.$(`#${which}`))?.contentFrame();
  assert.ok(frame);
  await frame.click("#inner");
  await waitFor("the frame to be recorded", async () => (await clicks()) === 1);
  try {
    await task(frame);
  } finally {
    await stop();
  }
  const { trace, review } = await exportSession(opened, { steps });
  await review.close();
  return trace.steps.slice(1);
}

/** How many clicks the running session holds. */
const clicks = () =>
  opened.control.evaluate(async () => {
    const { keysOf, openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const { active } = await chrome.storage.session.get("active");
    const { id } = /** @type {any} */ (active);
    const steps = await (await openStore()).getAll("steps", keysOf(id));
    return steps.filter((/** @type {any} */ { step }) => step.action.type === "click").length;
  });

/** The page goes back to where it may be recorded. */
async function comeBack() {
  await opened.page.evaluate(() => history.pushState(null, "", "/desk/again"));
  await recorded(opened);
}

/** Not by the popup's button, for whose end the tests wait by its Record: on a page that left there is none to press. */
const stop = () => askBackground(opened, { type: "stop" });

/** What the page has of its own path. */
const pathname = () => opened.page.evaluate(() => location.pathname);

for (const [which, place, how] of /** @type {const} */ ([
  ["same", 0, "pushState"],
  ["other", 1, "pushState"],
  ["other", 1, "replaceState"],
])) {
  test(`a step in a frame of ${which} site right after its page left by ${how} is not kept`, { skip }, async () => {
    const kept = await keptOf(
      how,
      which,
      async (frame) => {
        // Asleep, so that nobody can have told the frame.
        await opened.stopBackground();
        await (await frame.$("#press"))?.hover();
        await opened.page.mouse.down();
        await waitFor("the page to exit the scope", async () => (await pathname()) === "/elsewhere");
        await opened.page.mouse.up();
        await frame.type("#remark", "Zebra");
        await waitFor("the badge to say outside", async () => (await badge(opened)) === "–");
        await frame.click("#inner");
        await comeBack();
        // The frame hears of the return a moment later.
        await waitFor("the step after the return", async () => {
          await frame.click("#inner");
          return (await clicks()) > 1;
        });
      },
      4,
    );
    const inside = ['click button "Inside"', place];
    const [first, back, ...rest] = kept.map((step) => [brief(step), step.frame?.[0]]);
    assert.deepEqual([first, back, rest[0]], [inside, ["navigate history", undefined], inside]);
    assert.ok(
      rest.every((one) => String(one) === String(inside)),
      JSON.stringify(rest),
    );
    assert.doesNotMatch(JSON.stringify(kept), /Zebra|Leave on press/);
  });
}

for (const which of /** @type {const} */ (["same", "other"]))
  test(
    `the click in a frame of ${which} site that makes its page exit the scope is the last step`,
    { skip },
    async () => {
      const kept = await keptOf(
        "pushState",
        which,
        async (frame) => {
          await frame.click("#click");
          await waitFor("the badge to say outside", async () => (await badge(opened)) === "–");
          const popup = await openPopup(opened);
          assert.match(await popup.$eval("#state", (state) => state.textContent ?? ""), /Not recorded here/);
          await closePopup(popup);
          await frame.click("#inner");
        },
        3,
      );
      assert.deepEqual(kept.map(brief), ['click button "Inside"', 'click button "Leave on click"']);
    },
  );

test("of what was typed in a frame nothing is told that came after its page left", { skip }, async () => {
  const kept = await keptOf(
    "pushState",
    "other",
    async (frame) => {
      await frame.type("#remark", "Okapi");
      await waitFor("the text to be stored", async () => ((await stepCount(opened)) ?? 0) >= 3);
      await opened.stopBackground();
      await opened.page.evaluate(() => history.pushState(null, "", "/elsewhere"));
      await frame.type("#remark", " and zebra");
      await frame.click("#inner");
      await waitFor("the badge to say outside", async () => (await badge(opened)) === "–");
    },
    3,
  );
  assert.deepEqual(
    kept.map((step) => `${step.action.type} ${step.target.role}`),
    ["click button", "change textbox"],
  );
  assert.doesNotMatch(JSON.stringify(kept), /zebra/);
});

test(
  "of a tab that stands outside nothing is told: not that it is gone to, nor that it is closed",
  { skip },
  async () => {
    const { page } = opened;
    await page.goto("about:blank");
    const outside = await opened.browser.newPage();
    await outside.goto(`${server.origin}/next.html`);
    await outside.bringToFront();
    await askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
    await waitFor("the indicator", () => outside.$(":popover-open"));
    await page.bringToFront();
    await page.goto(`${server.origin}/desk/next.html`);
    await recorded(opened);
    await outside.bringToFront();
    await outside.close();
    await page.bringToFront();
    await page.goto(`${server.origin}/desk/controls.html`);
    await recorded(opened);
    await stop();
    const { trace, review } = await exportSession(opened, { steps: 2 });
    await review.close();
    // The tab outside has the number 0, and no step.
    assert.deepEqual(
      trace.steps.map((step) => [step.tab, brief(step)]),
      [
        [1, "navigate load"],
        [1, "switchTab"],
        [1, "navigate load"],
      ],
    );
  },
);

test(
  "a page that exits the scope says so, in its indicator and at the toolbar, and so does any tab that is not recorded",
  { skip },
  async () => {
    const { page } = opened;
    await page.goto(`${server.origin}/desk/exit-scope.html#pushState`);
    await startRecording(opened);
    const title = () =>
      opened.control.evaluate(async () => {
        const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getTitle({ tabId: front?.id });
      });
    await page.evaluate(() => history.replaceState(null, "", "/elsewhere"));
    await waitFor("the badge to say outside", async () => (await badge(opened)) === "–");
    assert.equal(await title(), "Overt: a recording goes on, but not on this page");
    await comeBack();
    assert.equal(await title(), "Overt: recording on this page");
    // To a site that nobody approved: nothing of ours is in it, and nobody tells.
    await page.goto("about:blank");
    await waitFor("the badge to say outside", async () => (await badge(opened)) === "–");
    assert.equal(await title(), "Overt: a recording goes on, but not on this page");
    await stop();
    await waitFor("the badge to be empty", async () => (await badge(opened)) === "");
    assert.equal(await title(), "Overt");
  },
);
