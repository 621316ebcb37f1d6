// Reports that the browser posts by itself to a page's endpoints, over TLS, of the page and of its frames, name nothing of ours.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeCertificate } from "./certificate.mjs";
import { browserFor } from "./fixture.mjs";
import { PAGES, notInFirefox, recorded, startRecording, stepCount, waitFor } from "./harness.mjs";
import { beyond, reportAttack } from "./report.mjs";

const skip = notInFirefox(
  "with its preferences for reports on, the driver's navigation to these pages never ends (seen in 153)",
);

const ENDPOINTS = { "Reporting-Endpoints": 'sink="/sink", default="/sink"' };
const SELF = "default-src 'self'; img-src data:; report-to sink";

/** Headers, by the first part of the path. @type {Record<string, Record<string, string>>} */
const POLICIES = {
  enforced: { ...ENDPOINTS, "Content-Security-Policy": SELF },
  "report-only": {
    ...ENDPOINTS,
    "Content-Security-Policy-Report-Only": `${SELF}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  isolated: {
    ...ENDPOINTS,
    "Content-Security-Policy": SELF,
    "Cross-Origin-Opener-Policy": 'same-origin; report-to="sink"',
    "Cross-Origin-Embedder-Policy": 'require-corp; report-to="sink"',
    "Permissions-Policy": "unload=()",
    "Permissions-Policy-Report-Only": "geolocation=();report-to=sink",
    "Document-Policy": "js-profiling",
  },
};

/** What the server got of each page while nothing was recorded. @type {Map<string, string[]>} */
const without = new Map();

const fixture = skip
  ? /** @type {ReturnType<typeof browserFor>} */ ({})
  : browserFor({
      path: "/policies.html",
      certificate: makeCertificate(),
      browser: { reporting: true },
      folders: Object.fromEntries(
        ["/", ...Object.keys(POLICIES).map((name) => `/${name}/`)].map((path) => [path, PAGES]),
      ),
      headers: (path) => POLICIES[path.split("/")[1] ?? ""] ?? {},
      prepare: async (opened) => {
        for (const name of Object.keys(POLICIES)) without.set(name, await visit(name));
        await opened.page.goto(`${fixture.origin}/policies.html`);
        await startRecording(opened);
      },
    });

for (const name of Object.keys(POLICIES))
  test(`the endpoint of a page under the policy "${name}" is told nothing of its recording`, { skip }, async () => {
    const steps = (await stepCount(fixture.opened)) ?? 0;
    const posted = await visit(name, () => recorded(fixture.opened));
    await waitFor("the steps", async () => ((await stepCount(fixture.opened)) ?? 0) >= steps + 4);
    const before = /** @type {string[]} */ (without.get(name));
    const got = beyond(posted, before);
    reportAttack({
      attack: "endpoints of reports, over TLS and of frames",
      runs: 1,
      kept: 0,
      seenByPage: got.length,
      got,
    });
    assert.deepEqual(posted, before);
  });

/**
 * Uses a page and its frame, breaks the policy of both at the end, and tells what the server got by then.
 * @param {string} name
 * @param {() => Promise<void>} [ready]
 * @returns {Promise<string[]>} sorted, because reports come in any order
 */
async function visit(name, ready = async () => {}) {
  const { opened, origin, server } = fixture;
  const { page } = opened;
  const begun = server.posted.length;
  const address = `${origin}/${name}/reports.html`;
  await page.goto(address);
  await ready();
  const frame = await waitFor("the frame", () => page.frames().find((one) => one.url().endsWith("/policies.html")));
  for (const one of [page, frame]) await (await one.waitForSelector("#approve"))?.click();
  await (await frame.$("#name"))?.click();
  await page.keyboard.type("Dana");
  // What is reported of all before is posted no later than this.
  for (const one of [frame, page]) await (await one.$("#violate"))?.click();
  const reports = () => server.posted.slice(begun).flatMap((text) => [JSON.parse(text)].flat());
  await waitFor(`the reports of "${name}"`, () =>
    ["reports.html", "policies.html"].every((file) =>
      reports().some(({ url, body }) => url.endsWith(file) && body?.effectiveDirective === "script-src"),
    ),
  );
  return reports()
    .map(({ type, url, body }) =>
      [type, new URL(url).pathname, body?.effectiveDirective, body?.blockedURL, body?.sourceFile, body?.id].join(" "),
    )
    .map((text) => text.replaceAll(origin, ""))
    .toSorted();
}
