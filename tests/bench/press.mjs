// Measures what a press costs on pages that are heavy in one way each, recorded and not: the page's wait for its own listener.

import { KIND, PAGES, openBrowser, recorded, serve, startRecording, switchOn } from "../browser/harness.mjs";
import { HEAVY, press } from "../browser/press.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

const site = await serve({ folders: { "/": PAGES } });
const opened = await openBrowser();
const { page } = opened;
/** @type {Record<string, {size: number, first: number, again: number, without: number}>} */
const figures = {};
const round = (/** @type {number} */ ms) => Math.round(ms * 10) / 10;
try {
  await page.goto(`${site.origin}/controls.html`);
  await switchOn(opened);
  const measure = async (/** @type {() => Promise<void>} */ ready) => {
    const all = [];
    for (const { kind, size } of HEAVY)
      all.push({ kind, size, ...(await press(page, site.origin, kind, size, ready)) });
    return all;
  };
  const without = await measure(async () => {});
  await page.goto(`${site.origin}/controls.html`);
  await startRecording(opened);
  const taken = await measure(() => recorded(opened));
  taken.forEach(({ kind, size, first, again }, at) => {
    figures[kind] = { size, first: round(first), again: round(again), without: round(without[at]?.again ?? 0) };
  });
  printTable([
    ["press, ms", "size", "first", "again", "not recorded"],
    ...Object.entries(figures).map(([kind, { size, first, again, without }]) => [kind, size, first, again, without]),
  ]);
  await writeFigures("press", { browser: KIND, pages: figures });
} finally {
  await opened.close();
  await site.close();
}
