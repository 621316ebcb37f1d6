// What one press asks of the page: the built recorder, as Chromium's pages run it, in a plain page where each question is counted.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { SCRIPTS as CONTENT } from "../../extension/shared/scripts.js";
import { HEAVY } from "./press.mjs";
import { EXTENSION, PAGES, notInFirefox, openPlainBrowser, serve, waitFor } from "./harness.mjs";

/** The content scripts that answer, in their order, and the recorder. */
const SCRIPTS = [...CONTENT.slice(0, CONTENT.indexOf("events") + 1), "recorder"];
/** The longest text, in UTF-16 code units, that one question may be answered with. */
const LONGEST_ANSWER = 100_000;
/** How many times larger the second page of each kind is. */
const LARGER = 4;
/** How often the recorder may turn to a page, however large that is: more than half of it are looks at the clock, on a slow machine. */
const MOST_QUESTIONS = 100;
/** How often it may on pages that show much of what once was asked about one by one. */
const MOST_AT_ONCE = 60;
/** How often it may try css, however many css there are: by address, near the element, by all other kinds, and by its place. */
const MOST_SEARCHES = 4;
/** The page's own side is the same in both browsers. */
const options = { skip: notInFirefox("the browser for plain pages is Chromium") };

/** @type {Awaited<ReturnType<typeof openPlainBrowser>>} */
let plain;
/** @type {Awaited<ReturnType<typeof serve>>} */
let site;
before(async () => {
  site = await serve({ folders: { "/": PAGES } });
  plain = await openPlainBrowser();
});
after(async () => {
  await plain?.close();
  await site?.close();
});

/** Waits until the pointer reaches the page: right after a navigation it may still go to the page before. @param {import("puppeteer-core").Page} page */
async function reached(page) {
  await page.evaluate(() =>
    addEventListener("pointermove", () => /** @type {any} */ (globalThis.reached = true), { once: true }),
  );
  let x = 300;
  await waitFor("the pointer to reach the page", async () => {
    await page.mouse.move(x++, 300);
    return page.evaluate(() => /** @type {any} */ (globalThis).reached === true);
  });
}

/**
 * Presses the target of a heavy page.
 * @param {string} query
 * @param {{times?: number, throwing?: string}} [how] how often it is pressed, and what throws when the recorder asks it first
 * @returns {Promise<{questions: number, asked: Record<string, number>, again: string[], longest: number, steps: string[], seen: string}>} how often the recorder
 *   turned to the page, in all and with each question, what it asked of an element a second time in one event, the longest text of one answer, the steps, and
 *   the observation
 */
async function press(query, { times = 1, throwing } = {}) {
  const { page } = plain;
  await page.goto(`${site.origin}/heavy.html?${query}`);
  await reached(page);
  const scripts = await Promise.all(SCRIPTS.map((name) => readFile(join(EXTENSION, "content", `${name}.js`), "utf8")));
  await page.evaluate(scripts.join("\n"));
  await page.evaluate((/** @type {string | undefined} */ throwing) => {
    const { overt } = /** @type {any} */ (globalThis);
    const { core } = overt.startEngine();
    const told = {
      questions: 0,
      asked: /** @type {Record<string, number>} */ ({}),
      again: /** @type {string[]} */ ([]),
      longest: 0,
      steps: /** @type {string[]} */ ([]),
      seen: "",
    };
    /** What was asked of each element in this event. @type {Map<unknown, Set<string>>} */
    const asked = new Map();
    const ask = (/** @type {string} */ name, /** @type {unknown[]} */ [element, ...rest]) => {
      if (element instanceof Element === false || name === "number") return;
      const question = [name, ...rest].join(" ");
      const before = asked.get(element) ?? new Set();
      if (before.has(question)) told.again.push(question);
      asked.set(element, before.add(question));
    };
    const measured = (/** @type {any} */ answer) => {
      for (const one of [answer?.fields ?? answer].flat())
        if (typeof one === "string") told.longest = Math.max(told.longest, one.length);
      return answer;
    };
    const { page } = overt;
    // The core asks by the object's name; what the page's side asks of itself does not come this way.
    overt.page = new Proxy(page, {
      get(_, /** @type {string} */ name) {
        if (name === "listen")
          return (/** @type {(...parts: unknown[]) => void} */ listener) =>
            page.listen((/** @type {unknown[]} */ ...parts) => {
              asked.clear();
              listener(...parts);
            });
        told.questions++;
        told.asked[name] = (told.asked[name] ?? 0) + 1;
        return (/** @type {any[]} */ ...rest) => {
          ask(name, rest);
          if (name === throwing && told.asked[name] === 1) throw new TypeError("nothing of the page");
          return measured(page[name](...rest));
        };
      },
    });
    const nothing = () => {};
    const onStep = (/** @type {{json: string, observation?: string}} */ { json, observation }) => {
      told.steps.push(json);
      told.seen = observation ?? told.seen;
    };
    // Kept, because a recorder that is collected stops.
    /** @type {any} */ (globalThis).recorder = new core.Recorder(
      { remove: nothing },
      {
        key: "0".repeat(32),
        maskingLevel: "values",
        terms: [],
        strings: "",
        clock: 0,
        paused: false,
        tab: 0,
        frame: [],
        paths: { allowed: ["/"], denied: [] },
        onStep,
        onPlaced: nothing,
      },
    );
    page.attendAll(nothing);
    Object.assign(told, { questions: 0, asked: {}, again: [], longest: 0, steps: [] });
    /** @type {any} */ (globalThis).told = told;
  }, throwing);
  for (let time = 0; time < times; time++) await page.click("#target");
  return page.evaluate(() => /** @type {any} */ (globalThis).told);
}

/** What costs much is kept for the length of an event. */
const KEPT = /^(read|labels|marked)\b/;

for (const { kind, size } of HEAVY)
  test(
    `a press on a page of ${size} by "${kind}" asks at most as much more as the page is larger, and nothing twice`,
    options,
    async (t) => {
      const small = await press(`${kind}=${size / LARGER}`);
      const large = await press(`${kind}=${size}`);
      t.diagnostic(`${small.questions} questions, then ${large.questions}; again: ${large.again.length}`);
      assert.ok(large.questions <= LARGER * small.questions, `${small.questions} questions, then ${large.questions}`);
      assert.ok(large.questions <= MOST_QUESTIONS, `${large.questions} questions`);
      assert.deepEqual(
        large.again.filter((question) => KEPT.test(question)),
        [],
      );
      assert.ok(large.steps.length > 0);
    },
  );

for (const query of [
  ...["none=4", "rows=8000", "alike=50000", "fields=60", "fields=8000"],
  ...["labelledby=20000", "labels=400", "table=50000"],
])
  test(
    `what is seen on a page of ${query} is read at once, and what may find the target again tried by kinds`,
    options,
    async (t) => {
      const { questions, asked } = await press(query);
      t.diagnostic(JSON.stringify(asked));
      assert.equal(asked.lineage, 1);
      assert.ok((asked.firstOnly ?? 0) <= MOST_SEARCHES, `${asked.firstOnly} searches`);
      assert.ok(questions <= MOST_AT_ONCE, `${questions} questions`);
    },
  );

for (const kind of ["name", "label", "value", "editor", "address", "text", "labelledby"])
  test(`no answer about a page that is large by "${kind}" is long`, options, async (t) => {
    const { longest, steps } = await press(`${kind}=${kind === "labelledby" ? 20_000 : 1_000_000}`);
    t.diagnostic(`the longest answer has ${longest} letters`);
    assert.equal(steps.length, 1);
    assert.ok(longest <= LONGEST_ANSWER, `${longest} letters`);
  });

test("what stands over the window is seen behind many elements below it", options, async () => {
  const { seen } = await press("below=400");
  assert.match(seen, /dialog \\"Saved\\"/);
  assert.match(seen, /Order 0/);
});

for (const throwing of ["lineage", "bounds"])
  test(`what throws as the recorder asks for "${throwing}" costs this press, and no other`, options, async () => {
    const { steps } = await press("none=4", { times: 3, throwing });
    assert.deepEqual(
      steps.map((step) => JSON.parse(step).action.type),
      ["click", "click"],
    );
  });
