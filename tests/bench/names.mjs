// Role and accessible name: web-platform-tests' cases, and agreement with Chromium's own accessibility tree.
// node names.mjs [CASE-FOLDER [PAGE-FOLDER]]; both engines must answer alike.

import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openPlainBrowser } from "../browser/browser.mjs";
import { serve } from "../browser/serve.mjs";
import { compare } from "./support/agreement.mjs";
import { runCases } from "./support/accname.mjs";
import { putProbe } from "./support/probe.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

const DATA = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const [cases = join(DATA, "wpt-accname/name"), pages = join(DATA, "pages")] = process.argv.slice(2);
/** @type {import("./support/probe.mjs").EngineName[]} */
const ENGINES = ["wasm", "wasm2js"];
/** How many misses of each kind are printed; all are in the file. */
const MOST_PRINTED = Number(process.env.OVERT_MISSES ?? 10);

/** The pages of a folder and of those below it. @param {string} folder */
async function pagesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html"));
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
}

/**
 * Opens each page of a folder, with every address but loopback's blocked, and asks both engines about it.
 * @template T
 * @param {string} folder
 * @param {(page: import("puppeteer-core").Page, name: string) => Promise<T[]>} visit
 * @returns {Promise<Record<string, T[]>>} by engine
 */
async function visitAll(folder, visit) {
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
    for (const name of await pagesOf(folder)) {
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
if (existsSync(cases)) {
  const results = await visitAll(resolve(cases), runCases);
  for (const engine of ENGINES) engines[engine].wpt = scoreCases(results[engine]);
} else console.log(`  no cases in ${cases}: skipped`);
if (existsSync(pages)) {
  const results = await visitAll(resolve(pages), compare);
  for (const engine of ENGINES) engines[engine].agreement = scoreAgreement(results[engine]);
} else console.log(`  no pages in ${pages}: skipped`);

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
