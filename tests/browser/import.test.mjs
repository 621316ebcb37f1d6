// The review page refuses a broken or foreign trace, and says in which line and why.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
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
    ([header, ...rest]) => [(header ?? "").replace('"version":1', '"version":99'), ...rest],
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

test("a whole trace is taken", async () => {
  assert.doesNotMatch(await importText(good), /line \d+:/i);
});

/**
 * Gives a file to the import field; the review page's answer.
 * @param {string} text
 */
async function importText(text) {
  const file = join(folder, "some.trace.jsonl");
  await writeFile(file, text);
  await review.bringToFront();
  await review.$eval("#message", (node) => (node.textContent = ""));
  const input = /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (await review.$("#import"));
  await input.uploadFile(file);
  return waitFor("an answer to the import", () => review.$eval("#message", (node) => node.textContent ?? ""));
}
