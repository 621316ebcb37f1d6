// Takes finished downloads out of a browser's folder.

import { readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { waitFor } from "./wait.mjs";

/**
 * Waits for a download that ends so, and takes it away.
 * @param {string} folder
 * @param {string} ending
 */
export async function takeDownload(folder, ending) {
  return waitFor(`a download that ends in ${ending}`, async () => {
    const name = (await readdir(folder)).find((one) => one.endsWith(ending));
    if (!name) return null;
    const text = await readFile(join(folder, name), "utf8");
    if (!text) return null;
    await rm(join(folder, name));
    return { name, text };
  });
}
