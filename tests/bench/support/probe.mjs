// The core's answers about single elements, in a page of plain Chromium: the probe build on either engine.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const built = (/** @type {string} */ path) =>
  readFile(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), "utf8");

/** @typedef {"wasm" | "wasm2js"} EngineName */

/**
 * Puts `globalThis.probe` into a page: `{engine, roleAndName(element), selectors(element)}`.
 * @param {import("puppeteer-core").Page} page
 * @param {EngineName} engine
 */
export async function putProbe(page, engine) {
  // Where the page's policy forbids Wasm, its constructor throws: here we throw in its stead.
  const forbid =
    engine === "wasm2js"
      ? "const { Module } = WebAssembly; WebAssembly.Module = class { constructor() { throw 0; } };"
      : "";
  const allow = engine === "wasm2js" ? "WebAssembly.Module = Module;" : "";
  const scripts = ["page", "find", "beside"].map((name) => `extension/content/${name}.js`);
  const [answers, engines] = await Promise.all([
    Promise.all(scripts.map(built)).then((texts) => texts.join("\n")),
    built("pkg/probe/probe.js"),
  ]);
  const started = await page.evaluate(
    `${answers}\n${engines}\n${forbid}
    { const { engine, core } = overt.startEngine(); globalThis.probe = { engine, ...core }; }
    ${allow}\nprobe.engine`,
  );
  if (started !== engine) throw new Error(`the probe runs on ${started}, not on ${engine}`);
}
