// Runs what was exported in browsers without any extension: UserFlows by @puppeteer/replay, tests by Playwright.

import { PuppeteerRunnerExtension, createRunner, parse } from "@puppeteer/replay";
import { overtRunner } from "../../docs/examples/runner.mjs";
import { expect } from "@playwright/test";
import { chromium } from "playwright-core";
import { CHROMIUM, openPlainBrowser } from "./browser.mjs";

/** How long one step may take, in milliseconds. */
const PATIENCE = 5000;

/** Names the step that could not be replayed. */
class NamingExtension extends overtRunner(PuppeteerRunnerExtension) {
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
 * Runs an exported Playwright test in a page.
 * @template T
 * @param {import("playwright-core").Page} page
 * @param {string} source the exported module
 * @param {(page: import("playwright-core").Page) => Promise<T>} ask the page at the end
 * @returns {Promise<T>}
 */
async function runPlaywright(page, source, ask) {
  page.setDefaultTimeout(PATIENCE);
  // The runner's `test` takes a name and what to do; here what to do is done at once.
  const body = source.replace(/^import .*$/m, "");
  /** @type {Promise<void> | undefined} */
  let done;
  const test = (/** @type {string} */ _name, /** @type {(fixtures: {page: any}) => Promise<void>} */ act) => {
    done = act({ page });
  };
  new Function("test", "expect", body)(test, expect);
  await done;
  return ask(page);
}

/**
 * Two browsers for replays, each replay in a fresh context of its own; a browser is started for its first.
 */
export function openReplayers() {
  /** @type {ReturnType<typeof openPlainBrowser> | undefined} */
  let puppeteer;
  /** @type {Promise<import("playwright-core").Browser> | undefined} */
  let playwright;
  return {
    /**
     * Replays a flow.
     * @template T
     * @param {any} flow the parsed export
     * @param {(page: import("puppeteer-core").Page) => Promise<T>} ask the page at the end
     * @returns {Promise<T>}
     */
    async replay(flow, ask) {
      const { browser } = await (puppeteer ??= openPlainBrowser());
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        const extension = new NamingExtension(/** @type {any} */ (browser), /** @type {any} */ (page), {
          timeout: PATIENCE,
        });
        const runner = await createRunner(parse(flow), extension);
        await runner.run();
        return await ask(page);
      } finally {
        await context.close();
      }
    },
    /**
     * Runs an exported Playwright test.
     * @template T
     * @param {string} source the exported module
     * @param {(page: import("playwright-core").Page) => Promise<T>} ask the page at the end
     * @returns {Promise<T>}
     */
    async replayByPlaywright(source, ask) {
      playwright ??= chromium.launch({ executablePath: CHROMIUM, headless: true, args: ["--no-sandbox"] });
      const context = await (await playwright).newContext();
      try {
        return await runPlaywright(await context.newPage(), source, ask);
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await (await puppeteer)?.close();
      await (await playwright)?.close();
    },
  };
}
