// Serves MiniWoB++ pages with a fixed seed, and does their tasks from the task's own sentence by real input.

import { serve } from "./serve.mjs";
import { waitFor } from "./wait.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** Long enough that no task times out while it is recorded, in milliseconds. */
const EPISODE = 10_000_000;

/**
 * Serves the folder `html/` of the PyPI package miniwob. `/<seed>/miniwob/<task>.html` is the task with that seed,
 * already past its click-to-start cover: the seed stands in the path because queries do not survive redaction.
 * @param {string} folder
 */
export function serveMiniwob(folder) {
  return serve({
    folders: Object.fromEntries(SEEDS.map((seed) => [`/${seed}/`, folder])),
    rewrite: (path, html) => html.replace("</body>", `${bootstrap(path.split("/")[1] ?? "")}</body>`),
  });
}

/** Seeds that are served. */
export const SEEDS = [...Array(20).keys()].map((at) => `seed${at + 1}`);

/** @param {string} seed */
function bootstrap(seed) {
  return `<script>addEventListener("load", () => { core.EPISODE_MAX_TIME = ${EPISODE}; Math.seedrandom("${seed}"); core.startEpisodeReal(); });</script>`;
}

/**
 * The reward of the episode before any discount for time: 1 is success, null while it is not over.
 * @param {Page} page
 * @returns {Promise<number | null>}
 */
export function reward(page) {
  return page.evaluate(() => {
    const { WOB_DONE_GLOBAL, WOB_RAW_REWARD_GLOBAL } = /** @type {any} */ (window);
    return WOB_DONE_GLOBAL ? WOB_RAW_REWARD_GLOBAL : null;
  });
}

/**
 * How each task is done, from its sentence.
 * @type {Record<string, (page: Page, query: string) => Promise<void>>}
 */
export const TASKS = {
  "click-button": async (page, query) => clickText(page, "#area button", quoted(query)),
  "click-link": async (page, query) => clickText(page, ".alink", quoted(query)),
  "click-option": async (page, query) => {
    await clickText(page, "#boxes label", between(query, "Select ", " and click"));
    await page.click("#subbtn");
  },
  "click-checkboxes": async (page, query) => {
    const names = between(query, "Select ", " and click");
    if (names !== "nothing") for (const name of names.split(", ")) await clickText(page, "#boxes label", name);
    await page.click("#subbtn");
  },
  "click-dialog": async (page) => page.click("button.ui-button"),
  "click-tab": async (page, query) => clickText(page, "#area ul a", between(query, "Click on ", ".")),
  "click-collapsible": async (page) => {
    await page.click("#area h3");
    await waitFor("the section to open", () => page.$eval("#subbtn", (button) => button.getClientRects().length > 0));
    await waitFor("the section to rest", () =>
      page.evaluate(
        () =>
          document.getAnimations().length === 0 && !document.querySelector(".ui-accordion-content[style*=overflow]"),
      ),
    );
    await page.click("#subbtn");
  },
  "enter-text": async (page, query) => {
    await page.click("#tt");
    await page.keyboard.type(quoted(query));
    await page.click("#subbtn");
  },
  "focus-text": async (page) => page.click("#tt"),
  "choose-list": async (page, query) => {
    await page.focus("#options");
    const name = between(query, "Select ", " from");
    for (const letter of name) await page.keyboard.press(/** @type {any} */ (letter));
    await page.click("#area button");
  },
};

/** Tasks with a password, which is masked and so cannot be replayed: what they prove is that it is. */
export const SECRET_TASKS = ["enter-password", "login-user"];

/**
 * Does the open task.
 * @param {Page} page
 * @param {string} task
 */
export async function doTask(page, task) {
  const query = await waitFor("the task's sentence", () =>
    page.$eval("#query", (node) => (node.textContent ?? "").replace(/\s+/g, " ").trim()),
  );
  await TASKS[task]?.(page, query);
}

/** @param {string} query */
export function quoted(query) {
  return /"([^"]*)"/.exec(query)?.[1] ?? "";
}

/**
 * @param {string} text
 * @param {string} before
 * @param {string} after
 */
function between(text, before, after) {
  const from = text.indexOf(before) + before.length;
  return text.slice(from, text.lastIndexOf(after));
}

/**
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
async function clickText(page, selector, text) {
  for (const element of await page.$$(selector)) {
    if (await element.evaluate((node, wanted) => node.textContent?.trim() === wanted, text)) return element.click();
  }
  throw new Error(`nothing like ${selector} has the task's text`);
}
