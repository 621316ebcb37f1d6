// Role and accessible name: web-platform-tests' cases, and agreement with Chromium's own accessibility tree.
// ./build.sh bench names [PAGE-FOLDER [CASE-FOLDER]], the second being accname/name of web-platform-tests; both engines must answer alike.

import { openPlainBrowser } from "../browser/browser.mjs";
import { serve } from "../browser/serve.mjs";
import { compare } from "./support/agreement.mjs";
import { runCases } from "./support/accname.mjs";
import { findPages } from "./support/pages.mjs";
import { putProbe } from "./support/probe.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

const [givenPages, cases] = process.argv.slice(2);
/** @type {import("./support/probe.mjs").EngineName[]} */
const ENGINES = ["wasm", "wasm2js"];
/** How many misses of each kind are printed; all are in the file. */
const MOST_PRINTED = Number(process.env.OVERT_MISSES ?? 10);

/**
 * Opens each page, with every address but loopback's blocked, and asks both engines about it.
 * @template T
 * @param {{folder: string, names: string[]}} pages
 * @param {(page: import("puppeteer-core").Page, name: string) => Promise<T[]>} visit
 * @returns {Promise<Record<string, T[]>>} by engine
 */
async function visitAll({ folder, names }, visit) {
  const server = await serve({ folders: { "/": folder } });
  const { page, close } = await openPlainBrowser();
  /** @type {Record<string, T[]>} */
  const found = Object.fromEntries(ENGINES.map((engine) => [engine, []]));
  try {
    await page.setViewport({ width: 1280, height: 1000 });
    await page.setBypassCSP(true); // a saved policy would forbid Wasm
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      const here = request.url().startsWith(server.origin) || request.url().startsWith("data:");
      return here ? request.continue() : request.abort();
    });
    const session = await page.createCDPSession();
    for (const name of names) {
      await session.send("Emulation.setScriptExecutionDisabled", { value: false });
      await page.goto(`${server.origin}/${name}`, { waitUntil: "load" });
      // The page's own scripts rest from here on, so that both engines and Chromium's tree speak of the same page.
      await session.send("Emulation.setScriptExecutionDisabled", { value: true });
      for (const engine of ENGINES) {
        await putProbe(page, engine);
        found[engine].push(...(await visit(page, name)));
      }
    }
  } finally {
    await close();
    await server.close();
  }
  return found;
}

/** @param {number} part @param {number} whole */
const percent = (part, whole) => (whole ? Math.round((part / whole) * 100_000) / 1000 : 0);

/** @param {import("./support/accname.mjs").CaseResult[]} results */
function scoreCases(results) {
  const misses = results.filter((result) => result.found !== result.expected);
  return { passed: results.length - misses.length, of: results.length, misses };
}

/** @param {import("./support/agreement.mjs").Compared[]} nodes */
function scoreAgreement(nodes) {
  const nameMisses = nodes.filter((node) => node.name !== node.chromiumName);
  const roleMisses = nodes.filter((node) => node.role !== node.chromiumRole);
  return {
    names: percent(nodes.length - nameMisses.length, nodes.length),
    roles: percent(nodes.length - roleMisses.length, nodes.length),
    nodes: nodes.length,
    nameMisses,
    roleMisses,
  };
}

/** @type {Record<string, {wpt?: ReturnType<typeof scoreCases>, agreement?: ReturnType<typeof scoreAgreement>}>} */
const engines = Object.fromEntries(ENGINES.map((engine) => [engine, {}]));
const casePages = cases && (await findPages(cases));
if (casePages) {
  const results = await visitAll(casePages, runCases);
  for (const engine of ENGINES) engines[engine].wpt = scoreCases(results[engine]);
}
const pages = await findPages(givenPages);
if (pages) {
  const results = await visitAll(pages, compare);
  for (const engine of ENGINES) engines[engine].agreement = scoreAgreement(results[engine]);
}

printTable([
  ["engine", "cases passed", "of", "names agree %", "roles agree %", "nodes"],
  ...ENGINES.map((engine) => {
    const { wpt, agreement } = engines[engine];
    return [
      engine,
      wpt?.passed ?? "-",
      wpt?.of ?? "-",
      agreement?.names ?? "-",
      agreement?.roles ?? "-",
      agreement?.nodes ?? "-",
    ];
  }),
]);

const [first, ...others] = ENGINES.map((engine) => engines[engine]);
/** @param {string} title @param {any[]} misses */
const printMisses = (title, misses = []) => {
  if (misses.length) console.log(`  ${misses.length} ${title}:`);
  for (const miss of misses.slice(0, MOST_PRINTED)) console.log(`    ${JSON.stringify(miss)}`);
};
printMisses("cases missed", first.wpt?.misses);
printMisses("names that differ from Chromium's", first.agreement?.nameMisses);
printMisses("roles that differ from Chromium's", first.agreement?.roleMisses);

await writeFigures("names", { ...first, engines });
if (others.some((other) => JSON.stringify(other) !== JSON.stringify(first)))
  throw new Error("the engines differ: see pkg/bench/names.json");
