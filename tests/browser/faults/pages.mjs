// Faults of the recorded page: the act itself navigates, the page comes back from the cache, its process crashes or hangs.

import { KIND } from "../browser.mjs";
import { inWindow } from "../firefox-window.mjs";
import { recorded } from "../record.mjs";
import { waitFor } from "../wait.mjs";

/** @typedef {import("./world.mjs").World} World */

/** @type {import("../faults.test.mjs").Fault[]} */
export const PAGES = [
  {
    fault: "navigation by the click itself",
    runs: 2,
    then: "records",
    async strike(world) {
      await followLink(world);
      // Asleep, so that only what was written ahead in the click can tell of it.
      await world.opened.stopBackground();
      await followLink(world);
    },
  },
  {
    fault: "page back from the cache",
    then: "records",
    async strike(world) {
      const { act, page, opened } = world;
      await page.evaluate(() =>
        addEventListener("pageshow", ({ persisted }) => void (document.title = persisted ? "back" : "")),
      );
      await followLink(world);
      await act();
      void page.goBack().catch(() => {});
      await waitFor("the page to come back from the cache", async () => (await page.title()) === "back");
      await recorded(opened, page);
    },
  },
  {
    fault: "renderer crash",
    then: "records",
    async strike(world) {
      const { page, opened, address } = world;
      await crash(world);
      world.page = await opened.browser.newPage();
      await world.page.goto(address);
      await recorded(opened, world.page);
      await page.close().catch(() => {});
    },
  },
];

/** Presses the link, and waits until the page that it leads to is recorded. @param {World} world */
async function followLink({ act, page, opened }) {
  await act(page, "#go");
  await waitFor("the next page", () => page.$eval("#go", (link) => link.textContent === "Act 0"));
  await recorded(opened, page);
}

/** Ends the process of the page. @param {World} world */
async function crash({ page, opened }) {
  if (KIND === "firefox") {
    await page.bringToFront();
    const pid = await inWindow(
      opened,
      () => /** @type {any} */ (window).gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid,
    );
    process.kill(pid, "SIGKILL");
    return;
  }
  const session = await page.createCDPSession();
  const crashed = new Promise((resolve) => session.once("Inspector.targetCrashed", resolve));
  await session.send("Inspector.enable");
  void session.send("Page.crash").catch(() => {});
  await crashed;
}
