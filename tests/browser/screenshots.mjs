// Takes a picture of every page in both themes into docs/pictures, from a real browser in which a real task is recorded.

import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  EXTENSION,
  SITE,
  closePopup,
  exportSession,
  openBrowser,
  openPopup,
  recorded,
  serve,
  startRecording,
  stepCount,
  stopRecording,
  switchOn,
  waitFor,
} from "./harness.mjs";
import { approveInvoice, signIn } from "./person.mjs";

const PICTURES = fileURLToPath(new URL("../../docs/pictures", import.meta.url));
const THEMES = ["light", "dark"];
const SIZE = { width: 1120, height: 720, deviceScaleFactor: 1 };

mkdirSync(PICTURES, { recursive: true });
const site = await serve({ folders: { "/": SITE } });
const opened = await openBrowser();

/**
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 * @param {{sized?: boolean, whole?: boolean}} [how] sized: in the size of all pictures; whole: as long as the page is
 */
async function picture(page, name, { sized = true, whole = false } = {}) {
  if (sized) await page.setViewport(SIZE);
  for (const theme of THEMES) {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: theme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    const file = join(PICTURES, `${name}-${theme}.png`);
    await page.screenshot({ path: /** @type {`${string}.png`} */ (file), fullPage: whole });
    console.log(`  docs/pictures/${name}-${theme}.png`);
  }
  await page.emulateMediaFeatures([]);
}

/** @param {string} path @param {string} ready @param {(page: import("puppeteer-core").Page) => Promise<unknown>} [use] */
async function own(path, ready, use = async () => {}) {
  if (!existsSync(join(EXTENSION, path))) return;
  const page = await opened.openOwn(path);
  await page.bringToFront();
  // Before the page begins: a window that changes its size is a step, also on the practice page.
  await page.setViewport(SIZE);
  await page.reload();
  await waitFor(ready, () => page.$(ready));
  await use(page);
  await picture(page, path.split("/")[0], { whole: path.startsWith("welcome") });
  await page.close();
  await opened.page.bringToFront();
}

try {
  const { page } = opened;
  const ready = () => recorded(opened);
  await own("welcome/welcome.html", "#withdraw");
  await own("practice/practice.html", ":popover-open", async (practice) => {
    await practice.click("#by");
    await practice.keyboard.type("Dana Whitfield");
    await practice.click("#received");
    await waitFor("the steps", async () => (await practice.$$("#taken li")).length >= 3);
  });

  await page.goto(`${site.origin}/index.html`);
  const before = await openPopup(opened);
  await before.type("#goal", "Approve the invoice of Fabrikam Lighting");
  await picture(before, "popup-before", { sized: false });
  await closePopup(before);

  await switchOn(opened);
  await startRecording(opened, { goal: "Approve the invoice of Fabrikam Lighting", keepTyped: true });
  await signIn(page, ready);
  await page.click("#search");
  await page.keyboard.type("fabrikam");
  await waitFor("the steps", async () => ((await stepCount(opened)) ?? 0) > 5);
  const popup = await openPopup(opened);
  await picture(popup, "popup", { sized: false });
  await closePopup(popup);
  await page.reload();
  await ready();
  await picture(page, "indicator");
  await own("activity-list/activity-list.html", "h1");
  await page.setViewport(null);
  await approveInvoice(page, ready);
  await stopRecording(opened);
  const after = await openPopup(opened);
  await picture(after, "popup-after", { sized: false });
  await closePopup(after);
  const { review } = await exportSession(opened, { steps: 10 });
  await review.evaluate(() => scrollTo(0, 0));
  await picture(review, "review");
  await review.close();
  await own("settings/settings.html", "h1");
} finally {
  await opened.close();
  await site.close();
}
