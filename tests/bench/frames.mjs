// Measures what looking at the indicator on each frame of a press costs in Chromium: main-thread time a frame while a button is
// held down, recorded and not.

import { PAGES, openBrowser, pause, recorded, serve, startRecording, switchOn } from "../browser/harness.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

/** How long the button is held, in ms. */
const HELD = 3000;
const HEAVY = ["controls.html", "heavy.html?alike=8000", "heavy.html?texts=40000"];

const site = await serve({ folders: { "/": PAGES } });
const opened = await openBrowser();
const { page } = opened;
try {
  await page.goto(`${site.origin}/controls.html`);
  await switchOn(opened);
  const client = await page.createCDPSession();
  await client.send("Performance.enable");
  const measure = async (/** @type {() => Promise<void>} */ ready) => {
    const all = [];
    for (const path of HEAVY) {
      await page.goto(`${site.origin}/${path}`);
      await ready();
      await page.mouse.move(300, 300);
      await page.mouse.down();
      // Frames are drawn only where something changes; this is in both figures.
      await page.evaluate(() => {
        const root = /** @type {any} */ (window);
        root.drawn = 0;
        const each = () => (root.drawn++, requestAnimationFrame(each));
        each();
      });
      const before = await busy(client);
      const from = await page.evaluate(() => /** @type {any} */ (window).drawn);
      await pause(HELD);
      const frames = (await page.evaluate(() => /** @type {any} */ (window).drawn)) - from;
      const ms = (await busy(client)) - before;
      await page.mouse.up();
      all.push({ frames, ms: ms / frames });
    }
    return all;
  };
  const without = await measure(async () => {});
  await page.goto(`${site.origin}/controls.html`);
  await startRecording(opened);
  const looked = await measure(() => recorded(opened));
  const round = (/** @type {number} */ ms) => Math.round(ms * 100) / 100;
  const figures = HEAVY.map((path, at) => ({
    page: path,
    frames: looked[at].frames,
    looked: round(looked[at].ms),
    without: round(without[at].ms),
  }));
  printTable([
    ["main thread, ms a frame", "frames", "recorded", "not recorded"],
    ...figures.map(({ page, frames, looked, without }) => [page, frames, looked, without]),
  ]);
  await writeFigures("frames", { pages: figures });
} finally {
  await opened.close();
  await site.close();
}

/** Main-thread time so far in ms. @param {import("puppeteer-core").CDPSession} client */
async function busy(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
}
