// Measures what an observation costs on real pages, on both engines, beside Playwright's aria snapshot of the same pages.
// Usage: ./build.sh bench observe [PAGE-FOLDER]

import { CHROMIUM, openPlainBrowser } from "../browser/browser.mjs";
import { serve } from "../browser/serve.mjs";
import { findPages } from "./support/pages.mjs";
import { putProbe } from "./support/probe.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

/** @typedef {{first: number, again: number, lines: number}} Taken milliseconds of the first and of the next observations */

/** How often each page is looked at after the first time. */
const TIMES = 5;

const [given] = process.argv.slice(2);
const pages = await findPages(given);
if (pages) await bench(pages);

/** @param {{folder: string, names: string[]}} pages */
async function bench({ folder, names }) {
  const site = await serve({
    folders: { "/": folder },
    rewrite: (_path, html) => html.replace(/<script\b[\s\S]*?<\/script>/gi, ""),
  });
  const plain = await openPlainBrowser();
  try {
    await plain.page.setBypassCSP(true);
    await plain.page.setRequestInterception(true);
    plain.page.on("request", (request) =>
      request.url().startsWith(`${site.origin}/`) ? request.continue() : request.abort(),
    );
    /** @type {Record<string, Taken[]>} */
    const taken = { wasm: [], wasm2js: [], playwright: [] };
    for (const engine of /** @type {const} */ (["wasm", "wasm2js"]))
      for (const name of names) {
        await plain.page.goto(`${site.origin}/${name}`, { waitUntil: "domcontentloaded" });
        await putProbe(plain.page, engine);
        taken[engine].push(await plain.page.evaluate(look, TIMES));
      }
    taken.playwright = await snapshots(site.origin, names);
    await report(taken);
  } finally {
    await plain.close();
    await site.close();
  }
}

/** Runs in the page. @param {number} times @returns {Taken} */
function look(times) {
  const { probe } = /** @type {any} */ (globalThis);
  const took = [];
  let text = "";
  for (let at = 0; at <= times; at++) {
    const from = performance.now();
    text = probe.observation(document.body);
    took.push(performance.now() - from);
  }
  const [first, ...rest] = took;
  return { first, again: rest.sort((a, b) => a - b)[Math.floor(times / 2)], lines: text.split("\n").length };
}

/**
 * Playwright's snapshots of the whole pages; its time holds the way to the browser and back.
 * @param {string} origin
 * @param {string[]} names
 * @returns {Promise<Taken[]>}
 */
async function snapshots(origin, names) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage({ bypassCSP: true, javaScriptEnabled: true });
  await page.route("**/*", (route) =>
    route.request().url().startsWith(`${origin}/`) ? route.continue() : route.abort(),
  );
  const all = [];
  for (const name of names) {
    await page.goto(`${origin}/${name}`, { waitUntil: "domcontentloaded" });
    const took = [];
    let text = "";
    for (let at = 0; at <= TIMES; at++) {
      const from = performance.now();
      text = await page.locator("body").ariaSnapshot();
      took.push(performance.now() - from);
    }
    const [first, ...rest] = took;
    all.push({ first, again: rest.sort((a, b) => a - b)[Math.floor(TIMES / 2)], lines: text.split("\n").length });
  }
  await browser.close();
  return all;
}

/** @param {Record<string, Taken[]>} taken */
async function report(taken) {
  const figures = Object.fromEntries(
    Object.entries(taken).map(([by, all]) => {
      const mean = (/** @type {keyof Taken} */ of) => all.reduce((sum, one) => sum + one[of], 0) / all.length;
      const first = all.map((one) => one.first).sort((a, b) => a - b);
      const round = (/** @type {number} */ number) => Math.round(number * 100) / 100;
      const figures = { first: mean("first"), again: mean("again"), max: first.at(-1) ?? 0, lines: mean("lines") };
      return [by, Object.fromEntries(Object.entries(figures).map(([name, number]) => [name, round(number)]))];
    }),
  );
  printTable([
    ["observation by", "first ms, mean", "again ms, mean", "first ms, max", "lines, mean"],
    ...Object.entries(figures).map(([by, { first, again, max, lines }]) => [by, first, again, max, lines]),
  ]);
  await writeFigures("observe", figures);
}
