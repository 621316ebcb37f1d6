// Starts a real Firefox with the built extension, and ends it with all that it made.

import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { killBrowser } from "./chromium.mjs";
import { FIREFOX, fillProfile } from "./firefox-profile.mjs";
import { inWindow } from "./firefox-window.mjs";
import { takeDownload } from "./downloads.mjs";
import { waitFor } from "./wait.mjs";

const PKG = fileURLToPath(new URL("../../pkg/", import.meta.url));
const EXTENSION = join(PKG, "firefox");
/** The extension's id in the manifest, and the UUID that this browser shall give it. */
const ID = "overt@overt.example";
const UUID = "5b1f1a52-1a3c-4b55-8f3e-0d1d0a6c7e11";
/** A file of the extension's that does nothing by itself: its review page would read and draw each step that is taken. */
const INERT = "manifest.json";

/** Whether the extension's background has been put to sleep. @param {import("./browser.mjs").Opened} opened @returns {Promise<boolean>} */
export const isAsleep = ({ control }) =>
  control.evaluate(() => !chrome.extension.getViews().some((view) => /background/.test(view.location.pathname)));

/** Ends the extension's background, as Firefox does itself once it was idle. @param {import("./browser.mjs").Opened} opened */
export const terminateBackground = (opened) =>
  inWindow(
    opened,
    (id) => {
      const { extension } = /** @type {any} */ (window).WebExtensionPolicy.getByID(id);
      return extension.terminateBackground({ ignoreDevToolsAttached: true });
    },
    ID,
  );

/**
 * Opens a headless Firefox with a profile that knows nothing of the extension. Its toolbar popup cannot be driven by WebDriver
 * BiDi: sites are switched on by a real click in an own page, and sessions started by the message that the popup sends.
 * @param {import("./browser.mjs").Options} [options] with a `profile` the extension is installed for good, and is there at its next start
 * @returns {Promise<import("./browser.mjs").Opened>}
 */
export async function openFirefox({ proxy, prefs, prompts = false, profile, env, program = FIREFOX } = {}) {
  const downloads = await mkdtemp(join(tmpdir(), "overt-downloads-"));
  const folder = profile ?? (await mkdtemp(join(tmpdir(), "overt-profile-")));
  await fillProfile(folder);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: program,
    headless: true,
    // Own pages are privileged; without this BiDi may not look into them.
    args: ["--remote-allow-system-access", "--width=1280", "--height=1000"],
    userDataDir: folder,
    env: { ...process.env, ...env },
    defaultViewport: null,
    extraPrefsFirefox: {
      // The prompt belongs to the browser's own window: most tests let a real click on the switch stand for it.
      "extensions.webextOptionalPermissionPrompts": prompts,
      // Only what Mozilla has signed is installed for good otherwise.
      "xpinstall.signatures.required": false,
      "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
      // Milliseconds until an idle background sleeps; 30,000 by default. What it begins when it is installed must be done by
      // then: with 1000 a busy machine sent it to sleep before it had opened the first page.
      "extensions.background.idle.timeout": 3000,
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.alwaysOpenPanel": false,
      "intl.accept_languages": "en-US",
      ...prefs,
      ...(proxy && {
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxy,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxy,
        "network.proxy.allow_hijacking_localhost": true,
        "network.proxy.no_proxies_on": "",
      }),
    },
  });
  const discard = async () => {
    await rm(downloads, { recursive: true, force: true });
    // A process of the browser may still be ending.
    if (!profile) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  // A browser that nobody closes would keep the test's process, and so the run, from ending.
  const orClose = async (/** @type {Promise<any>} */ begun) =>
    begun.catch(async (error) => {
      await browser.close();
      await discard();
      throw error;
    });
  await orClose(profile ? installForGood(browser, profile) : browser.installExtension(EXTENSION));
  const base = `moz-extension://${UUID}/`;
  const [page] = await browser.pages();
  if (!page) throw new Error("the browser opened without a tab");

  /** @param {string} path */
  const openOwn = async (path) => {
    const own = await browser.newPage();
    // The promise of a privileged page never settles.
    void own.goto(base + path).catch(() => {});
    await waitFor(`${path} to open`, () =>
      own
        .evaluate((url) => location.href === url && document.readyState === "complete", base + path)
        .catch(() => false),
    );
    return own;
  };
  const control = await orClose(openOwn(INERT));
  await page.bringToFront();
  /** @type {import("./browser.mjs").Opened} */
  const opened = {
    kind: "firefox",
    browser,
    page,
    base,
    display: { name: "", key: () => {}, screen: () => "", close: () => {} },
    control,
    openOwn,
    openControl: async () => {
      await waitFor("the extension to be back", () =>
        inWindow(opened, (id) => /** @type {any} */ (window).WebExtensionPolicy.getByID(id)?.active, ID),
      );
      opened.control = await openOwn(INERT);
      await page.bringToFront();
    },
    // It stays awake while it answers something. To wait until it is idle takes seconds.
    stopBackground: () =>
      waitFor("the background to sleep", async () => {
        await terminateBackground(opened);
        return isAsleep(opened);
      }),
    downloaded: (ending) => takeDownload(downloads, ending),
    kill: async () => {
      await killBrowser(browser);
      // Puppeteer puts back what it changed in a profile; a start before that would lose its own preferences.
      await waitFor(
        "the profile to be put back",
        () => !readdirSync(folder).some((name) => name.endsWith(".puppeteer")),
      );
      await discard();
    },
    close: async () => {
      await browser.close();
      await discard();
    },
  };
  return opened;
}

/**
 * Installs the package, unless this profile has it: the folder would be forgotten at the browser's end.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} profile
 */
async function installForGood(browser, profile) {
  if (existsSync(join(profile, "extensions", `${ID}.xpi`))) return;
  const { connection } = /** @type {any} */ (browser);
  const name = readdirSync(PKG).find((one) => /^overt-firefox-.*\.zip$/.test(one)) ?? "";
  const extensionData = { type: "archivePath", path: join(PKG, name) };
  const begun = Date.now();
  await connection.send("webExtension.install", { extensionData, "moz:permanent": true });
  // Killed before it has noted that, the browser would take the package for one that somebody put there, and leave it off.
  await waitFor("the install to be noted", () =>
    ["extensions.json", "addonStartup.json.lz4"].every((name) => statSync(join(profile, name)).mtimeMs > begun),
  );
}
