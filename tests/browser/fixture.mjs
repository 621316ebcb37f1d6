// A browser on an approved fixture page, for a test file to share between its tests.

import { after, before } from "node:test";
import { openBrowser } from "./browser.mjs";
import { switchOn } from "./popup.mjs";
import { PAGES, serve } from "./serve.mjs";

/**
 * Opens the browser before the file's tests and closes it after them. With `path` the page is opened and its site approved.
 * @typedef {Partial<import("./serve.mjs").Serving>} Serving
 * @param {Serving & {path?: string, browser?: import("./browser.mjs").Options, prepare?: (opened: import("./browser.mjs").Opened) => Promise<void>}} [options]
 *   `prepare` runs at the end of all that
 * @returns {{opened: import("./browser.mjs").Opened, origin: string, server: Awaited<ReturnType<typeof serve>>}} filled when
 *   the tests run
 */
export function browserFor({ path, browser, prepare = async () => {}, ...serving } = {}) {
  const fixture = /** @type {any} */ ({});
  before(async () => {
    fixture.server = await serve({ folders: { "/": PAGES }, ...serving });
    fixture.origin = fixture.server.origin;
    fixture.opened = await openBrowser(browser);
    if (path) {
      await fixture.opened.page.goto(fixture.origin + path);
      await switchOn(fixture.opened);
    }
    await prepare(fixture.opened);
  });
  after(async () => {
    await fixture.opened?.close();
    await fixture.server?.close();
  });
  return fixture;
}
