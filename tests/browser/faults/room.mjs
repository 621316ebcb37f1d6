// Faults of no room: the disk, the browser's quota or the extension's session memory is full for a while.

import { fillMemory, fillQuota, giveBack, LIMITS, mountDisk } from "../room.mjs";

/** @typedef {import("./world.mjs").World} World */

/** Of the browser that runs. @type {Awaited<ReturnType<typeof mountDisk>>} */
let disk;

/** @type {import("../faults.test.mjs").Fault[]} */
export const ROOM = [
  {
    fault: "session memory full",
    then: "goesOn",
    options: async () => ({ prefs: LIMITS }),
    async strike(world) {
      await fillMemory(world.opened);
      await world.actUntilFull();
      await giveBack(world.opened);
    },
  },
  {
    fault: "quota spent",
    // What Firefox gives an extension is a share of the disk.
    browsers: ["chromium"],
    then: "goesOn",
    async strike(world) {
      await fillQuota(world.opened);
      await world.actUntilFull();
      await giveBack(world.opened);
    },
  },
  {
    fault: "disk full",
    then: "goesOn",
    async options() {
      disk = await mountDisk();
      return { disk: disk.folder, closed: disk.unmount };
    },
    async strike(world) {
      await disk.fill();
      await world.actUntilFull();
      await disk.free();
    },
  },
];
