// Playwright's selector generator, asked in a page of Playwright's own and resolved by its own engine.

import { CHANGES, installChanges } from "./changes.mjs";
import { CHROMIUM } from "../../browser/browser.mjs";
import { withMedianTime } from "./tally.mjs";

/**
 * Opens Playwright's browser. With PWDEBUG=console a page has `playwright.selector(element)` and `playwright.$$(selector)`
 * (https://playwright.dev/docs/debug#browser-developer-tools), the generator of codegen and `locator.normalize()`.
 * @param {string} origin the only one that is let through
 */
export async function openPlaywright(origin) {
  process.env.PWDEBUG = "console";
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const page = await browser.newPage({ bypassCSP: true, viewport: { width: 1280, height: 1000 } });
  page.setDefaultTimeout(120_000);
  await page.route("**/*", (route) =>
    route.request().url().startsWith(`${origin}/`) ? route.continue() : route.abort(),
  );

  /**
   * @param {string} name of the page
   * @param {number[]} targets their places in the page
   * @param {import("./tally.mjs").Tally} tally
   * @param {string} by
   * @param {number} rounds how often selectors are made
   */
  const measure = async (name, targets, tally, by, rounds) => {
    const open = async () => {
      await page.goto(`${origin}/${name}`, { waitUntil: "domcontentloaded" });
      await page.evaluate(({ install, places }) => globalThis.eval(`(${install})`)(0, places), {
        install: String(installChanges),
        places: targets,
      });
    };
    const made = [];
    for (let round = 0; round < rounds; round++) {
      await open();
      made.push(await page.evaluate(take));
    }
    const taken = withMedianTime(made);
    for (const { time } of taken) tally.time(by, time);
    const selectors = taken.map(({ selector }) => selector);
    for (const change of ["none", ...CHANGES]) {
      if (change !== "none") await open();
      await page.evaluate((one) => /** @type {any} */ (globalThis).changes.apply(one), change);
      const found = await page.evaluate(resolve, selectors);
      found.forEach((one, at) => tally.add(by, change, [{ ...one, selector: [selectors[at]] }]));
    }
  };
  return { measure, close: () => browser.close() };
}

/** Runs in the page. @returns {{selector: string, time: number}[]} */
function take() {
  const { changes, playwright } = /** @type {any} */ (globalThis);
  document.documentElement.getBoundingClientRect();
  return changes.targets.map((/** @type {Element} */ element) => {
    const from = performance.now();
    const selector = playwright.selector(element);
    return { selector, time: performance.now() - from };
  });
}

/** Runs in the page. @param {string[]} selectors */
function resolve(selectors) {
  const { changes, playwright } = /** @type {any} */ (globalThis);
  return selectors.map((selector, at) => {
    const found = playwright.$$(selector);
    return { count: found.length, right: found[0] === changes.targets[at] };
  });
}
