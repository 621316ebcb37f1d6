// An X display of our own for each browser, so that real keys never land in another window.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Starts Xvfb on a free display; where there is no Xvfb the display of the environment is used.
 * @returns {Promise<{name: string, key: (...keys: string[]) => void, close: () => void}>}
 */
export async function openDisplay() {
  // `-terminate`: it ends with its last window, so that a test that was killed leaves nothing behind.
  const options = ["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp", "-terminate"];
  const server = spawn("Xvfb", options, { stdio: ["ignore", "pipe", "ignore"] });
  const started = await Promise.race([once(server.stdout, "data"), once(server, "error").then(() => null)]);
  const name = started ? `:${String(started[0]).trim()}` : process.env.DISPLAY;
  if (!name) throw new Error("no Xvfb and no DISPLAY: install the package xvfb");
  return {
    name,
    key: (...keys) => execFileSync("xdotool", ["key", ...keys], { env: { ...process.env, DISPLAY: name } }),
    close: () => {
      server.kill();
    },
  };
}
