// Work whose parts do not depend on each other: one that fails or hangs holds up none of the rest.

/**
 * Runs all, and waits for all. What failed is said in the console by its name only: an error's text may tell of a page.
 * @param {...(() => unknown)} parts
 * @returns {Promise<boolean>} whether none failed
 */
export async function apart(...parts) {
  const results = await Promise.allSettled(parts.map(async (part) => part()));
  const failed = results.filter((result) => result.status === "rejected");
  for (const { reason } of failed) console.error("Overt:", reason instanceof Error ? reason.name : "");
  return failed.length === 0;
}

/**
 * Waits for work, but no longer than so many milliseconds; the work goes on.
 * @param {number} ms
 * @param {Promise<unknown>} work
 */
export function atMost(ms, work) {
  return Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))]);
}
