// Presses a button on pages that are heavy in one way each, and tells how long the page waited for its own listener.

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{kind: string, size: number, role?: string, name?: RegExp}} Heavy `size`: the largest; name and role of what is pressed */

/** The ways, each with what is pressed there. @type {Heavy[]} */
export const HEAVY = [
  { kind: "none", size: 4 },
  { kind: "name", size: 1_000_000, name: /^Approve all Approve all .*…$/ },
  { kind: "text", size: 10_000_000 },
  { kind: "texts", size: 40_000 },
  { kind: "labelledby", size: 20_000, name: /^part part / },
  { kind: "table", size: 50_000 },
  { kind: "alike", size: 50_000 },
  { kind: "rows", size: 8_000 },
  { kind: "labels", size: 400, role: "checkbox", name: /^a a/ },
  { kind: "fields", size: 8_000 },
  { kind: "has", size: 4_000 },
  { kind: "deep", size: 400 },
];

/**
 * Opens the page, presses twice and tells what the second took, in milliseconds from each event to the page's listener behind ours.
 * @param {Page} page
 * @param {string} origin
 * @param {string} kind
 * @param {number} size
 * @param {() => Promise<void>} ready waits until the page is recorded, where it shall be
 * @returns {Promise<{first: number, again: number}>}
 */
export async function press(page, origin, kind, size, ready) {
  await page.goto(`${origin}/heavy.html?${kind}=${size}`);
  await ready();
  // Its layout is the page's own.
  await page.evaluate(() => void document.body.offsetHeight);
  const first = await once(page);
  return { first, again: await once(page) };
}

/** @param {Page} page */
async function once(page) {
  await page.evaluate(() => void (/** @type {any} */ (window.delays = {})));
  await page.click("#target");
  const { pointerdown, click } = await page.evaluate(() => /** @type {any} */ (window).delays);
  return pointerdown + click;
}
