// Runs what was exported in a fresh browser without any extension: UserFlows by @puppeteer/replay, tests by Playwright.

import { PuppeteerRunnerExtension, createRunner, parse } from "@puppeteer/replay";
import { chromium } from "playwright-core";
import { CHROMIUM, openPlainBrowser } from "./browser.mjs";

/** How long one step may take, in milliseconds. */
const PATIENCE = 5000;

/** Names the step that could not be replayed. */
class NamingExtension extends PuppeteerRunnerExtension {
  /**
   * @param {import("@puppeteer/replay").Schema.Step} step
   * @param {import("@puppeteer/replay").Schema.UserFlow} flow
   */
  async runStep(step, flow) {
    try {
      await super.runStep(step, flow);
    } catch (error) {
      throw new Error(`step ${flow.steps.indexOf(step)} could not be replayed: ${JSON.stringify(step)}`, {
        cause: error,
      });
    }
  }
}

/**
 * Replays a flow in a page of a browser.
 * @template T
 * @param {import("puppeteer-core").Browser} browser
 * @param {import("puppeteer-core").Page} page
 * @param {any} flow the parsed export
 * @param {(page: import("puppeteer-core").Page) => Promise<T>} ask the page at the end
 * @returns {Promise<T>}
 */
export async function runFlow(browser, page, flow, ask) {
  const extension = new NamingExtension(/** @type {any} */ (browser), /** @type {any} */ (page), { timeout: PATIENCE });
  const runner = await createRunner(parse(flow), extension);
  await runner.run();
  return ask(page);
}

/**
 * Replays a flow in a fresh browser.
 * @template T
 * @param {any} flow the parsed export
 * @param {(page: import("puppeteer-core").Page) => Promise<T>} ask the page at the end
 * @returns {Promise<T>}
 */
export async function replay(flow, ask) {
  const { browser, page, close } = await openPlainBrowser();
  try {
    return await runFlow(browser, page, flow, ask);
  } finally {
    await close();
  }
}

/**
 * Runs an exported Playwright test in a page.
 * @template T
 * @param {import("playwright-core").Page} page
 * @param {string} source the exported module
 * @param {(page: import("playwright-core").Page) => Promise<T>} ask the page at the end
 * @returns {Promise<T>}
 */
export async function runPlaywright(page, source, ask) {
  page.setDefaultTimeout(PATIENCE);
  // The runner's `test` takes a name and what to do; here what to do is done at once.
  const body = source.replace(/^import .*$/m, "");
  /** @type {Promise<void> | undefined} */
  let done;
  const test = (/** @type {string} */ _name, /** @type {(fixtures: {page: any}) => Promise<void>} */ act) => {
    done = act({ page });
  };
  new Function("test", body)(test);
  await done;
  return ask(page);
}

/**
 * Runs an exported Playwright test in Playwright's own fresh browser.
 * @template T
 * @param {string} source the exported module
 * @param {(page: import("playwright-core").Page) => Promise<T>} ask the page at the end
 * @returns {Promise<T>}
 */
export async function replayByPlaywright(source, ask) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: ["--no-sandbox"] });
  try {
    return await runPlaywright(await browser.newPage(), source, ask);
  } finally {
    await browser.close();
  }
}
