// The tasks of tests/cases/ that are recorded and replayed as a person would say stay so; CASES=all tries the others too.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openReplayers, caseNames, readCase, recordCase, serveCases } from "./cases/run.mjs";
import { notInFirefox, openBrowser } from "./browser.mjs";
import { askBackground, switchOn } from "./popup.mjs";

const skip = notInFirefox("the real events of the cases are sent by the DevTools protocol");
const ALL = process.env.CASES === "all";

/** @type {import("./browser.mjs").Opened} */
let opened;
/** @type {Awaited<ReturnType<typeof serveCases>>} */
let cases;
/** @type {Awaited<ReturnType<typeof openReplayers>>} */
let replayers;
before(async () => {
  if (skip) return;
  cases = await serveCases();
  [opened, replayers] = await Promise.all([openBrowser(), openReplayers()]);
  // The grant is for the host, whatever its port.
  await opened.page.goto(`${cases.server.origin}/blank/index.html`);
  await switchOn(opened);
});
after(async () => {
  await opened?.close();
  await replayers?.close();
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
      assert.deepEqual(await replayers.replay(recorded, one), { flow: recorded.state, playwright: recorded.state });
  });
}
