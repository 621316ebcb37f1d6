// The core's answers about single elements, in a page of plain Chromium: the probe build on either engine.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { SCRIPTS } from "../../../extension/shared/scripts.js";

const built = (/** @type {string} */ path) =>
  readFile(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8");

/** @typedef {"wasm" | "wasm2js"} EngineName */

/**
 * Puts `globalThis.probe` into a page: `{engine, roleAndName(element), selectors(element)}`.
 * @param {import("puppeteer-core").Page} page
 * @param {EngineName} engine
 */
export async function putProbe(page, engine) {
  const scripts = SCRIPTS.slice(0, SCRIPTS.indexOf("hover")).map((name) => `extension/content/${name}.js`);
  const [answers, core] = await Promise.all([
    Promise.all(scripts.map(built)).then((texts) => texts.join("\n")),
    built(`pkg/probe/${engine}.js`),
  ]);
  await page.evaluate(
    `${answers}\n${core}\n{ const { engine, core } = overt.startEngine(); globalThis.probe = { engine, ...core }; }`,
  );
}
