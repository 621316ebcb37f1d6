// A browser without room: within one step no page records on, the person is told, and it goes on by itself once there is room.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  badge,
  notInFirefox,
  openBrowser,
  PAGES,
  recorded,
  serve,
  startRecording,
  stepCount,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";
import { fillMemory, fillQuota, giveBack, LIMITS, mountDisk } from "./room.mjs";

/** @typedef {import("./browser.mjs").Opened} Opened */

/** What "!" is said in at most, in ms. */
const SOON = 2_000;
/** Steps that may still find room where it is all but taken. */
const MOST_FITTING = 40;

test("a full session memory stops the recording, says so, and it goes on once there is room", () =>
  withBrowser({ prefs: LIMITS }, (opened) =>
    stopsAndGoesOn(opened, { fill: () => fillMemory(opened), free: () => giveBack(opened) }),
  ));

test(
  "a spent quota stops the recording, says so, and it goes on once there is room",
  { skip: notInFirefox("what it gives an extension is a share of the disk") },
  () =>
    withBrowser({}, (opened) =>
      stopsAndGoesOn(opened, { fill: () => fillQuota(opened), free: () => giveBack(opened) }),
    ),
);

test("a full disk stops the recording, says so, and it goes on once there is room", async () => {
  const disk = await mountDisk();
  try {
    await withBrowser({ profile: `${disk.folder}/profile` }, (opened) => stopsAndGoesOn(opened, disk));
  } finally {
    await disk.unmount();
  }
});

/**
 * @param {import("./browser.mjs").Options} options
 * @param {(opened: Opened) => Promise<void>} use on a recorded page
 */
async function withBrowser(options, use) {
  const server = await serve({ folders: { "/": PAGES } });
  try {
    const opened = await openBrowser(options);
    try {
      await opened.page.goto(`${server.origin}/controls.html`);
      await switchOn(opened);
      await startRecording(opened);
      await use(opened);
      await stopRecording(opened);
    } finally {
      await opened.close();
    }
  } finally {
    await server.close();
  }
}

/** @param {Opened} opened @param {{fill: () => Promise<unknown>, free: () => Promise<unknown>}} room */
async function stopsAndGoesOn(opened, room) {
  const activityList = await opened.openOwn("activity-list/activity-list.html");
  await waitFor("the first step", async () => (await activityList.$$("#steps [data-step]")).length === 1);
  await opened.page.bringToFront();
  const clicks = await clicksUntilRefused(opened, room);
  await waitFor("the activity list's words", () => activityList.$("#full"));
  const before = await stepCount(opened);
  for (let at = 0; at < 3; at++) await opened.page.click("#twice");
  assert.equal(await badge(opened), "!");
  assert.equal(await stepCount(opened), before);

  await room.free();
  await recorded(opened);
  await waitFor("the activity list's words to go", async () => !(await activityList.$("#full")));
  const kept = () => stored(opened, "Approve");
  // The one that found no room waited. (Of several the last may have come when the page had stopped already.)
  await waitFor("each click to be kept", async () => (await kept()) >= Math.max(1, clicks - 1));
  const waited = await kept();
  await opened.page.click("#approve");
  await waitFor("the next one", async () => (await kept()) === waited + 1);
  assert.equal(await stored(opened, "Twice"), 0);
  await activityList.close();
}

/**
 * Clicks until a step is refused, with all room taken.
 * @param {Opened} opened
 * @param {{fill: () => Promise<unknown>}} room
 * @returns {Promise<number>} how many clicks
 */
async function clicksUntilRefused(opened, { fill }) {
  await fill();
  for (let clicks = 1; clicks <= MOST_FITTING; clicks++) {
    await opened.page.click("#approve");
    const said = await waitFor(
      "the step, or the word that it cannot be kept",
      async () => {
        if ((await badge(opened)) === "!") return "full";
        return (await stored(opened, "Approve")) === clicks && "kept";
      },
      SOON,
    );
    if (said === "full") return clicks;
  }
  throw new Error(`${MOST_FITTING} steps found room where there is none`);
}

/** How many of the stored steps are on what has that name. @param {Opened} opened @param {string} name */
function stored(opened, name) {
  return opened.control.evaluate(async (name) => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const rows = await (await openStore()).getAll("steps");
    return rows.filter((/** @type {any} */ { step }) => step.target?.name === name).length;
  }, name);
}
