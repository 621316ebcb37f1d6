// Does what a case says a person does, by real input events.

import { recorded } from "../record.mjs";
import { pause, waitFor } from "../wait.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").ElementHandle<Element>} Handle */
/** @typedef {{x: number, y: number}} Point */

/**
 * One thing that a person does; tests/cases/README.md says what each field is.
 * @typedef {{do: string, on?: string, at?: [number, number], xy?: [number, number], button?: "left" | "middle" | "right",
 *   count?: number, mods?: import("puppeteer-core").KeyInput[], frame?: string[], scroll?: boolean, pause?: number, from?: string,
 *   to?: string, by?: [number, number], fromAt?: [number, number], toAt?: [number, number], hold?: number, text?: string,
 *   delay?: number, key?: string, times?: number, dy?: number, steps?: any, ms?: number, accept?: boolean, js?: string,
 *   url?: string, actions?: Action[], close?: boolean, keys?: string[]}} Action
 */

/**
 * @typedef {object} Scene
 * @property {import("../browser.mjs").Opened} opened
 * @property {Page} page where it is done
 * @property {(text: string) => string} address puts the origins in the place of `{other}` and `{local}`
 * @property {string} origin of the case
 * @property {string} file a file to choose or drop
 */

/**
 * Does the actions one after the other.
 * @param {Scene} scene
 * @param {Action[]} actions
 */
export async function act(scene, actions) {
  for (const action of actions) {
    const rule = ACTIONS[action.do];
    if (!rule) throw new Error(`no action ${action.do}`);
    await rule(scene, action);
  }
}

/** @type {Record<string, (scene: Scene, action: Action) => Promise<unknown>>} */
const ACTIONS = {
  click,
  drag,
  files,
  dropFile,
  ime,
  tab,
  tap: async ({ page }, action) => {
    const { x, y } = await place(page, action);
    await page.touchscreen.tap(x, y);
  },
  pen,
  swipe: async ({ page }, action) => {
    const { x, y } = await place(page, action);
    const [dx, dy] = action.by ?? [0, 0];
    const touch = await page.touchscreen.touchStart(x, y);
    for (let step = 1; step <= 8; step++) await touch.move(x + (dx * step) / 8, y + (dy * step) / 8);
    await touch.end();
  },
  move: async ({ page }, action) => {
    const { x, y } = await place(page, action);
    await page.mouse.move(x, y, { steps: action.steps ?? 1 });
  },
  down: async ({ page }, action) => {
    if (action.xy) await page.mouse.move(...action.xy);
    await page.mouse.down();
  },
  up: ({ page }) => page.mouse.up(),
  wheel: async ({ page }, action) => {
    const { x, y } = await place(page, action);
    await page.mouse.move(x, y);
    await page.mouse.wheel({ deltaY: action.dy });
  },
  type: ({ page }, { text = "", delay = 15 }) => page.keyboard.type(text, { delay }),
  insert: ({ page }, { text = "" }) => page.keyboard.sendCharacter(text),
  press: async ({ page }, { key = "", times = 1 }) => {
    const keys = /** @type {import("puppeteer-core").KeyInput[]} */ (key === "+" ? ["+"] : key.split("+"));
    const last = keys.pop() ?? "Enter";
    for (const modifier of keys) await page.keyboard.down(modifier);
    for (let time = 0; time < times; time++) await page.keyboard.press(last, { delay: 10 });
    for (const modifier of keys.reverse()) await page.keyboard.up(modifier);
  },
  holdKey: async ({ page }, { key, times = 1 }) => {
    const held = /** @type {import("puppeteer-core").KeyInput} */ (key);
    for (let time = 0; time < times; time++) await page.keyboard.down(held);
    await page.keyboard.up(held);
  },
  x: async ({ opened }, { keys = [] }) => {
    opened.display.key(...keys);
    await pause(300); // the browser itself gets them, and tells nobody when it has
  },
  // Answered later, while the next action is under way.
  dialog: async ({ page }, { accept = true, ms = 0 }) => {
    page.once("dialog", async (dialog) => {
      await pause(ms);
      await (accept ? dialog.accept() : dialog.dismiss());
    });
  },
  goto: ({ page, origin, address }, { url = "" }) => page.goto(new URL(address(url), origin).href),
  reload: ({ page }) => page.reload(),
  back: ({ page }) => page.goBack(),
  until: ({ page }, { js = "" }) => waitFor(js, () => page.evaluate(js)),
  wait: (_scene, { ms = 0 }) => pause(ms),
  rec: ({ opened, page }) => recorded(opened, page),
};

/** @param {Scene} scene @param {Action} action */
async function click({ page }, action) {
  const { x, y } = await place(page, action);
  for (const modifier of action.mods ?? []) await page.keyboard.down(modifier);
  await page.mouse.click(x, y, { button: action.button ?? "left", count: action.count ?? 1, delay: 15 });
  for (const modifier of action.mods ?? []) await page.keyboard.up(modifier);
  if (action.pause) await pause(action.pause);
}

/** @param {Scene} scene @param {Action} action */
async function drag({ page }, { from, fromAt, to, toAt, by = [0, 0], hold = 0 }) {
  const begin = await place(page, { do: "drag", on: from, at: fromAt });
  await page.mouse.move(begin.x, begin.y);
  await page.mouse.down();
  if (hold) await pause(hold);
  const end = to ? await place(page, { do: "drag", on: to, at: toAt }) : { x: begin.x + by[0], y: begin.y + by[1] };
  await page.mouse.move(end.x, end.y, { steps: 12 });
  if (hold) await pause(hold);
  await page.mouse.up();
}

/** Chooses a file, after `ms` of looking for it. @param {Scene} scene @param {Action} action */
async function files(scene, action) {
  const [chooser] = await Promise.all([scene.page.waitForFileChooser(), click(scene, action)]);
  await pause(action.ms ?? 0);
  await chooser.accept([scene.file]);
}

/** @param {Scene} scene @param {Action} action */
async function dropFile({ page, file }, action) {
  const session = await page.createCDPSession();
  const point = await place(page, action);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (["dragEnter", "dragOver", "drop"]))
    await session.send("Input.dispatchDragEvent", { type, ...point, data });
  await session.detach();
}

/** Composes, as an input method does, and commits. @param {Scene} scene @param {Action} action */
async function ime({ page }, { steps, text = "" }) {
  const session = await page.createCDPSession();
  for (const step of /** @type {string[]} */ (steps))
    await session.send("Input.imeSetComposition", {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
  await session.send("Input.insertText", { text });
  await session.detach();
}

/** @param {Scene} scene @param {Action} action */
async function pen({ page }, action) {
  const session = await page.createCDPSession();
  const point = await place(page, action);
  const pressed = /** @type {const} */ ({ ...point, pointerType: "pen", button: "left", clickCount: 1 });
  await session.send("Input.dispatchMouseEvent", { ...point, type: "mouseMoved", pointerType: "pen" });
  await session.send("Input.dispatchMouseEvent", { ...pressed, type: "mousePressed" });
  await session.send("Input.dispatchMouseEvent", { ...pressed, type: "mouseReleased" });
  await session.detach();
}

/** Goes on in the tab that opened. @param {Scene} scene @param {Action} action */
async function tab(scene, { url = "", actions = [], close = false }) {
  const page = await (
    await scene.opened.browser.waitForTarget((one) => one.type() === "page" && one.url().includes(url))
  ).page();
  if (!page) throw new Error(`no tab with ${url}`);
  await recorded(scene.opened, page);
  await act({ ...scene, page }, actions);
  if (!close) return;
  await page.close();
  await scene.page.bringToFront();
}

/**
 * Where an action takes place in the window, in CSS pixels; the element is brought into view, unless `scroll` is false.
 * @param {Page} page
 * @param {Action} action
 * @returns {Promise<Point>}
 */
async function place(page, { on, at, xy, frame = [], scroll = true }) {
  if (xy) return { x: xy[0], y: xy[1] };
  const element = await find(page, frame, on ?? "body");
  if (scroll) await element.evaluate((one) => one.scrollIntoView({ block: "nearest" }));
  const box = await element.boundingBox();
  if (!box) throw new Error(`${on} is not drawn`);
  const [x, y] = at ?? [box.width / 2, box.height / 2];
  return { x: box.x + x, y: box.y + y };
}

/** @param {Page} page @param {string[]} frames css of frames, each in the one before @param {string} on @returns {Promise<Handle>} */
async function find(page, frames, on) {
  /** @type {import("puppeteer-core").Frame} */
  let inside = page.mainFrame();
  for (const css of frames) {
    const frame = await (await waitFor(css, () => inside.$(css))).contentFrame();
    if (!frame) throw new Error(`${css} is no frame`);
    inside = frame;
  }
  const last = inside;
  return waitFor(on, () => last.$(on));
}
