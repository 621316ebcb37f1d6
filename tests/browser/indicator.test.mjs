// Visible or nothing: a page that removes or covers the indicator is put right three times and then not recorded.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { badge, notInFirefox, startRecording, stepCount, stopRecording, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });
const INDICATOR = ":popover-open:not(.cover)";

test("an indicator is put back however often it is removed, and a page that removes it whenever it comes back is not recorded", async () => {
  const { opened } = fixture;
  const { page } = opened;
  await startRecording(opened);
  for (let time = 1; time <= 6; time++) {
    await page.$eval(INDICATOR, (indicator) => indicator.remove());
    await waitFor(`the indicator to be back for the ${time}. time`, () => page.$(INDICATOR));
  }
  assert.equal(await badge(opened), "REC");
  await page.$eval(INDICATOR, (indicator) => {
    const removes = new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const added of addedNodes) if (added instanceof HTMLElement && added.popover === "manual") added.remove();
    });
    removes.observe(document, { childList: true, subtree: true });
    indicator.remove();
  });
  await waitFor(
    "the badge to say that this page is not recorded",
    async () => !["REC", ""].includes(await badge(opened)),
  );
  assert.equal(await page.$(INDICATOR), null);
  const before = await stepCount(opened);
  await page.click("#approve");
  await page.reload();
  await waitFor("the reloaded page to be recorded", async () => (await badge(opened)) === "REC");
  const steps = await waitFor("the reload's step", async () => {
    const count = (await stepCount(opened)) ?? 0;
    return count > (before ?? 0) && count;
  });
  assert.equal(steps, (before ?? 0) + 1, "only the reload was recorded");
  await stopRecording(opened);
});

const skip = notInFirefox("WebDriver BiDi does not tell the order of the top layer");
test("an indicator that a modal dialog covers comes back above the dialog", { skip }, async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  await page.evaluate(() => {
    const dialog = document.createElement("dialog");
    dialog.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0";
    document.body.append(dialog);
    dialog.showModal();
  });
  await waitFor("the indicator to be the topmost element", async () => (await topmost()) === "indicator");
  await page.reload();
  await stopRecording(opened);
});

test("however often a page opens something over the indicator, it stays on top and the page is recorded", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  for (let time = 1; time <= 8; time++) {
    await page.evaluate(cover);
    assert.ok(await onTop(), `the indicator is above the ${time}. cover`);
  }
  await page.evaluate(() => document.querySelectorAll(".cover").forEach((one) => one.remove()));
  const before = (await stepCount(opened)) ?? 0;
  await page.click("#approve");
  await waitFor("the step", async () => (await stepCount(opened)) === before + 1);
  assert.equal(await badge(opened), "REC");
  await stopRecording(opened);
});

test("a page that wants to be above the indicator each time is not recorded any more", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  await page.evaluate(cover);
  await page.evaluate(() => {
    const sheet = /** @type {HTMLElement} */ (document.querySelector(".cover"));
    const again = () => {
      sheet.hidePopover();
      sheet.showPopover();
      requestAnimationFrame(again);
    };
    again();
  });
  await waitFor(
    "the badge to say that this page is not recorded",
    async () => !["REC", ""].includes(await badge(opened)),
  );
  await page.reload();
  await stopRecording(opened);
});

/** Runs in the page: covers all of it, on top of all that is there. */
function cover() {
  const sheet = document.createElement("div");
  sheet.popover = "manual";
  sheet.className = "cover";
  sheet.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:#fff";
  document.body.append(sheet);
  sheet.showPopover();
}

/** Whether the indicator lies on top. @returns {Promise<boolean>} */
function onTop() {
  return fixture.opened.page.evaluate((selector) => {
    const host = document.querySelector(selector);
    if (!host) return false;
    const { left, right, top, bottom } = host.getBoundingClientRect();
    return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === host;
  }, INDICATOR);
}

/** What stands last in the top layer: "indicator", "dialog", or nothing. */
async function topmost() {
  const session = await fixture.opened.page.createCDPSession();
  try {
    await session.send("DOM.enable");
    await session.send("DOM.getDocument");
    const { nodeIds } = await session.send("DOM.getTopLayerElements");
    for (const nodeId of nodeIds.toReversed()) {
      const { node } = await session.send("DOM.describeNode", { nodeId });
      if (node.nodeName.startsWith("::")) continue;
      return node.nodeName === "DIALOG" ? "dialog" : node.attributes?.includes("popover") ? "indicator" : node.nodeName;
    }
    return "";
  } finally {
    await session.detach();
  }
}

test("the indicator is moved by hand and by key, made small, and stands so on the next page, inside the window", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  const box = async () => {
    const found = await (await page.$(INDICATOR))?.boundingBox();
    assert.ok(found, "no indicator on the page");
    return found;
  };
  const before = await box();
  // Its grip is at its left end, its button for small and large at its right; its shadow root is closed to us too.
  const middle = before.y + before.height / 2;
  await page.mouse.move(before.x + 18, middle);
  await page.mouse.down();
  await page.mouse.move(before.x - 82, middle - 150, { steps: 4 });
  await page.mouse.up();
  const moved = await box();
  assert.deepEqual([before.x - moved.x, before.y - moved.y].map(Math.round), [100, 150]);
  await page.mouse.click(moved.x + 18, moved.y + moved.height / 2);
  await page.keyboard.press("ArrowRight");
  await waitFor("the move by key", async () => Math.round((await box()).x - moved.x) === 32);
  await page.mouse.click(moved.x + 32 + moved.width - 20, moved.y + moved.height / 2);
  const small = await waitFor("the small indicator", async () => {
    const now = await box();
    return now.width < moved.width / 2 && now;
  });
  const steps = await stepCount(opened);
  await page.reload();
  await waitFor("the indicator where it was", async () => {
    const now = await box();
    return Math.abs(now.x - small.x) < 40 && Math.abs(now.y - small.y) < 2 && now.width < moved.width / 2;
  });
  assert.equal(steps, 1, "what is done to the indicator is no step");
  await stopRecording(opened);
});
