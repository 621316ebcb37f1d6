// Does in a replay with @puppeteer/replay what a UserFlow has no words for: drags, lines that are drawn, files, and answers to dialogs.
//
//   import { PuppeteerRunnerExtension, createRunner, parse } from "@puppeteer/replay";
//   import { overtRunner } from "./runner.mjs";
//   const Runner = overtRunner(PuppeteerRunnerExtension);
//   await (await createRunner(parse(flow), new Runner(browser, page))).run();
//
// Files are taken from the environment: `FILE_1` is the path of the first that is chosen. Each dialog is answered with OK, because a
// recording does not hold what was answered.

/** At how many places a drag moves the pointer: some pages take no jump for one. */
const STEPS = 8;

/** @typedef {{selectors: string[][], box: [number, number, number, number]}} Target */
/** @typedef {{action: any, target?: Target, frame?: number[], tab?: number}} Recorded */

/**
 * The class of a runner that extends the one of @puppeteer/replay.
 * @template {new (...args: any[]) => any} T
 * @param {T} PuppeteerRunnerExtension
 */
export const overtRunner = (PuppeteerRunnerExtension) =>
  class OvertRunner extends PuppeteerRunnerExtension {
    #files = 0;

    /** @param {any} flow */
    async beforeAllSteps(flow) {
      await super.beforeAllSteps(flow);
      const answer = (/** @type {any} */ page) =>
        page?.on("dialog", (/** @type {any} */ dialog) => void dialog.accept().catch(() => {}));
      answer(this.page);
      this.browser.on("targetcreated", async (/** @type {any} */ target) => {
        if (target.type() === "page") answer(await target.page());
      });
    }

    /** @param {any} step @param {any} flow */
    async runStep(step, flow) {
      const recorded = /** @type {Recorded | undefined} */ (
        step.type === "customStep" && step.name === "overt" ? step.parameters?.step : undefined
      );
      const way = recorded && WAYS[recorded.action.type];
      if (!way) return super.runStep(step, flow);
      let frame = this.page.mainFrame();
      for (const place of recorded.frame ?? []) frame = frame.childFrames()[place];
      const find = (/** @type {Target} */ { selectors }) =>
        this.page
          .locatorRace(selectors.map((one) => frame.locator(one.map(inPuppeteer).join(" >>>> "))))
          .setTimeout(this.timeout)
          .waitHandle();
      await way({ recorded, page: this.page, find, file: () => missing(`FILE_${++this.#files}`) });
    }
  };

/** @typedef {{recorded: Recorded, page: any, find: (target: Target) => Promise<any>, file: () => string}} Scene */

/** What is done for an action. @type {Record<string, ((scene: Scene) => Promise<void>) | undefined>} */
const WAYS = {
  async dragAndDrop({ recorded: { action, target }, page, find }) {
    if (!target) return;
    const from = await find(target);
    await from.scrollIntoView();
    const begin = await from.boundingBox();
    await page.mouse.move(begin.x + action.offsetX, begin.y + action.offsetY);
    await page.mouse.down();
    for (const [x, y] of action.path ?? []) await page.mouse.move(begin.x + x, begin.y + y, { steps: 2 });
    const end = await (await find(action.to)).boundingBox();
    await page.mouse.move(end.x + action.toX, end.y + action.toY, { steps: STEPS });
    // A page that opens a place for what is dragged does so before it is dropped.
    await page.mouse.move(end.x + action.toX, end.y + action.toY);
    await page.mouse.up();
  },
  async change({ recorded: { action, target }, find, file }) {
    if (!target || action.field !== "file") return;
    const count = Number.parseInt(action.value, 10) || 0;
    await (await find(target)).uploadFile(...Array.from({ length: count }, file));
  },
};

/** @param {string} name */
function missing(name) {
  const value = process.env[name];
  if (!value) throw new Error(`Set ${name} in the environment: the recording does not hold what belongs here.`);
  return value;
}

/** A selector of DevTools' Recorder as Puppeteer writes it. @param {string} selector */
function inPuppeteer(selector) {
  const [, kind = "", text = ""] = /^(aria|xpath|text|pierce)\/(.*)$/su.exec(selector) ?? [];
  if (kind === "pierce") return `:scope >>> ${text}`;
  return kind ? `::-p-${kind}(${text.replace(/['"()]/g, "\\$&")})` : selector;
}
