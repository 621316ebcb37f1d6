// Starts a browser that alone sees its policies: a folder of the test stands where the policies of the machine are. A test that is
// killed so leaves none behind, which every browser started after it would obey.

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM, KIND } from "./browser.mjs";
import { FIREFOX } from "./firefox-profile.mjs";

/** Where the browser reads the policies of this machine. */
const PLACE = KIND === "firefox" ? "/etc/firefox/policies" : "/etc/chromium/policies";
/** The file in it that a policy goes into. */
const FILE = KIND === "firefox" ? "policies.json" : "managed/overt.json";

/** For a test's `skip`: false where a process can have a view of the file system of its own, else the reason. */
export const cannotManage = (() => {
  try {
    mkdirSync(PLACE, { recursive: true });
    execFileSync("unshare", ["-m", "mount", "--bind", tmpdir(), PLACE], { stdio: "pipe" });
    return false;
  } catch {
    return `${PLACE} cannot be put aside for one browser: run as root, where unshare may mount`;
  }
})();

/**
 * A browser's policies in a folder of the caller's, and the program that starts the browser with them.
 * @param {string} folder
 */
export function ownPolicies(folder) {
  const policies = join(folder, "policies");
  const program = join(folder, "browser.sh");
  mkdirSync(join(policies, "managed"), { recursive: true });
  const inside = `mount --bind ${policies} ${PLACE} && exec ${KIND === "firefox" ? FIREFOX : CHROMIUM} "$@"`;
  writeFileSync(program, `#!/bin/sh\nexec unshare -m sh -c '${inside}' sh "$@"\n`, { mode: 0o755 });
  /** @param {object} content in the browser's own form */
  const write = (content) => writeFileSync(join(policies, FILE), JSON.stringify(content));
  return { program, write };
}
