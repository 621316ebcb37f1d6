// Does in a replay with @puppeteer/replay what a UserFlow has no words for: drags, lines that are drawn, files, parts of image maps, and
// answers to dialogs. It presses what is still covered, or moves, once that is over, as a person does, and puts text into an editor in
// the place of what stands there.
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
/** For how many ms a target must be covered, and nothing move any more, to be pressed all the same: a label may well cover its box. */
const COVERED = 500;
/** What is done with the pointer. */
const POINTED = ["click", "doubleClick", "hover"];

/** @typedef {{selectors: string[][], box: [number, number, number, number]}} Target */
/** @typedef {{action: any, target?: Target, frame?: number[], frameSelectors?: string[][][], url?: string, tab?: number}} Recorded */

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
      if (!way) {
        if (step.selectors || step.frame) await this.#reachable(step);
        if (step.type === "change" && (await this.#write(step))) return;
        return super.runStep(step, flow);
      }
      const page = recorded.tab ? await this.#pageAt(recorded.url ?? "") : this.page;
      const frame = await this.#frameOf(page, recorded.frame ?? [], recorded.frameSelectors);
      const find = (/** @type {Target} */ { selectors }) => this.#find(frame, selectors);
      await way({ recorded, page, find, file: () => missing(`FILE_${++this.#files}`) });
    }

    /** @param {any} frame @param {string[][]} selectors */
    #find(frame, selectors) {
      return this.page
        .locatorRace(selectors.map((one) => frame.locator(one.map(inPuppeteer).join(" >>>> "))))
        .setTimeout(this.timeout)
        .waitHandle();
    }

    /** @param {string} url */
    async #pageAt(url) {
      const target = await this.browser.waitForTarget((/** @type {any} */ one) => one.url() === url, {
        timeout: this.timeout,
      });
      return target.page();
    }

    /**
     * A frame below a page, once it is there: by its selectors where the document around it has told them, else by its place.
     * @param {any} page
     * @param {number[]} places
     * @param {string[][][]} [selectors]
     */
    async #frameOf(page, places, selectors = []) {
      let frame = page.mainFrame();
      for (const [depth, place] of places.entries()) {
        const known = selectors[depth] ?? [];
        frame = known.length
          ? await (await this.#find(frame, known)).contentFrame()
          : await until(() => frame.childFrames()[place], this.timeout);
        if (!frame) throw new Error(`There is no frame ${places}.`);
      }
      return frame;
    }

    /** @param {any} step @returns the page and the frame of a step of the format */
    async #placeOf({ target = "main", frame: places = [] }) {
      const page = target === "main" ? this.page : await this.#pageAt(target);
      return { page, frame: await this.#frameOf(page, places) };
    }

    /** Writes into what is edited in place, where a step does: the plain runner types before what stands there. @param {any} step */
    async #write(step) {
      const { page, frame } = await this.#placeOf(step);
      const handle = await this.#find(frame, step.selectors);
      if (!(await handle.evaluate(selectEdited))) return false;
      if (step.value) await page.keyboard.sendCharacter(step.value);
      else await page.keyboard.press("Delete");
      return true;
    }

    /** Waits until what a step acts on is there, and nothing covers or moves it that soon will not. @param {any} step */
    async #reachable(step) {
      const { type, selectors, offsetX, offsetY } = step;
      const { frame } = await this.#placeOf(step);
      if (!selectors || !POINTED.includes(type)) return;
      const handle = await this.#find(frame, selectors);
      await handle.scrollIntoView();
      // A page that goes meanwhile is the next step's.
      await handle.evaluate(settled, offsetX, offsetY, COVERED, this.timeout).catch(() => {});
    }
  };

/**
 * In the page: waits until an element stands still and gets what is pressed at a place in it, or is covered for good.
 * @param {Element} element
 * @param {number | undefined} x in it, else its middle
 * @param {number | undefined} y
 * @param {number} covered for how many ms
 * @param {number} timeout in ms
 */
function settled(element, x, y, covered, timeout) {
  return new Promise((/** @type {(nothing?: undefined) => void} */ resolve) => {
    const began = performance.now();
    let since = began;
    let last = "";
    const look = () => {
      const now = performance.now();
      const box = element.getBoundingClientRect();
      const place = [box.x, box.y, box.width, box.height].join();
      const running = element.ownerDocument.getAnimations().filter(({ playState, timeline, effect }) => {
        const ends = effect && effect.getComputedTiming().endTime !== Infinity;
        return ends && playState === "running" && timeline instanceof DocumentTimeline;
      });
      const moves = running.some(({ effect }) => {
        const { target, pseudoElement } = /** @type {KeyframeEffect} */ (effect);
        return target?.contains(element) && (!pseudoElement || pseudoElement.startsWith("::view-transition"));
      });
      if (running.length > 0) since = now;
      const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
      const top = root.elementFromPoint(box.x + (x ?? box.width / 2), box.y + (y ?? box.height / 2));
      const label = element.closest("label");
      const free = top && (element.contains(top) || label?.contains(top));
      if ((free && !moves && place === last) || now - since > covered || now - began > timeout) return resolve();
      last = place;
      setTimeout(look, 16);
    };
    look();
  });
}

/** In the page: selects all that stands in an element that is edited in place; false of any other. @param {HTMLElement} element */
function selectEdited(element) {
  if (!element.isContentEditable) return false;
  element.focus();
  getSelection()?.selectAllChildren(element);
  return true;
}

/** What `look` finds, as soon as it does. @template T @param {() => T | undefined} look @param {number} timeout in ms */
async function until(look, timeout) {
  for (const end = Date.now() + timeout; ;) {
    const found = look();
    if (found || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @typedef {{recorded: Recorded, page: any, find: (target: Target) => Promise<any>, file: () => string}} Scene */

/** What is done for an action. @type {Record<string, ((scene: Scene) => Promise<void>) | undefined>} */
const WAYS = {
  // The part of an image map has no box of its own.
  async click({ recorded: { target }, find }) {
    if (!target?.selectors.length) return;
    await (await find(target)).evaluate((/** @type {HTMLElement} */ element) => element.click());
  },
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
