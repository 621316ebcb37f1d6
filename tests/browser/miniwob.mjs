// Serves MiniWoB++ pages with a fixed seed, and does their tasks from the task's own sentence by real input.

import { TASKS } from "./miniwob-tasks.mjs";
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
