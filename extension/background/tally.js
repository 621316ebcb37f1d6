// The tally of a session: how many steps it has, how often they changed, and a hash over all of them. It stands in the store
// and in the index, so that damage to either is noticed. Call `loadCore` first.
import { digest_of } from "../core/overt.js";
import { keysOf } from "../shared/store.js";

/** @typedef {import("../protocol").Tally} Tally */
/** @typedef {import("../protocol").StoredStep} StoredStep */

/** @type {Tally} */
export const NO_STEPS = { steps: 0, changes: 0, hash: 0 };

/** Of what is plain in a row: how it is sealed is another way each time. @param {StoredStep} row */
const hashOf = ({ step }) => digest_of(JSON.stringify(step) ?? "");

/** Hashes are added up in 32 bits, so that one can be taken out again. @param {StoredStep[]} rows */
const sumOf = (rows) => rows.reduce((sum, row) => (sum + hashOf(row)) >>> 0, 0);

/**
 * The tally after rows were replaced: none by one that is new, some by none that are gone.
 * @param {Tally} before
 * @param {StoredStep[]} old
 * @param {StoredStep[]} now
 * @returns {Tally}
 */
export const withRows = ({ steps, changes, hash }, old, now) => ({
  steps: steps - old.length + now.length,
  changes: changes + 1,
  hash: (hash - sumOf(old) + sumOf(now)) >>> 0,
});

/** The tally of all rows there are, after so many changes. @param {StoredStep[]} rows @param {number} changes @returns {Tally} */
export const tallyOf = (rows, changes) => ({ steps: rows.length, changes, hash: sumOf(rows) });

/**
 * What a session's record says, or, where that is of an earlier version or damaged, what its steps say.
 * @param {import("../protocol").StoredSession | undefined} session
 * @param {any} steps the object store, in a transaction
 * @returns {Promise<Tally>}
 */
export async function tallyIn(session, steps) {
  const { tally } = session ?? {};
  if (isTally(tally)) return tally;
  return session ? tallyOf(await steps.getAll(keysOf(session.id)), 0) : NO_STEPS;
}

/** @param {any} value @returns {value is Tally} */
export const isTally = (value) => [value?.steps, value?.changes, value?.hash].every(Number.isSafeInteger);
