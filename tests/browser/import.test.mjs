// The review page refuses a broken or foreign trace, and says in which line and why.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { exportSession, startRecording, stopRecording, waitFor } from "./harness.mjs";

/** @type {string} */
let folder;
/** @type {string} */
let good;
/** @type {import("puppeteer-core").Page} */
let review;

browserFor({
  path: "/controls.html",
  prepare: async (opened) => {
    folder = await mkdtemp(join(tmpdir(), "overt-import-"));
    await startRecording(opened);
    await opened.page.click("#approve");
    await stopRecording(opened);
    const exported = await exportSession(opened, { steps: 2 });
    good = exported.trace.text;
    review = exported.review;
  },
});
after(() => rm(folder, { recursive: true, force: true }));

/** @type {[string, (lines: string[]) => string[], RegExp][]} */
const BROKEN = [
  ["a file that is no trace", () => ["hello"], /line 1: ./i],
  ["a trace without its header", (lines) => lines.slice(1), /line 1: ./i],
  [
    "a trace of a later version",
    ([header, ...rest]) => [(header ?? "").replace('"version":2', '"version":99'), ...rest],
    /line 1: .*(version|99)/i,
  ],
  ["a line that is not JSON", ([header, , ...rest]) => [header ?? "", "{oops", ...rest], /line 2: ./i],
  ["a foreign kind of line", ([header, , ...rest]) => [header ?? "", '{"kind":"pixel"}', ...rest], /line 2: ./i],
  ["a trace cut off at its end", (lines) => lines.slice(0, -1), /line \d+: ./i],
  [
    "a step that was changed by hand",
    (lines) => lines.map((line) => line.replace("Approve", "Refuse!")),
    /line \d+: .*(sha|hash|sum|changed|match)/i,
  ],
];

for (const [what, breakIt, message] of BROKEN) {
  test(`${what} is refused with the line and the reason`, async () => {
    const said = await importText(`${breakIt(good.trimEnd().split("\n")).join("\n")}\n`);
    assert.match(said, message);
  });
}

test("a whole trace is shown, and nothing of it is stored", async () => {
  const before = await counts();
  assert.match(await importText(good), /is undamaged/);
  await waitFor("its steps", async () => (await review.$$("#file-steps [data-step]")).length === 2);
  assert.deepEqual(await counts(), before);
});

test("a trace of version 1 is read and shown", async () => {
  const old = await readFile(new URL("../golden/v1-approve-invoice.trace.jsonl", import.meta.url), "utf8");
  assert.match(await importText(old), /is undamaged/);
  await waitFor("its goal", () =>
    review.$eval("#view-file h2", (title) => title.textContent === "Approve the invoice of Fabrikam Lighting"),
  );
  assert.ok((await review.$$("#file-steps [data-step]")).length > 0, "its steps");
});

test("a hostile trace with a checksum of its own is called undamaged, no more, and shown as text: none of its HTML becomes an element, and no script runs", async () => {
  const hostile = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
  const lines = good.trimEnd().split("\n").slice(0, -1);
  const evil = lines.map((line) => line.replaceAll("Approve", JSON.stringify(hostile).slice(1, -1)));
  const [header, ...rest] = evil;
  evil.splice(0, evil.length, (header ?? "").replace('"goal":""', `"goal":${JSON.stringify(hostile)}`), ...rest);
  const text = `${evil.join("\n")}\n`;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const footer = (good.trimEnd().split("\n").at(-1) ?? "").replace(/"sha256":"\w+"/, `"sha256":"${sha256}"`);
  const said = await importText(`${text}${footer}\n`);
  assert.match(said, /is undamaged/);
  // Whoever can write a file can write its checksum.
  assert.doesNotMatch(said, /nobody|since it was exported/);
  await waitFor("its text", () =>
    review.$eval("#view-file", (view) => (view.textContent ?? "").split("<img src=x").length > 2),
  );
  const found = await review.evaluate(() => [
    document.querySelectorAll("main img, main script").length,
    /** @type {any} */ (window).ran,
  ]);
  assert.equal(found[0], 0);
  assert.ok(!found[1], "a script of the file ran");
});

test("a trace whose steps nest without end is refused at its line", async () => {
  const [header, ...rest] = good.trimEnd().split("\n");
  const bomb = `{"kind":"step","seq":${'{"a":'.repeat(500_000)}1${"}".repeat(500_000)}}`;
  assert.match(await importText([header, bomb, ...rest].join("\n")), /line 2: ./i);
});

test("a file of 1 GB is refused by its size, at once", async () => {
  const file = join(folder, "huge.trace.jsonl");
  await writeFile(file, "");
  await truncate(file, 1024 ** 3);
  const started = Date.now();
  assert.match(await importFile(file), /1,024 MB.*64 MB/);
  assert.ok(Date.now() - started < 5000, "it was read");
});

/** How much the store holds. */
const counts = () =>
  review.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    return Promise.all(["sessions", "steps", "observations"].map((name) => store.count(name)));
  });

/**
 * Gives a text as a file to the import field; the review page's answer.
 * @param {string} text
 */
async function importText(text) {
  const file = join(folder, "some.trace.jsonl");
  await writeFile(file, text);
  return importFile(file);
}

/** @param {string} file */
async function importFile(file) {
  await review.bringToFront();
  const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await review.$("#import"));
  await input.uploadFile(file);
  return waitFor("an answer to the import", () => review.$eval("#message", (node) => node.textContent?.trim() ?? ""));
}
