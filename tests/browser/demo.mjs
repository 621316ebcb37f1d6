// The main job in a real browser: switch a site on, do a task, see that it is recorded, stop, export, replay.

import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  SITE,
  exportSession,
  openBrowser,
  serve,
  shownSteps,
  startRecording,
  stopRecording,
  switchOn,
  openPopup,
  recorded,
  closePopup,
} from "./harness.mjs";
import { SECRETS, approveInvoice, signIn } from "./person.mjs";
import { openReplayers } from "./replay.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DEMO = join(ROOT, "pkg/demo");

await rm(DEMO, { recursive: true, force: true });
await mkdir(DEMO, { recursive: true });
const site = await serve({ folders: { "/": SITE } });
const opened = await openBrowser();
const replayers = openReplayers();
try {
  const { page } = opened;
  await page.goto(`${site.origin}/index.html`);
  say(`A work site is open: ${page.url()}`);
  await switchOn(opened);
  say("The person switched the site on and allowed it in the browser's own prompt.");
  await startRecording(opened, { goal: "Approve the invoice of Fabrikam Lighting", keepTyped: true });
  say("Recording: the page shows its indicator, the toolbar says REC.");

  const ready = () => recorded(opened);
  await signIn(page, ready);
  await page.screenshot({ path: join(DEMO, "indicator.png") });
  const popup = await openPopup(opened);
  await popup.screenshot({ path: join(DEMO, "popup.png") });
  await closePopup(popup);
  await approveInvoice(page, ready);
  await stopRecording(opened);
  say("The task is done and the recording stopped.");

  const { trace, flow, flowText, flowName, review } = await exportSession(opened, { steps: 10 });
  for (const scheme of ["light", "dark"]) {
    await review.evaluate(() => scrollTo(0, 0));
    // Without motion, or the picture shows colours on their way from one scheme to the other.
    await review.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await review.screenshot({ path: join(DEMO, `review-${scheme}.png`) });
  }
  console.log("\nSteps, as the review page shows them:");
  (await shownSteps(review)).forEach((sentence, at) => console.log(`  ${String(at + 1).padStart(2)}. ${sentence}`));
  console.log("\nMasked before anything was stored:");
  for (const [mask, count] of Object.entries(trace.footer.masked)) console.log(`  ${mask}: ${count}`);

  for (const [what, secret] of Object.entries(SECRETS)) {
    assert.ok(!trace.text.includes(secret), `the trace holds the ${what}`);
    assert.ok(!flowText.includes(secret), `the UserFlow holds the ${what}`);
  }
  console.log(`  Neither file holds ${Object.keys(SECRETS).join(", ")}.`);
  await writeFile(join(DEMO, trace.name), trace.text);
  await writeFile(join(DEMO, flowName), flowText);

  const confirmation = await replayers.replay(flow, async (fresh) => {
    await fresh.waitForSelector("#confirmation", { timeout: 5000 });
    return fresh.$eval("#confirmation", (heading) => heading.textContent);
  });
  assert.match(confirmation ?? "", /^Invoice NW-1042 approved$/, "the replay did not reach the confirmation page");
  console.log(`\nReplayed in a fresh browser by @puppeteer/replay: the page says "${confirmation}".`);
  console.log("\nThe files:");
  for (const name of [trace.name, flowName, "popup.png", "indicator.png", "review-light.png", "review-dark.png"]) {
    console.log(`  ${relative(ROOT, join(DEMO, name))}`);
  }
} finally {
  await opened.close();
  await replayers.close();
  await site.close();
}

/** @param {string} sentence */
function say(sentence) {
  console.log(`- ${sentence}`);
}
