// Writes the rows that a test run reported as tables: `node tables.mjs FOLDER` makes NAME.json of each NAME.jsonl, and prints it.

import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Of several rows of one name the longest time counts; all other numbers are added up. */
const LONGEST = ["recoveryMs"];

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("node tables.mjs FOLDER");
for (const file of readdirSync(folder).filter((name) => name.endsWith(".jsonl"))) {
  const lines = readFileSync(join(folder, file), "utf8").trim().split("\n");
  const rows = together(lines.map((line) => JSON.parse(line)));
  writeFileSync(join(folder, `${basename(file, ".jsonl")}.json`), `${JSON.stringify(rows, null, 2)}\n`);
  rmSync(join(folder, file));
  console.table(rows);
}

/**
 * One row for each name and browser.
 * @param {Record<string, string | number>[]} rows
 */
function together(rows) {
  /** @type {Map<string, Record<string, string | number>>} */
  const sums = new Map();
  for (const row of rows) {
    const name = Object.values(row)
      .filter((value) => typeof value === "string")
      .join("\n");
    const sum = sums.get(name);
    if (sum) for (const [key, value] of Object.entries(row)) sum[key] = add(key, sum[key], value);
    else sums.set(name, row);
  }
  return [...sums.values()];
}

/**
 * @param {string} key
 * @param {string | number | undefined} before
 * @param {string | number} value
 */
function add(key, before, value) {
  if (typeof value === "string" || typeof before !== "number") return value;
  return LONGEST.includes(key) ? Math.max(before, value) : before + value;
}
