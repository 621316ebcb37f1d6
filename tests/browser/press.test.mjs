// A press costs at most about in proportion to a page's size, however a page is heavy, and the step is taken.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { exportSession, recorded, startRecording, stopRecording } from "./harness.mjs";
import { HEAVY, press } from "./press.mjs";

/** How many times larger the second page of each kind is, and how much longer a press may take there. */
const LARGER = 4;
const LONGER = 6;
/** What is shorter, in milliseconds, is no measure: the browser's own work for a press and that of the machine are in it. */
const SHORT = 25;

const fixture = browserFor({ path: "/controls.html", prepare: (opened) => startRecording(opened) });

for (const { kind, size } of HEAVY)
  test(`a press on a page of ${size} by "${kind}" takes at most about ${LARGER} times what it takes on a quarter`, async (t) => {
    const { opened, origin } = fixture;
    const ready = () => recorded(opened);
    const small = await press(opened.page, origin, kind, size / LARGER, ready);
    const large = await press(opened.page, origin, kind, size, ready);
    for (const way of /** @type {const} */ (["first", "again"])) {
      const [before, after] = [small[way].events, large[way].events];
      t.diagnostic(`${way}: ${before.toFixed(1)} ms, then ${after.toFixed(1)} ms`);
      assert.ok(after <= LONGER * Math.max(before, SHORT), `${way}: ${before} ms, then ${after} ms`);
    }
  });

test("each press is a step with role, name and selectors", async () => {
  await stopRecording(fixture.opened);
  const { trace, review } = await exportSession(fixture.opened, { steps: 6 * HEAVY.length });
  await review.close();
  const clicks = trace.steps.filter(({ action }) => /^(click|change)$/.test(action.type));
  // Twice on each of two pages.
  assert.equal(clicks.length, 4 * HEAVY.length);
  clicks.forEach(({ target }, at) => {
    const { kind, role = "button", name = /^Approve$/ } = HEAVY[at >> 2] ?? { kind: "" };
    assert.equal(target.role, role, kind);
    assert.match(target.name, name, kind);
    assert.ok(target.name.length <= 600, `${kind}: a name of ${target.name.length}`);
    assert.ok(target.selectors.length > 0, `${kind}: no selector`);
  });
});
