// Waiting for a condition, the only way these tests wait.

const PAUSE = 25;
/** Ms after which what is waited for counts as never coming: far longer than it takes on a machine that others use too. */
const NEVER = 30_000;

/**
 * Asks again and again until the answer is truthy, and returns it; throws with `what` after `limit` milliseconds.
 * An error thrown by `condition` counts as "not yet": pages and workers come and go while we ask.
 * @template T
 * @param {string} what says what was waited for
 * @param {() => T | Promise<T>} condition
 * @param {number} [limit] milliseconds
 * @returns {Promise<NonNullable<T>>}
 */
export async function waitFor(what, condition, limit = NEVER) {
  const end = Date.now() + limit;
  let last;
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer;
      last = answer;
    } catch (error) {
      last = error instanceof Error ? error.message : error;
    }
    if (Date.now() > end) throw new Error(`waited ${limit} ms for ${what}; last answer: ${JSON.stringify(last)}`);
    await pause(PAUSE);
  }
}

/**
 * A pause for what has no condition to ask for; each caller says why.
 * @param {number} ms
 */
export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
