// Faults of the database: its files are damaged while the browser is closed. What was in them may be lost, and is said then.

import { databaseOf, DAMAGES } from "../damages.mjs";

/** @type {import("../faults.test.mjs").Fault[]} */
export const DATABASE = Object.entries(DAMAGES).map(([name, damage]) => ({
  fault: `database ${name}`,
  then: "told",
  // As Firefox has it: on a busy machine the start takes longer than the other faults leave its background.
  options: async () => ({ prefs: { "extensions.background.idle.timeout": 30_000 } }),
  async strike(world) {
    await world.act();
    await world.newestKept();
    const { base } = world.opened;
    await world.opened.close();
    await damage(databaseOf(world.profile, base));
    await world.restart();
  },
}));
