// A browser without room: the person is told, the step waits in the journal, and is there once room was made.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { notInFirefox, startRecording, stopRecording, waitFor } from "./harness.mjs";
import { countStored, storeSession } from "./stored.mjs";

const fixture = browserFor({ path: "/controls.html" });
const skip = notInFirefox("WebDriver BiDi has no command that makes a quota small");

/** @param {number} [quotaSize] in bytes; absent: the browser's own */
async function limitTo(quotaSize) {
  const { control, base } = fixture.opened;
  const session = await control.createCDPSession();
  await session.send("Storage.overrideQuotaForOrigin", { origin: base.replace(/\/$/, ""), quotaSize });
  await session.detach();
}

test("without room a step waits in the journal, the ledger says so, and a deletion makes room", { skip }, async () => {
  const { opened } = fixture;
  await storeSession(opened, { id: "large", steps: 200 });
  await startRecording(opened);
  const ledger = await opened.openOwn("ledger/ledger.html");
  await waitFor("the first step", async () => (await ledger.$$("#steps [data-step]")).length === 1);
  const before = (await countStored(opened)).steps;
  await limitTo(1);
  // The browser lets small writes pass on what it remembers of the room there was: a large one makes it ask again.
  await waitFor("the limit to hold", () =>
    opened.control.evaluate(async () => {
      const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
      const store = await openStore();
      const large = { id: "large", text: "x".repeat(30_000_000) };
      const taken = await store.put("settings", large).then(
        () => true,
        () => false,
      );
      if (taken) await store.delete("settings", "large");
      return !taken;
    }),
  );
  await opened.page.bringToFront();
  await opened.page.click("#approve");
  await waitFor("the words", () => ledger.$("#full"));
  assert.equal((await countStored(opened)).steps, before);
  const waiting = await opened.control.evaluate(
    async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith("journal/")).length,
  );
  assert.equal(waiting, 1);
  await limitTo();
  await opened.control.evaluate(async () => {
    const { send } = await import(/** @type {any} */ ("/shared/api.js"));
    await send({ type: "deleteSession", session: "large" });
  });
  await waitFor("the step", async () => (await ledger.$$("#steps [data-step]")).length === 2);
  await waitFor("the words to go", async () => !(await ledger.$("#full")));
  await stopRecording(opened);
});
