// Everyone can use our pages: axe-core finds nothing in any language and theme, the keyboard reaches all, zoom cuts nothing off.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { EXTENSION, notInFirefox, openBrowser } from "./browser.mjs";
import { askBackground } from "./popup.mjs";
import { SCRIPTS } from "../../extension/shared/scripts.js";
import { waitFor } from "./wait.mjs";

const LANGUAGES = ["en", "de", "fr", "es", "ja"];
const THEMES = ["light", "dark"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Each page with what shows that it is there. `recording`: while a session runs; `stopped`: right after one.
 * @type {{name: string, path: string, ready: string, recording?: boolean, stopped?: boolean}[]}
 */
const PAGES = [
  { name: "welcome", path: "welcome/welcome.html", ready: "#withdraw" },
  { name: "practice", path: "practice/practice.html", ready: "#approve" },
  { name: "popup", path: "popup/popup.html", ready: "#site-reason" },
  { name: "popup while it records", path: "popup/popup.html", ready: "#stop", recording: true },
  { name: "popup after Stop", path: "popup/popup.html", ready: "#stopped", stopped: true },
  { name: "activity list", path: "activity-list/activity-list.html", ready: "h1" },
  { name: "review", path: "review/review.html", ready: "h1" },
  { name: "settings", path: "settings/settings.html", ready: "h1" },
].filter(({ path }) => existsSync(`${EXTENSION}/${path}`));

const skip = notInFirefox("WebDriver BiDi emulates neither a theme nor the wish for less motion");

/** @type {import("./browser.mjs").Opened} */
let opened;
before(async () => {
  opened = await openBrowser();
});
after(() => opened?.close());

/** Without motion, so that no colour is measured on its way to another. @param {string} theme */
const features = (theme) => [
  { name: "prefers-color-scheme", value: theme },
  { name: "prefers-reduced-motion", value: "reduce" },
];

/** @param {string} language */
const speak = (language) =>
  opened.control.evaluate(async (chosen) => {
    const { changeSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    await changeSettings({ language: chosen });
  }, language);

/** @param {(typeof PAGES)[number]} of @param {(page: import("puppeteer-core").Page) => Promise<void>} use */
async function withPage({ path, ready, recording = false, stopped = false }, use) {
  if (recording || stopped)
    await askBackground(opened, { type: "start", maskingLevel: "values", goal: "Approve the invoice" });
  if (stopped) await askBackground(opened, { type: "stop" });
  const page = await opened.openOwn(path);
  try {
    await page.bringToFront();
    await waitFor(`${ready} of ${path}`, () => page.$(ready));
    await use(page);
  } finally {
    await page.close();
    if (recording) await askBackground(opened, { type: "stop" });
  }
}

/**
 * What axe finds, one line for each element.
 * @param {import("puppeteer-core").Page} page
 * @param {string} [within] a selector
 */
async function violations(page, within = "html") {
  await page.evaluate(AXE);
  return page.evaluate(async (selector) => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(selector, { resultTypes: ["violations"] });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
    );
  }, within);
}

for (const of of PAGES)
  test(`${of.name}: axe finds nothing in five languages and two themes`, { skip }, async () => {
    for (const language of LANGUAGES) {
      await speak(language);
      await withPage(of, async (page) => {
        for (const theme of THEMES) {
          await page.emulateMediaFeatures(features(theme));
          assert.deepEqual(await violations(page), [], `${language}, ${theme}`);
        }
        assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      });
    }
    await speak("en");
  });

for (const of of PAGES)
  test(`${of.name}: the keyboard reaches everything, in order, and shows where it is`, async () => {
    await withPage(of, async (page) => {
      const all = await page.evaluate(() => {
        const found = [
          ...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']"),
        ];
        const usable = found.filter(
          (one) =>
            one.checkVisibility() && !(/** @type {any} */ (one).disabled) && one.getAttribute("tabindex") !== "-1",
        );
        usable.forEach((one, at) => one.setAttribute("data-order", String(at)));
        return usable.length;
      });
      const reached = [];
      for (let press = 0; press < all + 8 && reached.length < all; press++) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const one = document.activeElement;
          if (!one?.hasAttribute("data-order")) return undefined;
          const { outlineStyle, outlineWidth } = getComputedStyle(one);
          return {
            order: Number(one.getAttribute("data-order")),
            seen: outlineStyle !== "none" && outlineWidth !== "0px",
          };
        });
        if (!at || reached.includes(at.order)) continue;
        assert.ok(at.seen, `the focus of element ${at.order} is not seen`);
        reached.push(at.order);
      }
      // Radio buttons of one name are one stop of the keyboard.
      assert.deepEqual(
        reached,
        reached.toSorted((a, b) => a - b),
      );
      assert.ok(reached.length >= all - 4 && reached.length > 0, `${reached.length} of ${all}`);
    });
  });

for (const of of PAGES)
  test(`${of.name}: at 200 % zoom, and on 320 pixels, nothing is cut off`, async () => {
    await speak("de"); // the longest words
    await withPage(of, async (page) => {
      for (const [width, scale] of [
        [640, 2],
        [of.path.startsWith("popup") ? 400 : 320, 1],
      ]) {
        await page.setViewport({ width, height: 600, deviceScaleFactor: scale });
        const over = await page.evaluate(() =>
          [...document.querySelectorAll("body *")]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
            .filter((one) => !one.closest("pre, .unseen, [data-scrolls]"))
            .map((one) => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 40)}`),
        );
        assert.deepEqual(over, [], `${width} CSS pixels`);
      }
    });
    await speak("en");
  });

for (const of of PAGES)
  test(`${of.name}: where less motion is wanted nothing moves`, { skip }, async () => {
    await withPage(of, async (page) => {
      await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter((one) =>
            /[1-9]/.test(getComputedStyle(one).transitionDuration + getComputedStyle(one).animationDuration),
          )
          .map((one) => one.tagName),
      );
      assert.deepEqual(moving, []);
    });
  });

test("the indicator in a page: axe finds nothing, in either state, size and theme", { skip }, async () => {
  // The very script that pages get, in a page where a shadow root that it closes stays open: the shipped one is closed.
  const page = await opened.openOwn("popup/popup.html");
  await page.bringToFront();
  await waitFor("the page", () => page.$("#site-reason"));
  await page.evaluate(() => {
    document.body.replaceChildren();
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      return attachShadow.call(this, { ...options, mode: "open" });
    };
  });
  for (const name of SCRIPTS.filter((name) => name === "page" || name.startsWith("indicator")))
    await page.addScriptTag({ url: `${opened.base}content/${name}.js` });
  for (const small of [false, true])
    for (const language of LANGUAGES) {
      await speak(language);
      await page.evaluate(async (small) => {
        const { currentWords } = await import(/** @type {any} */ ("/shared/i18n.js"));
        const { indicatorWords } = await import(/** @type {any} */ ("/shared/indicator-words.js"));
        const root = /** @type {any} */ (globalThis);
        root.indicator?.remove();
        const nothing = () => {};
        root.indicator = root.overt.createIndicator({
          words: indicatorWords("values", await currentWords()),
          place: { right: 16, bottom: 16, small },
          onPause: nothing,
          onStop: nothing,
          onOpen: nothing,
          onPlace: nothing,
          onState: nothing,
        });
        await root.indicator.shown;
      }, small);
      for (const theme of THEMES)
        for (const state of [{}, { paused: true }, { outside: true }]) {
          await page.emulateMediaFeatures(features(theme));
          await page.evaluate(
            (state) =>
              /** @type {any} */ (globalThis).indicator.update({ paused: false, outside: false, steps: 12, ...state }),
            state,
          );
          const look = await page.evaluate(() => {
            const bar = document.querySelector("[popover]")?.shadowRoot?.querySelector(".bar");
            const { backgroundColor, borderTopStyle } = getComputedStyle(/** @type {Element} */ (bar));
            return [backgroundColor, borderTopStyle];
          });
          // Told apart without colour, and small too.
          const border = state.paused ? "dashed" : state.outside ? "dotted" : "solid";
          assert.deepEqual(look, [theme === "dark" ? "rgb(26, 32, 40)" : "rgb(255, 255, 255)", border]);
          assert.deepEqual(
            await violations(page, "[popover]"),
            [],
            `${language}, ${theme}, small: ${small}, ${Object.keys(state)}`,
          );
        }
    }
  await page.close();
  await speak("en");
});
