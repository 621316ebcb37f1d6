// The detectors in Wasm, as the recorder has them: the probe build in node, without a page.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const built = (/** @type {string} */ path) => fileURLToPath(new URL(`../../../pkg/probe/${path}`, import.meta.url));
/** How much text, in bytes, is searched. */
const MEASURED = 16 << 20;

/**
 * Searches the texts one by one, again and again.
 * @param {string[]} texts
 * @returns {Promise<number>} megabytes a second, with the way of each text into the Wasm
 */
export async function searchInWasm(texts) {
  // The glue looks for the page's answers when it is asked about an element; no text asks for one.
  const glue = await readFile(built("recorder.js"), "utf8");
  const core = new Function("overt", `${glue}\nreturn wasm_bindgen;`)({});
  core.initSync({ module: await readFile(built("recorder.wasm")) });
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  // The fastest round: whatever else the machine does only makes others slower.
  let fastest = Infinity;
  for (let round = 0; round * bytes < MEASURED; round++) {
    const start = performance.now();
    for (const text of texts) core.privateIn(text);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return bytes / 1e3 / fastest;
}
