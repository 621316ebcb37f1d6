// What the browser, the machine or the extension's own background suffers costs no step: each fault of tests/browser/faults/
// strikes a recording, and the acts before, at and after it are counted. `./build.sh test faults` runs them alone and writes
// pkg/bench/faults.json; FAULTS=20 strikes each as often, FAULTS=200 also the large ones in full.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { KIND } from "./browser.mjs";
import { BACKGROUND } from "./faults/background.mjs";
import { BROWSER } from "./faults/browser.mjs";
import { CLOCK } from "./faults/clock.mjs";
import { DATABASE } from "./faults/database.mjs";
import { PAGES } from "./faults/pages.mjs";
import { ROOM } from "./faults/room.mjs";
import { TABS } from "./faults/tabs.mjs";
import { VOLUME } from "./faults/volume.mjs";
import { createWorld } from "./faults/world.mjs";
import { recorded } from "./record.mjs";
import { reportFault } from "./report.mjs";

/** @typedef {import("./faults/world.mjs").World} World */

/**
 * @typedef {object} Fault
 * @property {string} fault what happens, in a few words
 * @property {(typeof KIND)[]} [browsers] default: both
 * @property {number} [runs] how often in a short run; default 1
 * @property {number} [most] how often at most; default: as often as FAULTS says
 * @property {boolean} [long] takes so long that it strikes only where FAULTS says how often
 * @property {() => Promise<import("./faults/world.mjs").WorldOptions>} [options] of a browser that is started for this fault alone
 * @property {(world: World) => Promise<unknown>} strike ends once the browser can be worked with again
 * @property {"records" | "goesOn" | "unrecorded" | "ended" | "told"} then what comes of it: the page is recorded on; it is again, by
 *   itself; the page is not, and says so; the session is over, and says so; what is lost is told
 */

/** Acts before the fault. */
const BEFORE = 3;
/** Until it records again or says that it does not, in ms. */
const LONGEST = 2000;
const WANTED = Number(process.env.FAULTS ?? 0);

/** @type {World | undefined} */
let world;
after(closeWorld);

/** Closes the browser: the next fault starts one of its own. */
async function closeWorld() {
  const closing = world;
  world = undefined;
  await closing?.close();
}

for (const fault of /** @type {Fault[]} */ ([
  ...PAGES,
  ...TABS,
  ...VOLUME,
  ...ROOM,
  ...BROWSER,
  ...DATABASE,
  ...BACKGROUND,
  ...CLOCK,
])) {
  if (fault.browsers && !fault.browsers.includes(KIND)) continue;
  if (fault.long && !WANTED) continue;
  const runs = WANTED ? Math.min(WANTED, fault.most ?? Infinity) : (fault.runs ?? 1);
  test(`${fault.fault}: no step that was acknowledged is lost or doubled`, async () => {
    if (fault.options) await closeWorld();
    const current = (world ??= await createWorld(await fault.options?.()));
    const row = {
      fault: fault.fault,
      runs,
      acknowledged: 0,
      lost: 0,
      doubled: 0,
      unacknowledgedLost: 0,
      recoveryMs: 0,
    };
    for (let run = 0; run < runs; run++) {
      const found = await strike(fault, current).catch(async (error) => {
        await closeWorld().catch(() => {}); // what went wrong before is what is told
        throw error;
      });
      await current.clear();
      row.recoveryMs = Math.max(row.recoveryMs, found.recoveryMs);
      for (const key of /** @type {const} */ (["acknowledged", "lost", "doubled", "unacknowledgedLost"]))
        row[key] += found[key];
    }
    if (fault.options) await closeWorld();
    reportFault(row);
    assert.deepEqual({ lost: row.lost, doubled: row.doubled }, { lost: 0, doubled: 0 });
    assert.ok(row.unacknowledgedLost <= runs, `${row.unacknowledgedLost} lost of those not yet acknowledged`);
    assert.ok(row.recoveryMs <= LONGEST, `${row.recoveryMs} ms until it went on`);
  });
}

/** @param {Fault} fault @param {World} world */
async function strike(fault, world) {
  await world.begin();
  for (let at = 0; at < BEFORE; at++) await world.act();
  await world.allKept();
  const acknowledged = await world.kept();
  await world.act();
  await fault.strike(world);
  const struck = performance.now();
  await AFTERWARDS[fault.then](world);
  const recoveryMs = Math.round(performance.now() - struck);
  await world.stop();
  const kept = await world.kept();
  const once = new Set(kept);
  const missing = acknowledged.filter((one) => !once.has(one)).length;
  const others = world.acts() - once.size - missing;
  // What the person is told is not lost in silence.
  const lost = Math.max(0, missing - world.told);
  return {
    acknowledged: acknowledged.length,
    lost,
    doubled: kept.length - once.size,
    unacknowledgedLost: Math.max(0, others - Math.max(0, world.told - missing)),
    recoveryMs,
  };
}

/** What is waited for after a fault. @type {Record<Fault["then"], (world: World) => Promise<unknown>>} */
const AFTERWARDS = {
  async records(world) {
    await world.act();
    await world.newestKept();
  },
  async goesOn(world) {
    await recorded(world.opened, world.page);
    await AFTERWARDS.records(world);
  },
  told: (world) => world.isTold(),
  unrecorded: (world) => world.unrecorded(),
  ended: (world) => world.ended(),
};
