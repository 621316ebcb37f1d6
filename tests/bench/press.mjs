// Measures what a press costs on pages that are heavy in one way each, recorded and not: how long the page's own listeners
// wait, and the longest task that comes of it. OVERT_BROWSER=firefox measures Firefox.

import { KIND, PAGES, openBrowser, recorded, serve, startRecording, switchOn } from "../browser/harness.mjs";
import { HEAVY, press } from "../browser/press.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

/** How often each page is pressed after the first time, an odd number. */
const TIMES = 5;

const site = await serve({ folders: { "/": PAGES } });
const maskingLevel = /** @type {import("../../extension/protocol").MaskingLevel} */ (
  process.env.OVERT_LEVEL ?? "structure"
);
const opened = await openBrowser();
const { page } = opened;
const round = (/** @type {number} */ ms) => Math.round(ms * 10) / 10;
/** @param {import("../browser/press.mjs").Cost} cost */
const rounded = ({ events, longest }) => ({ events: round(events), longest: round(longest) });
try {
  await page.goto(`${site.origin}/controls.html`);
  await switchOn(opened);
  const measure = async (/** @type {() => Promise<void>} */ ready) => {
    const all = [];
    for (const { kind, size } of HEAVY) all.push(await press(page, site.origin, kind, size, ready, TIMES));
    return all;
  };
  const without = await measure(async () => {});
  await page.goto(`${site.origin}/controls.html`);
  await startRecording(opened, { maskingLevel });
  const taken = await measure(() => recorded(opened));
  const figures = HEAVY.map(({ kind, size }, at) => ({
    kind,
    size,
    first: rounded(taken[at].first),
    again: rounded(taken[at].again),
    without: rounded(without[at].again),
  }));
  printTable([
    ["press, ms", "size", "wait, first", "again", "not recorded", "longest task, first", "again", "not recorded"],
    ...figures.map(({ kind, size, ...by }) => [
      kind,
      size,
      ...[by.first, by.again, by.without].map(({ events }) => events),
      ...[by.first, by.again, by.without].map(({ longest }) => longest),
    ]),
  ]);
  await writeFigures(KIND === "firefox" ? "press-firefox" : "press", { browser: KIND, pages: figures });
} finally {
  await opened.close();
  await site.close();
}
