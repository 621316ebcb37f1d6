// What a script of one recorded site can learn of what is typed on another: nothing that depends on the text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { pause, startRecording, stepCount, stopRecording, switchOn, waitFor } from "./harness.mjs";
import { tagOf } from "./tags.mjs";

/** @typedef {{name: string, value: string}} Seen */

/** Two people's secrets, as different as can be. */
const SHORT = { name: "Ann", password: "tulip" };
const LONG = { name: "Maximiliane von Hohenlohe", password: "correct horse battery staple 1947" };

/** @type {import("puppeteer-core").Page} */
let spy;
const fixture = browserFor({
  path: "/sign-in.html",
  prepare: async (opened) => {
    spy = await opened.browser.newPage();
    await spy.goto(fixture.origin.replace("127.0.0.1", "localhost") + "/frame.html");
    await switchOn(opened, { tab: spy });
    await opened.page.bringToFront();
  },
});

for (const keepTyped of [false, true]) {
  const level = keepTyped ? "open" : "values";
  test(`level ${level}: what another site's script collects does not depend on what is typed`, async () => {
    const { opened } = fixture;
    await startRecording(opened, { keepTyped });
    await listen();
    // The first steps, of both tabs, would be taken for that of the page that is opened next.
    await typed(SHORT);
    const short = await typed(SHORT);
    const long = await typed(LONG);
    const key = await sessionKey();
    await stopRecording(opened);

    assert.ok(short.length >= 4, `only ${short.length} writes were seen: the spy does not listen`);
    assert.deepEqual(guessed([...short, ...long], key), [], "a tag tells what was typed");
    assert.deepEqual(shapes(short), shapes(long));
    for (const { name, value } of [...short, ...long]) {
      assert.match(name, /^(journal\/[0-9a-f]{32}|index|settings|damage)$/);
      assert.match(value, /^[\w+/=.]*$/, "a value that is not sealed");
    }
  });
}

test("a script in a page reads nothing of storage.session", async () => {
  const read = await inSpy(async () => {
    try {
      return Object.keys(await chrome.storage.session.get(null));
    } catch {
      return [];
    }
  });
  assert.deepEqual(read, []);
});

/**
 * Types into both fields and leaves each, and waits until every step is in the store.
 * @param {{name: string, password: string}} texts
 * @returns {Promise<Seen[]>} what the spy heard meanwhile
 */
async function typed(texts) {
  const { opened, origin } = fixture;
  const { page } = opened;
  const before = (await stepCount(opened)) ?? 0;
  await page.goto(`${origin}/sign-in.html`);
  await waitFor("the page's step", async () => ((await stepCount(opened)) ?? 0) > before);
  await quiet();
  await heard();
  for (const [field, text] of Object.entries(texts)) {
    await page.click(`#${field}`);
    await quiet();
    // What is handed over while the first write is on its way goes with it: the counts are told apart by that, not by the text.
    await page.keyboard.type(text.slice(0, 1));
    await quiet();
    await page.keyboard.type(text.slice(1));
    await page.keyboard.press("Tab");
    await quiet();
  }
  return heard();
}

/** Waits until the background has taken in all that was written ahead. */
async function quiet() {
  const { control } = fixture.opened;
  const isEmpty = () =>
    control.evaluate(async () =>
      Object.keys(await chrome.storage.local.get(null)).every((name) => !name.startsWith("journal/")),
    );
  await waitFor("the journal to be empty, twice", async () => {
    if (!(await isEmpty())) return false;
    // A tab behind others would wait a second in the place of this moment.
    await pause(60);
    return isEmpty();
  });
}

/** In the world of content scripts of the other site: everything that changes, and everything that stands there then. */
async function listen() {
  await inSpy(() => {
    /** @type {any} */
    const root = globalThis;
    root.seen = [];
    root.listening ??=
      chrome.storage.onChanged.addListener((changes, area) => {
        for (const [name, { newValue }] of Object.entries(changes))
          if (newValue !== undefined)
            root.seen.push({ name: area === "local" ? name : `${area} ${name}`, value: newValue });
      }) ?? true;
  });
}

/** @returns {Promise<Seen[]>} what was heard since the last call, and all that stands in `storage.local` now */
async function heard() {
  await reachSpy();
  const all = await inSpy(async () => {
    /** @type {any} */
    const root = globalThis;
    const seen = root.seen.splice(0);
    const now = Object.entries(await chrome.storage.local.get(null)).map(([name, value]) => ({ name, value }));
    return [...seen, ...now];
  });
  return all
    .filter((/** @type {any} */ { name }) => name !== FENCE)
    .map((/** @type {any} */ { name, value }) => ({
      name,
      value: typeof value === "string" ? value : JSON.stringify(value),
    }));
}

/** What the test itself writes. */
const FENCE = "fence";

/** Waits until the spy has heard of all that was written up to now: what is written after it comes after it. */
async function reachSpy() {
  await fixture.opened.control.evaluate(async (fence) => {
    await chrome.storage.local.set({ [fence]: fence });
    await chrome.storage.local.remove(fence);
  }, FENCE);
  await waitFor("the spy to hear of it", () =>
    inSpy(() => /** @type {any} */ (globalThis).seen.some((/** @type {Seen} */ { name }) => name === "fence")),
  );
}

/** Runs a function in the spy's page, in the world of content scripts. @param {() => any} func @returns {Promise<any>} */
function inSpy(func) {
  // The browser takes the function's text, which a function of another realm than its own does not have there.
  return fixture.opened.control.evaluate(`(async () => {
    const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === ${JSON.stringify(spy.url())});
    const [done] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func: ${func} });
    return done.result;
  })()`);
}

/** The kinds of names, and the sizes of what was written. @param {Seen[]} seen */
const shapes = (seen) => seen.map(({ name, value }) => `${name.replace(/[0-9a-f]{32}$/, "…")} ${value.length}`).sort();

const sessionKey = () =>
  fixture.opened.control.evaluate(
    async () => /** @type {any} */ (await chrome.storage.session.get("active")).active.key,
  );

/** Of 669 passwords and names, and all their beginnings, those whose tag stands in what was collected. @param {Seen[]} seen @param {string} key */
function guessed(seen, key) {
  const text = seen.map(({ value }) => value).join("\n");
  const words = [...Object.values(SHORT), ...Object.values(LONG)];
  const beginnings = words.flatMap((word) => Array.from(word, (_, end) => word.slice(0, end + 1)));
  const others = Array.from({ length: 669 - beginnings.length }, (_, at) => `password${at}`);
  const classes = ["PASSWORD", "TEXT", "SECRET"];
  return [...beginnings, ...others].filter((word) => classes.some((kind) => text.includes(tagOf(key, kind, word))));
}
