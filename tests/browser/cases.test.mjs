// The tasks of tests/cases/ that are recorded and replayed as a person would say stay so; CASES=all tries the others too.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { caseNames, readCase, recordCase, replayCase, serveCases } from "./cases/run.mjs";
import { notInFirefox, openBrowser } from "./browser.mjs";
import { askBackground, switchOn } from "./popup.mjs";
import { openReplayers } from "./replay.mjs";

const skip = notInFirefox("the real events of the cases are sent by the DevTools protocol");
const ALL = process.env.CASES === "all";

/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serveCases>>} */
let cases;
const replayers = openReplayers();
before(async () => {
  if (skip) return;
  cases = await serveCases();
  opened = await openBrowser();
  // The grant is for the host, whatever its port.
  await opened.page.goto(`${cases.server.origin}/blank/index.html`);
  await switchOn(opened);
});
after(async () => {
  await opened?.close();
  await replayers.close();
  await cases?.close();
});

for (const name of caseNames()) {
  const one = readCase(name);
  // Of one that is known to be wrong no list of steps can be held.
  test(`${name}: ${one.title}`, { skip: skip || (!ALL && one.known), todo: one.known }, async () => {
    const recorded = await recordCase(opened, cases, name).catch(async (error) => {
      await askBackground(opened, { type: "stop" }); // so that the next one finds nothing recording
      throw error;
    });
    for (const word of one.leaks ?? []) assert.ok(!recorded.text.includes(word), `“${word}” stands in the trace`);
    assert.deepEqual(recorded.steps, one.steps ?? one.expected);
    if (one.replay)
      assert.deepEqual(await replayCase(replayers, recorded, one), {
        flow: recorded.state,
        playwright: recorded.state,
      });
  });
}
