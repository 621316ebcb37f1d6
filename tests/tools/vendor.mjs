// Makes the npm libraries of extension/package.json into ES modules that can be read: one file for each in vendor/.
//
// What ships is what was reviewed: not minified, and lit's published source with its checks for developers off, as in
// its own production build.

import { readFileSync } from "node:fs";
import * as path from "node:path";
import * as esbuild from "esbuild";

/** Where `./build.sh` installs what extension/package-lock.json names. */
const libraries = path.resolve(import.meta.dirname, "../../pkg/libraries");

/** All of lit that pages may use: templates and what keeps a list in order, and nothing that takes HTML as text. */
const LIT = `
export { html, nothing, render, svg } from "lit-html";
export { live } from "lit-html/directives/live.js";
export { repeat } from "lit-html/directives/repeat.js";
`;

/** Where pages' types come from, relative to pkg/types/vendor. */
export const vendorTypes = {
  "vendor/compromise.d.ts": ['export { default } from "../../libraries/node_modules/compromise/types/three.js";'],
  "vendor/idb.d.ts": ['export * from "../../libraries/node_modules/idb/build/index.js";'],
  "vendor/lit.d.ts": [
    'export { html, nothing, render, svg } from "../../libraries/node_modules/lit-html/development/lit-html.js";',
    'export type { TemplateResult } from "../../libraries/node_modules/lit-html/development/lit-html.js";',
    ...["live", "repeat"].map(
      (name) => `export { ${name} } from "../../libraries/node_modules/lit-html/development/directives/${name}.js";`,
    ),
  ],
};

/** The files of vendor/. @returns {Promise<Map<string, Buffer>>} */
export async function vendorFiles() {
  return new Map([
    ["vendor/compromise.js", await compromise()],
    ["vendor/idb.js", readFileSync(path.join(libraries, "node_modules/idb/build/index.js"))],
    ["vendor/lit.js", await lit()],
  ]);
}

/** The published source of compromise, put into one file. */
async function compromise() {
  const result = await esbuild.build({
    stdin: { contents: 'export { default } from "compromise";', resolveDir: libraries },
    bundle: true,
    write: false,
    format: "esm",
    target: ["chrome140", "firefox140"],
    banner: {
      js: `// compromise ${version("compromise")}, https://compromise.cool, put into one module by tests/tools/vendor.mjs.`,
    },
  });
  const [file] = result.outputFiles;
  return Buffer.from(file.contents);
}

async function lit() {
  const result = await esbuild.build({
    stdin: { contents: LIT, resolveDir: libraries },
    bundle: true,
    write: false,
    format: "esm",
    target: ["chrome140", "firefox140"],
    conditions: ["development", "browser"],
    legalComments: "inline",
    banner: {
      js: `// lit-html ${version("lit-html")}, https://lit.dev, put into one module by tests/tools/vendor.mjs.`,
    },
    plugins: [{ name: "without checks for developers", setup: (build) => void build.onLoad(FILES, withoutChecks) }],
  });
  const [file] = result.outputFiles;
  return Buffer.from(file.contents);
}

const FILES = { filter: /lit-html.*\.js$/ };

/** @param {{path: string}} file */
function withoutChecks(file) {
  const source = readFileSync(file.path, "utf8");
  const contents = source.replace(/^(const|var) DEV_MODE = true;$/m, "$1 DEV_MODE = false;");
  if (source.includes("DEV_MODE") && contents === source) throw new Error(`${file.path}: DEV_MODE is not where it was`);
  return { contents: withoutInnerHtml(contents), loader: /** @type {const} */ ("js") };
}

/**
 * The strings of our own templates, which lit makes into elements, by a parser that runs and loads nothing; so that
 * innerHTML is set nowhere in the package.
 * @param {string} source
 */
function withoutInnerHtml(source) {
  const parsed = source.replace(
    /const el = d\.createElement\('template'\);\s+el\.innerHTML = (\w+);/,
    "const el = new DOMParser().parseFromString(`<template>${$1}</template>`, 'text/html').querySelector('template');",
  );
  if (/\.innerHTML = /.test(parsed)) throw new Error("lit-html sets innerHTML where it did not");
  return parsed;
}

/** @param {string} name */
function version(name) {
  return JSON.parse(readFileSync(path.join(libraries, "node_modules", name, "package.json"), "utf8")).version;
}
