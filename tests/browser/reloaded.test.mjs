// A reload of the extension, as an update makes one: the indicator goes, though nothing happens in the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { EXTENSION, KIND, startRecording, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });
/** How many ms it may stand after its extension has gone. */
const LONGEST = 2_000;

test("after a reload of the extension the indicator goes by itself", async (t) => {
  const { opened } = fixture;
  const { page } = opened;
  await startRecording(opened);
  assert.ok(await page.$(":popover-open"));
  await page.bringToFront();
  // After its own `runtime.reload` Chromium leaves an unpacked extension out: it is loaded again, as by a press of its reload.
  if (KIND === "firefox") await opened.control.evaluate(() => setTimeout(() => chrome.runtime.reload(), 50));
  else void opened.browser.installExtension(EXTENSION);
  const began = Date.now();
  await waitFor("the page without the indicator", async () => !(await page.$(":popover-open")), 10_000);
  const took = Date.now() - began;
  t.diagnostic(`it went after ${took} ms`);
  assert.ok(took <= LONGEST, `the indicator stood for ${took} ms`);
});
