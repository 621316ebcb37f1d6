// A policy that forbids every format: a recording can be made and looked at, and the person knows before it begins.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { KIND, PAGES, closePopup, openPopup, serve, stepCount, switchOn, waitFor } from "./harness.mjs";
import { pressKey } from "./firefox-window.mjs";
import { cannotManage, openManaged } from "./managed.mjs";

const skip = cannotManage;
/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  if (skip) return;
  server = await serve({ folders: { "/": PAGES } });
  opened = await openManaged({ sites: [server.origin], exports: [] });
  await opened.page.goto(`${server.origin}/controls.html`);
  await switchOn(opened);
});
after(async () => {
  if (skip) return;
  await opened?.close();
  await server?.close();
});

test("the popup says before the recording that it cannot be exported", { skip }, async () => {
  const popup = await openPopup(opened);
  await waitFor("the button", () => popup.$("#record"));
  const told = await popup.$eval("#no-export", (note) => note.textContent?.trim());
  assert.equal(
    told,
    "Your organisation allows no export. What you record you can look at here and delete, but not save to a file.",
  );
  await closePopup(popup);
});

test("the shortcut begins none unseen: it leaves it to the popup", { skip }, async () => {
  await opened.page.bringToFront();
  const press = () =>
    KIND === "firefox" ? pressKey(opened, "1", ["Alt", "Shift"]) : opened.display.key("alt+shift+1");
  const popups = () => opened.control.evaluate(() => chrome.extension.getViews({ type: "popup" }).length);
  // Keys are lost for a moment after a window has come to the front.
  await waitFor("the popup", async () => {
    await press();
    return waitFor("it", async () => (await popups()) > 0, 2000);
  });
  assert.equal(await stepCount(opened), undefined);
});

test("the settings say that no format is allowed", { skip }, async () => {
  const settings = await opened.openOwn("settings/settings.html");
  const facts = await waitFor("the policy's part", () =>
    settings.$eval("#policy-facts", (facts) => /** @type {HTMLElement} */ (facts).innerText),
  );
  assert.match(facts, /Allowed formats\nNone/);
  await settings.close();
});
