// Every control of our pages can be read in every state: hovered, focused, pressed and disabled, in both themes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { askBackground, clickEnabled, closePopup, openPopup } from "./popup.mjs";
import { openReview, startRecording, stepCount, stopRecording } from "./record.mjs";
import { notInFirefox } from "./browser.mjs";
import { waitFor } from "./wait.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** Of text to its ground: WCAG 2.2, 1.4.3. */
const LEAST = 4.5;
const THEMES = ["light", "dark"];
const CONTROLS = "button, a[href], summary, select, label.button, .segments label";

const fixture = browserFor({ path: "/controls.html" });

/** Teaches a page to measure, and keeps presses from doing anything in it. @param {Page} page */
const prepare = (page) =>
  page.evaluate((controls) => {
    for (const type of ["click", "dragstart", "submit", "toggle"])
      addEventListener(type, (event) => (event.preventDefault(), event.stopImmediatePropagation()), { capture: true });
    // No colour is measured on its way to another.
    document.documentElement.style.setProperty("--motion", "0ms");
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    /** @param {string} color of any notation @returns {number[]} red, green, blue and alpha, 0 to 1 */
    const channels = (color) => {
      if (!canvas) throw new Error("no canvas");
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
    };
    /** @param {number[]} color */
    const luminance = (color) => {
      const [red = 0, green = 0, blue = 0] = color.map((value) =>
        value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    /** The colour behind an element's text; undefined where more than plain colours is drawn. @param {Element} element */
    const ground = (element) => {
      for (let one = /** @type {Element | null} */ (element); one; one = one.parentElement) {
        const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = getComputedStyle(one);
        if ([backgroundImage, opacity, filter, mixBlendMode].join() !== "none,1,none,normal") return undefined;
        const color = channels(backgroundColor);
        if (color[3] !== 0) return color[3] === 1 ? color : undefined;
      }
      return undefined;
    };
    /** @param {Element} element */
    const hasText = (element) =>
      element.matches("svg") || [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    /** The least contrast of the words and icons in a control; 0 where computed colours cannot tell. @param {Element} control */
    const contrastIn = (control) => {
      const parts = [control, ...control.querySelectorAll("*")].filter(
        (one) => hasText(one) && one.checkVisibility() && !one.closest(".unseen"),
      );
      const ratios = parts.map((part) => {
        const behind = ground(part);
        if (!behind) return 0;
        const both = [luminance(channels(getComputedStyle(part).color)), luminance(behind)];
        return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
      });
      return Math.min(...ratios, 21);
    };
    /** Controls that are styled alike and stand on the same ground are one kind. @param {Element} one */
    const kind = (one) =>
      [
        one.tagName,
        one.className,
        one.parentElement?.className,
        ...["role", "aria-pressed", "aria-current", "aria-checked", "aria-expanded"].map((name) =>
          one.getAttribute(name),
        ),
        /** @type {any} */ (one).disabled,
        one.querySelector(":checked") !== null,
        ground(/** @type {Element} */ (one.parentElement))?.join(),
      ].join("|");
    const shown = [...document.querySelectorAll(controls)].filter((one) =>
      one.checkVisibility({ visibilityProperty: true }),
    );
    const modal = document.querySelector("dialog:modal");
    const reached = modal ? shown.filter((one) => modal.contains(one)) : shown;
    const kinds = [...new Map(reached.map((one) => [kind(one), one])).values()];
    kinds.forEach((one, at) => one.setAttribute("data-kind-at", String(at)));
    Object.assign(globalThis, { contrastIn });
    return kinds.map((one) => `${one.tagName.toLowerCase()} ${one.id || one.className} ${one.textContent?.trim()}`);
  }, CONTROLS);

/**
 * @param {Page} page
 * @param {number} at place of the control among the kinds
 * @returns {Promise<{contrast: number, hovered: boolean, pressed: boolean}>}
 */
const measure = (page, at) =>
  page.evaluate((at) => {
    const one = /** @type {Element} */ (document.querySelector(`[data-kind-at="${at}"]`));
    return {
      contrast: /** @type {any} */ (globalThis).contrastIn(one),
      hovered: one.matches(":hover"),
      pressed: one.matches(":active"),
    };
  }, at);

/** Points at a control, where something of it is. @param {Page} page @param {number} at */
async function pointAt(page, at) {
  const { x, y } = await page.evaluate((at) => {
    const one = /** @type {Element} */ (document.querySelector(`[data-kind-at="${at}"]`));
    one.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = /** @type {DOMRect} */ (one.getClientRects()[0]);
    return { x: left + width / 2, y: top + height / 2 };
  }, at);
  await page.mouse.move(x, y);
}

/** @param {Page} page @param {number} at @param {boolean} on @returns {Promise<boolean>} whether it can be disabled, and was not */
const disable = (page, at, on) =>
  page.evaluate(
    (at, on) => {
      const one = /** @type {any} */ (document.querySelector(`[data-kind-at="${at}"]`));
      if (!("disabled" in one) || one.disabled === on) return false;
      one.disabled = on;
      return true;
    },
    at,
    on,
  );

/** What cannot be read, one line for each control and state. @param {Page} page */
async function unreadable(page) {
  const names = await prepare(page);
  assert.ok(names.length > 0, "the page has no control");
  const found = [];
  for (const theme of THEMES) {
    await page.evaluate((theme) => void (document.documentElement.style.colorScheme = theme), theme);
    for (const [at, name] of names.entries()) {
      /** @param {string} state @param {{hovered?: boolean, pressed?: boolean}} [real] what the browser must say of it */
      const check = async (state, real = {}) => {
        const { contrast, ...now } = await measure(page, at);
        assert.deepEqual({ ...now, ...real }, now, `${name} is not ${state}`);
        if (contrast < LEAST) found.push(`${theme}, ${state}: ${name}: ${contrast.toFixed(2)}`);
      };
      await page.mouse.move(0, 0);
      await check("at rest");
      await page.focus(`[data-kind-at="${at}"]`);
      await check("focused");
      await pointAt(page, at);
      await check("hovered", { hovered: true });
      const isSelect = name.startsWith("select");
      const enabled = await disable(page, at, true);
      if (enabled) {
        await check("disabled and hovered");
        await page.mouse.move(0, 0);
        await check("disabled");
        await disable(page, at, false);
      }
      // The list that a select opens is the browser's own.
      if (isSelect || !(enabled || !name.startsWith("button"))) continue;
      await pointAt(page, at);
      await page.mouse.down();
      await check("pressed", { hovered: true, pressed: true });
      await page.mouse.up();
    }
  }
  return found;
}

/**
 * Each view: the path of its page, what shows that it is there, and what is pressed to come to it with what shows then.
 * @type {{name: string, path: string, ready: string, press?: [string, string][]}[]}
 */
const VIEWS = [
  { name: "the first page", path: "welcome/welcome.html", ready: "#withdraw" },
  {
    name: "the first page before the yes",
    path: "welcome/welcome.html",
    ready: "#withdraw",
    press: [["#withdraw", "#agree"]],
  },
  {
    name: "the practice page",
    path: "practice/practice.html",
    ready: ":popover-open",
    press: [["#approve", "#taken li"]],
  },
  { name: "the activity list", path: "activity-list/activity-list.html", ready: ".step" },
  {
    name: "the activity list’s sites",
    path: "activity-list/activity-list.html",
    ready: ".step",
    press: [["#delete-site", "#delete-it"]],
  },
  { name: "the settings", path: "settings/settings.html", ready: "#change-shortcuts" },
  {
    name: "the steps in the review",
    path: "review/review.html",
    ready: ".step .acts",
    press: [
      ['[data-act="mistake"]', '[aria-pressed="true"]'],
      [':not([data-kind="mistake"]) > .step [data-act="detail"]', ".detail"],
    ],
  },
  { name: "the export", path: "review/review.html", ready: "#tab-export", press: [["#tab-export", "#export:enabled"]] },
  {
    name: "the receipts",
    path: "review/review.html",
    ready: "#tab-export",
    press: [["#receipts", "#view-receipts:not([hidden])"]],
  },
  {
    name: "a question",
    path: "review/review.html",
    ready: "#delete-session",
    press: [["#delete-session", "#confirm-yes"]],
  },
];

test("there is a recording to show", async () => {
  const { opened } = fixture;
  await startRecording(opened);
  await opened.page.click("#approve");
  await waitFor("the steps", async () => ((await stepCount(opened)) ?? 0) >= 2);
  await stopRecording(opened);
  await (await openReview(opened)).close();
});

for (const { name, path, ready, press = [] } of VIEWS)
  test(`${name}: every kind of control can be read in every state`, async () => {
    const { opened } = fixture;
    const page = await opened.openOwn(path);
    await page.bringToFront();
    await waitFor(ready, () => page.$(ready));
    for (const [selector, shown] of press) {
      await page.click(selector);
      await waitFor(shown, () => page.$(shown));
    }
    const found = await unreadable(page);
    await page.close();
    // Consent was taken back to see the question.
    if (name.endsWith("yes")) await agreeAgain();
    assert.deepEqual(found, []);
  });

async function agreeAgain() {
  const page = await fixture.opened.openOwn("welcome/welcome.html");
  await waitFor("the question", () => page.$("#agree"));
  await page.click("#agree");
  await waitFor("the consent", () => page.$("#withdraw"));
  await page.close();
}

const inPopup = { skip: notInFirefox("no driver points at things in its popup; the same sheet is measured in tabs") };
test("the popup before Record: every kind of control can be read in every state", inPopup, async () => {
  const popup = await openPopup(fixture.opened);
  assert.ok(await popup.$("#record"));
  assert.deepEqual(await unreadable(popup), []);
  await closePopup(popup);
});

/** Each state of the popup in a recording: what is pressed to come to it, and what shows that it is there. */
const STATES = [
  { state: "recording", press: [], shown: "#stop" },
  { state: "asking how long to pause", press: ["#pause"], shown: '[data-until="resume"]' },
  { state: "paused", press: ["#pause", '[data-until="resume"]'], shown: "#until" },
  { state: "after Stop", press: ["#stop"], shown: "#stopped" },
  { state: "asking whether to discard", press: ["#stop", "#discard"], shown: "#keep" },
];
for (const { state, press, shown } of STATES)
  test(`the popup ${state}: every kind of control can be read in every state`, async () => {
    const { opened } = fixture;
    await askBackground(opened, { type: "start", maskingLevel: "values", goal: "Approve the invoice" });
    const page = await opened.openOwn("popup/popup.html");
    await page.bringToFront();
    await waitFor("Stop", () => page.$("#stop"));
    for (const selector of press) await clickEnabled(page, selector);
    await waitFor(shown, () => page.$(shown));
    assert.deepEqual(await unreadable(page), []);
    await page.close();
    await askBackground(opened, { type: "stop" });
  });
