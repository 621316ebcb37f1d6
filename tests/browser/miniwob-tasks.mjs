// How each MiniWoB++ task is done from its own sentence, as a person would: by real input, one control after the other.

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

/** @param {Page} page @param {string} query */
async function searchMovie(page, query) {
  const [, genre, director, year] = /Search for (.+) movies directed by (.+) from year (\d+)/.exec(query) ?? [];
  const wanted = { genre, director, year };
  for (const field of await page.$$("#area input[type=text], #area input:not([type])")) {
    const about = await field.evaluate((node) => (node.closest("div, tr, p, label")?.textContent ?? "").toLowerCase());
    const [, value] = Object.entries(wanted).find(([word]) => about.includes(word)) ?? [];
    await field.click();
    await page.keyboard.type(value ?? "");
  }
  await page.click("#area .final, #area button");
}

/** @param {Page} page @param {string} query */
async function autocomplete(page, query) {
  const [, start = "", end = ""] = /starts with "([^"]*)"(?: and ends with "([^"]*)")?/.exec(query) ?? [];
  await page.click("#tags");
  await page.keyboard.type(start);
  const option = await waitFor("the list", async () => {
    for (const one of await page.$$(".ui-autocomplete li"))
      if (await one.evaluate((node, ending) => node.textContent?.trim().endsWith(ending), end)) return one;
    return undefined;
  });
  await option.click();
  await page.click("#subbtn");
}

/** @param {Page} page @param {string} query */
async function chooseDate(page, query) {
  const [month = 1, day = 1, year = 0] = (/\d+\/\d+\/\d+/.exec(query)?.[0] ?? "").split("/").map(Number);
  await page.click("#datepicker");
  await waitFor("the calendar", () => page.$eval(".ui-datepicker", (node) => node.getClientRects().length > 0));
  const rested = () =>
    waitFor("the calendar to rest", () => page.evaluate(() => /** @type {any} */ (window).jQuery.timers.length === 0));
  await rested();
  const shown = () =>
    page.$eval(".ui-datepicker-title", (title) =>
      new Date(`1 ${title.textContent?.replace(/\u00a0/g, " ")}`).getTime(),
    );
  const wanted = new Date(year, month - 1, 1).getTime();
  for (let at = await shown(); at !== wanted; at = await shown())
    await page.click(at > wanted ? ".ui-datepicker-prev" : ".ui-datepicker-next");
  await clickText(page, ".ui-datepicker-calendar a", `${day}`);
  await rested();
  await page.click("#subbtn");
}

/** Whether a number solves an equation in x, such as `3x+4=10` or `5-x=2`. @param {string} problem @param {number} x */
function holds(problem, x) {
  const side = (/** @type {string} */ text) => {
    let sum = 0;
    for (const [, sign, digits, unknown] of text.matchAll(/([-+]?)(\d*)(x?)/g)) {
      if (!digits && !unknown) continue;
      sum += (sign === "-" ? -1 : 1) * (digits ? Number(digits) : 1) * (unknown ? x : 1);
    }
    return sum;
  };
  const [left = "", right = ""] = problem.split("=");
  return side(left) === side(right);
}

/** Opens one section after the other until the text can be clicked. @param {Page} page @param {string} heads @param {string} items @param {string} text */
async function openUntil(page, heads, items, text) {
  for (const head of [undefined, ...(await page.$$(heads))]) {
    await head?.click();
    await waitFor("the sections to rest", () =>
      page.evaluate(() => document.getAnimations().length === 0 && !document.querySelector("#area [style*=overflow]")),
    );
    const found = await visible(page, items, text);
    if (found) return found.click();
  }
  throw new Error(`no section holds ${text}`);
}

/** The element with this text, if it is drawn. @param {Page} page @param {string} selector @param {string} text */
async function visible(page, selector, text) {
  for (const element of await page.$$(selector)) {
    const is = await element.evaluate(
      (node, wanted) => node.textContent?.trim() === wanted && node.getClientRects().length > 0,
      text,
    );
    if (is) return element;
  }
  return undefined;
}

/** @param {Page} page @param {string} selector @param {string} text */
async function fill(page, selector, text) {
  await page.click(selector, { count: 3 });
  await page.keyboard.type(text);
}

/** @param {Page} page @param {string} selector */
async function textOf(page, selector) {
  return page.$eval(selector, (node) => node.textContent?.trim() ?? "");
}

/** The cell beside a heading. @param {Page} page @param {string} head */
async function cell(page, head) {
  const rows = await page.$$eval("#tab tr", (list) =>
    list.map((row) => [...row.children].map((one) => one.textContent?.trim())),
  );
  return rows.find(([first]) => first === head)?.[1] ?? "";
}

/** @param {string} query */
export function quoted(query) {
  return /"([^"]*)"/.exec(query)?.[1] ?? "";
}

/**
 * @param {string} text
 * @param {string} before
 * @param {string} after
 */
function between(text, before, after) {
  const from = text.indexOf(before) + before.length;
  return text.slice(from, text.lastIndexOf(after));
}

/**
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
async function clickText(page, selector, text) {
  for (const element of await page.$$(selector)) {
    if (await element.evaluate((node, wanted) => node.textContent?.trim() === wanted, text)) return element.click();
  }
  throw new Error(`nothing like ${selector} has the task's text`);
}
