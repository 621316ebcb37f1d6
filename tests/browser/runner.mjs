// Runs an exported test as a person does who keeps it: by `playwright test`, in a folder of its own.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { CHROMIUM } from "./browser.mjs";
import { NPM } from "./serve.mjs";

const RUNNER = join(NPM, "@playwright/test/cli.js");

/**
 * Runs a test and says how that ended.
 * @param {string} source the exported module
 * @param {Record<string, string>} [variables] of the environment, for what was masked
 * @returns {Promise<{code: number | null, output: string}>} the runner's exit code, 0 where the test passed
 */
export async function runTest(source, variables = {}) {
  const folder = await mkdtemp(join(tmpdir(), "overt-runner-"));
  try {
    await symlink(NPM, join(folder, "node_modules"));
    await writeFile(join(folder, "exported.spec.mjs"), source);
    const use = { launchOptions: { executablePath: CHROMIUM, args: ["--no-sandbox"] }, actionTimeout: 5000 };
    await writeFile(join(folder, "playwright.config.mjs"), `export default ${JSON.stringify({ use, workers: 1 })};\n`);
    const runner = spawn(process.execPath, [RUNNER, "test", "--reporter=line"], {
      cwd: folder,
      env: { ...process.env, CI: "1", NO_COLOR: "1", ...variables },
    });
    const [output, errors, [code]] = await Promise.all([
      text(runner.stdout),
      text(runner.stderr),
      once(runner, "exit"),
    ]);
    return { code, output: output + errors };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
