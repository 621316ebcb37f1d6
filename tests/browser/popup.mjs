// Does in the real popup what a person does there.

import { chooseOvert, openMenu } from "./firefox-window.mjs";
import { pause, waitFor } from "./wait.mjs";

/** @typedef {import("./browser.mjs").Opened} Opened */
/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {Page | import("./firefox-window.mjs").View} Popup */

const isPopup = (/** @type {import("puppeteer-core").Target} */ target) => target.url().endsWith("/popup/popup.html");

/**
 * The popup that Stop on the indicator opens, in Chromium.
 * @param {Opened} opened
 * @returns {Promise<Page>}
 */
export async function poppedUp({ browser }) {
  return (await browser.waitForTarget(isPopup)).asPage();
}

/**
 * Opens the popup for a tab.
 * @param {Opened} opened
 * @param {Page} [tab] default: the first tab
 * @returns {Promise<any>} a `Popup`
 */
export async function openPopup(opened, tab = opened.page) {
  await tab.bringToFront();
  if (opened.kind === "firefox") {
    await openMenu(opened);
    return chooseOvert(opened);
  }
  const old = opened.browser.targets().find(isPopup);
  if (old) await closePopup(await old.asPage());
  // By its keyboard shortcut, as a person does: the browser then tells the popup which page it stands on (activeTab),
  // which it does not for `action.openPopup()`. Keys are lost for a moment after another popup or a prompt closed.
  const target = await waitFor("the popup", async () => {
    opened.display.key("alt+shift+o");
    return opened.browser.waitForTarget(isPopup, { timeout: 3000 }).catch(() => undefined);
  });
  const popup = await target.asPage();
  // Its target is told before it has a frame to ask.
  await waitFor("the popup's page", () => popup.$("#site-switch, #site-reason"));
  await waitFor("the popup to know its site", () =>
    popup.evaluate(() =>
      Boolean(document.querySelector("#site")?.textContent || document.querySelector("#site-reason")?.textContent),
    ),
  );
  return popup;
}

/**
 * Closes the popup and waits until it is gone.
 * @param {Popup} popup
 */
export async function closePopup(popup) {
  if (await popup.isClosed()) return;
  // A page closes at once for its driver, before it could do anything at its end.
  await ("evaluate" in popup ? popup.evaluate(() => window.close()).catch(() => {}) : popup.close());
  await waitFor("the popup to close", () => popup.isClosed());
}

/**
 * Switches the tab's site on and answers the browser's permission prompt.
 * @param {Opened} opened
 * @param {{tab?: Page, answer?: "allow" | "deny"}} [options]
 */
export async function switchOn(opened, { tab = opened.page, answer = "allow" } = {}) {
  const origin = `${new URL(tab.url()).origin}/*`;
  if (opened.kind === "firefox") return requestByClick(opened, origin, tab);
  const popup = await openPopup(opened, tab);
  // The prompt closes the popup, at times before the browser has answered for the click.
  await popup.click("#site-switch").catch(() => {});
  // A site that was granted once and given back is granted again without a prompt.
  await waitFor("the prompt, which closes the popup", async () => popup.isClosed() || isGranted(opened, origin));
  if (await isGranted(opened, origin)) return closePopup(popup);
  await answerWithKeys(opened, tab, answer);
  if (answer === "allow") await waitFor("the grant", () => isGranted(opened, origin));
}

/** As long as Chromium ignores Return in a prompt that has just come, in ms (its own time for a double click, and a little). */
const FRESH = 600;

/**
 * Answers Chromium's permission prompt, which has closed the popup, and ends when the prompt is gone.
 * @param {Opened} opened
 * @param {Page} tab the one in front
 * @param {"allow" | "deny"} answer
 */
export async function answerWithKeys({ display }, tab, answer) {
  await pause(FRESH);
  const drawn = await waitFor("the prompt to be drawn", async () => {
    const before = display.screen();
    await pause(100);
    return display.screen() === before && before;
  });
  // The focus stands on the button that denies. A key that came too early moves nothing, and can be pressed again.
  if (answer === "allow")
    await waitFor("the focus to move to the other button", async () => {
      display.key("Tab");
      return waitFor("its ring", () => display.screen() !== drawn, 1000).catch(() => false);
    });
  await waitFor("the prompt to go", async () => {
    display.key("Return");
    // The tab has the focus again. A key that came too early leaves the prompt as it was.
    return waitFor("the focus to come back", () => tab.evaluate(() => document.hasFocus()), 2000).catch(() => false);
  });
}

/**
 * Asks for a site as the popup does, in a real click on a page of the extension.
 * @param {Opened} opened
 * @param {string} origin
 * @param {Page} tab comes back to the front
 */
export async function requestByClick({ openOwn }, origin, tab) {
  const own = await openOwn("review/review.html");
  await waitFor("its heading", () => own.$("h1"));
  const host = origin.replace(/:\d+\/\*$/, "/*");
  await own.$eval(
    "h1",
    (heading, pattern) =>
      void heading.addEventListener("click", () => chrome.permissions.request({ origins: [pattern] }), { once: true }),
    host,
  );
  await own.click("h1");
  await waitFor("the grant", () =>
    own.evaluate((pattern) => chrome.permissions.contains({ origins: [pattern] }), host),
  );
  await own.close();
  await tab.bringToFront();
}

/**
 * Sends the background what the popup would send.
 * @param {Opened} opened
 * @param {object} message
 * @returns {Promise<any>}
 */
export function askBackground(opened, message) {
  return opened.control.evaluate(async (words) => {
    const { send } = await import(/** @type {any} */ ("/shared/api.js"));
    return send(words);
  }, message);
}

/**
 * Whether the browser has granted the site.
 * @param {Opened} opened
 * @param {string} origin match pattern
 * @returns {Promise<boolean>}
 */
export async function isGranted(opened, origin) {
  // A grant is for a host; Firefox knows no pattern with a port.
  const pattern = origin.replace(/:\d+\/\*$/, "/*");
  return opened.control.evaluate((one) => chrome.permissions.contains({ origins: [one] }), pattern);
}

/**
 * Clicks a button once it can be clicked.
 * @param {Popup} popup
 * @param {string} selector
 */
export async function clickEnabled(popup, selector) {
  await waitFor(`${selector} to be usable`, () =>
    popup.$eval(
      selector,
      (button) => !(/** @type {HTMLButtonElement} */ (button).disabled) && button.getClientRects().length > 0,
    ),
  );
  await popup.click(selector);
}
