// Secrets planted in every place where a page shows, carries or takes them: none leaves the page, at either masking level, by either engine.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserFor } from "./fixture.mjs";
import { KIND, exportSession, recorded, startRecording, stopRecording, waitFor } from "./harness.mjs";
import { everythingStored, storeTerms } from "./stored.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("puppeteer-core").Frame} Frame */

/** The word of the employee that is never to be kept; the settings and the session's memory hold it, and nothing else may. */
const TERM = "Projekt Morgenröte";

/**
 * What is typed, by the field; `null` for a field whose text the page or a term makes private. Of each secret a piece stands in
 * PIECES.
 * @type {[string, string][]}
 */
const TYPED = [
  ["#email", "typed.k42@canary.example"],
  ["#tel", "+49 30 901820442"],
  ["#card", "4111 1111 1111 1111"],
  ["#check", "73917"],
  ["#code", "839204"],
  ["#pin", "482916"],
  ["#kennwort", "Wolke-k43"],
  ["#japanese", "Kumo-k44"],
  ["#account", "Konto-k45-7712"],
  ["#key", "mykey-k46"],
  ["#passport", "C01X-k47"],
  ["#dots", "dotty-k48"],
  ["#part", "4539"],
  ["#remark", `for remark.k49@canary.example, 5555555555554444, about ${TERM}`],
  ["#long", "4012888888881881 of long.k50@canary.example"],
  ["#search", "call (555) 210-4451 today"],
  ["#private", "private-k51"],
  ["#ignored", "ignored-k52"],
  ["#editor", "Dear editor.k53@canary.example"],
  ["#plain", "plain.k54@canary.example"],
];
/** What is pressed. */
const PRESSED = [
  ...[
    "#title",
    "#label",
    "#picture",
    "#split",
    ".by-id",
    ".by-name",
    ".by-test",
    "#link",
    "#digits",
    "#drawn",
    "#token",
  ],
  ...["#aws", "#term", "#tag", "#submit", "#inside", "#masked", "#blocked", "#rows li:nth-child(1) button"],
  ...["#rows li:nth-child(2) button", "#echo", "#download"],
];
/** Pieces of the secrets: that none stands anywhere is what is tested. */
const PIECES = [
  ...["title.k01", "holder.k02", "value.k03", "text.k04", "hidden.k05", "tip.k06", "label.k07", "alt.k08", "id.k09"],
  ...["name.k10", "test.k11", "href.k12", "dana.k13", "blimpfx", "quorza.k14", "drawn.k15", "dBjftJeZ4CVP"],
  ...["CANARY17", "value.k18", "Masked-k19", "Blocked-k20", "Masked-k21", "Blocked-k22", "zorblat.k23", "quux42"],
  ...["4222 2222", "copied.k25", "frame.k26", "title.k27", "path.k28", "matrix-k29", "query-k30", "fragment-k31"],
  ...["download-k32", "dragged-k33", "Tulip-k40", "more-k41", "typed.k42", "901820442", "4111 1111", "73917", "839204"],
  ...["482916", "Wolke-k43", "Kumo-k44", "Konto-k45", "mykey-k46", "C01X-k47", "dotty-k48", "4539", "remark.k49"],
  ...[
    "5555555555554444",
    "55555555",
    "4012888888881881",
    "8888 8888",
    "4012 8888",
    "long.k50",
    "210-4451",
    "private-k51",
  ],
  ...["ignored-k52", "editor.k53", "plain.k54", "open.k55", "closed.k56", "inner.k57", "Srcdoc-k58", "salary-of-k59"],
  ...["Morgenr", "morgenr"],
];
/** Short ones stand in other numbers by chance: they are looked for as words, and not in bare numbers of JSON such as times. */
const isIn = (/** @type {string} */ text, /** @type {string} */ piece) =>
  piece.length > 6 ? text.includes(piece) : new RegExp(`(?<![\\w.]|":)${piece}(?![\\w])`).test(text);

const folder = await mkdtemp(join(tmpdir(), "overt-canaries-"));
const file = join(folder, "salary-of-k59-smith.pdf");
await writeFile(file, "%PDF-1.4");
let found = 0;
after(async () => {
  await rm(folder, { recursive: true, force: true });
  const bench = fileURLToPath(new URL("../../pkg/bench/", import.meta.url));
  await mkdir(bench, { recursive: true });
  const counts = { browser: KIND, planted: PIECES.length, found };
  await writeFile(`${bench}canaries-${KIND}.json`, `${JSON.stringify(counts)}\n`);
});

const fixture = browserFor({
  path: "/canaries.html",
  prepare: (opened) => storeTerms(opened, [TERM]),
});

/** Path and masking level. @type {[string, import("../../extension/protocol").MaskingLevel][]} */
const RUNS = [
  ["/canaries.html", "open"],
  ["/canaries.html", "values"],
  ["/canaries.html", "all"],
];
if (KIND === "chromium") RUNS.push(["/strict/canaries.html", "open"]);

for (const [path, maskingLevel] of RUNS) {
  test(`no canary leaves ${path} at the masking level ${maskingLevel}`, async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(origin + path);
    const heard = listenTo(opened.page);
    await watch(opened.control);
    await startRecording(opened, { maskingLevel });
    await spill(opened.page);
    const during = await stored(opened.control);
    await stopRecording(opened);
    const { trace, flowText, source, review } = await exportSession(opened, { steps: 10 });
    const shown = await review.evaluate(() => document.body.innerText);
    await review.close();
    const told = await watched(opened.control);
    assert.ok(told.messages.length > 60, `only ${told.messages.length} messages were seen`);
    assert.ok(
      told.changes.some((one) => one.includes("journal/")),
      "no journal entry was seen",
    );
    assertNone({
      "the store while it records": during,
      "the store afterwards": await stored(opened.control),
      "the messages": told.messages.join("\n"),
      "what was written on the way": told.changes.join("\n"),
      "the console": heard.join("\n"),
      "the trace": trace.text,
      "the UserFlow": flowText,
      "the Playwright test": source,
      "the review page": shown,
    });
    // At the strictest masking level a text is replaced as a whole, whatever stands in it.
    const within = maskingLevel === "all" ? ["text"] : ["term", "key", "token"];
    for (const kind of ["password", "email", "card", "secret", "phone", ...within])
      assert.ok(trace.footer.masked[kind] >= 1, `no ${kind} was masked: ${JSON.stringify(trace.footer.masked)}`);
    assert.doesNotMatch(trace.text, /<[A-Z_]+#[0-9a-f]{16}>/, "a tag was exported");
  });
}

/** @param {Record<string, string>} places */
function assertNone(places) {
  const leaks = Object.entries(places).flatMap(([place, text]) =>
    PIECES.filter((piece) => isIn(text, piece)).map((piece) => {
      const at = text.indexOf(piece);
      return `${piece} in ${place}: …${text.slice(Math.max(0, at - 160), at + 60)}…`;
    }),
  );
  found += leaks.length;
  assert.deepEqual(leaks, []);
}

/** Does everything that a person can do with the page. @param {Page} page */
async function spill(page) {
  const type = async (
    /** @type {Page | Frame} */ where,
    /** @type {string} */ selector,
    /** @type {string} */ text,
  ) => {
    await (await waitFor(selector, () => where.$(selector))).click();
    await page.keyboard.type(text);
  };
  await type(page, "#password", "Tulip-k40");
  await page.click("#reveal");
  await type(page, "#password", "more-k41");
  for (const [selector, text] of TYPED) await type(page, selector, text);
  await /** @type {any} */ (await page.$("#files")).uploadFile(file);
  await page.focus("#whose");
  await page.keyboard.press("ArrowDown");
  for (const mode of ["open", "closed"]) {
    await page.click(`#${mode}`);
    // Both have one field, which a press in the middle of the host may miss.
    await page.focus("#part");
    for (let tab = 0; tab < 40 && (await focused(page)) !== mode; tab++) await page.keyboard.press("Tab");
    await page.keyboard.type(`${mode}.k${mode === "open" ? 55 : 56}@canary.example`);
  }
  for (const frame of page.frames().filter((one) => one !== page.mainFrame()))
    await type(frame, "#inner", frame.url().startsWith("about:") ? "Srcdoc-k58" : "inner.k57@canary.example");
  for (const selector of PRESSED) await page.click(selector);
  await copyAndPaste(page);
  await drag(page);
  await page.click("#push");
  await page.click("#term");
}

/** The id of the element that has the focus. @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id);

/** @param {Page} page */
async function copyAndPaste(page) {
  await page.click("#copied", { count: 3 });
  const chord = async (/** @type {import("puppeteer-core").KeyInput} */ key) => {
    await page.keyboard.down("Control");
    await page.keyboard.press(key);
    await page.keyboard.up("Control");
  };
  await chord("c");
  await page.click("#remark");
  await page.keyboard.press("End");
  await chord("v");
}

/** @param {Page} page */
async function drag(page) {
  const middle = async (/** @type {string} */ selector) => {
    const box = await (await page.$(selector))?.boundingBox();
    assert.ok(box, selector);
    return /** @type {const} */ ([box.x + 10, box.y + box.height / 2]);
  };
  await page.$eval("#dragged", (element) => element.scrollIntoView({ block: "center" }));
  await page.mouse.move(...(await middle("#dragged")));
  await page.mouse.down();
  await page.mouse.move(...(await middle("#target")), { steps: 5 });
  await page.mouse.up();
}

/** What the page's console says. @param {Page} page @returns {string[]} */
function listenTo(page) {
  /** @type {string[]} */
  const heard = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  return heard;
}

/** Sees every message of a content script, and every write of the extension. @param {Page} control */
async function watch(control) {
  await control.evaluate(() => {
    const all = /** @type {any} */ (globalThis);
    const first = !all.watched;
    all.watched = { messages: [], changes: [] };
    if (!first) return;
    chrome.runtime.onMessage.addListener((message) => void all.watched.messages.push(JSON.stringify(message)));
    chrome.storage.onChanged.addListener((changes, area) => {
      for (const [key, { newValue }] of Object.entries(changes)) all.watched.changes.push([area, key, newValue]);
    });
  });
}

/** @param {Page} control @returns {Promise<{messages: string[], changes: string[]}>} */
async function watched(control) {
  const { messages, changes } = await control.evaluate(() => /** @type {any} */ (globalThis).watched);
  return {
    messages,
    changes: changes.map((/** @type {[string, string, unknown]} */ [area, key, value]) =>
      JSON.stringify([area, key, area === "session" ? withoutTerms(key, value) : value]),
    ),
  };
}

/**
 * What the session's memory holds, but for the person's own words: the recorders and the gate find them by these.
 * @param {string} key
 * @param {any} value
 */
function withoutTerms(key, value) {
  const without = (/** @type {any} */ one) => ({ ...one, terms: [] });
  if (key === "active") return without(value);
  if (key !== "known") return value;
  return Object.fromEntries(Object.entries(value ?? {}).map(([id, one]) => [id, without(one)]));
}

/** All that the extension has stored, but for the person's own words where they belong. @param {Page} control */
async function stored(control) {
  const all = await everythingStored(control);
  for (const [key, value] of Object.entries(all.session)) all.session[key] = withoutTerms(key, value);
  all.rows.settings = [];
  return JSON.stringify(all);
}
