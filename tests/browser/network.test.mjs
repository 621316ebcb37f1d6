// Nothing leaves: the whole demo with every connection watched. The page's own requests are there, each once, and no other.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  exportSession,
  KIND,
  openBrowser,
  openPlainBrowser,
  recorded,
  serve,
  SITE,
  startRecording,
  stopRecording,
  switchOn,
} from "./harness.mjs";
import { approveInvoice, signIn } from "./person.mjs";
import { openSink } from "./sink.mjs";

/** What a browser without the extension asks for when the same task is done in it. */
async function pageRequests() {
  const site = await serve({ folders: { "/": SITE } });
  const { page, close } = await openPlainBrowser();
  await page.goto(`${site.origin}/index.html`);
  await signIn(page);
  await approveInvoice(page);
  await close();
  await site.close();
  return site.hits.toSorted();
}

/** A host that the browser itself calls, whatever extension it has: its updates, its lists, its portal check. */
const BROWSERS_OWN =
  /(^|\.)(google(apis)?\.com|gstatic\.com|gvt1\.com|mozilla\.(com|org|net)|firefox\.com|mozgcp\.net)(:443)?(\/|$)/;

test("the demo's task is recorded, reviewed and exported without a request that the page did not make", async (t) => {
  const expected = await pageRequests();
  const site = await serve({ folders: { "/": SITE } });
  const sink = await openSink(site.origin);
  const log = join(tmpdir(), `overt-net-${process.pid}.json`);
  const opened = await openBrowser({ proxy: sink.port, args: [`--log-net-log=${log}`] });
  try {
    await opened.page.goto(`${site.origin}/index.html`);
    await switchOn(opened);
    await startRecording(opened, { goal: "Approve an invoice", keepTyped: true });
    const ready = () => recorded(opened);
    await signIn(opened.page, ready);
    await approveInvoice(opened.page, ready);
    await stopRecording(opened);
    const { trace, review } = await exportSession(opened, { steps: 10 });
    assert.ok(trace.steps.length >= 10);
    await review.close();
  } finally {
    await opened.close();
  }
  const own = sink.seen.filter((url) => url.startsWith(`${site.origin}/`));
  const others = sink.seen.filter((url) => !url.startsWith(`${site.origin}/`));
  assert.deepEqual(own.map((url) => new URL(url).pathname).toSorted(), expected, "the page's requests, each once");
  assert.deepEqual(site.hits.toSorted(), expected, "and none past the proxy");
  assert.deepEqual(
    others.filter((one) => !BROWSERS_OWN.test(one.replace(/^https?:\/\//, ""))),
    [],
  );
  t.diagnostic(`${own.length} requests of the page, ${others.length} of the browser itself, none else`);
  if (KIND === "chromium")
    assert.deepEqual(await requestsOf(log, opened.base), [], "by the extension, in the browser's own log");
  await sink.close();
  await site.close();
});

/**
 * What the browser's log says an extension asked for beyond its own files.
 * @param {string} log
 * @param {string} base
 */
async function requestsOf(log, base) {
  const text = await readFile(log, "utf8");
  await rm(log, { force: true });
  const { constants, events } = JSON.parse(text);
  assert.ok(constants.logEventTypes.URL_REQUEST_START_JOB !== undefined, "the log's format is another");
  const requests = events.filter(
    (/** @type {any} */ event) => event.type === constants.logEventTypes.URL_REQUEST_START_JOB,
  );
  assert.ok(requests.length > 10, `only ${requests.length} requests in the log`);
  return requests
    .map((/** @type {any} */ { params }) => params ?? {})
    .filter(
      (/** @type {any} */ { initiator, url }) => `${initiator}/`.startsWith(base) && !String(url).startsWith(base),
    )
    .map((/** @type {any} */ { url }) => url);
}
