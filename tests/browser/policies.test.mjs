// No page and no server is told of us by the browser: under every kind of policy they get what they get without a recording.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { KIND, PAGES, recorded, startRecording, stepCount, waitFor } from "./harness.mjs";
import { beyond, reportAttack } from "./report.mjs";

/** @typedef {{told: string[], requests: string[], posted: string[]}} Seen */

const ENDPOINTS = { "Reporting-Endpoints": 'sink="/reports", default="/reports"' };
const SELF = "script-src 'self'; report-uri /reports";
const NOTHING =
  "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'none'; img-src data:; report-uri /reports";

/** Headers, by the first part of the path. @type {Record<string, Record<string, string>>} */
const POLICIES = {
  open: {},
  self: { "Content-Security-Policy": SELF },
  nothing: { "Content-Security-Policy": NOTHING },
  nonce: {
    "Content-Security-Policy": "script-src 'nonce-policies' 'strict-dynamic'; object-src 'none'; report-uri /reports",
  },
  sandbox: { "Content-Security-Policy": `sandbox allow-scripts allow-same-origin allow-forms; ${SELF}` },
  "trusted-types": {
    "Content-Security-Policy":
      "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self'; report-uri /reports",
  },
  "report-only": {
    "Content-Security-Policy-Report-Only": `${NOTHING}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  "report-to": { ...ENDPOINTS, "Content-Security-Policy": "default-src 'self'; img-src data:; report-to sink" },
  isolated: {
    ...ENDPOINTS,
    "Content-Security-Policy": SELF,
    "Cross-Origin-Opener-Policy": 'same-origin; report-to="sink"',
    "Cross-Origin-Embedder-Policy": 'require-corp; report-to="sink"',
    "Permissions-Policy": "sync-xhr=(), unload=()",
    "Document-Policy": "js-profiling",
  },
  meta: {},
};
const META = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'">`;
/**
 * Where the browser posts what the page does against its policy. To the endpoints of `report-to` neither does without TLS (seen in
 * Chromium 156 and Firefox 153): there the page's own ReportingObserver sees what would be posted.
 */
const POSTS = Object.keys(POLICIES).filter((name) => JSON.stringify(POLICIES[name]).includes("report-uri"));

/** What the page itself breaks of each policy, by its directives; where a name is not here: of scripts. @type {Record<string, string[]>} */
const BROKEN = {
  open: [],
  nothing: ["script-src", "style-src-elem"],
  "trusted-types": ["require-trusted-types-for"],
  "report-only": ["require-trusted-types-for", "script-src", "style-src-elem"],
};
const brokenOf = (/** @type {string} */ name) => BROKEN[name] ?? ["script-src"];
/** How a page is told of a violation; Firefox's ReportingObserver tells of those with an endpoint only (seen in 153). */
const waysOf = (/** @type {string} */ name) =>
  KIND === "firefox" && name !== "report-to" ? ["violation"] : ["violation", "report csp-violation"];

const kindOf = (/** @type {string} */ path) => path.split("/")[1] ?? "";

/** What each page is told while nothing is recorded. @type {Map<string, Seen>} */
const without = new Map();

const fixture = browserFor({
  path: "/policies.html",
  folders: Object.fromEntries(["/", ...Object.keys(POLICIES).map((name) => `/${name}/`)].map((path) => [path, PAGES])),
  headers: (path) => POLICIES[kindOf(path)] ?? {},
  rewrite: (path, html) => (kindOf(path) === "meta" ? html.replace("<meta", `${META}\n<meta`) : html),
  prepare: async (opened) => {
    for (const name of Object.keys(POLICIES)) without.set(name, await visit(name));
    await opened.page.goto(`${fixture.origin}/policies.html`);
    await startRecording(opened);
  },
});

for (const name of Object.keys(POLICIES))
  test(`a page under the policy "${name}" is told nothing of its recording`, async () => {
    const steps = (await stepCount(fixture.opened)) ?? 0;
    const { told, requests, posted } = await visit(name, () => recorded(fixture.opened));
    await waitFor("its steps", async () => ((await stepCount(fixture.opened)) ?? 0) >= steps + 7);
    const before = without.get(name);
    assert.ok(before?.told.includes("violated"), "the page was not used");
    const got = [...beyond(told, before.told), ...beyond(requests, before.requests), ...beyond(posted, before.posted)];
    const attack = `a page under the policy "${name}" that counts events, requests and reports`;
    reportAttack({ attack, runs: 1, kept: 0, seenByPage: got.length, got });
    assert.deepEqual(told, before.told, "events and reports in the page");
    assert.deepEqual(requests, before.requests, "requests of the page");
    assert.deepEqual(posted, before.posted, "reports that the server got");
    if (POSTS.includes(name)) assert.ok(posted.length > 0, "not even the page's own violation was posted");
  });

/**
 * Opens the page, does in it what a person does, at the end what its policy forbids, and tells what it and its server saw.
 * @param {string} name
 * @param {() => Promise<void>} [ready]
 * @returns {Promise<Seen>} sorted, because reports come in any order
 */
async function visit(name, ready = async () => {}) {
  const { opened, origin, server } = fixture;
  const { page } = opened;
  const [hits, posts] = [server.hits.length, server.posted.length];
  await page.goto(`${origin}/${name}/policies.html`);
  await ready();
  await page.click("#approve");
  await page.hover("#menu");
  await page.click("#save").catch(() => {});
  await page.click("#name");
  await page.keyboard.type("Dana");
  await page.select("#country", "France");
  await page.click("#editor");
  await page.keyboard.type("text");
  await page.click("#details");
  await page.keyboard.press("PageDown");
  await page.click("#violate");
  // What it breaks itself it is told of in any order, and so is the server: all of that has to be there.
  const own = waysOf(name).flatMap((way) => brokenOf(name).map((directive) => `${way} ${directive} `));
  await waitFor(`the violations on "${name}"`, () => page.evaluate(isTold, own));
  if (POSTS.includes(name))
    await waitFor(`its reports on "${name}"`, () => {
      const all = server.posted.slice(posts).flatMap(briefly);
      return brokenOf(name).every((directive) => all.some((one) => one.includes(directive)));
    });
  const told = await page.evaluate(() => {
    const loaded = performance.getEntriesByType("resource").map((entry) => `loaded ${new URL(entry.name).pathname}`);
    // The reports themselves are counted at the server.
    return [.../** @type {any} */ (window).told, ...loaded.filter((one) => !one.endsWith("/reports"))];
  });
  return {
    told: told.toSorted(),
    requests: server.hits.slice(hits).toSorted(),
    posted: server.posted.slice(posts).flatMap(briefly).toSorted(),
  };
}

/** Runs in the page: whether it was told something that begins with each of these. @param {string[]} own */
function isTold(own) {
  /** @type {string[]} */
  const told = /** @type {any} */ (window).told;
  return told.includes("violated") && own.every((words) => told.some((one) => one.startsWith(words)));
}

/** What reports say, without what differs between two visits. @param {string} text @returns {string[]} */
function briefly(text) {
  return [JSON.parse(text)].flat().map((report) => {
    const body = report["csp-report"] ?? report.body ?? report;
    const [directive, blocked] = [
      body.effectiveDirective ?? body["effective-directive"],
      body.blockedURL ?? body["blocked-uri"],
    ];
    return [report.type, directive, blocked, body.sourceFile ?? body["source-file"], body.id].filter(Boolean).join(" ");
  });
}
