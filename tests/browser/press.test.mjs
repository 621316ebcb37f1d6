// A press on a page that is heavy in any way is a step like any other. What it asks of the page is counted in questions.test.mjs, its time measured by `./build.sh bench press`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { exportSession, recorded, startRecording, stopRecording } from "./harness.mjs";
import { HEAVY, press } from "./press.mjs";

/** Kinds of pages on which the target stands deeper than an observation goes. */
const TOO_DEEP = ["labels", "deep"];

/** @param {{text: string}} trace @returns {any[]} */
const observations = ({ text }) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ kind }) => kind === "observation");

const fixture = browserFor({ path: "/controls.html", prepare: (opened) => startRecording(opened) });

test("each press on a heavy page is a step with role, name and selectors", async () => {
  const { opened, origin } = fixture;
  for (const { kind, size } of HEAVY) await press(opened.page, origin, kind, size, () => recorded(opened));
  await stopRecording(opened);
  // Two presses on each page, and how it came.
  const { trace, review } = await exportSession(opened, { steps: 3 * HEAVY.length });
  await review.close();
  const clicks = trace.steps.filter(({ action }) => /^(click|change)$/.test(action.type));
  assert.equal(clicks.length, 2 * HEAVY.length);
  clicks.forEach(({ target }, at) => {
    const { kind, role = "button", name = /^Approve$/ } = HEAVY[at >> 1] ?? { kind: "" };
    assert.equal(target.role, role, kind);
    assert.match(target.name, name, kind);
    assert.ok(target.name.length <= 600, `${kind}: a name of ${target.name.length}`);
    assert.ok(target.selectors.length > 0, `${kind}: no selector`);
  });
  // An observation is cut where it would take too long, or goes too deep; the target has its line all the same.
  const seen = new Map(observations(trace).map(({ id, text }) => [id, text]));
  clicks.forEach(({ observation }, at) => {
    const { kind } = HEAVY[at >> 1];
    if (TOO_DEEP.includes(kind)) return;
    assert.match(seen.get(observation.id), new RegExp(`\\[ref=${observation.ref}\\]`), kind);
  });
});
