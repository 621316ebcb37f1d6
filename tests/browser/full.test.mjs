// A browser without room: the person is told, the step waits in the journal, and is there once room was made.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { startRecording, stopRecording, waitFor } from "./harness.mjs";
import { countStored, storeSession, writeAhead } from "./stored.mjs";

const fixture = browserFor({ path: "/controls.html" });

test("without room a step waits in the journal, the ledger says so, and a deletion makes room", async () => {
  const { opened } = fixture;
  await storeSession(opened, { id: "large", steps: 20 });
  await startRecording(opened);
  const ledger = await opened.openOwn("ledger/ledger.html");
  await waitFor("the first step", async () => (await ledger.$$("#steps [data-step]")).length === 1);
  const before = (await countStored(opened)).steps;
  const key = await writeAhead(opened, { time: 1_000 });
  // Chromium holds to no limit that CDP sets for an extension, and a whole disk cannot be filled here: the refusal of the
  // browser is made by hand, in an own page that does what the background does.
  await opened.control.evaluate(async () => {
    const { drainJournal } = await import(/** @type {any} */ ("/background/journal.js"));
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("", "QuotaExceededError");
    };
    await drainJournal();
    IDBObjectStore.prototype.put = put;
  });
  await waitFor("the words", () => ledger.$("#full"));
  assert.equal((await countStored(opened)).steps, before);
  const waits = () => opened.control.evaluate(async (key) => key in (await chrome.storage.local.get(null)), key);
  assert.equal(await waits(), true);
  await opened.control.evaluate(async () => {
    const { send } = await import(/** @type {any} */ ("/shared/api.js"));
    await send({ type: "deleteSession", session: "large" });
  });
  await waitFor("the step", async () => (await ledger.$$("#steps [data-step]")).length === 2);
  await waitFor("the words to go", async () => !(await ledger.$("#full")));
  assert.equal(await waits(), false);
  await stopRecording(opened);
});
