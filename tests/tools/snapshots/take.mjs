// Takes the snapshots of tests/snapshots anew, in a real Chromium: ./build.sh snapshots [NAME...]

import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { installChanges } from "../../bench/support/changes.mjs";
import { putProbe } from "../../bench/support/probe.mjs";
import { openPlainBrowser } from "../../browser/browser.mjs";
import { serveCases } from "../../browser/cases/run.mjs";
import { PAGES, SITE, serve } from "../../browser/serve.mjs";
import { makeSmall, readPage } from "./page.mjs";
import { PACKAGES, SOURCES } from "./sources.mjs";
import { truthOf } from "./truth.mjs";

/** How many siblings of one tag and class a snapshot has, how many hidden elements, and how many targets. */
const MOST_ALIKE = 3;
const MOST_HIDDEN = 24;
const MOST_TARGETS = 12;
/** What is chosen beside the targets of the benchmarks: cells and the like, and what stands in shadow trees. */
const MORE = "[role=combobox],[role=columnheader],[role=gridcell]";
const IN_SHADOW = "button,input,a[href],[role=option],[role=checkbox]";
const MOST_MORE = 4;

const FOLDER = fileURLToPath(new URL("../../snapshots/", import.meta.url));
const packages = process.env.OVERT_SNAPSHOT_PACKAGES;
if (!packages) throw new Error("OVERT_SNAPSHOT_PACKAGES names no folder: run ./build.sh snapshots");

/** The components of govuk-frontend are pieces of pages: this is the page around them, as its documentation has it. */
const AROUND_COMPONENT =
  '<!doctype html><html lang="en" class="govuk-template"><head><title>Component</title>' +
  '<link rel="stylesheet" href="/govuk-frontend@6.6.0/dist/govuk/govuk-frontend.min.css"></head>' +
  '<body class="govuk-template__body js-enabled govuk-frontend-supported">';

const only = process.argv.slice(2);
const sources = SOURCES.filter(({ name }) => !only.length || only.includes(name));
const server = await serve({
  folders: {
    "/tests/site/": SITE,
    "/tests/pages/": PAGES,
    ...Object.fromEntries(PACKAGES.map((name) => [`/${name}/`, `${packages}/${name.replace("@", "-")}`])),
  },
  rewrite: (path, html) => (path.includes("/components/") ? AROUND_COMPONENT + html : html),
});
const cases = await serveCases();
const { page, close } = await openPlainBrowser();
try {
  await page.setViewport({ width: 1024, height: 768 });
  // Ids that a library makes up are the same each time.
  await page.evaluateOnNewDocument(() => {
    let last = 1;
    Math.random = () => (last = (last * 16807) % 2147483647) / 2147483647;
  });
  // What a page loads from elsewhere would make each snapshot another.
  await page.setRequestInterception(true);
  page.on("request", (request) => (/127\.0\.0\.1|^data:/.test(request.url()) ? request.continue() : request.abort()));
  await mkdir(`${FOLDER}held-out`, { recursive: true });
  for (const source of sources) await take(source);
} finally {
  await close();
  await Promise.all([server.close(), cases.close()]);
}

/** @param {import("./sources.mjs").Source} source */
async function take(source) {
  const session = await page.createCDPSession();
  await session.send("Emulation.setScriptExecutionDisabled", { value: !source.scripts });
  const address =
    source.package === "tests/cases"
      ? `${cases.server.origin}/${source.path}`
      : `${server.origin}/${source.package}/${source.path}`;
  await page.goto(address, { waitUntil: "load" });
  for (const action of source.actions ?? []) await act(action);
  // Nothing changes any more: all answers are about the same page.
  await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.evaluate(makeSmall, MOST_ALIKE, MOST_HIDDEN);
  await putProbe(page, "wasm");
  await page.evaluate(installChanges, MOST_TARGETS);
  await page.evaluate(addTargets, MORE, IN_SHADOW, MOST_MORE);
  await page.evaluate(`globalThis.taken = (${readPage})()`);
  const { viewport, styles, root, observation } = await page.evaluate(() => {
    const { taken, probe } = /** @type {any} */ (globalThis);
    const { viewport, styles, page: root } = taken;
    return { viewport, styles, root, observation: probe.observation(document.body) };
  });
  const targets = await truthOf(page);
  await session.detach();
  const { name, heldOut, package: from, path } = source;
  const file = `${FOLDER}${heldOut ? "held-out/" : ""}${name}`;
  const text = anywhere(written({ source: { package: from, path }, viewport, styles, targets, page: root }));
  await writeFile(`${file}.json`, text);
  await writeFile(`${file}.txt`, `${observation}\n`);
  console.log(`  ${name}: ${Math.round(text.length / 1024)} KB, ${targets.length} targets`);
}

/** The text without what is another with each run: the ports of the servers, and the numbers of blobs. @param {string} text */
function anywhere(text) {
  const ours = text.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "http://127.0.0.1");
  return ours.replaceAll(/blob:http:\/\/127\.0\.0\.1\/[\da-f-]+/g, "blob:http://127.0.0.1/");
}

/** A line for each style and target, so that a change shows where it is. @param {Record<string, any>} snapshot */
function written({ styles, targets, page: root, ...rest }) {
  const lines = (/** @type {unknown[]} */ list) => `[\n${list.map((one) => JSON.stringify(one)).join(",\n")}\n]`;
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},\n"styles":${lines(styles)},\n"targets":${lines(targets)},\n"page":${JSON.stringify(root)}}\n`;
}

/** @param {import("./sources.mjs").Action} action */
async function act({ type, select, click }) {
  if (type) await page.type(...type);
  if (select) await page.select(...select);
  if (click) await page.click(click);
}

/** Runs in the page. @param {string} css @param {string} inShadow css of what is chosen in shadow trees @param {number} most */
function addTargets(css, inShadow, most) {
  const { targets } = /** @type {any} */ (globalThis).changes;
  /** @param {Document | ShadowRoot} tree @returns {Element[]} */
  const visit = (tree) => [
    ...tree.querySelectorAll(tree === document ? css : inShadow),
    ...[...tree.querySelectorAll("*")].flatMap((one) => (one.shadowRoot ? visit(one.shadowRoot) : [])),
  ];
  targets.push(
    ...visit(document)
      .filter((one) => !targets.includes(one))
      .slice(0, most),
  );
}
