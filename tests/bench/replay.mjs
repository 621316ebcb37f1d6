// How many MiniWoB++ tasks, recorded once by real input, earn their reward when the exports are replayed.
// Usage: ./build.sh bench replay [TASK...]; a task may name its seed, as in click-link:seed2. OVERT_LEVEL names another masking
// level than `open`: below it no typed text is kept, so that what has to be typed cannot be replayed.

import { brief, openBrowser, recordTask, switchOn, waitFor } from "../browser/harness.mjs";
import { TASKS } from "../browser/miniwob-tasks.mjs";
import { doTask, reward, serveMiniwob } from "../browser/miniwob.mjs";
import { openReplayers } from "../browser/replay.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

const FOLDER = process.env.OVERT_MINIWOB;
const maskingLevel = /** @type {import("../../extension/protocol").MaskingLevel} */ (process.env.OVERT_LEVEL ?? "open");
const tasks = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(TASKS);

/** The reward at the end, or why there is none. @param {Promise<number | null | undefined>} replayed */
const earned = (replayed) =>
  replayed.then(
    (points) => (points === 1 ? undefined : `reward ${points}`),
    (error) => String(error.message).split("\n")[0]?.slice(0, 300) ?? "",
  );

if (FOLDER) await bench(FOLDER);
else console.log("  skipped: OVERT_MINIWOB does not name the folder html/ of the PyPI package miniwob");

/** @param {string} folder */
async function bench(folder) {
  const server = await serveMiniwob(folder);
  const opened = await openBrowser();
  const replayers = openReplayers();
  /** @type {{task: string, why: string}[]} */
  const failed = [];
  const counts = { tasks: 0, puppeteer: 0, playwright: 0 };
  try {
    await opened.page.goto(`${server.origin}/seed1/miniwob/click-button.html`);
    await switchOn(opened);
    for (const one of tasks) {
      const [task = "", seed = "seed1"] = one.split(":");
      counts.tasks++;
      const fail = (/** @type {string} */ by, /** @type {string | undefined} */ why) => {
        if (why !== undefined) failed.push({ task, why: `${by}: ${why}` });
        return why === undefined;
      };
      try {
        await opened.page.goto(`${server.origin}/${seed}/miniwob/${task}.html`);
        const { flow, source, trace } = await recordTask(
          opened,
          async (page) => {
            await doTask(page, task);
            await waitFor("the reward of the person", async () => (await reward(page)) === 1);
          },
          { steps: 2, maskingLevel },
        );
        const over = (/** @type {any} */ page) => waitFor("the reward of the replay", () => reward(page), 5000);
        const byPuppeteer = fail("puppeteer", await earned(replayers.replay(flow, over)));
        const byPlaywright = fail("playwright", await earned(replayers.replayByPlaywright(source, over)));
        if (byPuppeteer) counts.puppeteer++;
        if (byPlaywright) counts.playwright++;
        if ((!byPuppeteer || !byPlaywright) && process.env.OVERT_STEPS) console.log(trace.steps.map(brief).join(" | "));
      } catch (error) {
        fail("recording", error instanceof Error ? error.message.slice(0, 300) : String(error));
      }
    }
  } finally {
    await opened.close();
    await replayers.close();
    await server.close();
  }
  printTable([
    ["tasks", "puppeteer", "playwright"],
    [counts.tasks, counts.puppeteer, counts.playwright],
  ]);
  for (const { task, why } of failed) console.log(`  ${task}: ${why}`);
  await writeFigures("replay", { maskingLevel, ...counts, failed });
}
