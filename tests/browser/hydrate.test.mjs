// React hydrates the whole document, early or late, and has as little to say as without us.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import {
  openBrowser,
  recorded,
  serve,
  startRecording,
  stepCount,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";

/** The packages of each version by their names here. */
const VERSIONS = {
  18: { react: "react-18", "react-dom": "react-dom-18" },
  19: { react: "react", "react-dom": "react-dom" },
};
/** How many ms after its script was read the page begins to hydrate; "at once" is before the document is complete. */
const MOMENTS = ["at once", 0, 150, 1500];

const APP = `
  import React from "react";
  import { hydrateRoot } from "react-dom/client";
  const h = React.createElement;
  function App() {
    const [count, setCount] = React.useState(0);
    React.useEffect(() => { window.hydrated = true; });
    return h("html", { lang: "en" },
      h("head", null, h("meta", { charSet: "utf-8" }), h("link", { rel: "icon", href: "data:," }), h("title", null, "Hydrate")),
      h("body", null,
        h("button", { onClick: () => setCount(count + 1) }, "Count"),
        h("p", { id: "count" }, String(count)),
        h("script", { src: window.source })));
  }
  window.source = document.currentScript.getAttribute("src");
  window.errors = [];
  const start = () => hydrateRoot(document, h(App), { onRecoverableError: (error) => window.errors.push(error.message) });
  const moment = new URLSearchParams(location.search).get("after");
  if (moment === "at once") start(); else setTimeout(start, Number(moment));
`;
/** @param {string} version */
const html = (version) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><link rel="icon" href="data:,"/><title>Hydrate</title></head>` +
  `<body><button>Count</button><p id="count">0</p><script src="/react${version}.js"></script></body></html>`;

/** @type {string} */
let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** @type {import("./browser.mjs").Opened} */
let opened;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "overt-hydrate-"));
  for (const [version, alias] of Object.entries(VERSIONS)) {
    await build({
      stdin: { contents: APP, resolveDir: import.meta.dirname },
      alias,
      // Where an alias is looked up.
      absWorkingDir: join(import.meta.dirname, ".."),
      bundle: true,
      define: { "process.env.NODE_ENV": '"development"' },
      outfile: join(folder, `react${version}.js`),
      logLevel: "warning",
    });
    await writeFile(join(folder, `${version}.html`), html(version));
  }
  await writeFile(join(folder, "blank.html"), "<!doctype html><title>Blank</title>");
  server = await serve({ folders: { "/": folder } });
  opened = await openBrowser();
  await opened.page.goto(`${server.origin}/blank.html`);
  await switchOn(opened);
});
after(async () => {
  await opened?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * What React and the console have to say of a page, once it is hydrated and its button was pressed.
 * @param {string} version
 * @param {string | number} moment
 * @param {() => Promise<unknown>} [ready]
 */
async function said(version, moment, ready = async () => {}) {
  const { page } = opened;
  /** @type {string[]} */
  const words = [];
  const listen = (/** @type {import("puppeteer-core").ConsoleMessage} */ message) => {
    if (message.type() === "error") words.push(message.text());
  };
  page.on("console", listen);
  await page.goto(`${server.origin}/${version}.html?after=${moment}`);
  await waitFor("the hydration", () => page.evaluate(() => /** @type {any} */ (window).hydrated));
  await ready();
  await page.click("button");
  await waitFor("the count", () => page.$eval("#count", (count) => count.textContent === "1"));
  page.off("console", listen);
  return [...words, ...(await page.evaluate(() => /** @type {any} */ (window).errors))];
}

for (const version of Object.keys(VERSIONS))
  for (const moment of MOMENTS)
    test(`React ${version} hydrates the document ${typeof moment === "number" ? `after ${moment} ms` : moment} as it does without us`, async () => {
      const { page } = opened;
      const without = await said(version, moment);
      await page.goto(`${server.origin}/blank.html`);
      await startRecording(opened);
      const steps = (await stepCount(opened)) ?? 0;
      const recording = await said(version, moment, () => recorded(opened));
      await waitFor("the click", async () => ((await stepCount(opened)) ?? 0) > steps + 1);
      assert.ok(await page.$(":popover-open"), "the indicator is there");
      await stopRecording(opened);
      assert.deepEqual(recording, without);
      assert.deepEqual(without, []);
    });
