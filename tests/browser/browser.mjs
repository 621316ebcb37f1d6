// Starts a real Chromium with the built extension, and ends it with all that it made.

import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { openDisplay } from "./display.mjs";
import { waitFor } from "./wait.mjs";

/** The folder that a person loads in Chromium. */
export const EXTENSION = process.env.OVERT_EXTENSION ?? fileURLToPath(new URL("../../pkg/chrome", import.meta.url));
/** Debian's browser by default; OVERT_CHROMIUM names another. */
export const CHROMIUM = process.env.OVERT_CHROMIUM ?? "/usr/bin/chromium";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--window-position=0,0",
  "--window-size=1280,1000",
  "--lang=en-US",
];

/**
 * @typedef {object} Opened
 * @property {import("puppeteer-core").Browser} browser
 * @property {import("puppeteer-core").Page} page the first tab
 * @property {import("puppeteer-core").Page} control an own page of the extension in a tab behind the others, where tests call
 *   the extension's APIs: the background itself may sleep, and a debugger would keep it awake
 * @property {() => Promise<void>} stopBackground puts the background's service worker to sleep
 * @property {string} base `chrome-extension://…/`
 * @property {Awaited<ReturnType<typeof openDisplay>>} display
 * @property {string} downloads folder where downloads arrive
 * @property {(ending: string) => Promise<{name: string, text: string}>} downloaded waits for the newest finished download that ends so, and takes it away
 * @property {() => Promise<void>} close
 */

/**
 * Opens a headful Chromium with a fresh profile on a display of its own.
 * @param {{args?: string[]}} [options]
 * @returns {Promise<Opened>}
 */
export async function openBrowser({ args = [] } = {}) {
  const display = await openDisplay();
  const downloads = await mkdtemp(join(tmpdir(), "overt-downloads-"));
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    headless: false,
    pipe: true,
    protocolTimeout: 30_000,
    enableExtensions: [EXTENSION],
    defaultViewport: null,
    args: [...FLAGS, ...args],
    env: { ...process.env, DISPLAY: display.name },
  });
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  const worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().startsWith("chrome-extension://"),
  );
  const base = new URL("/", worker.url()).href;
  const [page] = await browser.pages();
  if (!page) throw new Error("the browser opened without a tab");
  const control = await openBehind(browser, `${base}manifest.json`);
  await page.bringToFront();
  return {
    browser,
    page,
    base,
    display,
    downloads,
    control,
    stopBackground: () => stopBackground(control),
    downloaded: (ending) => takeDownload(downloads, ending),
    close: async () => {
      await browser.close();
      display.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/**
 * A browser without any extension, as replay needs it.
 * @returns {Promise<{browser: import("puppeteer-core").Browser, page: import("puppeteer-core").Page, close: () => Promise<void>}>}
 */
export async function openPlainBrowser() {
  const browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    headless: true,
    pipe: true,
    args: FLAGS,
    defaultViewport: null,
  });
  const [page] = await browser.pages();
  if (!page) throw new Error("the browser opened without a tab");
  return { browser, page, close: () => browser.close() };
}

/**
 * Opens a tab behind the one in front.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} url
 */
async function openBehind(browser, url) {
  const session = await browser.target().createCDPSession();
  await session.send("Target.createTarget", { url, background: true });
  await session.detach();
  const page = await (await browser.waitForTarget((target) => target.url() === url)).page();
  if (!page) throw new Error(`${url} did not open in a tab`);
  return page;
}

/**
 * Stops the extension's service worker, and waits until the browser says that it stopped.
 * @param {import("puppeteer-core").Page} control
 */
async function stopBackground(control) {
  const session = await control.createCDPSession();
  let stopped = false;
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) {
      if (scriptURL.startsWith("chrome-extension:")) stopped = runningStatus === "stopped";
    }
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await waitFor("the background to stop", () => stopped);
  await session.detach();
}

/**
 * @param {string} folder
 * @param {string} ending
 */
async function takeDownload(folder, ending) {
  return waitFor(`a download that ends in ${ending}`, async () => {
    const name = (await readdir(folder)).find((one) => one.endsWith(ending));
    if (!name) return null;
    const text = await readFile(join(folder, name), "utf8");
    if (!text) return null;
    await rm(join(folder, name));
    return { name, text };
  });
}
