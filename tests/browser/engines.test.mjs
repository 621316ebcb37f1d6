// The same steps come from Wasm and from its JavaScript twin, chosen by the page's own policy.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { KIND, SITE, brief, liveDocuments, recordTask, recorded } from "./harness.mjs";
import { approveInvoice, signIn } from "./person.mjs";

const fixture = browserFor({ path: "/index.html", folders: { "/": SITE } });

/** @type {Record<string, string>} */
const PATHS = { wasm: "/index.html", wasm2js: "/strict/index.html" };
/** @type {Record<string, string[]>} */
const briefs = {};

for (const [allowed, path] of Object.entries(PATHS)) {
  // Firefox lets a content script have Wasm whatever the page's own policy is.
  const engine = KIND === "firefox" ? "wasm" : allowed;
  test(`a page at ${path} is recorded by ${engine}`, async () => {
    await fixture.opened.page.goto(fixture.origin + path);
    const { trace } = await recordTask(
      fixture.opened,
      async (page) => {
        assert.deepEqual(
          (await liveDocuments(fixture.opened)).map((one) => one.engine),
          [engine],
        );
        const ready = () => recorded(fixture.opened);
        await signIn(page, ready);
        await approveInvoice(page, ready);
      },
      { steps: 20, keepTyped: true },
    );
    briefs[allowed] = trace.steps.map(brief);
    assert.deepEqual(briefs[allowed], EXPECTED);
  });
}

test("both engines record the same steps", () => {
  assert.deepEqual(briefs.wasm2js, briefs.wasm);
});

const EXPECTED = [
  "navigate load",
  'click textbox "E-mail"',
  'change text textbox "E-mail" = <EMAIL_1>',
  'click textbox "Password"',
  'change text textbox "Password" = <PASSWORD_1>',
  'change check checkbox "Keep me signed in" = true',
  'click button "Sign in"',
  'submit form ""',
  "navigate load",
  'click searchbox "Search invoices"',
  'change text searchbox "Search invoices" = fabrikam',
  'click link "NW-1042"',
  "navigate load",
  'click tab "History"',
  "navigate history",
  'click tab "Details"',
  "navigate history",
  'click link "Go to payment"',
  "navigate hash",
  'change select combobox "Cost centre" = 220',
  'change check checkbox "Goods received" = true',
  'click textbox "Comment"',
  'change text textbox "Comment" = Checked against the delivery note.',
  'change radio radio "Company card" = true',
  'click textbox "Card number"',
  'change text textbox "Card number" = <CARD_1>',
  'click button "Approve"',
  'submit tabpanel "Details"',
  "navigate load",
];
