// Puts the extension together from extension/ and what the build made: pkg/chrome, pkg/firefox, their zips and pkg/types.
//
// `node assemble.mjs fallback FROM TO` turns wasm2js's module into one function (TO is then minified);
// `node assemble.mjs engine FOLDER wasm|wasm2js TO` makes a script of one engine of pkg/recorder or pkg/probe;
// `node assemble.mjs` does the rest. Of npm it uses esbuild, in vendor.mjs.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { billOfMaterials } from "./sbom.mjs";
import { vendorFiles, vendorTypes } from "./vendor.mjs";
import { zip } from "./zip.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const from = (/** @type {string[]} */ ...parts) => path.join(root, ...parts);
const read = (/** @type {string[]} */ ...parts) => fs.readFileSync(from(...parts), "utf8");

/** Files of extension/ that say how it is built and checked, and do not ship. */
const notShipped = /(^|\/)(tsconfig|manifest|package|package-lock)\.json$|\.d\.ts$|\.svg$|(^|\/)\./;

/** Keys of the one manifest that only the other browser understands. */
const foreignKeys = {
  chrome: ["browser_specific_settings", "background.scripts", "sidebar_action"],
  firefox: ["minimum_chrome_version", "background.service_worker", "storage", "side_panel", "permissions.sidePanel"],
};

/**
 * The engine of each browser's content scripts. In Chromium the page's Content-Security-Policy judges their Wasm, and an attempt that it
 * forbids is reported to the page and its server; nothing tells for certain beforehand (docs/unseen.md).
 */
const engines = /** @type {const} */ ({ chrome: "wasm2js", firefox: "wasm" });

try {
  const [, , command, source, ...more] = process.argv;
  if (command === "fallback") fs.writeFileSync(more[0], fallbackFunction(fs.readFileSync(source, "utf8")));
  else if (command === "engine") fs.writeFileSync(more[1], engineScript(source, more[0]));
  else await assemble();
} catch (error) {
  console.error(`assemble.mjs: ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
}

/** Writes pkg/chrome, pkg/firefox, the zips and pkg/types. */
async function assemble() {
  const vendor = await vendorFiles();
  const bill = Buffer.from(billOfMaterials(version()));
  removeOldZips();
  for (const browser of /** @type {const} */ (["chrome", "firefox"])) {
    const files = extensionFiles();
    files.set("manifest.json", Buffer.from(manifest(browser)));
    files.set("content/recorder.js", Buffer.from(engineScript("pkg/recorder", engines[browser])));
    files.set("core/overt.js", fs.readFileSync(from("pkg/review/overt.js")));
    files.set("core/overt_bg.wasm", fs.readFileSync(from("pkg/review/overt_bg.wasm")));
    for (const [name, bytes] of vendor) files.set(name, bytes);
    files.set("vendor/words.js", Buffer.from(wordsModule(files)));
    files.set("sbom.cdx.json", bill);
    writeFolder(from("pkg", browser), files);
    checkManifestFiles(browser, files);
    writeZip(browser, files);
  }
  const sources = sourceFiles();
  if (sources) writeZip("source", sources);
  writeTypes();
}

/**
 * The catalogues as a module. Chromium (156) does not keep JSON modules with an installed service worker: one that imports
 * any starts once, and never again after its first sleep.
 * @param {Map<string, Buffer>} files
 */
function wordsModule(files) {
  const lines = ["// The catalogues of _locales/ as a module, put together by tests/tools/assemble.mjs."];
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const language = /^_locales\/(\w+)\/messages\.json$/.exec(name)?.[1];
    if (language) lines.push(`export const ${language} = ${String(bytes).trim()};`);
  }
  return lines.join("\n") + "\n";
}

/** The version, which is written in Cargo.toml alone. */
function version() {
  const found = /^version = "([^"]+)"/m.exec(read("Cargo.toml"))?.[1];
  if (!found) throw new Error("Cargo.toml: no version found");
  return found;
}

/** A zip of another version would look like one of this. */
function removeOldZips() {
  for (const name of fs.readdirSync(from("pkg"))) if (/^overt-.*\.zip$/.test(name)) fs.rmSync(from("pkg", name));
}

/** @param {"chrome" | "firefox" | "source"} what @param {Map<string, Buffer>} files */
function writeZip(what, files) {
  const name = `pkg/overt-${what}-${version()}.zip`;
  const bytes = zip(files);
  fs.writeFileSync(from(name), bytes);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  console.log(`  ${name} ${bytes.length} bytes, sha256 ${hash}…`);
}

/** What is kept in git, for reviewers of a store to build from; undefined where this is no clone. */
function sourceFiles() {
  try {
    const names = execFileSync("git", ["ls-files", "-z"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const all = names.split("\0").filter((name) => name && fs.existsSync(from(name)));
    return new Map(all.map((name) => [name, fs.readFileSync(from(name))]));
  } catch {
    return undefined;
  }
}

/** The files of extension/ that are shipped, by path with `/`. */
function extensionFiles() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const entry of fs.readdirSync(from("extension"), {
    recursive: true,
    withFileTypes: true,
  })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(from("extension"), file).split(path.sep).join("/");
    if (!notShipped.test(name)) files.set(name, fs.readFileSync(file));
  }
  return files;
}

/**
 * The manifest for one browser, with the version of Cargo.toml.
 * @param {"chrome" | "firefox"} browser
 */
function manifest(browser) {
  const source = JSON.parse(read("extension/manifest.json"));
  for (const key of foreignKeys[browser]) {
    const [outer, inner] = key.split(".");
    if (Array.isArray(source[outer])) source[outer] = source[outer].filter((one) => one !== inner);
    else if (inner) delete source[outer][inner];
    else delete source[outer];
  }
  const { manifest_version, name, ...rest } = source;
  return JSON.stringify({ manifest_version, name, version: version(), ...rest }, null, 2) + "\n";
}

/**
 * Fails when the manifest names a file that is not there.
 * @param {string} browser
 * @param {Map<string, Buffer>} files
 */
function checkManifestFiles(browser, files) {
  const text = String(files.get("manifest.json"));
  for (const [, name] of text.matchAll(/"([\w/-]+\.(?:js|html|png))"/g)) {
    if (!files.has(name)) throw new Error(`${browser}: the manifest names ${name}: no such file`);
  }
}

/**
 * One engine in a classic script, as content/recorder.js is. Both are the same module; neither asks the page for anything.
 * @param {string} folder with recorder.wasm, recorder.js and fallback.js
 * @param {string} engine `wasm` or `wasm2js`
 */
function engineScript(folder, engine) {
  const start = engine === "wasm" ? startWasm(folder) : startFallback(folder);
  return `// The recorder, put together by tests/tools/assemble.mjs: overt.startEngine() starts it.
{
  const overt = (globalThis.overt ??= {});

  // wasm-bindgen's glue; WebAssembly is the browser's, or the fallback's stand-in.
  function glue(WebAssembly) {
${patchedGlue(read(folder, "recorder.js"))}
    return wasm_bindgen;
  }

${start}
}
`;
}

/** @param {string} folder */
function startWasm(folder) {
  const wasm = fs.readFileSync(from(folder, "recorder.wasm"));
  return `  // Bytes of the Wasm module; 2.7 characters of base64 hold 2 bytes.
  const base64 =
    "${wasm.toString("base64")}";

  // A fresh instance of the recorder; synchronous. Only for where no policy of the page can forbid Wasm.
  overt.startEngine = () => {
    const core = glue(WebAssembly);
    core.initSync({ module: new WebAssembly.Module(Uint8Array.fromBase64(base64)) });
    return { engine: "wasm", core };
  };`;
}

/** @param {string} folder */
function startFallback(folder) {
  return `  // The Wasm module as JavaScript (binaryen's wasm2js, minified): runs whatever the page's policy says of Wasm.
  ${read(folder, "fallback.js").trim()}

  class Module {}
  class Instance {
    constructor(_module, imports) {
      this.exports = fallback(imports);
    }
  }

  // A fresh instance of the recorder; synchronous.
  overt.startEngine = () => {
    const core = glue({ Module, Instance });
    core.initSync({ module: new Module() });
    return { engine: "wasm2js", core };
  };`;
}

/**
 * wasm-bindgen's no-modules glue, without its asynchronous loader (which fetches) and made to see a memory that has
 * grown without detaching the old buffer, as wasm2js's does.
 * @param {string} glue
 */
function patchedGlue(glue) {
  const view = "cached\\w+Memory0";
  const patches = /** @type {const} */ ([
    [/ {4}if \(typeof document [^{]*\{\n[^}]*\}\n/, ""],
    [/ {4}let script_src;\n/, ""],
    [/ {4}async function __wbg_load\(.*?(?= {4}function initSync\()/s, ""],
    [/ {4}let __wbg_init_promise;.*?(?= {4}return Object\.assign\()/s, ""],
    [/Object\.assign\(__wbg_init, /, "Object.assign("],
    [new RegExp(`if \\((${view}) === null \\|\\| [^{]+\\{`, "g"), "if ($1?.buffer !== wasm.memory.buffer) {"],
  ]);
  let patched = glue;
  for (const [pattern, replacement] of patches) {
    const before = patched;
    patched = patched.replace(pattern, replacement);
    if (patched === before) throw new Error(`wasm-bindgen's glue has nothing like ${pattern}`);
  }
  const unpatched = new RegExp(`${view} === null|detached|\\bfetch\\(|script_src|__wbg_init\\b`);
  const left = unpatched.exec(patched);
  if (left) throw new Error(`wasm-bindgen's glue still has ${left[0]}`);
  return patched.trimEnd();
}

/**
 * wasm2js's ES module as `function fallback(imports)`, which returns the exports.
 * @param {string} module
 */
function fallbackFunction(module) {
  const end = module.indexOf("var retasmFunc =");
  if (end < 0) throw new Error("wasm2js's output has no retasmFunc");
  const body = module.slice(0, end).replace(/^import .*;$/gm, "");
  if (/^(import|export)\b/m.test(body)) throw new Error("wasm2js's output has an import or export left");
  return `function fallback(imports) {\n${body}\nreturn asmFunc(imports);\n}\n`;
}

/** pkg/types: what `tsc -p extension` sees beside extension/ (its rootDirs). */
function writeTypes() {
  const modules = {
    // As text: what it imports from extension/ is found from here, and is silently any from where it was made.
    "core/overt.d.ts": [read("pkg/review/overt.d.ts").trimEnd()],
    ...vendorTypes,
    "vendor/words.d.ts": [
      'import type words from "../../../extension/_locales/en/messages.json";',
      "export const de: typeof words, en: typeof words, es: typeof words, fr: typeof words, ja: typeof words;",
    ],
  };
  for (const [name, lines] of Object.entries(modules)) {
    const file = from("pkg/types", name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, lines.join("\n") + "\n");
  }
}

/**
 * Makes a folder hold exactly these files; what is right already is not touched, so a running browser may have it open.
 * @param {string} folder
 * @param {Map<string, Buffer>} files
 */
function writeFolder(folder, files) {
  fs.mkdirSync(folder, { recursive: true });
  for (const entry of fs.readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join("/");
    if (entry.isFile() && !files.has(name)) fs.rmSync(file);
  }
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    if (fs.existsSync(file) && fs.readFileSync(file).equals(bytes)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
}
