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
 * Replays a flow and asks the page at its end.
 * @template T
 * @param {any} flow the parsed export
 * @param {(page: import("puppeteer-core").Page) => Promise<T>} ask
 * @returns {Promise<T>}
 */
export async function replay(flow, ask) {
  const { browser, page, close } = await openPlainBrowser();
  try {
    const extension = new NamingExtension(/** @type {any} */ (browser), /** @type {any} */ (page), {
      timeout: PATIENCE,
    });
    const runner = await createRunner(parse(flow), extension);
    await runner.run();
    return await ask(page);
  } finally {
    await close();
  }
}

/**
 * Runs an exported Playwright test in Playwright's own fresh browser, and asks the page at its end.
 * @template T
 * @param {string} source the exported module
 * @param {(page: import("playwright-core").Page) => Promise<T>} ask
 * @returns {Promise<T>}
 */
export async function replayByPlaywright(source, ask) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
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
    return await ask(page);
  } finally {
    await browser.close();
  }
}
