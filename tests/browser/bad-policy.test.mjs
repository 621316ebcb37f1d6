// A policy that cannot be understood narrows: nothing begins, however it is asked for, and a person reads why.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { badge, liveDocuments, openPopup, PAGES, serve, stepCount, waitFor } from "./harness.mjs";
import { askBackground } from "./popup.mjs";
import { cannotManage, openManaged } from "./managed.mjs";

const skip = cannotManage;
const PROBLEM = 'sites[1] "https://*": a pattern for every site is not taken: name hosts';
/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  if (skip) return;
  server = await serve({ folders: { "/": PAGES } });
  // The page itself is listed, and well: one mistake beside it is enough.
  opened = await openManaged({ sites: [server.origin, "https://*"], contact: "it@desk.example" });
  await opened.page.goto(`${server.origin}/controls.html`);
});
after(async () => {
  if (skip) return;
  await opened?.close();
  await server?.close();
});

test("no recording begins under a policy with a mistake", { skip }, async () => {
  const reply = await askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
  assert.deepEqual(reply, { done: false, reason: "error_bad_policy" });
  assert.equal(await stepCount(opened), undefined);
  assert.deepEqual(await liveDocuments(opened), []);
  assert.equal(await badge(opened), "");
});

test("the popup and the settings say so in words", { skip }, async () => {
  // The browser tells Firefox's tests no URL of the page in front of a popup that is opened in a tab.
  if (opened.kind === "chromium") {
    const popup = await openPopup(opened);
    const reason = await popup.$eval("#site-reason", (line) => line.textContent?.trim());
    assert.equal(reason, `Your organisation’s policy has a mistake, so nothing can be recorded: ${PROBLEM}`);
    assert.equal(await popup.$eval("#site-contact", (line) => line.textContent), "You can ask: it@desk.example");
    assert.equal(await popup.$("#site-switch"), null);
    assert.equal(await popup.$("#record"), null);
    await popup.close();
  }
  const settings = await opened.openOwn("settings/settings.html");
  const told = await waitFor("the policy's part", () =>
    settings.$eval("#policy .note", (note) => note.textContent?.replace(/\s+/g, " ").trim()),
  );
  assert.equal(
    told,
    `The policy has mistakes. Until your administrator mends them, nothing can be recorded. ${PROBLEM}`,
  );
  await settings.close();
});

test("beneath its mistakes the settings show nothing that a broken policy would allow", { skip }, async () => {
  const settings = await opened.openOwn("settings/settings.html");
  const facts = await waitFor("the policy's part", () =>
    settings.$$eval("#policy-facts dt", (names) => names.length > 0 && names.map((name) => name.textContent)),
  );
  assert.deepEqual(facts, ["Whom to ask", "Version and hash"]);
  await settings.close();
});
