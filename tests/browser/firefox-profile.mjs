// The profile that a Firefox of the tests starts with: a copy of one in which it has run before, without the extension.
//
// In an empty profile Firefox compiles its own scripts and makes its databases anew, which is a quarter of what a start costs.

import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

/** Debian's browser by default; OVERT_FIREFOX names another. */
export const FIREFOX = process.env.OVERT_FIREFOX ?? "/usr/bin/firefox-esr";
/** Where build.sh keeps what it downloads. */
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "overt");
/** What belongs to the one run or to its folder: preferences, tabs, counts, the lock. */
const OF_THE_RUN =
  /^(prefs\.js|user\.js|pkcs11\.txt|session.*|datareporting|crashes|minidumps|saved-telemetry-pings|\.?parentlock|lock)$/;

/** Tells one build of Firefox from another: what it has compiled is of use to no other. */
const build = () =>
  execFileSync(FIREFOX, ["--full-version"], { encoding: "utf8" })
    .replace(/^\D+/, "") // its name
    .trim()
    .replace(/\W+/g, "-");

/**
 * Puts a used profile into a folder that is empty or not there; any other stays as it is.
 * @param {string} folder
 */
export async function fillProfile(folder) {
  if ((await readdir(folder).catch(() => [])).length > 0) return;
  await cp(await template(), folder, { recursive: true });
}

/** The folder of the profile that is copied; made where there is none of this build of Firefox. */
async function template() {
  const made = join(CACHE, `firefox-profile-${build()}`);
  if ((await readdir(made).catch(() => [])).length > 0) return made;
  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(`${made}-`);
  try {
    await useOnce(work);
    // Whole or not at all: a test file that begins just now must not find half of it.
    await rename(work, made);
  } catch (error) {
    // Another test file was faster: its profile is as good.
    if (!["ENOTEMPTY", "EEXIST"].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? "")) throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return made;
}

/** Starts Firefox in a folder, without the extension, ends it, and takes away what is of that run. @param {string} folder */
async function useOnce(folder) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    args: ["--remote-allow-system-access"],
    userDataDir: folder,
  });
  await browser.close();
  for (const name of await readdir(folder))
    if (OF_THE_RUN.test(name)) await rm(join(folder, name), { recursive: true });
}
