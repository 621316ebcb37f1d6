// Runs an exported UserFlow with @puppeteer/replay in a fresh browser without any extension.

import { PuppeteerRunnerExtension, createRunner, parse } from "@puppeteer/replay";
import { openPlainBrowser } from "./browser.mjs";

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
