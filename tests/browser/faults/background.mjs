// Faults of the extension: its background is stopped or sleeps, it is reloaded, it loses a site.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KIND } from "../browser.mjs";
import { isAsleep, terminateBackground } from "../firefox.mjs";
import { pause, waitFor } from "../wait.mjs";

/** @typedef {import("./world.mjs").World} World */

/** Until Chromium puts an idle background to sleep, and some more: 30 seconds. */
const UNTIL_ASLEEP = 60_000;
/** Acts of which each is followed by a kill. */
const KILLS = 4;
/** Longest time between an act and its kill, in ms: from before its message to after its answer. */
const SPREAD = 60;
/** Longest time between the opening of a page and the kill, in ms. */
const OPENING = 200;

/** @type {import("../faults.test.mjs").Fault[]} */
export const BACKGROUND = [
  {
    fault: "background killed at random",
    runs: 3,
    then: "records",
    async strike(world) {
      for (let at = 0; at < KILLS; at++) {
        await world.act();
        // At a moment of no condition: anywhere in the handling of the act.
        await pause(Math.random() * SPREAD);
        await killBackground(world);
      }
    },
  },
  {
    fault: "background killed while a page opens",
    runs: 3,
    then: "goesOn",
    async strike(world) {
      for (let at = 0; at < KILLS; at++) {
        const opened = world.page.reload();
        // At a moment of no condition: anywhere between the page's first word to the background and the answer.
        await pause(Math.random() * OPENING);
        await killBackground(world);
        await opened;
      }
    },
  },
  {
    fault: "background asleep by itself",
    browsers: ["firefox"],
    then: "records",
    async strike({ act, opened }) {
      await waitFor("the background to sleep", () => isAsleep(opened));
      await act();
    },
  },
  {
    // With a browser of its own, in which no debugger keeps the background awake.
    fault: "background asleep after 30 seconds",
    browsers: ["chromium"],
    long: true,
    most: 5,
    then: "records",
    options: async () => ({ unwatched: true }),
    async strike({ act, opened }) {
      await waitFor(
        "the background to sleep",
        () =>
          opened.control.evaluate(async () => {
            const contextTypes = /** @type {any} */ (["BACKGROUND"]);
            return (await chrome.runtime.getContexts({ contextTypes })).length === 0;
          }),
        UNTIL_ASLEEP,
      );
      await act();
    },
  },
  {
    fault: "permission revoked",
    runs: 2,
    then: "unrecorded",
    async strike({ opened, address }) {
      const { protocol, hostname } = new URL(address);
      const origins = [`${protocol}//${hostname}/*`];
      await opened.control.evaluate((origins) => chrome.permissions.remove({ origins }), origins);
    },
  },
  {
    fault: "extension reloaded",
    then: "ended",
    strike: reinstalled,
  },
  {
    fault: "extension updated",
    // The browser starts with the version of before.
    most: 1,
    then: "ended",
    async strike(world) {
      const file = join(world.extension, "manifest.json");
      const manifest = JSON.parse(await readFile(file, "utf8"));
      await writeFile(file, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
      await reinstalled(world);
    },
  },
];

/**
 * Loads the extension's folder again, as the person does who presses its reload, and waits until it has started. (After its own
 * `runtime.reload` Chromium leaves it out: unpacked extensions are for those who switched the developer mode on.)
 * @param {World} world
 */
async function reinstalled({ opened, extension }) {
  const { control } = opened;
  await opened.browser.installExtension(extension);
  await waitFor("the extension's pages to close", () => control.evaluate(() => false).catch(() => true));
  await opened.openControl();
}

/** Ends the background at once, whatever it does. @param {World} world */
async function killBackground({ opened }) {
  if (KIND === "firefox") return terminateBackground(opened);
  const session = await opened.control.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}
