// Writes down what the package is made of: every Rust crate and npm library that is in it, as CycloneDX 1.6.
//
// From Cargo.lock by way of `cargo metadata` (the graph of both Wasm builds, without tests and tools) and from
// extension/package-lock.json; without a date or a random number, so that the same sources give the same bytes.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** @typedef {{type: string, name: string, version: string, purl: string, licenses: {expression: string}[], hashes: {alg: string, content: string}[]}} Part */

/** @param {string} version the package's own */
export function billOfMaterials(version) {
  const parts = [...crates(), ...libraries()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: { type: "application", name: "overt", version, licenses: [{ expression: "Apache-2.0 OR MIT" }] },
    },
    components: parts,
  };
  return JSON.stringify(bill, null, 1) + "\n";
}

/** @returns {Part[]} */
function crates() {
  const args = ["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"];
  const output = execFileSync("cargo", [...args, "--features", "recorder,review"], { cwd: root, maxBuffer: 1 << 28 });
  const { packages, resolve } = JSON.parse(output.toString());
  const byId = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node]));
  /** What is linked in: neither tests nor build scripts, and no macros, which run in the compiler. @type {Set<string>} */
  const linked = new Set();
  const follow = (/** @type {string} */ id) => {
    if (linked.has(id)) return;
    linked.add(id);
    for (const { pkg, dep_kinds } of byId.get(id).deps)
      if (dep_kinds.some((/** @type {any} */ one) => one.kind === null)) follow(pkg);
  };
  follow(resolve.root);
  linked.delete(resolve.root);
  const lock = readFileSync(path.join(root, "Cargo.lock"), "utf8");
  return packages
    .filter((/** @type {any} */ one) => linked.has(one.id) && !one.targets[0].kind.includes("proc-macro"))
    .map((/** @type {any} */ { name, version, license }) => {
      const entry = new RegExp(
        `name = "${name}"\\nversion = "${version.replace(/[.+]/g, "\\$&")}"\\n[^[]*?checksum = "(\\w+)"`,
      );
      const checksum = entry.exec(lock)?.[1];
      if (!checksum) throw new Error(`Cargo.lock has no checksum of ${name} ${version}`);
      return part("cargo", name, version, license.replaceAll("/", " OR "), "SHA-256", checksum);
    });
}

/** @returns {Part[]} */
function libraries() {
  const { packages } = JSON.parse(readFileSync(path.join(root, "extension/package-lock.json"), "utf8"));
  return Object.keys(packages[""].dependencies).map((name) => {
    const { version, license, integrity } = packages[`node_modules/${name}`];
    const [algorithm, digest] = integrity.split("-");
    const hex = Buffer.from(digest, "base64").toString("hex");
    return part("npm", name, version, license, algorithm.replace("sha", "SHA-"), hex);
  });
}

/**
 * @param {string} kind @param {string} name @param {string} version @param {string} license @param {string} alg @param {string} content
 * @returns {Part}
 */
const part = (kind, name, version, license, alg, content) => ({
  type: "library",
  name,
  version,
  purl: `pkg:${kind}/${name}@${version}`,
  licenses: [{ expression: license }],
  hashes: [{ alg, content }],
});
