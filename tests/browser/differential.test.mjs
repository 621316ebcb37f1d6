// A page that is recorded works as it does without us: its document, events, focus, selection, console, reports, requests and
// timing are the same. OVERT_SAVED_PAGES names a folder of saved pages to compare too.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { PAGES, SITE, openBrowser, recorded, serve, startRecording, stepCount, switchOn, waitFor } from "./harness.mjs";
import { SETTLED, act, told, watch } from "./differential-page.mjs";
import { serveMiniwob } from "./miniwob.mjs";
import { beyond, reportAttack } from "./report.mjs";

/** @typedef {import("./differential-page.mjs").Told & {console: string[], requests: string[]}} Seen */
/**
 * @typedef {{path: string, keys?: string[], drawn?: string}} Visit keys: pressed in the first field after what is typed into it;
 *   drawn: css of what its scripts draw first
 */

const ICON = "/favicon.ico";
const TODOS = process.env.OVERT_TODOMVC;
const MINIWOB = process.env.OVERT_MINIWOB;
const SAVED = process.env.OVERT_SAVED_PAGES;
/** What a saved page loads: it is gone, and whether and when it fails is no two times the same. */
const LOADED = /<script\b[\s\S]*?<\/script>|<(?:link|img|iframe|source|embed|object|video|audio)\b[^>]*>/gi;
const NOTHING_FOREIGN = { "Content-Security-Policy": "default-src 'self' 'unsafe-inline' data:" };

/** Events of a page that was used: of a press and of three keys. */
const LEAST = 10;

/** Pages of ours, then such as nobody here wrote. @type {Visit[]} */
const VISITS = [
  { path: "/controls.html" },
  { path: "/strict/controls.html" },
  { path: "/hostile.html" },
  { path: "/site/index.html" },
  ...["react", "vue"]
    .map((app) => ({ path: `/todo/examples/${app}/index.html`, keys: ["Enter"], drawn: "#new-todo, .new-todo" }))
    .filter(() => TODOS),
  ...["click-checkboxes", "choose-list"]
    .map((task) => ({ path: `miniwob:/seed1/miniwob/${task}.html` }))
    .filter(() => MINIWOB),
  ...(SAVED ? readdirSync(SAVED).filter((name) => name.endsWith(".html")) : []).map((name) => ({
    path: `/saved/${name}`,
  })),
];

/** @type {import("./harness.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serve>>[]} */
let servers = [];
/** What each page is while nothing is recorded. @type {Map<string, Seen>} */
const without = new Map();
/** The paths of saved pages that are not the same at two visits without us. @type {Set<string>} */
const unsteady = new Set();
const isSaved = (/** @type {Visit} */ { path }) => path.startsWith("/saved/");

before(async () => {
  const own = await serve({
    folders: { "/": PAGES, "/site/": SITE, ...(TODOS && { "/todo/": TODOS }), ...(SAVED && { "/saved/": SAVED }) },
    headers: (path) => (path.startsWith("/saved/") ? NOTHING_FOREIGN : {}),
    rewrite: (path, html) => (path.startsWith("/saved/") ? html.replace(LOADED, "") : html),
  });
  servers = [own, ...(MINIWOB ? [await serveMiniwob(MINIWOB)] : [])];
  opened = await openBrowser();
  await opened.page.goto(`${own.origin}/controls.html`);
  await switchOn(opened);
  for (const one of VISITS) {
    const first = await visit(one);
    without.set(one.path, first);
    // A page that is another one at each visit cannot tell us apart.
    if (isSaved(one) && !isDeepStrictEqual({ ...(await visit(one)), slow: [] }, { ...first, slow: [] }))
      unsteady.add(one.path);
  }
  await opened.page.goto(`${own.origin}/controls.html`);
  await startRecording(opened);
});
after(async () => {
  await opened?.close();
  for (const server of servers) await server.close();
});

for (const one of VISITS)
  test(`${one.path} is the same page with and without us`, async (t) => {
    const old = /** @type {Seen} */ (without.get(one.path));
    const used = old.events.length >= LEAST;
    if (!used && isSaved(one)) return t.skip("nothing on it can be used without what it loaded");
    if (unsteady.has(one.path)) return t.skip("two visits without us differ");
    assert.ok(used, `the page was not used: ${old.events.join(", ")}`);
    const steps = (await stepCount(opened)) ?? 0;
    const now = await visit(one, (page) => recorded(opened, page));
    await waitFor("its steps", async () => ((await stepCount(opened)) ?? 0) > steps + 1);
    /** @type {(keyof Seen)[]} */
    const kinds = ["events", "state", "said", "console", "requests", "slow"];
    const got = kinds.flatMap((kind) => beyond([...now[kind]], [...old[kind]]).map((more) => `${kind}: ${more}`));
    const attack = "pages that compare themselves with and without a recording";
    reportAttack({ attack, runs: 1, kept: 0, seenByPage: got.length, got });
    for (const kind of kinds) assert.deepEqual(now[kind], old[kind], kind);
  });

/**
 * Uses a page as a person does, and tells what it was like.
 * @param {Visit} visit
 * @param {(page: import("puppeteer-core").Page) => Promise<unknown>} [ready]
 * @returns {Promise<Seen>}
 */
async function visit({ path, keys = [], drawn }, ready = async () => {}) {
  const page = await opened.browser.newPage();
  await page.evaluateOnNewDocument(watch);
  const foreign = path.startsWith("miniwob:");
  const server = /** @type {NonNullable<typeof servers[0]>} */ (servers[foreign ? 1 : 0]);
  /** @type {string[]} */
  const said = [];
  const heard = (/** @type {import("puppeteer-core").ConsoleMessage} */ message) => {
    // The icon is the browser's own wish, once.
    if (!message.location()?.url?.endsWith(ICON)) said.push(message.text());
  };
  const failed = (/** @type {unknown} */ error) => said.push(String(error));
  page.on("console", heard);
  page.on("pageerror", failed);
  const hits = server.hits.length;
  try {
    const url = server.origin + path.replace("miniwob:", "");
    await page.goto(url);
    if (drawn) await waitFor(drawn, () => page.$(drawn));
    await ready(page);
    // Its clock would tell another time at each visit.
    if (foreign) await page.evaluate(() => /** @type {any} */ (window).core.clearTimer());
    const still = () => waitFor(`${path} to have done all`, () => page.evaluate(SETTLED));
    await still();
    await page.evaluate(() => {
      /** @type {any} */ (window).differential.events.length = 0;
    });
    await act(page, keys, still);
    const seen = await page.evaluate(told);
    // What a page keeps for its next visit would make that one another.
    await page.evaluate(() => localStorage.clear());
    const same = (/** @type {string} */ text) => text.replaceAll(server.origin, "");
    return {
      ...seen,
      state: seen.state.map(same),
      console: said.map(same).toSorted(),
      requests: server.hits
        .slice(hits)
        .filter((one) => one !== ICON)
        .toSorted(),
    };
  } finally {
    await page.close();
  }
}
