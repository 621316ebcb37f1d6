// The pages that a benchmark opens: of a folder that is given, or those of admin-lte, which `./build.sh bench` fetches from npm.

import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @param {string} [given] a folder, relative to the project's; default: OVERT_PAGES
 * @returns {Promise<{folder: string, names: string[]} | undefined>} `names`: all HTML files in it and below, with `/`; undefined,
 *   after saying so, where there is no such folder
 */
export async function findPages(given = process.env.OVERT_PAGES) {
  const folder = given && resolve(fileURLToPath(new URL("../../../", import.meta.url)), given);
  if (!folder || !existsSync(folder)) {
    console.log(`  skipped: there is no folder of pages ${given ?? "(OVERT_PAGES is not set)"}`);
    return undefined;
  }
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".html"));
  const names = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return { folder, names: names.sort() };
}
