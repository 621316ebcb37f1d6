// Puts the extension together from extension/ and what the build made: pkg/chrome, pkg/firefox, their zips and pkg/types.
//
// `node assemble.mjs twin FROM TO` turns wasm2js's module into one function (TO is then minified);
// `node assemble.mjs engines FOLDER TO` puts the two engines of pkg/recorder or pkg/probe into one script;
// `node assemble.mjs` does the rest. Beside vendor.mjs it uses nothing but node's own modules.

import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { vendorFiles, vendorTypes } from "./vendor.mjs";

const root = path.resolve(import.meta.dirname, "..");
const from = (/** @type {string[]} */ ...parts) => path.join(root, ...parts);
const read = (/** @type {string[]} */ ...parts) => fs.readFileSync(from(...parts), "utf8");

/** Files of extension/ that are no part of the extension. */
const notShipped = /(^|\/)(assemble\.mjs|vendor\.mjs|tsconfig\.json|manifest\.json)$|\.d\.ts$|\.svg$|(^|\/)\./;

/** Keys of the one manifest that only the other browser understands. */
const foreignKeys = {
  chrome: ["browser_specific_settings", "background.scripts"],
  firefox: ["minimum_chrome_version", "background.service_worker", "storage"],
};

try {
  const [, , command, source, target] = process.argv;
  if (command === "twin") fs.writeFileSync(target, twinFunction(fs.readFileSync(source, "utf8")));
  else if (command === "engines") fs.writeFileSync(target, enginesScript(source));
  else await assemble();
} catch (error) {
  console.error(`assemble.mjs: ${/** @type {Error} */ (error).message}`);
  process.exitCode = 1;
}

/** Writes pkg/chrome, pkg/firefox, the zips and pkg/types. */
async function assemble() {
  const recorder = enginesScript("pkg/recorder");
  const vendor = await vendorFiles();
  for (const browser of /** @type {const} */ (["chrome", "firefox"])) {
    const files = extensionFiles();
    files.set("manifest.json", Buffer.from(manifest(browser)));
    files.set("content/recorder.js", Buffer.from(recorder));
    files.set("core/overt.js", fs.readFileSync(from("pkg/review/overt.js")));
    files.set("core/overt_bg.wasm", fs.readFileSync(from("pkg/review/overt_bg.wasm")));
    for (const [name, bytes] of vendor) files.set(name, bytes);
    writeFolder(from("pkg", browser), files);
    checkManifestFiles(browser, files);
    const bytes = zip(files);
    fs.writeFileSync(from(`pkg/overt-${browser}.zip`), bytes);
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    console.log(`  pkg/overt-${browser}.zip ${bytes.length} bytes, sha256 ${hash}…`);
  }
  writeTypes();
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
  const version = /^version = "([^"]+)"/m.exec(read("Cargo.toml"))?.[1];
  if (!version) throw new Error("Cargo.toml: no version found");
  for (const key of foreignKeys[browser]) {
    const [outer, inner] = key.split(".");
    if (inner) delete source[outer][inner];
    else delete source[outer];
  }
  const { manifest_version, name, ...rest } = source;
  return JSON.stringify({ manifest_version, name, version, ...rest }, null, 2) + "\n";
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
 * Both engines in one classic script, as content/recorder.js is.
 * @param {string} folder with recorder.wasm, recorder.js and twin.js
 */
function enginesScript(folder) {
  const wasm = fs.readFileSync(from(folder, "recorder.wasm"));
  const template = `// Both engines of the recorder, put together by extension/assemble.mjs: overt.startEngine() picks one.
{
  const overt = (globalThis.overt ??= {});

  // wasm-bindgen's glue; WebAssembly is the browser's, or the twin's stand-in.
  function glue(WebAssembly) {
${patchedGlue(read(folder, "recorder.js"))}
    return wasm_bindgen;
  }

  // The same module as JavaScript (binaryen's wasm2js, minified), for pages whose policy forbids Wasm.
  ${read(folder, "twin.js").trim()}

  // Bytes of the Wasm module; 2.7 characters of base64 hold 2 bytes.
  const base64 =
    "${wasm.toString("base64")}";

  class TwinModule {}
  class TwinInstance {
    constructor(_module, imports) {
      this.exports = twin(imports);
    }
  }

  // The compiled module, or undefined where the page's policy forbids Wasm (a CompileError).
  function compile() {
    try {
      return new WebAssembly.Module(Uint8Array.fromBase64(base64));
    } catch {
      return undefined;
    }
  }

  // A fresh instance of the recorder on the engine that this page allows; synchronous.
  overt.startEngine = () => {
    const module = compile();
    const bindings = module
      ? glue(WebAssembly)
      : glue({ Module: TwinModule, Instance: TwinInstance });
    bindings.initSync({ module: module ?? new TwinModule() });
    return {
      engine: module ? "wasm" : "wasm2js",
      core: bindings,
    };
  };
}
`;
  return template;
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
 * wasm2js's ES module as `function twin(imports)`, which returns the exports.
 * @param {string} module
 */
function twinFunction(module) {
  const end = module.indexOf("var retasmFunc =");
  if (end < 0) throw new Error("wasm2js's output has no retasmFunc");
  const body = module.slice(0, end).replace(/^import .*;$/gm, "");
  if (/^(import|export)\b/m.test(body)) throw new Error("wasm2js's output has an import or export left");
  return `function twin(imports) {\n${body}\nreturn asmFunc(imports);\n}\n`;
}

/** pkg/types: what `tsc -p extension` sees beside extension/ (its rootDirs). */
function writeTypes() {
  const modules = {
    "core/overt.d.ts": ['export * from "../../review/overt.js";', 'export { default } from "../../review/overt.js";'],
    ...vendorTypes,
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

/**
 * A zip with the same bytes for the same files: sorted, dated 1980-01-01.
 * Layout: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3
 * @param {Map<string, Buffer>} files
 */
function zip(files) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const name of [...files.keys()].sort()) {
    const bytes = /** @type {Buffer} */ (files.get(name));
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name);
    const common = Buffer.alloc(26); // from "version needed" to "extra length"
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt16LE(0x0021, 8); // 1980-01-01
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14); // comment, disk and attributes: all zero
    tail.writeUInt32LE(offset, 10);
    const local = [Buffer.from("PK\x03\x04"), common, title, packed];
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), common, tail, title);
    bodies.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}
