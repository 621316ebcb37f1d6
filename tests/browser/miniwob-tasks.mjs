// How each MiniWoB++ task is done from its own sentence, as a person would: by real input, one control after the other.

import {
  autocomplete,
  between,
  cell,
  chooseDate,
  clickText,
  fill,
  holds,
  openUntil,
  quoted,
  searchMovie,
  textOf,
  visible,
} from "./miniwob-moves.mjs";
import { waitFor } from "./wait.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * How each task is done, from its sentence.
 * @type {Record<string, (page: Page, query: string) => Promise<void>>}
 */
export const TASKS = {
  "click-button": async (page, query) => clickText(page, "#area button", quoted(query)),
  "click-link": async (page, query) => clickText(page, ".alink", quoted(query)),
  "click-option": async (page, query) => {
    await clickText(page, "#boxes label", between(query, "Select ", " and click"));
    await page.click("#subbtn");
  },
  "click-checkboxes": async (page, query) => {
    const names = between(query, "Select ", " and click");
    if (names !== "nothing") for (const name of names.split(", ")) await clickText(page, "#boxes label", name);
    await page.click("#subbtn");
  },
  "click-dialog": async (page) => page.click("button.ui-button"),
  "click-tab": async (page, query) => clickText(page, "#area ul a", between(query, "Click on ", ".")),
  "click-collapsible": async (page) => {
    await page.click("#area h3");
    await waitFor("the section to open", () => page.$eval("#subbtn", (button) => button.getClientRects().length > 0));
    await waitFor("the section to rest", () =>
      page.evaluate(
        () =>
          document.getAnimations().length === 0 && !document.querySelector(".ui-accordion-content[style*=overflow]"),
      ),
    );
    await page.click("#subbtn");
  },
  "enter-text": async (page, query) => {
    await page.click("#tt");
    await page.keyboard.type(quoted(query));
    await page.click("#subbtn");
  },
  "focus-text": async (page) => page.click("#tt"),
  "choose-list": async (page, query) => {
    await page.focus("#options");
    const name = between(query, "Select ", " from");
    for (const letter of name) await page.keyboard.press(/** @type {any} */ (letter));
    await page.click("#area button");
  },
  "click-test": async (page) => page.click("#subbtn"),
  "click-test-2": async (page) => page.click("#subbtn"),
  "click-test-transfer": async (page, query) => clickText(page, "#area button", /button (\w+)/.exec(query)?.[1] ?? ""),
  "click-button-sequence": async (page) => {
    await page.click("#subbtn");
    await page.click("#subbtn2");
  },
  "click-checkboxes-large": async (page, query) => {
    for (const name of between(query, "Select ", " and click").split(", ")) await clickText(page, "#area label", name);
    await page.click("#subbtn");
  },
  "click-checkboxes-transfer": async (page, query) => TASKS["click-checkboxes"]?.(page, query),
  "click-collapsible-nodelay": async (page, query) => TASKS["click-collapsible"]?.(page, query),
  "click-collapsible-2-nodelay": async (page, query) => openUntil(page, "#area h3", "#area .alink", quoted(query)),
  "click-collapsible-2": async (page, query) => openUntil(page, "#area h3", "#area .alink", quoted(query)),
  "click-tab-2": async (page, query) => openUntil(page, "#area li a", "#area .alink", quoted(query)),
  "click-tab-2-easy": async (page, query) => openUntil(page, "#area li a", "#area .alink", quoted(query)),
  "click-tab-2-hard": async (page, query) => openUntil(page, "#area li a", "#area .alink", quoted(query)),
  "click-color": async (page, query) =>
    page.click(`#area .color[data-color="${between(query, "Click on the ", " colored")}"]`),
  "click-dialog-2": async (page, query) => {
    const name = quoted(query);
    if (name === "x") await page.click(".ui-dialog-titlebar-close");
    else await clickText(page, ".ui-dialog button", name);
  },
  "click-scroll-list": async (page, query) => {
    const names = between(query, "Select ", " from the scroll list").split(", ");
    await page.keyboard.down("Control");
    for (const name of names) await clickText(page, "#options option", name);
    await page.keyboard.up("Control");
    await page.click("#area button");
  },
  "click-widget": async (page, query) => page.click(`#area [data-type="${quoted(query)}"]`),
  "enter-date": async (page, query) => {
    await page.click("#tt", { offset: { x: 12, y: 8 } });
    await page.keyboard.type(/\d\d\/\d\d\/\d{4}/.exec(query)?.[0].replaceAll("/", "") ?? "");
    await page.click("#subbtn");
  },
  "enter-time": async (page, query) => {
    const [, hour = "", minute, half] = /(\d+):(\d+) (AM|PM)/i.exec(query) ?? [];
    await page.click("#tt", { offset: { x: 12, y: 8 } });
    await page.keyboard.type(`${hour.padStart(2, "0")}${minute}${half}`);
    await page.click("#subbtn");
  },
  "enter-text-2": async (page, query) => {
    const text = quoted(query);
    await fill(page, "#tt", /upper case/.test(query) ? text.toUpperCase() : text.toLowerCase());
    await page.click("#subbtn");
  },
  "enter-text-dynamic": async (page, query) => TASKS["enter-text"]?.(page, query),
  "find-word": async (page, query) => {
    const text = await textOf(page, "#area p");
    const words = text.split(/\s+/).map((word) => word.replace(/[.,]/g, ""));
    await fill(page, "#answer-input", words[Number(/(\d+)/.exec(query)?.[1]) - 1] ?? "");
    await page.click("#subbtn");
  },
  "focus-text-2": async (page, query) => page.click(`#tt${Number(/(\d)/.exec(query)?.[1])}`),
  "form-sequence-2": async (page, query) => {
    const [radio, field] = [...query.matchAll(/(\d)(?:st|nd|rd|th)/g)].map(([, place]) => place);
    await page.click(`input[type=radio][value="${radio}"]`);
    await fill(page, `#input-${field}`, quoted(query) || (/number (-?\d+)/.exec(query)?.[1] ?? ""));
    await page.click("#subbtn");
  },
  "grid-coordinate": async (page, query) => page.click(`circle[cx][id="${/\(.*\)/.exec(query)?.[0]}"]`),
  "guess-number": async (page) => {
    for (let low = 0, high = 9; low <= high;) {
      const guess = Math.floor((low + high) / 2);
      await page.focus("#tt");
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type(`${guess}`);
      await page.click("#subbtn");
      if (await page.$eval("#correct", (node) => node.getClientRects().length > 0)) return;
      if (await page.$eval("#lower", (node) => node.getClientRects().length > 0)) high = guess - 1;
      else low = guess + 1;
    }
  },
  "multi-orderings": searchMovie,
  "multi-layouts": searchMovie,
  "navigate-tree": async (page, query) => {
    const name = quoted(query);
    for (let turn = 0; turn < 12; turn++) {
      const found = await visible(page, "#tree span.folder, #tree span.file", name);
      if (found) return found.click();
      const closed = await page.$("#tree li.expandable > .hitarea");
      await closed?.click();
    }
  },
  "odd-or-even": async (page) => {
    for (const row of await page.$$("#area .row")) {
      const value = Number(await row.$eval(".display-number", (node) => node.textContent));
      await (await row.$(value % 2 ? ".odd" : ".even"))?.click();
    }
    await page.click("#submit");
  },
  "read-table": async (page, query) => {
    await fill(page, "#tt", await cell(page, between(query, "value of ", " into")));
    await page.click("#subbtn");
  },
  "read-table-2": async (page) => {
    for (const place of [1, 2]) {
      const label = (await textOf(page, `#ll${place}`)).replace(/:\s*$/, "");
      await fill(page, `#tt${place}`, await cell(page, label));
    }
    await page.click("#subbtn");
  },
  "search-engine": async (page, query) => {
    await fill(page, "#search-text", quoted(query));
    await page.click("#search");
    const place = Number(/the (\d+)/.exec(query)?.[1]) - 1;
    for (let turn = 0; turn < Math.floor(place / 3); turn++)
      await page.click("#pagination .next a, #pagination li.next");
    await (await page.$$("#page-content a"))[place % 3]?.click();
  },
  "simple-arithmetic": async (page) => {
    const [, a, sign, b] = /(-?\d+)\s*([-+x*×])\s*(-?\d+)/.exec(await textOf(page, "#math-problem")) ?? [];
    const [left, right] = [Number(a), Number(b)];
    await fill(page, "#math-answer", `${sign === "+" ? left + right : sign === "-" ? left - right : left * right}`);
    await page.click("#subbtn");
  },
  "simple-algebra": async (page) => {
    const problem = (await textOf(page, "#math-problem")).replace(/\s/g, "");
    const solution = [...Array(401).keys()].map((at) => at - 200).find((x) => holds(problem, x));
    await fill(page, "#math-answer", `${solution}`);
    await page.click("#subbtn");
  },
  "text-transform": async (page) => {
    await fill(page, "#tt", await textOf(page, "#captcha"));
    await page.click("#subbtn");
  },
  "unicode-test": async (page, query) => clickText(page, "#area button", between(query, 'Click on the "', '" button')),
  "use-autocomplete-nodelay": autocomplete,
  "use-autocomplete": autocomplete,
  "use-spinner": async (page, query) => {
    const wanted = Number(/-?\d+/.exec(query)?.[0]);
    for (let turn = 0; turn < Math.abs(wanted); turn++)
      await page.click(wanted > 0 ? ".ui-spinner-up" : ".ui-spinner-down");
    await page.click("#subbtn");
  },
  "visual-addition": async (page) => {
    const blocks = await page.$$eval("#math-problem .addition-block", (list) => list.length);
    await fill(page, "#math-answer", `${blocks}`);
    await page.click("#subbtn");
  },
  "choose-date-easy": chooseDate,
  "choose-date-nodelay": chooseDate,
  "choose-date": chooseDate,
  "social-media": async (page, query) => {
    const user = between(query, "user ", ", click");
    for (const post of await page.$$("#area .media")) {
      if ((await post.$eval(".username", (node) => node.textContent?.trim())) !== user) continue;
      const button = await post.$(`.${quoted(query).toLowerCase()}`);
      if (!(await button?.isVisible())) await (await post.$(".more"))?.click();
      return button?.click();
    }
  },
};
