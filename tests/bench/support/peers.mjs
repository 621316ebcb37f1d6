// The generators that Overt's selectors are measured beside: four that run in any page, and Playwright's.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

/** Each gives one css selector for an element. */
const SOURCE = `
  import { finder } from "@medv/finder";
  import { getCssSelector } from "css-selector-generator";
  import { select } from "optimal-select";
  import unique from "@cypress/unique-selector";
  globalThis.peers = {
    // Without a limit it takes more than three minutes for one element of one saved page.
    "css-selector-generator": (element) => getCssSelector(element, { maxCombinations: 1000, maxCandidates: 1000 }),
    "optimal-select": (element) => select(element),
    "@medv/finder": (element) => finder(element),
    "@cypress/unique-selector": (element) => (unique.default ?? unique)(element),
  };`;

/** The names of the peers that give one css selector. */
export const PEERS = ["css-selector-generator", "optimal-select", "@medv/finder", "@cypress/unique-selector"];

/** The peers as one script, which sets `globalThis.peers`. */
export async function peersScript() {
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: fileURLToPath(new URL("../../", import.meta.url)) },
    bundle: true,
    define: { global: "globalThis" },
    format: "iife",
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0].text;
}
