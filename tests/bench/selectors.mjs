// Measures how many selectors still find their element after seven changes to real pages, beside five other generators.
// Usage: ./build.sh bench selectors [PAGE-FOLDER]

import { openPlainBrowser } from "../browser/browser.mjs";
import { serve } from "../browser/serve.mjs";
import { CHANGES, installChanges } from "./support/changes.mjs";
import { PEERS, peersScript } from "./support/peers.mjs";
import { openPlaywright } from "./support/playwright.mjs";
import { findPages } from "./support/pages.mjs";
import { putProbe } from "./support/probe.mjs";
import { printTable, writeFigures } from "./support/report.mjs";
import { resolve } from "./support/resolve.mjs";
import { Tally, withMedianTime } from "./support/tally.mjs";

/** How often selectors are made, each time on the page loaded anew; a target's time is the median. */
const ROUNDS = 3;
/** Targets of one page. */
const MOST = 40;
const OURS = "overt";
const PLAYWRIGHT = "playwright";

const [given, only] = process.argv.slice(2);
const pages = await findPages(given);
if (pages) await bench(pages);

/** @param {{folder: string, names: string[]}} pages */
async function bench({ folder, names }) {
  // Scripts would change the page between two loads; their addresses are blocked in any case.
  const site = await serve({
    folders: { "/": folder },
    rewrite: (_path, html) => html.replace(/<script\b[\s\S]*?<\/script>/gi, ""),
  });
  const plain = await openPlainBrowser();
  const playwright = only === "ours" ? undefined : await openPlaywright(site.origin);
  const peers = await peersScript();
  const tally = new Tally();
  try {
    // Some pages forbid Wasm by their policy; the wasm2js fallback gives the same answers.
    await plain.page.setBypassCSP(true);
    await plain.page.setRequestInterception(true);
    plain.page.on("request", (request) =>
      request.url().startsWith(`${site.origin}/`) ? request.continue() : request.abort(),
    );
    for (const name of names) {
      const targets = await measure(plain.page, `${site.origin}/${name}`, peers, tally);
      await playwright?.measure(name, targets, tally, PLAYWRIGHT, ROUNDS);
    }
  } finally {
    await Promise.all([plain.close(), playwright?.close()]);
    await site.close();
  }
  await report(tally);
}

/**
 * @param {import("puppeteer-core").Page} page
 * @param {string} url
 * @param {string} peers
 * @param {Tally} tally
 */
async function measure(page, url, peers, tally) {
  const open = async (/** @type {number[] | undefined} */ chosen) => {
    await page.goto(url, { waitUntil: "domcontentloaded" });
    return page.evaluate(installChanges, MOST, chosen);
  };
  const targets = await open();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) await open(targets);
    await putProbe(page, "wasm");
    await page.evaluate(peers);
    rounds.push(await page.evaluate(take, OURS, only === "ours" ? [] : PEERS));
  }
  const taken = withMedianTime(rounds);
  const asks = taken.flatMap(({ by, target, selectors }) => selectors.map((selector) => ({ by, target, selector })));
  for (const { by, time } of taken) tally.time(by, time);
  for (const change of ["none", ...CHANGES]) {
    if (change !== "none") await open(targets);
    await page.evaluate((name) => /** @type {any} */ (globalThis).changes.apply(name), change);
    const found = await resolve(page, asks);
    for (const { by, target } of taken) {
      const mine = found
        .map((one, at) => ({ ...one, ...asks[at] }))
        .filter((one) => one.by === by && one.target === target);
      tally.add(by, change, mine);
    }
  }
  console.log(`  ${url.split("/").at(-1)}: ${targets.length} targets`);
  return targets;
}

/**
 * Runs in the page: each generator's selectors of each target, and the time that they took in milliseconds.
 * @param {string} ours
 * @param {string[]} names of the peers
 */
function take(ours, names) {
  const { changes, probe, peers } = /** @type {any} */ (globalThis);
  // Nobody clicks in a page that has not been drawn.
  document.documentElement.getBoundingClientRect();
  /** @type {Record<string, (element: Element) => string[][]>} */
  const generators = { [ours]: (element) => probe.selectors(element) };
  for (const name of names) generators[name] = (element) => [[peers[name](element)]];
  /** @type {{by: string, target: number, selectors: string[][], time: number}[]} */
  const taken = [];
  for (const [by, generate] of Object.entries(generators))
    changes.targets.forEach((/** @type {Element} */ element, /** @type {number} */ target) => {
      const from = performance.now();
      let selectors = [];
      try {
        selectors = generate(element);
      } catch {
        // A generator that gives up on an element has no selector for it.
      }
      taken.push({ by, target, selectors, time: performance.now() - from });
    });
  return taken;
}

/** @param {Tally} tally */
async function report(tally) {
  const peers = only === "ours" ? [] : [...PEERS, PLAYWRIGHT];
  const figures = {
    ours: tally.figures(OURS),
    peers: Object.fromEntries(peers.map((name) => [name, tally.figures(name)])),
  };
  const row = (/** @type {string} */ name, /** @type {any} */ of, /** @type {any} */ by) => [
    name,
    ...["mean", ...CHANGES].map((change) => by[change]),
    name === "overt, any" ? "" : of.firstButTexts,
    name === "overt, any" ? "" : of.readable,
    of.unique,
    of.wrong,
    ...[of.mean, of.p95, of.max].map((time) => time.toFixed(2)),
  ];
  printTable([
    [
      "selector of",
      "mean %",
      ...CHANGES,
      "all but texts %",
      "readable %",
      "unique %",
      "wrong %",
      "mean ms",
      "p95",
      "max",
    ],
    row("overt, the first", figures.ours, figures.ours.first),
    row("overt, any", figures.ours, figures.ours.any),
    ...peers.map((name) => row(name, figures.peers[name], figures.peers[name].first)),
  ]);
  console.log(
    `  ${tally.count(OURS)} targets; ${figures.ours.length} selectors each; wrong in the list's order: ${figures.ours.wrongInOrder} %`,
  );
  if (process.env.OVERT_FAMILIES) printTable([["kind", "of", "mean", ...CHANGES, "wrong"], ...tally.families(OURS)]);
  await writeFigures("selectors", figures);
}
