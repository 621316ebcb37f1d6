// At the masking level `structure` nothing that a page says about anybody is stored or exported, and what it says to everyone is kept.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { recordTask } from "./harness.mjs";
import { PAGES } from "./serve.mjs";
import { everythingStored } from "./stored.mjs";

/** Pages, and of each what it says about people, what it says to everyone, and a task. Others of the same form can be tried. */
const FOLDER = process.env.OVERT_PEOPLE ?? join(PAGES, "people");
const meta = JSON.parse(readFileSync(join(FOLDER, "meta.json"), "utf8"));

const fixture = browserFor({
  path: `/people/${Object.keys(meta)[0]}.html`,
  folders: { "/": PAGES, "/people/": FOLDER },
});

/** @param {import("puppeteer-core").Page} page @param {[string, string, any][]} acts */
async function act(page, acts) {
  for (const [kind, css, what] of acts) {
    await page.waitForSelector(css);
    if (kind === "type") {
      await page.click(css);
      await page.keyboard.type(what);
      await page.keyboard.press("Tab");
    } else if (kind === "select") {
      await page.focus(css);
      for (let times = 0; times < what; times++) await page.keyboard.press("ArrowDown");
    } else await page.click(css);
  }
}

/** As words are compared: small letters without marks, and single spaces between them. @param {string} text */
const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");

for (const [name, { truth = {}, items = Object.values(truth).flat(), kept = [], do: acts }] of Object.entries(meta))
  test(`${name}: what is about people is nowhere, and the interface is kept`, async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(`${origin}/people/${name}.html`);
    const { trace, flowText, source } = await recordTask(opened, (page) => act(page, acts), {
      steps: acts.length,
      maskingLevel: "structure",
    });
    const own = await opened.openOwn("settings/settings.html");
    const stored = JSON.stringify(await everythingStored(own));
    await own.close();
    await opened.page.bringToFront();
    if (process.env.OVERT_SHOW) console.log(trace.text.replaceAll("\\n", "\n"));
    const texts = { trace: trace.text, flow: flowText, source, stored };
    const left = Object.entries(texts).flatMap(([where, text]) => {
      const all = ` ${plain(text.replaceAll("\\n", " "))} `;
      return items
        .filter((/** @type {string} */ item) => all.includes(` ${plain(item).trim()} `))
        .map((/** @type {string} */ item) => `${where}: ${item}`);
    });
    assert.deepEqual(left, [], trace.text.replaceAll("\\n", "\n"));
    const missing = kept.filter((/** @type {string} */ word) => !trace.text.includes(word));
    assert.deepEqual(missing, []);
    // Each target of the page can be found again.
    for (const { target, action } of trace.steps)
      if (target) assert.ok(target.selectors.length, `${action.type} on ${target.role} has no selector`);
  });
