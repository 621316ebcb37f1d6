// Starts a real Chromium with the built extension, and ends it with all that it made.

import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { openDisplay } from "./display.mjs";
import { takeDownload } from "./downloads.mjs";
import { waitFor } from "./wait.mjs";

/** The folder that a person loads in Chromium. */
export const EXTENSION = process.env.OVERT_EXTENSION ?? fileURLToPath(new URL("../../pkg/chrome", import.meta.url));
/** Debian's browser by default; OVERT_CHROMIUM names another. */
export const CHROMIUM = process.env.OVERT_CHROMIUM ?? "/usr/bin/chromium";

/** Quiet, without a network of its own, and always in English. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--hide-crash-restore-bubble",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--window-position=0,0",
  "--window-size=1280,1000",
  "--lang=en-US",
];

/** Without it no report is posted; puppeteer has it by itself too. */
const SILENT = "--disable-background-networking";
const REPORTING = ["--short-reporting-delay", "--ignore-certificate-errors"];

/** @typedef {import("./browser.mjs").Opened} Opened */

/**
 * Opens a headful Chromium on a display of its own.
 * @param {import("./browser.mjs").Options} [options]
 * @returns {Promise<Opened>}
 */
export async function openChromium({
  args = [],
  proxy,
  profile,
  env,
  program = CHROMIUM,
  extension = EXTENSION,
  reporting,
  unwatched,
} = {}) {
  const display = await openDisplay();
  const downloads = await mkdtemp(join(tmpdir(), "overt-downloads-"));
  const browser = await puppeteer.launch({
    executablePath: program,
    headless: false,
    pipe: true,
    protocolTimeout: 30_000,
    enableExtensions: unwatched ? true : [extension],
    ...(unwatched && { targetFilter: (target) => target.type() !== "service_worker" }),
    defaultViewport: null,
    userDataDir: profile,
    ...(reporting && { ignoreDefaultArgs: [SILENT] }),
    // `<-loopback>`: also what goes to this machine.
    args: [
      ...(reporting ? [...FLAGS.filter((flag) => flag !== SILENT), ...REPORTING] : FLAGS),
      ...args,
      ...(proxy ? [`--proxy-server=127.0.0.1:${proxy}`, "--proxy-bypass-list=<-loopback>"] : []),
    ],
    env: { ...process.env, ...env, DISPLAY: display.name },
  });
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  const base = unwatched ? `chrome-extension://${await browser.installExtension(extension)}/` : await baseOf(browser);
  const [page] = await browser.pages();
  if (!page) throw new Error("the browser opened without a tab");
  const control = await openBehind(browser, `${base}manifest.json`);
  await page.bringToFront();
  /** @type {Opened} */
  const opened = {
    kind: "chromium",
    browser,
    page,
    base,
    display,
    control,
    openOwn: async (path) => {
      const own = await browser.newPage();
      await own.goto(base + path);
      return own;
    },
    openControl: async () => {
      // Until the extension is back the browser blocks its pages.
      opened.control = await waitFor("the extension's own page", async () => {
        const page = await openBehind(browser, `${base}manifest.json`);
        if (await page.evaluate(() => Boolean(chrome.runtime?.id))) return page;
        return page.close();
      });
    },
    stopBackground: () => stopBackground(opened.control),
    downloaded: (ending) => takeDownload(downloads, ending),
    kill: async () => {
      await killBrowser(browser);
      display.close();
      await rm(downloads, { recursive: true, force: true });
    },
    close: async () => {
      await browser.close();
      display.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
  return opened;
}

/** Where the extension's files are. @param {import("puppeteer-core").Browser} browser */
async function baseOf(browser) {
  const worker = await browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().startsWith("chrome-extension://"),
  );
  return new URL("/", worker.url()).href;
}

/**
 * Ends the browser's main process as a power cut does: it can save nothing.
 * @param {import("puppeteer-core").Browser} browser
 */
export async function killBrowser(browser) {
  const main = browser.process();
  if (!main) throw new Error("the browser is not ours to kill");
  const gone = once(main, "exit");
  main.kill("SIGKILL");
  await gone;
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
  let status = "";
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) {
      if (scriptURL.startsWith("chrome-extension:")) status = runningStatus;
    }
  });
  await session.send("ServiceWorker.enable");
  // Again and again, because a message that was on its way may wake it just then; but never while it starts: it would be
  // started anew for the same message, and so for ever.
  await waitFor("the background to stop", async () => {
    if (status === "running") await session.send("ServiceWorker.stopAllWorkers");
    return status === "stopped";
  });
  await session.detach();
}

/**
 * The JavaScript worlds that extensions have in a page.
 * @param {import("puppeteer-core").CDPSession} session of that page
 */
export async function extensionWorlds(session) {
  /** @type {import("puppeteer-core").Protocol.Runtime.ExecutionContextDescription[]} */
  const worlds = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    if (context.origin.startsWith("chrome-extension:")) worlds.push(context);
  });
  await session.send("Runtime.enable");
  return worlds;
}
