// The browsers of the tests: Chromium, or Firefox where OVERT_BROWSER says so, each with the extension; and a plain one for replays.

import puppeteer from "puppeteer-core";
import { CHROMIUM, FLAGS, openChromium } from "./chromium.mjs";
import { openFirefox } from "./firefox.mjs";
import { waitFor } from "./wait.mjs";

export { CHROMIUM, EXTENSION } from "./chromium.mjs";

/** Which browser these tests drive. */
export const KIND = process.env.OVERT_BROWSER === "firefox" ? "firefox" : "chromium";

/**
 * @typedef {object} Opened
 * @property {"chromium" | "firefox"} kind
 * @property {import("puppeteer-core").Browser} browser
 * @property {import("puppeteer-core").Page} page the first tab
 * @property {import("puppeteer-core").Page} control an own page of the extension in a tab behind the others, where tests call
 *   the extension's APIs: the background itself may sleep, and a debugger would keep it awake
 * @property {() => Promise<void>} openControl opens it again, after a reload of the extension has closed it
 * @property {() => Promise<void>} stopBackground puts the background's service worker to sleep
 * @property {(path: string) => Promise<import("puppeteer-core").Page>} openOwn opens a page of the extension in a new tab
 * @property {string} base `chrome-extension://…/` or `moz-extension://…/`
 * @property {import("./display.mjs").Display} display Chromium's; Firefox runs without one
 * @property {(ending: string) => Promise<{name: string, text: string}>} downloaded waits for the newest finished download that ends so, and takes it away
 * @property {() => Promise<void>} kill ends the browser so that it can save nothing; a `profile` of the caller's stays
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Options
 * @property {string[]} [args] of Chromium
 * @property {number} [proxy] a port on loopback that everything goes through
 * @property {Record<string, string | number | boolean>} [prefs] more of Firefox's
 * @property {boolean} [prompts] true lets also Firefox ask for a site
 * @property {string} [profile] a folder to keep the profile in; default: a fresh one, gone at the end
 * @property {Record<string, string>} [env] more of the environment
 * @property {string} [program] that starts the browser; default: the browser itself
 * @property {string} [extension] another folder to load in Chromium
 * @property {boolean} [unwatched] true keeps the debugger from Chromium's service workers: it would keep them awake
 * @property {boolean} [reporting] true: Chromium takes every certificate, and posts reports to their endpoints within a second
 */

/**
 * Opens the browser with the extension, and agrees on its first page as a person does.
 * @param {Options & {agree?: boolean}} [options] `agree`: false leaves the first page open, or expects none
 * @returns {Promise<Opened>}
 */
export async function openBrowser({ agree = true, ...options } = {}) {
  const opened = await (KIND === "firefox" ? openFirefox(options) : openChromium(options));
  try {
    if (agree) await agreeToText(opened);
  } catch (error) {
    // A browser that nobody closes would keep the test's process, and so the run, from ending.
    await opened.close();
    throw error;
  }
  return opened;
}

/**
 * Agrees on the first page, as a person does, and closes it.
 * @param {Opened} opened
 */
export async function agreeToText(opened) {
  const first = await firstPage(opened);
  await first.click("#agree");
  await waitFor("the consent to be kept", () => first.$("#withdraw"));
  await first.close();
  await opened.page.bringToFront();
}

/**
 * The page that opens at the install.
 * @param {Opened} opened
 * @param {number} [limit] milliseconds to wait for it; a browser that has just started may take its time
 */
export async function firstPage({ browser, base }, limit = 30_000) {
  const found = waitFor(
    "the first page",
    async () => {
      // What puppeteer knows of the URL is of before the tab was let into the extension.
      for (const page of await browser.pages()) {
        const url = await page.evaluate(() => location.href).catch(() => "");
        if (url === `${base}welcome/welcome.html` && (await page.$("#agree, #withdraw"))) return page;
      }
      return undefined;
    },
    limit,
  );
  await (await found).bringToFront();
  return found;
}

/**
 * For a test's `skip`: false in Chromium, the reason in Firefox.
 * @param {string} reason what of it Firefox does not have
 */
export const notInFirefox = (reason) => (KIND === "firefox" ? reason : false);

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
