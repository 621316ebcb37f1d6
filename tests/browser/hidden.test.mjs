// Visible or nothing: of what is done while a page hides the indicator no step is kept, and what only looks like it loses none.
// `./build.sh test hostile` plays every trick with 12 presses (TRICKS says how many); without TRICKS it is a part of them, shorter.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { badge, pause, recorded, startRecording, stopRecording, waitFor } from "./harness.mjs";
import { ORDINARY } from "./hidden/ordinary.mjs";
import { drawn, keptSteps, listenEarly, play } from "./hidden/page.mjs";
import { eyeOn } from "./hidden/pixels.mjs";
import { SUBTLE, SUBTLE_RACED } from "./hidden/subtle-tricks.mjs";
import { atTimes, TRICKS } from "./hidden/tricks.mjs";
import { reportAttack } from "./report.mjs";

const fixture = browserFor({
  path: "/controls.html",
  prepare: async ({ page }) => void (await page.evaluateOnNewDocument(listenEarly)),
});
/** How many presses each trick gets; every second is looked at. Without TRICKS every PART-th trick is played. */
const PRESSES = Number(process.env.TRICKS ?? 4);
const PART = 6;
/** How many ms a press lasts that is not looked at, and how long the indicator is there before one that must be kept. */
const PRESS = 12;
const SEEN = 150;
/** How long a pointer rests before a first press, in ms: longer than each frame is looked at after it has come. */
const REST = 500;
/** ONLY is a pattern of their names, to try some of them. */
const only = new RegExp(process.env.ONLY ?? "");
const tricks = [...TRICKS, ...atTimes(SUBTLE, SUBTLE_RACED)].filter(
  ({ name }, at) => only.test(name) && (process.env.TRICKS || at % PART === 0),
);

/**
 * One press: from when to when in epoch milliseconds, and whether the indicator could be seen; undefined where nobody looked or
 * it changed meanwhile.
 * @typedef {{from: number, to: number, seen?: boolean}} Press
 */

/** Whether the indicator is on screen. @type {() => Promise<boolean>} */
let isDrawn;

test(`${tricks.length} tricks, each with ${PRESSES} presses: no step is kept of a hidden moment`, async (t) => {
  const { opened } = fixture;
  await opened.page.reload();
  await startRecording(opened, { maskingLevel: "open" });
  await pause(SEEN); // until it is drawn whole
  isDrawn = await eyeOn(opened.page);
  /** @type {{name: string, before: Press, presses: Press[]}[]} */
  const played = [];
  for (const { name, way, time } of tricks) {
    await seenAgain();
    const before = await during(() => press("#twice"));
    played.push({ name, before, presses: await attempt(way, time) });
  }
  await seenAgain();
  await stopRecording(opened);
  await waitFor("the indicator to go, and its pixels with it", async () => !(await isDrawn()));
  const steps = await keptSteps(opened.control);
  const of = (/** @type {Press} */ { from, to }) => steps.filter(({ made }) => made >= from && made <= to);

  const deaf = played.filter(({ before }) => of(before).length === 0);
  const hid = played.filter(({ presses }) => presses.some(({ seen }) => seen === false));
  const rows = hid.map(({ name, presses }) => {
    const got = hiddenOf(presses).flatMap(of);
    return { attack: `indicator hidden: ${name}`, runs: presses.length, kept: got.length, seenByPage: 0, got };
  });
  t.diagnostic(`hidden by ${hid.length} of ${played.length} tricks; the others left it in sight:`);
  for (const { name, presses } of played)
    if (!presses.some(({ seen }) => seen === false))
      t.diagnostic(`in sight, ${presses.flatMap(of).length} steps kept of ${presses.length} presses: ${name}`);
  for (const { attack, kept, got } of rows) if (kept) t.diagnostic(`${attack}: ${got.map(({ what }) => what)}`);
  assert.deepEqual(
    deaf.map(({ name }) => name),
    [],
    "pages that were not recorded when the trick began",
  );
  const fell = rows.filter(({ kept }) => kept).map(({ attack, kept }) => `${attack}: ${kept}`);
  // A trick that left it in sight has got nothing either, and is a row of the table all the same.
  for (const { name, presses } of played)
    if (!hid.some((one) => one.name === name))
      reportAttack({ attack: `indicator not hidden: ${name}`, runs: presses.length, kept: 0, seenByPage: 0 });
  for (const row of rows.sort((a, b) => a.kept - b.kept))
    reportAttack({ ...row, got: [...fell, ...row.got.map(({ what }) => what)] });
});

test("what ordinary pages do loses no step", async (t) => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await startRecording(opened, { maskingLevel: "open" });
  /** @type {{name: string, presses: Press[]}[]} */
  const done = [];
  for (const [name, act] of Object.entries(ORDINARY)) {
    await page.goto(`${origin}/controls.html`);
    await recorded(opened);
    await page.evaluate(act);
    const { x, y } = await middle("#approve");
    const presses = [];
    for (let time = 0; time < 3; time++) {
      await page.mouse.move(x + 120, y + 40);
      // A person looks at what a press did before the next one.
      await waitFor("the page to rest", () =>
        page.evaluate(() => !(/** @type {any} */ (document).activeViewTransition)),
      );
      await pause(400);
      presses.push(await during(() => page.mouse.click(x, y, { delay: 40 })));
    }
    assert.equal(await badge(opened), "REC", `the page ${name}`);
    done.push({ name, presses });
  }
  await stopRecording(opened);
  const steps = await keptSteps(opened.control);
  t.diagnostic(JSON.stringify(steps.map(({ what }) => what)));
  assert.deepEqual(
    done.map(({ name, presses }) => [
      name,
      presses.filter(({ from, to }) =>
        steps.some(({ made, what }) => made >= from && made <= to && what === 'click "Approve"'),
      ).length,
    ]),
    Object.keys(ORDINARY).map((name) => [name, 3]),
  );
});

/**
 * Plays a trick and presses.
 * @param {import("./hidden/tricks.mjs").Way} way
 * @param {import("./hidden/tricks.mjs").Time} time
 * @returns {Promise<Press[]>}
 */
async function attempt(way, time) {
  const { page } = fixture.opened;
  const { x, y } = await middle("#approve");
  await page.mouse.move(x + 200, y + 60);
  await page.evaluate(play, { ...way, time });
  await page.evaluate(drawn);
  const pulseHides = time === "pulse" && !(await isDrawn());
  if (time === "pulse") await page.evaluate(() => /** @type {any} */ (window).startPulse());
  /** @type {Press[]} */
  const presses = [];
  for (let at = 0; at < PRESSES; at++) {
    await page.mouse.move(x + 200, y + 60);
    // What was hidden and shown again between two frames was in sight all the time.
    if (at % 2 && (time === "before" || time === "early")) {
      await page.mouse.move(x, y);
      await page.evaluate(drawn);
    }
    if (at % 2 || time === "pulse")
      presses.push({
        ...(await during(() => page.mouse.click(x, y, { delay: PRESS }))),
        ...(pulseHides && { seen: false }),
      });
    else presses.push(await lookedAt(time, x, y, at ? 0 : REST));
  }
  await page.evaluate(() => /** @type {any} */ (window).endTrick()).catch(() => {}); // the page may have gone
  return presses;
}

/**
 * Presses, and looks at the indicator at the moment at which the trick hides it.
 * @param {import("./hidden/tricks.mjs").Time} time
 * @param {number} x @param {number} y
 * @param {number} rest how many ms after the pointer has come
 * @returns {Promise<Press>}
 */
async function lookedAt(time, x, y, rest) {
  const { mouse } = fixture.opened.page;
  /** @type {boolean | undefined} */
  let seen = true;
  if (time === "always") {
    seen = await isDrawn();
    const press = await during(() => mouse.click(x, y));
    return { ...press, seen: (await isDrawn()) === seen ? seen : undefined };
  }
  const press = await during(async () => {
    await mouse.move(x, y);
    await pause(rest);
    if (time === "before" || time === "early") {
      seen = await isDrawn();
      // A picture takes longer than a press looks back, and is taken between two frames: in the next it may be back in sight.
      if ((await isDrawn()) !== seen) seen = undefined;
    }
    await mouse.down();
    if (time !== "before" && time !== "early") seen = await isDrawn();
    await mouse.up();
  });
  return { ...press, seen };
}

/** Those of a trick's presses that were made out of sight: seen so, or between two that were, or by a trick that hides others. @param {Press[]} presses */
function hiddenOf(presses) {
  const looked = presses.map(
    ({ seen }, at) => seen ?? presses.slice(at + 1).find((one) => one.seen !== undefined)?.seen,
  );
  return presses.filter(
    ({ seen }, at) => seen === false || (seen === undefined && presses[at - 1]?.seen === false && looked[at] !== true),
  );
}

/** @param {() => Promise<unknown>} act @returns {Promise<Press>} */
async function during(act) {
  const from = Date.now();
  await act();
  return { from, to: Date.now() };
}

/** The page as it is recorded: the same one where that goes. */
async function seenAgain() {
  const { opened, origin } = fixture;
  const { page } = opened;
  const there = await waitFor(
    "the indicator",
    async () => (await isDrawn()) && (await badge(opened)) === "REC",
    700,
  ).catch(() => false);
  if (!there || !(await page.$("#approve"))) {
    await page.goto(`${origin}/controls.html`);
    await recorded(opened);
  }
  await pause(SEEN);
}

/** @param {string} selector */
async function middle(selector) {
  const box = await (await fixture.opened.page.$(selector))?.boundingBox();
  assert.ok(box, `no ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @param {string} selector */
async function press(selector) {
  const { x, y } = await middle(selector);
  await fixture.opened.page.mouse.click(x, y);
}
