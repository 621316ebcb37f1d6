// Takes all the room that the disk, the browser or the extension's memory gives, and gives it back.

import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {import("./browser.mjs").Opened} Opened */

/** A browser's profile fits in it, with some of what it keeps there; in bytes. */
const DISK = 256 << 20;
/** What Firefox does by a setting only: hold to the limit of the memory. */
export const LIMITS = { "webextensions.storage.session.enforceQuota": true };

/** A disk of its own, in memory: a folder that can be filled. */
export async function mountDisk() {
  const folder = await mkdtemp(join(tmpdir(), "overt-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK}`, "tmpfs", folder]);
  const filler = join(folder, "filler");
  return {
    folder,
    /** Fills it to its last byte. */
    async fill() {
      for (const size of [1 << 20, 4096, 1]) {
        try {
          for (;;) await writeFile(filler, Buffer.alloc(size, 1), { flag: "a" });
        } catch (error) {
          // No room for so much: the next size is smaller.
          if (/** @type {any} */ (error).code !== "ENOSPC") throw error;
        }
      }
    },
    /** Gives it back. */
    free: () => rm(filler),
    async unmount() {
      // A process of the browser may still be ending.
      execFileSync("umount", ["--lazy", folder]);
      await rm(folder, { recursive: true });
    },
  };
}

/** Takes all that the browser gives the extension of `storage.local`. @param {Opened} opened */
export const fillQuota = ({ control }) => control.evaluate(fillArea, "local");

/** Takes all of the extension's session memory. @param {Opened} opened */
export const fillMemory = ({ control }) => control.evaluate(fillArea, "session");

/** Gives all of it back. @param {Opened} opened */
export const giveBack = ({ control }) =>
  control.evaluate(async () => {
    for (const area of [chrome.storage.local, chrome.storage.session])
      await area.remove(Object.keys(await area.get(null)).filter((key) => key.startsWith("filler")));
  });

/** In the page; but for so little that no step fits in it. (Chromium counts no bytes for texts of a few.) @param {"local" | "session"} area */
async function fillArea(area) {
  for (let size = 4_000_000, at = 0; size >= 64; at++) {
    if (at > 100) throw new Error(`storage.${area} has no end`);
    try {
      await chrome.storage[area].set({ [`filler${at}`]: "x".repeat(size) });
    } catch {
      size = Math.floor(size / 2);
    }
  }
}
