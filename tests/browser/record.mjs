// Starts, stops and exports a recording through the extension's own pages.

import { askBackground, clickEnabled, closePopup, openPopup } from "./popup.mjs";
import { waitFor } from "./wait.mjs";

/** @typedef {import("./browser.mjs").Opened} Opened */
/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {{header: any, steps: any[], footer: any, text: string, name: string}} Trace */

/**
 * Presses Record in the popup and waits until the tab is really recorded.
 * @param {Opened} opened
 * @param {{tab?: Page, goal?: string, keepTyped?: boolean, maskingLevel?: import("../../extension/protocol").MaskingLevel, shown?: boolean}} [options]
 * `shown: false` does not wait for the badge
 */
export async function startRecording(
  opened,
  { tab = opened.page, goal, keepTyped = false, maskingLevel = keepTyped ? "open" : "values", shown = true } = {},
) {
  if (opened.kind === "firefox") {
    await askBackground(opened, { type: "start", maskingLevel, goal: goal ?? "" });
    if (shown) await recorded(opened, tab);
    return;
  }
  const popup = await openPopup(opened, tab);
  if (goal) await popup.type("#goal", goal);
  await popup.select("#masking-level", maskingLevel);
  await clickEnabled(popup, "#record");
  await waitFor("the session", async () => popup.isClosed() || isUsable(popup, "#stop"));
  await closePopup(popup);
  if (shown) await recorded(opened, tab);
}

/**
 * Waits until the document that the tab shows now is recorded: its indicator is in the page, the background knows that
 * it is seen, and the badge says REC. (Of a page just left, all but the first may still stand.)
 * @param {Opened} opened
 * @param {Page} [tab]
 */
export async function recorded(opened, tab = opened.page) {
  await waitFor("the indicator", () => tab.$(":popover-open"));
  await waitFor("the recorder", async () => (await liveDocuments(opened)).some((one) => one.top && one.shown));
  await waitFor("the badge REC", async () => (await badge(opened, tab)) === "REC");
}

/**
 * The badge's text on a tab.
 * @param {Opened} opened
 * @param {Page} [tab]
 * @returns {Promise<string>}
 */
export async function badge(opened, tab = opened.page) {
  await tab.bringToFront();
  return opened.control.evaluate(async () => {
    const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.action.getBadgeText({ tabId: front?.id });
  });
}

/**
 * Presses Stop in the popup and waits until nothing records.
 * @param {Opened} opened
 * @param {Page} [tab]
 */
export async function stopRecording(opened, tab = opened.page) {
  if (opened.kind === "firefox") return void (await askBackground(opened, { type: "stop" }));
  const popup = await openPopup(opened, tab);
  await clickEnabled(popup, "#stop");
  await waitFor("the session to end", async () => popup.isClosed() || Boolean(await popup.$("#stopped")));
  await closePopup(popup);
}

/**
 * Opens the review page in a tab of its own, on its newest session.
 * @param {Opened} opened
 * @returns {Promise<Page>}
 */
export async function openReview(opened) {
  const review = await opened.openOwn("review/review.html");
  await waitFor("a session in the review page", () => review.$("#sessions [data-session]"));
  return review;
}

/**
 * The sentences of the steps that the review page shows.
 * @param {Page} review
 * @returns {Promise<string[]>}
 */
export async function shownSteps(review) {
  return review.$$eval("#steps [data-step]", (steps) =>
    steps.map((step) =>
      [...step.querySelectorAll(".sentence, .chips .chip")]
        .map((part) => (part.querySelector(".unseen") ?? part).textContent?.trim())
        .join(" · "),
    ),
  );
}

/**
 * Exports the newest session by the review page's buttons.
 * @param {Opened} opened
 * @param {{steps?: number}} [options] waits until so many steps are shown; default 1
 * @returns {Promise<{trace: Trace, flow: any, flowText: string, flowName: string, source: string, review: Page}>}
 */
export async function exportSession(opened, { steps = 1 } = {}) {
  const review = await openReview(opened);
  try {
    await waitFor(`${steps} steps in the review page`, async () => (await shownSteps(review)).length >= steps);
    await clickEnabled(review, "#tab-export");
    const trace = await exportAs(opened, review, "trace");
    const flow = await exportAs(opened, review, "userFlow");
    const { text: source } = await exportAs(opened, review, "playwright");
    await clickEnabled(review, "#tab-steps");
    return {
      trace: readTrace(trace),
      flow: JSON.parse(flow.text),
      flowText: flow.text,
      flowName: flow.name,
      source,
      review,
    };
  } catch (error) {
    const shown = await shownSteps(review);
    await review.close();
    await opened.page.bringToFront();
    throw new Error(`no export; the review page shows:\n${shown.join("\n")}`, { cause: error });
  }
}

const ENDINGS = { trace: ".trace.jsonl", userFlow: ".userflow.json", playwright: ".spec.mjs" };

/**
 * Chooses a format and exports; the review page stands on its export.
 * @param {Opened} opened
 * @param {Page} review
 * @param {keyof typeof ENDINGS} format
 */
export async function exportAs(opened, review, format) {
  const radio = `#choice input[value="${format}"]`;
  await waitFor("the format", () => review.$(radio));
  await review.$eval(radio, (input) => /** @type {HTMLInputElement} */ (input).click());
  await clickEnabled(review, "#export");
  return opened.downloaded(ENDINGS[format]);
}

/**
 * The lines of a trace file, taken apart.
 * @param {{name: string, text: string}} file
 * @returns {Trace}
 */
export function readTrace({ name, text }) {
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return {
    name,
    text,
    header: lines[0],
    steps: lines.filter((line) => line.kind === "step"),
    footer: lines.at(-1),
  };
}

/**
 * A step in one short line, as `click button "Approve"`, for lists that a test compares whole.
 * @param {any} step
 * @returns {string}
 */
export function brief(step) {
  const { action, target } = step;
  const words = [action.type];
  if (action.type === "navigate") words.push(action.via);
  if (action.type === "keyDown") words.push([...(action.modifiers ?? []), action.key].join("+"));
  if (action.count > 1) words.push(`${action.count} times`);
  if (action.type === "change") words.push(action.field);
  if (target) words.push(target.role || "-", JSON.stringify(target.name ?? ""));
  if (action.type !== "keyDown" && action.modifiers) words.push(`with ${action.modifiers.join("+")}`);
  if (action.type === "change")
    words.push(action.checked === undefined || action.checked === null ? `= ${action.value}` : `= ${action.checked}`);
  return words.join(" ");
}

/**
 * @param {Page} page
 * @param {string} selector
 */
async function isUsable(page, selector) {
  return page.$eval(
    selector,
    (button) => !(/** @type {HTMLButtonElement} */ (button).disabled) && button.getClientRects().length > 0,
  );
}

/**
 * Records a task on an approved site, from Record to the export, and leaves no page behind.
 * @param {Opened} opened the tab stands on an approved page
 * @param {(page: Page) => Promise<unknown>} task
 * @param {{steps: number, goal?: string, keepTyped?: boolean, maskingLevel?: import("../../extension/protocol").MaskingLevel, reload?: boolean}} options `steps`: how many the export must have at
 *   least; `reload`: load the page anew after Record, so that our script runs before the page's
 */
export async function recordTask(opened, task, { steps, goal, keepTyped = false, maskingLevel, reload = false }) {
  await startRecording(opened, { goal, keepTyped, maskingLevel });
  if (reload) {
    await opened.page.reload();
    await recorded(opened);
  }
  try {
    await task(opened.page);
  } finally {
    // Also after a task that failed, so that the next one finds nothing recording.
    await stopRecording(opened);
  }
  const { review, ...files } = await exportSession(opened, { steps });
  await review.close();
  await opened.page.bringToFront();
  return files;
}

/**
 * The documents that record now, with their engine and their start-up time.
 * @param {Opened} opened
 * @returns {Promise<{document: string, engine: string, startMs: number, top: boolean, shown?: boolean}[]>}
 */
export async function liveDocuments(opened) {
  return opened.control.evaluate(async () => {
    const { documents = {} } = await chrome.storage.session.get("documents");
    return /** @type {any[]} */ (Object.values(documents)).filter((one) => one.engine);
  });
}

/**
 * How many steps the running session holds; undefined where none records.
 * @param {Opened} opened
 * @returns {Promise<number | undefined>}
 */
export async function stepCount(opened) {
  return opened.control.evaluate(async () => {
    const { active } = await chrome.storage.session.get("active");
    return /** @type {any} */ (active)?.steps;
  });
}
