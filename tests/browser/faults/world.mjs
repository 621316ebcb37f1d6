// A recorded page in which one act after the other is done, and what is kept of them whatever happens to the browser.

import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KIND, openBrowser } from "../browser.mjs";
import { askBackground, isGranted, switchOn } from "../popup.mjs";
import { badge, recorded } from "../record.mjs";
import { PAGES, serve } from "../serve.mjs";
import { waitFor } from "../wait.mjs";

/** The folder that is loaded. */
const BUILT = fileURLToPath(new URL(`../../../pkg/${KIND === "firefox" ? "firefox" : "chrome"}`, import.meta.url));

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof createWorld>>} World */

/**
 * Opens a browser with a profile that outlives it, on a page whose site is switched on.
 * @param {import("../browser.mjs").Options} [options]
 */
export async function createWorld(options = {}) {
  const server = await serve({ folders: { "/": PAGES }, headers: () => ({ "Cache-Control": "no-cache" }) });
  const folder = await mkdtemp(join(tmpdir(), "overt-faults-"));
  const profile = join(folder, "profile");
  // A copy, so that it can be updated.
  const extension = join(folder, "extension");
  await mkdir(profile, { recursive: true });
  await cp(BUILT, extension, { recursive: true });
  const address = `${server.origin}/faults.html`;
  let acts = 0;
  let session = "";

  const world = {
    opened: await openBrowser({ ...options, profile, extension }),
    /** The tab that is worked in. @type {Page} */
    page: /** @type {any} */ (undefined),
    address,
    extension,

    /** Begins a session on a page that is recorded. */
    async begin() {
      const { opened } = world;
      acts = 0;
      world.page = await opened.browser.newPage();
      await world.page.goto(address);
      if (!(await isGranted(opened, `${server.origin}/*`))) await switchOn(opened, { tab: world.page });
      await world.start();
      await recorded(opened, world.page);
    },

    async start() {
      await askBackground(world.opened, { type: "start", floor: "open", goal: "Faults" });
      session = await waitFor("the session", () =>
        world.opened.control.evaluate(async () => /** @type {any} */ (await chrome.storage.session.get()).active?.id),
      );
    },

    /**
     * Presses the button, or the link, under the act's own name; nobody waits for its step.
     * @param {Page} [page]
     * @param {"#act" | "#go"} [target]
     */
    async act(page = world.page, target = "#act") {
      const name = `Act ${++acts}`;
      await page.$eval(target, (element, text) => void (element.textContent = text), name);
      await page.click(target);
    },

    /** How many acts were done. */
    acts: () => acts,

    /** The numbers of the acts that are kept, as a page of the extension reads them. @returns {Promise<number[]>} */
    kept: () =>
      world.opened.control.evaluate(async (id) => {
        const { readSteps } = await import(/** @type {any} */ ("/shared/steps.js"));
        return (await readSteps(id))
          .map((/** @type {any} */ { step }) => /^Act (\d+)$/.exec(step.target?.name ?? "")?.[1])
          .filter(Boolean)
          .map(Number);
      }, session),

    /** Waits until all acts are kept. */
    allKept: () => waitFor("each act to be kept", async () => new Set(await world.kept()).size === acts),

    /** Waits until the newest act is kept. */
    newestKept: () => waitFor("the newest act to be kept", async () => (await world.kept()).includes(acts)),

    /** Waits until the extension says that this session is over, by the browser's doing. */
    ended: () =>
      waitFor("the session to be ended", () =>
        world.opened.control.evaluate(async (id) => {
          const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
          return (await (await openStore()).get("sessions", id))?.interrupted;
        }, session),
      ),

    /** Waits until the tab says that it is not recorded. */
    async unrecorded() {
      await waitFor("the indicator to go", async () => !(await world.page.$(":popover-open")));
      await waitFor("the badge", async () => /^–?$/.test(await badge(world.opened, world.page)));
    },

    /** Opens the browser again after it was killed. */
    async restart() {
      world.opened = await openBrowser({ ...options, profile, extension, agree: false });
    },

    /** Ends the session: what waits in the journal is taken in. */
    stop: () => askBackground(world.opened, { type: "stop" }),

    /** Ends and deletes the session, and closes its tabs. */
    async clear() {
      const { opened } = world;
      await world.stop();
      await askBackground(opened, { type: "deleteSession", session });
      await opened.page.bringToFront();
      for (const page of await opened.browser.pages())
        if (page !== opened.page && page !== opened.control) await page.close().catch(() => {});
    },

    async close() {
      await world.opened.close();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
  return world;
}
