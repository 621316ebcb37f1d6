// What is done in a frame while its page hides the indicator, for however short a moment, is not kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import {
  liveDocuments,
  pause,
  recorded,
  startRecording,
  stepCount,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";
import { drawn, keptSteps, play } from "./hidden/page.mjs";
import { eyeOn } from "./hidden/pixels.mjs";
import { reportAttack } from "./report.mjs";

/** How many each way gets; see hidden.test.mjs. */
const PRESSES = Number(process.env.TRICKS ?? 2);
/** How long the indicator is there before a press that must be kept, in ms: longer than a press looks back. */
const SEEN = 800;
const WHOLE = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;";

/** Each leaves the frame in sight, at the top left, and is over before the badge would tell of it. @type {Record<string, import("./hidden/tricks.mjs").Way>} */
const WAYS = {
  "a cover that no one hears of": {
    on: `kept = document.createElement("section"); document.body.append(kept); { const root = kept.attachShadow({ mode: "closed" });
      root.innerHTML = '<div popover=manual style="${WHOLE}inset:auto 0 0 0;height:200px;background:#fff;pointer-events:none"></div>'; root.firstChild.showPopover() }`,
    off: "kept.remove()",
  },
  "a cover that is opened again on each frame": {
    on: `kept = cover("${WHOLE}inset:auto 0 0 0;height:200px;background:#fff;pointer-events:none"); { const mine = kept; const again = () => { if (!mine.isConnected) return; mine.hidePopover(); mine.showPopover(); requestAnimationFrame(again) }; again() }`,
    off: "kept.remove()",
  },
  "a frozen view transition": {
    on: "kept = sheet('::view-transition { background: #fff; pointer-events: none } ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 1e6s; opacity: 0; pointer-events: none }'); kept.run = document.startViewTransition(() => {})",
    off: "kept.run.skipTransition(); kept.remove()",
  },
  "a body without a place for it": {
    on: "document.body.inner ??= document.body.attachShadow({ mode: 'closed' }); document.body.inner.innerHTML = '<slot name=some></slot>'; document.querySelector('#place').slot = 'some'",
    off: "document.body.inner.innerHTML = '<slot></slot>'; document.querySelector('#place').slot = ''",
  },
};

const fixture = browserFor({
  path: "/frames.html",
  prepare: async (opened) => {
    const other = await opened.browser.newPage();
    await other.goto(fixture.origin.replace("127.0.0.1", "localhost") + "/frame.html");
    await switchOn(opened, { tab: other });
    await other.close();
    await opened.page.bringToFront();
  },
});

/** Presses the button in the frame. @returns {Promise<{from: number, to: number}>} in epoch milliseconds */
async function pressInside() {
  const button = await waitFor("the frame's button", async () => {
    for (const frame of fixture.opened.page.frames()) {
      const found = await frame.$("#inner").catch(() => null);
      if (found) return found;
    }
    return undefined;
  });
  const from = Date.now();
  await button.click({ delay: 20 });
  return { from, to: Date.now() };
}

/** Whether the background has judged of all that was written ahead. */
const isJournalEmpty = () =>
  fixture.opened.control.evaluate(async () =>
    Object.keys(await chrome.storage.local.get(null)).every((key) => !key.startsWith("journal/")),
  );

for (const [name, way] of Object.entries(WAYS))
  test(`${name}: of what is done in a frame no step is kept, and of what is done before it each`, async (t) => {
    const { opened, origin } = fixture;
    const { page } = opened;
    await page.goto(`${origin}/frames.html`);
    await startRecording(opened, { maskingLevel: "open" });
    const open = [];
    const hidden = [];
    for (let time = 0; time < PRESSES; time++) {
      // A page that is not recorded any more has got nothing, and begins anew.
      await page.goto(`${origin}/frames.html`);
      await recorded(opened);
      await waitFor("the frame's recorder", async () => (await liveDocuments(opened)).length === 2);
      await pause(SEEN);
      const isDrawn = await eyeOn(page);
      const before = (await stepCount(opened)) ?? 0;
      open.push(await pressInside());
      // Its page is asked a moment later, and must not hide it before.
      await waitFor("the step", async () => ((await stepCount(opened)) ?? 0) > before);
      await page.evaluate(play, { ...way, time: "always" });
      await page.evaluate(drawn);
      const seen = await isDrawn();
      const press = await pressInside();
      // One that came back is seen, and what is done then may be kept.
      if (!seen && !(await isDrawn())) hidden.push(press);
      await waitFor("the page to be asked", isJournalEmpty);
      await page.evaluate(() => /** @type {any} */ (window).endTrick());
    }
    t.diagnostic(`${hidden.length} of ${PRESSES} presses were made while it could not be seen`);
    await stopRecording(opened);
    const steps = await keptSteps(opened.control);
    const of = (/** @type {{from: number, to: number}} */ { from, to }) =>
      steps.filter(({ made }) => made >= from && made <= to);
    assert.deepEqual(
      open.map((press) => of(press).map(({ what }) => what)),
      open.map(() => ['click "Inside"']),
    );
    const got = hidden.flatMap(of);
    reportAttack({
      attack: `indicator hidden from a frame: ${name}`,
      runs: PRESSES,
      kept: got.length,
      seenByPage: 0,
      got: got.map(({ what }) => what),
    });
  });
