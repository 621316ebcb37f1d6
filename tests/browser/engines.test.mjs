// The same steps come from Wasm, in Firefox, and from its wasm2js fallback, in Chromium, whatever the page's policy is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { KIND, SITE, brief, liveDocuments, recordTask, recorded } from "./harness.mjs";
import { approveInvoice, signIn } from "./person.mjs";

const fixture = browserFor({ path: "/index.html", folders: { "/": SITE } });

// Whatever the page's policy is: in Chromium an attempt to run Wasm that it forbids would be reported (policies.test.mjs).
const ENGINE = KIND === "firefox" ? "wasm" : "wasm2js";

for (const path of ["/index.html", "/strict/index.html"])
  test(`a page at ${path} is recorded by ${ENGINE}`, async () => {
    await fixture.opened.page.goto(fixture.origin + path);
    const { trace } = await recordTask(
      fixture.opened,
      async (page) => {
        assert.deepEqual(
          (await liveDocuments(fixture.opened)).map((one) => one.engine),
          [ENGINE],
        );
        const ready = () => recorded(fixture.opened);
        await signIn(page, ready);
        await approveInvoice(page, ready);
      },
      { steps: 20, keepTyped: true },
    );
    assert.deepEqual(trace.steps.map(brief), EXPECTED);
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
