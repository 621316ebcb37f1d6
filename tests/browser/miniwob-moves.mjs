// What a person does again and again in MiniWoB++ tasks: fill a field, open sections until the text is there, pick a date.

import { waitFor } from "./wait.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** @param {Page} page @param {string} query */
export async function searchMovie(page, query) {
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
export async function autocomplete(page, query) {
  const [, start = "", end = ""] = /starts with "([^"]*)"(?: and ends with "([^"]*)")?/.exec(query) ?? [];
  await page.click("#tags");
  await page.keyboard.type(start);
  // The list is drawn anew once more when its own delay is over: what was found may be gone before it is pressed.
  await waitFor("the chosen entry", async () => {
    for (const one of await page.$$(".ui-autocomplete li"))
      if (await one.evaluate((node, ending) => node.textContent?.trim().endsWith(ending), end)) {
        await one.click();
        return true;
      }
    return false;
  });
  await page.click("#subbtn");
}

/** @param {Page} page @param {string} query */
export async function chooseDate(page, query) {
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
export function holds(problem, x) {
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
export async function openUntil(page, heads, items, text) {
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
export async function visible(page, selector, text) {
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
export async function fill(page, selector, text) {
  await page.click(selector, { count: 3 });
  await page.keyboard.type(text);
}

/** @param {Page} page @param {string} selector */
export async function textOf(page, selector) {
  return page.$eval(selector, (node) => node.textContent?.trim() ?? "");
}

/** The cell beside a heading. @param {Page} page @param {string} head */
export async function cell(page, head) {
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
export function between(text, before, after) {
  const from = text.indexOf(before) + before.length;
  return text.slice(from, text.lastIndexOf(after));
}

/**
 * @param {Page} page
 * @param {string} selector
 * @param {string} text
 */
export async function clickText(page, selector, text) {
  for (const element of await page.$$(selector)) {
    if (await element.evaluate((node, wanted) => node.textContent?.trim() === wanted, text)) return element.click();
  }
  throw new Error(`nothing like ${selector} has the task's text`);
}
