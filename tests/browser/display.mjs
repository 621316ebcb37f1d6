// An X display of our own for each browser, so that real keys never land in another window.

import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * @typedef {object} Display
 * @property {string} name as `DISPLAY` wants it
 * @property {(...keys: string[]) => void} key presses keys one after the other, as xdotool names them
 * @property {() => string} screen a hash of all that is drawn now, the browser's own prompts included
 * @property {() => void} close
 */

/**
 * Starts Xvfb on a free display.
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  const folder = mkdtempSync(join(tmpdir(), "overt-display-"));
  // `-terminate`: it ends with its last client, so that a test that was killed leaves nothing behind; 30 s later, because a browser
  // that starts may first look at the display and go, and must find it again.
  const options = ["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp", "-terminate", "30"];
  const server = spawn("Xvfb", [...options, "-fbdir", folder], { stdio: ["ignore", "pipe", "ignore"] });
  const started = await Promise.race([once(server.stdout, "data"), once(server, "error").then(() => null)]);
  if (!started) throw new Error("no Xvfb: install the package xvfb");
  const name = `:${String(started[0]).trim()}`;
  return {
    name,
    key: (...keys) => execFileSync("xdotool", ["key", ...keys], { env: { ...process.env, DISPLAY: name } }),
    screen: () =>
      createHash("sha256")
        .update(readFileSync(join(folder, "Xvfb_screen0")))
        .digest("hex"),
    close: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
