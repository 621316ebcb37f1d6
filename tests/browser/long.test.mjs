// A long session: what a step costs does not grow with it, nor what it costs to take the last one back, and it is deleted at
// once. A short session in a browser of its own is measured in turns with it, so that the machine's load is the same for both.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser } from "./harness.mjs";
import { askBackground } from "./popup.mjs";
import { storeSession } from "./stored.mjs";

const FEW = 100;
const MANY = 20_000;
/** So many steps were taken in the same sight. */
const IN_SIGHT = 10;
/** How often each is measured, and how many steps a measurement takes. */
const TURNS = 40;
const STEPS = 5;
/** What measuring may be off. */
const MOST_TIMES = 1.5;
/** Longest deletion of the long session against that of the short one: in proportion, so that a step costs no more in it. */
const MOST_TIMES_LONGER = MANY / FEW;
/** And in ms, where no page of ours reads the session meanwhile. */
const LONGEST_DELETION = 1_000;

/** @typedef {import("./browser.mjs").Opened} Opened */

/** @type {{short: Opened, long: Opened}} */
const opened = /** @type {any} */ ({});
before(async () => {
  opened.short = await openBrowser();
  opened.long = await openBrowser();
  await fill(opened.short, FEW);
  await fill(opened.long, MANY);
});
after(async () => {
  await opened.short?.close();
  await opened.long?.close();
});

test(`a step costs the same at ${MANY} steps and masked texts as at ${FEW}`, async (t) => {
  await compare(t, "a step", (one) =>
    one.control.evaluate((steps) => /** @type {any} */ (globalThis).take(steps), STEPS),
  );
});

test(`taking back the last step costs the same at ${MANY} steps as at ${FEW}`, async (t) => {
  const takeBack = (/** @type {Opened} */ one) =>
    one.control.evaluate(async () => {
      const { deleteLast } = await import(/** @type {any} */ ("/background/delete-steps.js"));
      await /** @type {any} */ (globalThis).take(1);
      const began = performance.now();
      if ((await deleteLast()) !== 1) throw new Error("nothing was deleted");
      return performance.now() - began;
    });
  await compare(t, "taking it back", takeBack);
});

test(`a session of ${MANY} steps is deleted within ${LONGEST_DELETION} ms and in at most ${MOST_TIMES_LONGER} times what ${FEW} take`, async (t) => {
  const [few, many] = [await remove(opened.short, FEW), await remove(opened.long, MANY)];
  t.diagnostic(`${FEW} steps are deleted in ${few.toFixed(0)} ms, ${MANY} in ${many.toFixed(0)} ms`);
  assert.ok(many <= MOST_TIMES_LONGER * few, `it took ${many} ms, and ${few} ms for ${FEW} steps`);
  assert.ok(many <= LONGEST_DELETION, `it took ${many} ms`);
});

/**
 * Measures in turns, and compares the medians.
 * @param {import("node:test").TestContext} t
 * @param {string} what
 * @param {(one: Opened) => Promise<number>} measure in milliseconds
 */
async function compare(t, what, measure) {
  /** @type {{short: number[], long: number[]}} */
  const times = { short: [], long: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    times.short.push(await measure(opened.short));
    times.long.push(await measure(opened.long));
  }
  const median = (/** @type {number[]} */ all) => all.sort((a, b) => a - b)[all.length >> 1] ?? NaN;
  const [few, many] = [median(times.short), median(times.long)];
  t.diagnostic(
    `${what}: ${few.toFixed(1)} ms at ${FEW}, ${many.toFixed(1)} at ${MANY}, ${(many / few).toFixed(2)} times`,
  );
  assert.ok(many <= MOST_TIMES * few, `${many} ms against ${few} ms`);
}

/**
 * Begins a session and fills it: each step with a masked text of its own, some in the same sight. `take(n)` in the own page
 * then takes n more steps, by the background's own code, and tells the milliseconds.
 * @param {Opened} one
 * @param {number} steps
 */
async function fill(one, steps) {
  assert.deepEqual(await askBackground(one, { type: "start", maskingLevel: "values", goal: "" }), { done: true });
  await one.control.evaluate(
    async (steps, inSight) => {
      const { put } = await import(/** @type {any} */ ("/background/steps.js"));
      const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
      const { active } = /** @type {any} */ (await chrome.storage.session.get("active"));
      const session = active.id;
      const document = "d";
      let made = 0;
      const tag = () => `<TEXT#${(made++).toString(16).padStart(16, "0")}>`;
      const sight = (/** @type {number} */ at) => `sight${Math.floor(at / inSight)}`;
      /** @param {number} seq @param {string} value */
      const step = (seq, value) => ({
        kind: "step",
        seq,
        time: seq,
        url: "https://x.example/",
        observation: { id: sight(seq) },
        action: { type: "change", field: "text", value },
      });
      /** @param {number} sequence @param {string} id @param {string} text */
      const take = (sequence, id, text) =>
        put({
          session,
          document,
          sequence,
          revision: 0,
          json: JSON.stringify(step(sequence, tag())),
          observation: JSON.stringify({ id, text }),
          made: Date.now(),
        });
      // As many masked texts as steps, all in what the first one was taken in.
      await take(0, sight(0), Array.from({ length: steps }, tag).join(" "));
      const write = (await openStore()).transaction(["sessions", "steps", "observations"], "readwrite");
      for (let at = 1; at < steps; at++) {
        const row = {
          session,
          document,
          sequence: at,
          revision: 0,
          observation: sight(at),
          step: step(at, `<TEXT_${at}>`),
        };
        void write.objectStore("steps").put(row);
        if (at % inSight === 0) void write.objectStore("observations").put({ session, id: sight(at), text: "- main" });
      }
      // Written past the background: it counts anew with the next step.
      const { tally: _, ...about } = await write.objectStore("sessions").get(session);
      void write.objectStore("sessions").put(about);
      await write.done;

      let next = steps;
      const takeMore = async (/** @type {number} */ count) => {
        const began = performance.now();
        for (let at = 0; at < count; at++, next++) await take(next, sight(next), "- main");
        return performance.now() - began;
      };
      await takeMore(1);
      /** @type {any} */ (globalThis).take = takeMore;
    },
    steps,
    IN_SIGHT,
  );
}

/** Stores a session and deletes it. @param {Opened} one @param {number} steps @returns {Promise<number>} how long the deletion took, in milliseconds */
async function remove(one, steps) {
  await storeSession(one, { id: "gone", steps });
  return one.control.evaluate(async () => {
    const { deleteSession } = await import(/** @type {any} */ ("/background/delete.js"));
    const { keysOf, openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const began = performance.now();
    await deleteSession("gone");
    const took = performance.now() - began;
    const left = await (await openStore()).count("steps", keysOf("gone"));
    if (left) throw new Error(`${left} steps are left`);
    return took;
  });
}
