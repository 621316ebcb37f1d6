// Faults of too much: many steps, and steps faster than a person makes them.

import { pause } from "../wait.mjs";

/** In full these take hours: only with FAULTS=200, and a part of it with less. */
const WANTED = Number(process.env.FAULTS ?? 0);
const [MANY, MINUTES] = WANTED >= 200 ? [100_000, 10] : WANTED ? [2_000, 1] : [100, 0.1];
const A_MINUTE = 1000;

/** @type {import("../faults.test.mjs").Fault[]} */
export const VOLUME = [
  {
    fault: `${MANY} steps`,
    most: 1,
    then: "records",
    async strike({ act }) {
      for (let at = 0; at < MANY; at++) await act();
    },
  },
  {
    fault: `${A_MINUTE} steps a minute for ${MINUTES} minutes`,
    most: 1,
    then: "records",
    async strike({ act }) {
      const begun = performance.now();
      for (let at = 0; at < A_MINUTE * MINUTES; at++) {
        // The pace is what is tested.
        await pause(Math.max(0, begun + (at * 60_000) / A_MINUTE - performance.now()));
        await act();
      }
    },
  },
];
