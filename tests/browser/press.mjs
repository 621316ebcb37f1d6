// Presses a button on pages that are heavy in one way each, and tells how long the page waited for its own listener.

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{kind: string, size: number, role?: string, name?: RegExp}} Heavy `size`: the largest; name and role of what is pressed */
/** @typedef {{events: number, longest: number}} Cost milliseconds to the page's listeners in all, and of the longest task that came of the press */

/** The ways, each with what is pressed there. @type {Heavy[]} */
export const HEAVY = [
  { kind: "none", size: 4 },
  { kind: "name", size: 1_000_000, name: /^Approve all Approve all .*…$/ },
  { kind: "label", size: 1_000_000, name: /^Approve all Approve all .*…$/ },
  { kind: "value", size: 1_000_000, role: "textbox", name: /^Reason$/ },
  { kind: "editor", size: 1_000_000, role: "textbox", name: /^Reason$/ },
  { kind: "options", size: 20_000 },
  { kind: "address", size: 4_000_000 },
  { kind: "text", size: 10_000_000 },
  { kind: "texts", size: 40_000 },
  { kind: "labelledby", size: 20_000, name: /^part part / },
  { kind: "table", size: 50_000 },
  { kind: "alike", size: 50_000 },
  { kind: "rows", size: 8_000 },
  { kind: "labels", size: 400, role: "checkbox", name: /^a a/ },
  { kind: "fields", size: 8_000 },
  { kind: "has", size: 4_000 },
  { kind: "behind", size: 20_000 },
  { kind: "deep", size: 400 },
];

/**
 * Opens the page, presses, and tells what the first press cost and what the next ones did.
 * @param {Page} page
 * @param {string} origin
 * @param {string} kind
 * @param {number} size
 * @param {() => Promise<void>} ready waits until the page is recorded, where it shall be
 * @param {number} [times] how often it is pressed after the first
 * @returns {Promise<{first: Cost, again: Cost}>} `again` is the median of each
 */
export async function press(page, origin, kind, size, ready, times = 1) {
  await page.goto(`${origin}/heavy.html?${kind}=${size}`);
  await ready();
  const first = await once(page);
  const all = [];
  for (let at = 0; at < times; at++) all.push(await once(page));
  const median = (/** @type {keyof Cost} */ of) => all.map((one) => one[of]).sort((a, b) => a - b)[times >> 1];
  return { first, again: { events: median("events"), longest: median("longest") } };
}

/** @param {Page} page @returns {Promise<Cost>} */
async function once(page) {
  // What the page draws by itself is its own.
  await page.evaluate(() => /** @type {any} */ (window).watch());
  await page.click("#target");
  return page.evaluate(() => /** @type {any} */ (window).watched());
}
