// Has the extension installed by an administrator's policy, in a browser that alone sees that policy.

import { execFileSync } from "node:child_process";
import { createHash, createPublicKey } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { CHROMIUM, EXTENSION, KIND } from "./browser.mjs";
import { FLAGS } from "./chromium.mjs";
import { openDisplay } from "./display.mjs";
import { fillProfile } from "./firefox-profile.mjs";
import { ownPolicies } from "./own-policies.mjs";
import { serve } from "./serve.mjs";
import { waitFor } from "./wait.mjs";

const FIREFOX_ID = "overt@overt.example";
const UUID = "5b1f1a52-1a3c-4b55-8f3e-0d1d0a6c7e22";

/**
 * The extension as Chromium installs it from an administrator's server.
 * @param {string} folder gets the package and the list of updates
 * @param {string} origin of a server of that folder
 */
function packFor(folder, origin) {
  cpSync(EXTENSION, join(folder, "overt"), { recursive: true });
  const flags = ["--no-sandbox", "--headless", "--disable-gpu", `--user-data-dir=${join(folder, "packing")}`];
  execFileSync(CHROMIUM, [...flags, `--pack-extension=${join(folder, "overt")}`], { stdio: "pipe" });
  const key = createPublicKey(readFileSync(join(folder, "overt.pem"))).export({ type: "spki", format: "der" });
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 32);
  const id = [...hash].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
  const { version } = JSON.parse(readFileSync(join(EXTENSION, "manifest.json"), "utf8"));
  writeFileSync(
    join(folder, "updates.xml"),
    `<?xml version="1.0"?><gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">` +
      `<updatecheck codebase="${origin}/overt.crx" version="${version}"/></app></gupdate>`,
  );
  return id;
}

/**
 * Opens a browser in which an administrator's policy has installed the extension.
 * @param {Record<string, unknown>} [policy] that for the extension itself; absent: none
 * @returns {Promise<{own: import("puppeteer-core").Page, close: () => Promise<void>}>} `own`: its settings
 */
export async function openInstalled(policy) {
  const folder = mkdtempSync(join(tmpdir(), "overt-installed-"));
  const server = await serve({ folders: { "/": folder } });
  const display = await openDisplay();
  const opened = await (KIND === "firefox" ? firefox : chromium)(folder, server.origin, display.name, policy);
  const close = async () => {
    await opened.browser.close();
    await server.close();
    display.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const own = await waitFor("the extension to be installed", () => openOwn(opened.browser, opened.base), 60_000);
    return { own, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {import("puppeteer-core").Browser} browser @param {string} base */
async function openOwn(browser, base) {
  const page = await browser.newPage();
  // Firefox never settles the promise of a privileged page.
  void page.goto(`${base}settings/settings.html`).catch(() => {});
  const shown = await waitFor("the settings", () => page.$("#policy"), 3000).catch(() => null);
  if (!shown) await page.close();
  return shown && page;
}

/**
 * @param {string} folder
 * @param {string} origin
 * @param {string} display
 * @param {Record<string, unknown> | undefined} policy
 */
async function chromium(folder, origin, display, policy) {
  const id = packFor(folder, origin);
  const managed = {
    // By default nobody may look into what an administrator installed, a driver neither.
    DeveloperToolsAvailability: 1,
    ExtensionSettings: { [id]: { installation_mode: "force_installed", update_url: `${origin}/updates.xml` } },
    ...(policy && { "3rdparty": { extensions: { [id]: policy } } }),
  };
  const { program, write } = ownPolicies(folder);
  write(managed);
  const browser = await puppeteer.launch({
    executablePath: program,
    headless: false,
    pipe: true,
    defaultViewport: null,
    // Whoever drives a browser takes its extensions and their updates away.
    ignoreDefaultArgs: ["--disable-extensions", "--disable-background-networking", "--disable-component-update"],
    args: FLAGS.filter((flag) => !flag.startsWith("--disable-background") && !flag.startsWith("--disable-component")),
    env: { ...process.env, DISPLAY: display },
  });
  return { browser, base: `chrome-extension://${id}/` };
}

/**
 * @param {string} folder
 * @param {string} _origin
 * @param {string} _display
 * @param {Record<string, unknown> | undefined} policy
 */
async function firefox(folder, _origin, _display, policy) {
  const packages = fileURLToPath(new URL("../../pkg/", import.meta.url));
  const zip = readdirSync(packages).find((name) => /^overt-firefox-.*\.zip$/.test(name));
  const policies = {
    ExtensionSettings: {
      [FIREFOX_ID]: { installation_mode: "force_installed", install_url: `file://${packages}${zip}` },
    },
    ...(policy && { "3rdparty": { Extensions: { [FIREFOX_ID]: policy } } }),
  };
  const { program, write } = ownPolicies(folder);
  write({ policies });
  const profile = join(folder, "profile");
  await fillProfile(profile);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless: true,
    args: ["--remote-allow-system-access"],
    userDataDir: profile,
    extraPrefsFirefox: {
      // The package is not signed; an ESR takes such a one where this is false.
      "xpinstall.signatures.required": false,
      "extensions.webextensions.uuids": JSON.stringify({ [FIREFOX_ID]: UUID }),
    },
  });
  return { browser, base: `moz-extension://${UUID}/` };
}
