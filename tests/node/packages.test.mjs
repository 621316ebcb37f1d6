// What a store gets: the same bytes whoever assembles it, a bill of all that is in it, and permissions that each have a reason.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const VERSION = /^version = "([^"]+)"/m.exec(readFileSync(`${ROOT}Cargo.toml`, "utf8"))?.[1];
const skip = existsSync(`${ROOT}pkg/recorder/fallback.js`) ? false : "nothing is built yet: run ./build.sh";
const json = (/** @type {string} */ name) => JSON.parse(readFileSync(ROOT + name, "utf8"));

/** Assembles in a copy of everything but the compilers' work, with other dates of files, in another folder. @returns {string} its pkg */
function assembledElsewhere() {
  const copy = mkdtempSync(join(tmpdir(), "overt-assemble-"));
  for (const name of ["extension", "src", "tests/tools", "Cargo.toml", "Cargo.lock", "pkg/recorder", "pkg/review"])
    cpSync(ROOT + name, join(copy, name), { recursive: true });
  symlinkSync(`${ROOT}pkg/libraries`, join(copy, "pkg/libraries"));
  symlinkSync(`${ROOT}tests/node_modules`, join(copy, "tests/node_modules"));
  utimesSync(join(copy, "extension/manifest.json"), 1e9, 1e9);
  execFileSync("node", [join(copy, "tests/tools/assemble.mjs")], { stdio: ["ignore", "ignore", "inherit"] });
  return join(copy, "pkg");
}

test("two clean folders give the packages the same bytes, which are those of pkg/", { skip }, () => {
  const folders = [assembledElsewhere(), assembledElsewhere()];
  for (const browser of ["chrome", "firefox"]) {
    const name = `overt-${browser}-${VERSION}.zip`;
    const [one, other] = folders.map((folder) => readFileSync(join(folder, name)));
    assert.ok(one.equals(other), `${name} differs between two folders`);
    assert.ok(one.equals(readFileSync(`${ROOT}pkg/${name}`)), `pkg/${name} is not what its sources give`);
  }
  for (const folder of folders) rmSync(join(folder, ".."), { recursive: true });
});

test("the bill of materials names what is linked in, and no tool", { skip }, () => {
  const { components } = json("pkg/firefox/sbom.cdx.json");
  const names = components.map((/** @type {any} */ part) => part.purl.replace(/@.*/, ""));
  for (const name of [
    "pkg:cargo/serde_json",
    "pkg:cargo/psl",
    "pkg:cargo/siphasher",
    "pkg:npm/idb",
    "pkg:npm/lit-html",
  ])
    assert.ok(names.includes(name), `${name} is not in it`);
  for (const name of ["pkg:cargo/proptest", "pkg:cargo/thiserror-impl", "pkg:npm/typescript"])
    assert.ok(!names.includes(name), `${name} is in it`);
  for (const part of components) assert.match(part.hashes[0].content, /^([0-9a-f]{64}|[0-9a-f]{128})$/, part.name);
});

/** What may be in the package, and what may build and test it. */
const LICENCES =
  /^(MIT|Apache-2\.0|Apache-2\.0 WITH LLVM-exception|Unicode-3\.0|ISC|BSD-[23]-Clause|Zlib|0BSD|CC0-1\.0|Unlicense)$/;
/** Also for tools: file by file copyleft binds who changes them, and data under CC-BY who passes it on. */
const TOOL_LICENCES = /^(MPL-2\.0|BlueOak-1\.0\.0|Python-2\.0|CC-BY-[34]\.0|MIT-0|WTFPL|\(.*\))$/;
/** One of the alternatives is enough; of what is joined by AND each is needed. */
const fits = (/** @type {string} */ expression, /** @type {RegExp[]} */ kinds) =>
  expression
    .replaceAll("/", " OR ")
    .split(/\s+AND\s+/)
    .every((all) =>
      all
        .replace(/[()]/g, "")
        .split(/\s+OR\s+/)
        .some((one) => kinds.some((kind) => kind.test(one.trim()))),
    );

test("what ships is under licences that ask for no more than their text", { skip }, () => {
  for (const { name, licenses } of json("pkg/chrome/sbom.cdx.json").components)
    assert.ok(fits(licenses[0].expression, [LICENCES]), `${name}: ${licenses[0].expression}`);
});

test("every crate and npm package comes from its registry, is locked by a hash and may be used", () => {
  const args = ["metadata", "--format-version", "1", "--locked", "--all-features"];
  const { packages } = JSON.parse(execFileSync("cargo", args, { cwd: ROOT, maxBuffer: 1 << 28 }).toString());
  assert.ok(packages.length > 50);
  for (const { name, source, license } of packages) {
    if (name === "overt") continue;
    assert.equal(source, "registry+https://github.com/rust-lang/crates.io-index", name);
    assert.ok(fits(license ?? "none", [LICENCES, TOOL_LICENCES]), `${name}: ${license}`);
  }
  const locked = ["extension", "tests"]
    .flatMap((folder) => Object.entries(json(`${folder}/package-lock.json`).packages))
    .filter(([name]) => name);
  assert.ok(locked.length > 50);
  for (const [name, { integrity, resolved, license, link }] of locked) {
    assert.match(integrity ?? "", /^sha512-/, `${name} has no hash`);
    assert.ok(!link && !/^(git|file|http:)/.test(resolved ?? ""), `${name} comes from ${resolved}`);
    assert.ok(fits(license ?? "none", [LICENCES, TOOL_LICENCES]), `${name}: ${license}`);
  }
});

test("each permission has its reason in docs/permissions.md, and there is no other", () => {
  const manifest = json("extension/manifest.json");
  const wanted = [
    ...manifest.permissions,
    ...manifest.optional_host_permissions,
    ...(manifest.optional_permissions ?? []),
  ];
  const table = readFileSync(`${ROOT}docs/permissions.md`, "utf8");
  const told = [...table.matchAll(/^\| `([^`]+)` \| ([^|]{20,}) \|/gm)].map(([, name]) => name);
  assert.deepEqual(told.sort(), wanted.sort());
  assert.equal(manifest.host_permissions, undefined, "no site without the person's switch");
});

test("each permission is used", () => {
  const sources = readdirSync(`${ROOT}extension`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(`${ROOT}extension/${name}`, "utf8"))
    .join("\n");
  /** What each permission opens. @type {Record<string, RegExp>} */
  const uses = {
    activeTab: /\btabs\.query\(/,
    scripting: /\bscripting\.(register|execute)/,
    storage: /\bstorage\.(local|session|managed)\b/,
    sidePanel: /\bsidePanel\b/,
    alarms: /\balarms\./,
    unlimitedStorage: /\bopenDB\(/,
  };
  for (const permission of json("extension/manifest.json").permissions)
    assert.match(sources, uses[permission] ?? /(?!)/, `${permission} is not used, or this test does not know it`);
});
