// Measures what it costs to seal a step in the event's own tick, on both engines, beside WebCrypto's AES-GCM, which answers later.
// OVERT_BROWSER=firefox measures Firefox.

import { KIND, PAGES, openBrowser, serve } from "../browser/harness.mjs";
import { putProbe } from "./support/probe.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

/** Bytes of JSON: a click, a step with a long name, a step with its observation. */
const SIZES = [500, 2_000, 20_000];
/** How many texts are sealed for one figure, and of how many figures the median is told. */
const TEXTS = 200;
const ROUNDS = 9;

const site = await serve({ folders: { "/": PAGES } });
const opened = await openBrowser();
try {
  const { page } = opened;
  /** @type {Record<string, number[]>} */
  const took = {};
  for (const engine of /** @type {const} */ (["wasm", "wasm2js"])) {
    await page.goto(`${site.origin}/controls.html`);
    await putProbe(page, engine);
    took[engine] = await page.evaluate(sealed, SIZES, TEXTS, ROUNDS);
  }
  took.webCrypto = await page.evaluate(encrypted, SIZES, TEXTS, ROUNDS);
  const figures = SIZES.map((bytes, at) => ({
    bytes,
    ...Object.fromEntries(Object.entries(took).map(([name, all]) => [name, Math.round(all[at] * 10) / 10])),
  }));
  printTable([
    [`µs a text, ${KIND}`, ...Object.keys(took)],
    ...figures.map(({ bytes, ...by }) => [`${bytes} bytes`, ...Object.values(by)]),
  ]);
  await writeFigures(KIND === "firefox" ? "seal-firefox" : "seal", { browser: KIND, texts: figures });
} finally {
  await opened.close();
  await site.close();
}

/** Runs in the page: the median µs of sealing one text of each size. @returns {number[]} */
function sealed(/** @type {number[]} */ sizes, /** @type {number} */ texts, /** @type {number} */ rounds) {
  const seal = new /** @type {any} */ (globalThis).probe.Seal(crypto.getRandomValues(new Uint8Array(32)));
  return sizes.map((size) => {
    const json = JSON.stringify("x".repeat(size - 2));
    const all = Array.from({ length: rounds }, () => {
      const from = performance.now();
      for (let at = 0; at < texts; at++) seal.seal(crypto.getRandomValues(new Uint8Array(12)), json);
      return ((performance.now() - from) * 1000) / texts;
    });
    return all.sort((a, b) => a - b)[rounds >> 1] ?? 0;
  });
}

/** The same by WebCrypto, one text after the other. @returns {Promise<number[]>} */
async function encrypted(/** @type {number[]} */ sizes, /** @type {number} */ texts, /** @type {number} */ rounds) {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const medians = [];
  for (const size of sizes) {
    const json = JSON.stringify("x".repeat(size - 2));
    const all = [];
    for (let round = 0; round < rounds; round++) {
      const from = performance.now();
      for (let at = 0; at < texts; at++) {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(json));
      }
      all.push(((performance.now() - from) * 1000) / texts);
    }
    medians.push(all.sort((a, b) => a - b)[rounds >> 1] ?? 0);
  }
  return medians;
}
