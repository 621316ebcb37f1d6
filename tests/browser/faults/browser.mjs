// Faults of the browser as a whole.

/** @type {import("../faults.test.mjs").Fault[]} */
export const BROWSER = [
  {
    fault: "browser killed",
    runs: 2,
    then: "ended",
    async strike(world) {
      await world.act();
      await world.opened.kill();
      await world.restart();
    },
  },
];
