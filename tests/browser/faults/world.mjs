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

/** Acts that may still find room where it is all but taken. */
const MOST_FITTING = 40;
/** In so many ms the person is told that there is none. */
const SOON = 2_000;

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {Awaited<ReturnType<typeof createWorld>>} World */

/**
 * Opens a browser with a profile that outlives it, on a page whose site is switched on.
 * @typedef {import("../browser.mjs").Options & {disk?: string, closed?: () => Promise<unknown>}} WorldOptions `disk`: a folder to
 *   keep all in, default: the machine's for such; `closed` is called once nothing is in it any more
 * @param {WorldOptions} [options]
 */
export async function createWorld({ disk = tmpdir(), closed, ...options } = {}) {
  const server = await serve({ folders: { "/": PAGES }, headers: () => ({ "Cache-Control": "no-cache" }) });
  const folder = await mkdtemp(join(disk, "overt-faults-"));
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
    profile,

    /** Begins a session on a page that is recorded. */
    async begin() {
      const { opened } = world;
      acts = 0;
      world.told = 0;
      world.page = await opened.browser.newPage();
      await world.page.goto(address);
      if (!(await isGranted(opened, `${server.origin}/*`))) await switchOn(opened, { tab: world.page });
      await world.start();
      await recorded(opened, world.page);
    },

    async start() {
      await askBackground(world.opened, { type: "start", maskingLevel: "open", goal: "Faults" });
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

    /** Acts until one is refused, as where all room is taken, and waits until the tab says so. */
    async actUntilFull() {
      for (let at = 0; at < MOST_FITTING; at++) {
        await world.act();
        const said = await waitFor(
          "the act to be kept, or the word that it cannot be",
          async () => {
            if ((await badge(world.opened, world.page)) === "!") return "full";
            return (await world.kept()).includes(acts) && "kept";
          },
          SOON,
        );
        if (said === "full") return;
      }
      throw new Error(`${MOST_FITTING} acts found room where there is none`);
    },

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

    /** How many steps the extension said to be lost; of a session as a whole: all. */
    told: 0,

    /** Waits until it says so, and presses that the person goes on. */
    async isTold() {
      const { sessions, steps } = await waitFor("the word that something is lost", async () => {
        const lost = await world.opened.control.evaluate(async () => {
          const { readDamage } = await import(/** @type {any} */ ("/shared/damage.js"));
          return readDamage();
        });
        return lost.sessions + lost.steps > 0 && lost;
      });
      world.told = sessions ? Infinity : steps;
      await askBackground(world.opened, { type: "acceptDamage" });
    },

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
      await closed?.();
    },
  };
  return world;
}
