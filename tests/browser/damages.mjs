// What can happen to the files of the extension's database while the browser is closed.

import assert from "node:assert/strict";
import { readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { KIND } from "./browser.mjs";

/** @type {Record<typeof KIND, Record<string, (folder: string) => Promise<unknown>>>} */
const ALL = {
  // LevelDB: a log, tables, a list of them (MANIFEST), and the name of that list (CURRENT).
  chromium: {
    "log cut": (folder) => each(folder, /\.log$/, halve),
    "MANIFEST gone": (folder) => each(folder, /^MANIFEST/, (file) => rm(file)),
    "CURRENT garbage": (folder) => each(folder, /^CURRENT$/, (file) => writeFile(file, "garbage\n")),
    deleted: (folder) => rm(folder, { recursive: true }),
  },
  // SQLite: one file.
  firefox: {
    "file cut": (folder) => each(folder, /\.sqlite$/, halve),
    "file garbage": (folder) => each(folder, /\.sqlite$/, (file) => writeFile(file, "garbage\n")),
    deleted: (folder) => rm(folder, { recursive: true }),
  },
};

/** What can be damaged, by what happens. */
export const DAMAGES = ALL[KIND];

/**
 * The folder of the extension's database in a profile.
 * @param {string} profile
 * @param {string} base the extension's address
 */
export function databaseOf(profile, base) {
  const { host } = new URL(base);
  if (KIND === "firefox") return join(profile, "storage", "default", `moz-extension+++${host}`, "idb");
  return join(profile, "Default", "IndexedDB", `chrome-extension_${host}_0.indexeddb.leveldb`);
}

/** Overwrites the file of the keys. @param {string} profile */
export async function damageKeys(profile) {
  const folder = KIND === "firefox" ? join("storage", "default") : join("Default", "File System");
  const all = await readdir(join(profile, folder), { recursive: true, withFileTypes: true });
  const found = [];
  for (const entry of all.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if (/^{"own":/.test(await readFile(file, "latin1"))) found.push(file);
  }
  assert.ok(found.length, "no file of keys in the profile");
  for (const file of found) await writeFile(file, "garbage\n");
}

/** @param {string} file */
const halve = async (file) => truncate(file, (await stat(file)).size >> 1);

/** @param {string} folder @param {RegExp} which @param {(file: string) => Promise<unknown>} damage */
async function each(folder, which, damage) {
  const names = (await readdir(folder)).filter((name) => which.test(name));
  assert.ok(names.length, `no file ${which} in the database`);
  for (const name of names) await damage(join(folder, name));
}
