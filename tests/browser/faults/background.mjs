// Faults of the extension: its background is stopped or sleeps, it is reloaded, it loses a site.

import { KIND } from "../browser.mjs";
import { inWindow } from "../firefox-window.mjs";
import { pause } from "../wait.mjs";

/** @typedef {import("./world.mjs").World} World */

/** Acts of which each is followed by a kill. */
const KILLS = 4;
/** Longest time between an act and its kill, in ms: from before its message to after its answer. */
const SPREAD = 60;

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
    fault: "background asleep by itself",
    browsers: ["firefox"],
    then: "records",
    async strike({ act, opened }) {
      await opened.stopBackground();
      await act();
    },
  },
];

/** Ends the background at once, whatever it does. @param {World} world */
async function killBackground({ opened }) {
  if (KIND === "firefox")
    return inWindow(opened, () => {
      const { extension } = /** @type {any} */ (window).WebExtensionPolicy.getByID("overt@overt.example");
      return extension.terminateBackground({ ignoreDevToolsAttached: true });
    });
  const session = await opened.control.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}
