// Faults of tabs and windows: closed right after an act, discarded, many of them, one that hangs.

import { recorded } from "../record.mjs";
import { waitFor } from "../wait.mjs";

/** @typedef {import("./world.mjs").World} World */

/** Fewer in a short run: a tab takes a third of a second. */
const MANY = process.env.FAULTS ? 50 : 15;

/** @type {import("../faults.test.mjs").Fault[]} */
export const TABS = [
  {
    fault: "tab closed after the click",
    runs: 2,
    then: "records",
    async strike(world) {
      await world.act();
      await world.page.close();
      world.page = await openRecorded(world);
    },
  },
  {
    fault: "tab discarded",
    then: "records",
    async strike(world) {
      await world.act();
      await world.opened.page.bringToFront();
      await world.opened.control.evaluate(async (address) => {
        const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
        await chrome.tabs.discard(tab?.id);
        const [discarded] = await chrome.tabs.query({ discarded: true });
        await chrome.tabs.update(/** @type {number} */ (discarded?.id), { active: true });
      }, world.address);
      world.page = await waitFor("the tab to be loaded again", async () => {
        for (const page of await world.opened.browser.pages())
          if (page.url() === world.address && (await page.$(":popover-open"))) return page;
        return undefined;
      });
      await recorded(world.opened, world.page);
    },
  },
  {
    fault: "two windows",
    then: "records",
    async strike(world) {
      const other = await openInWindow(world);
      for (const page of [other, world.page, other]) {
        await page.bringToFront();
        await world.act(page);
      }
    },
  },
  {
    fault: `${MANY} tabs`,
    most: 5,
    then: "records",
    async strike(world) {
      for (let at = 1; at < MANY; at++) await (await world.opened.browser.newPage()).goto(world.address);
      await world.page.bringToFront();
      await world.act();
      const last = await openRecorded(world);
      await world.act(last);
      world.page = last;
    },
  },
  {
    fault: "a hung tab",
    then: "records",
    async strike(world) {
      const hung = await openRecorded(world);
      await hung.evaluate(() => {
        setTimeout(() => {
          for (const end = Date.now() + 3000; Date.now() < end;);
        });
      });
      await world.page.bringToFront();
      await world.act();
    },
  },
];

/** Opens one more tab of the page, and waits until it is recorded. @param {World} world */
async function openRecorded({ opened, address }) {
  const page = await opened.browser.newPage();
  await page.goto(address);
  await recorded(opened, page);
  return page;
}

/** Opens the page in a window of its own. @param {World} world */
async function openInWindow({ opened, address }) {
  const before = await opened.browser.pages();
  await opened.control.evaluate((url) => chrome.windows.create({ url }).then(() => {}), address);
  const page = await waitFor("the other window", async () =>
    (await opened.browser.pages()).find((one) => !before.includes(one) && one.url() === address),
  );
  await recorded(opened, page);
  return page;
}
