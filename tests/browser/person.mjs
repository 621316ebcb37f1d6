// A scripted person at the bundled work site: real mouse and keyboard input only.

import { waitFor } from "./wait.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/** What must never be stored, by what it is. */
export const SECRETS = {
  "e-mail address": "dana.whitfield@northwind.example",
  password: "Tulip-harbour-92",
  "card number": "4111 1111 1111 1111",
};

/**
 * Signs in and waits for the list of invoices.
 * @param {Page} page on the sign-in page
 * @param {() => Promise<void>} [ready] waits until a page that was just opened is recorded
 */
export async function signIn(page, ready = async () => {}) {
  await page.click("#email");
  await page.keyboard.type(SECRETS["e-mail address"]);
  await page.click("#password");
  await page.keyboard.type(SECRETS.password);
  await page.click("#keep");
  await page.click("#signin button");
  await waitFor("the list of invoices", () => page.$("#rows"));
  await ready();
}

/**
 * Finds the invoice of Fabrikam, looks at its history, pays it by card, approves it, and waits for the confirmation.
 * @param {Page} page on the list
 * @param {() => Promise<void>} [ready] as in `signIn`
 */
export async function approveInvoice(page, ready = async () => {}) {
  await page.click("#search");
  await page.keyboard.type("fabrikam");
  await page.click("[data-invoice='NW-1042']");
  await waitFor("the invoice", () => page.$("#approve"));
  await ready();
  await page.click("#tab-history");
  await page.click("#tab-details");
  await page.click("a[href='#payment']");
  await page.focus("#centre");
  // Picked by the keyboard, as the list of a select is a window of the browser and not of the page.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.click("#received");
  await page.click("#comment");
  await page.keyboard.type("Checked against the delivery note.");
  await page.click("[name=pay][value=card]");
  await page.click("#card");
  await page.keyboard.type(SECRETS["card number"]);
  await page.click("#tick");
  await waitFor("the confirmation", () => page.$("#confirmation"));
  await ready();
}
