// A page that puts a new body, or a new root, in place of its old one at each press: a press right after that is a step too.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { browserFor } from "./fixture.mjs";
import { badge, NPM, PAGES, startRecording, stopRecording, waitFor } from "./harness.mjs";
import { keptSteps } from "./hidden/page.mjs";
import { askBackground } from "./popup.mjs";

const TURBO = fileURLToPath(new URL("../cases/lib-turbo/", import.meta.url));
const fixture = browserFor({
  path: "/controls.html",
  folders: { "/": PAGES, "/npm/": NPM, "/turbo/": TURBO },
});
/** More than the indicator is put back anywhere else, and each at once after the one before. */
const PRESSES = 18;
const BUTTON = "<p>Order <button id=approve>Approve</button>";

/** Each runs in the page at every click. @type {Record<string, (html: string) => void>} */
const SWAPS = {
  "another body": (html) => {
    const body = document.createElement("body");
    body.innerHTML = html;
    document.body.replaceWith(body);
  },
  "other children of its body": (html) => {
    const part = document.createElement("main");
    part.innerHTML = html;
    document.body.replaceChildren(part);
  },
  "a body that is emptied first": (html) => {
    document.body.textContent = "";
    document.body.innerHTML = html;
  },
  "other children of its root": (html) => {
    const body = document.createElement("body");
    body.innerHTML = html;
    document.documentElement.replaceChildren(document.createElement("head"), body);
  },
  "another root": (html) => {
    const { documentElement } = document.implementation.createHTMLDocument();
    documentElement.lastElementChild?.insertAdjacentHTML("beforeend", html);
    document.documentElement.replaceWith(document.adoptNode(documentElement));
  },
  "another body twice, as what is shown from a cache and then from the network": (html) => {
    for (let time = 0; time < 2; time++) {
      const body = document.createElement("body");
      body.innerHTML = html;
      document.body.replaceWith(body);
    }
  },
};

/** Whether the swap is made by the click itself, or by what the page was waiting for. @type {Record<string, (swap: () => void) => void>} */
const MOMENTS = {
  "at once": (swap) => swap(),
  "in a later frame": (swap) => setTimeout(() => requestAnimationFrame(swap), 20),
};

// Also after a test that failed, so that the next one finds nothing recording.
afterEach(() => askBackground(fixture.opened, { type: "stop" }));

for (const [what, swap] of Object.entries(SWAPS))
  for (const [when, begin] of Object.entries(MOMENTS))
    test(`each press on a page that puts ${what} in place of the old ${when} is a step`, async () => {
      const { opened, origin } = fixture;
      const { page } = opened;
      await page.goto(`${origin}/controls.html`);
      await page.evaluate((html) => void (document.body.innerHTML = html), BUTTON);
      await startRecording(opened, { maskingLevel: "open" });
      await page.evaluate(`
        let swaps = 0;
        let told = () => {};
        const swapped = () => (swaps++, told());
        window.swappedUpTo = (wanted) => new Promise((resolve) => { told = () => swaps >= wanted && resolve(); told() });
        addEventListener("click", () => (${begin})(() => { (${swap})(${JSON.stringify(BUTTON)}); swapped() }))`);
      const { x, y } = await middleOf("#approve");
      for (let time = 1; time <= PRESSES; time++) {
        await page.mouse.click(x, y);
        await page.evaluate((wanted) => /** @type {any} */ (window).swappedUpTo(wanted), time);
      }
      await assertSteps(Array.from({ length: PRESSES }, () => 'click "Approve"'));
    });

test("each press on a page that Turbo puts in place of the one before is a step", async () => {
  const { opened, origin } = fixture;
  const { page } = opened;
  await page.goto(`${origin}/turbo/index.html`);
  await startRecording(opened, { maskingLevel: "open" });
  const wanted = [];
  for (let time = 0; time < PRESSES; time++) {
    const [selector, name] = time % 2 ? ["#h", "Home"] : ["#a", "Orders"];
    const { x, y } = await middleOf(selector);
    await page.mouse.click(x, y);
    wanted.push(`click "${name}"`);
  }
  assert.equal(
    fixture.server.hits.filter((path) => path.endsWith("turbo.es2017-umd.js")).length,
    1,
    "no page was loaded",
  );
  await assertSteps(wanted);
});

/**
 * Where an element is, once Turbo has put its page in place: of the page before, which it shows from its cache until then, an
 * element goes away in the midst of a press.
 * @param {string} selector
 */
const middleOf = (selector) =>
  waitFor(`the page with ${selector}`, () =>
    fixture.opened.page.evaluate((selector) => {
      const box = document
        .querySelector(`html:not([data-turbo-preview], [aria-busy]) ${selector}`)
        ?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector),
  );

/** Stops, and compares what was kept; the page must be recorded up to the end. @param {string[]} wanted */
async function assertSteps(wanted) {
  const { opened } = fixture;
  const shown = await badge(opened);
  await stopRecording(opened);
  const steps = await keptSteps(opened.control);
  assert.deepEqual({ shown, steps: steps.map(({ what }) => what) }, { shown: "REC", steps: wanted });
}
