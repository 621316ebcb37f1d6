// What a step was taken in: a masked tree of the page in the window, with the target's own line, kept as long as its steps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, exportSession, openReview, recordTask, startRecording, stopRecording, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/controls.html" });

/** The line of a step's target in its observation. @param {any} step @param {any[]} lines */
function lineOf(step, lines) {
  const seen = lines.find((line) => line.kind === "observation" && line.id === step.observation?.id);
  return seen?.text.split("\n").find((/** @type {string} */ line) => line.includes(`[ref=${step.observation.ref}]`));
}

for (const path of ["/controls.html", "/strict/controls.html"])
  test(`${path}: each press has an observation with the target's line, and what follows from it has the same`, async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(origin + path);
    const { trace } = await recordTask(
      opened,
      async (page) => {
        await page.click("#approve");
        await page.click("#name");
        await page.keyboard.type("Tulip-harbour");
        await page.keyboard.press("Escape");
        await page.click("#approve");
        await page.click("#agree");
      },
      { steps: 7, keepTyped: true },
    );
    const lines = trace.text
      .trimEnd()
      .split("\n")
      .map((/** @type {string} */ line) => JSON.parse(line));
    const [approve, click, typed, escape, , after] = trace.steps.slice(1);
    assert.deepEqual(
      [approve, click, typed, escape].map((step) => brief(step).split(" ")[0]),
      ["click", "click", "change", "keyDown"],
    );
    assert.match(lineOf(approve, lines), /^ *- button "Approve" \[ref=e\d+\]$/);
    assert.deepEqual(typed.observation, click.observation);
    assert.doesNotMatch(lineOf(click, lines), /Tulip/);
    // Half a secret looks like none: until the field is left it is not told what is typed.
    assert.match(lineOf(escape, lines), /- textbox "Full name" \[ref=e\d+\]: "<TEXT_\d+>"$/);
    const last = lines.find((line) => line.kind === "observation" && line.id === after.observation.id);
    assert.match(last.text, /- textbox "Full name" \[ref=e\d+\]: "Tulip-harbour"$/m);
    const ids = lines.filter((line) => line.kind === "observation").map((line) => line.id);
    assert.equal(new Set(ids).size, ids.length, "an observation stands twice");
    assert.ok(ids.every((id) => /^[0-9a-f]{16}$/.test(id)));
  });

test("an observation goes with the last of its steps", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  await startRecording(opened);
  await opened.page.click("#approve");
  await stopRecording(opened);
  const { review } = await exportSession(opened, { steps: 2 });
  const kept = () =>
    opened.control.evaluate(async () => {
      const { keysOf, openStore } = await import(/** @type {any} */ ("/shared/store.js"));
      const store = await openStore();
      const sessions = await store.getAll("sessions");
      const newest = sessions.sort((/** @type {any} */ a, /** @type {any} */ b) => b.started - a.started)[0];
      return (await store.getAll("observations", keysOf(newest.id))).length;
    });
  assert.equal(await kept(), 1);
  await review.locator('[data-step] button[aria-label^="Delete step: Clicked"]').click();
  await waitFor("the observation to go", async () => (await kept()) === 0);
  await review.close();
  const again = await openReview(opened);
  await again.close();
});

test("what a style sheet puts beside a text is in its name where it is drawn, a no-break space too", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/drawn.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      for (const button of await page.$$("button")) await button.click();
    },
    { steps: 4 },
  );
  assert.deepEqual(
    trace.steps.slice(1).map((/** @type {any} */ step) => step.target.name),
    ["Export ▾", "Options", "Change\u00a0 (address)"],
  );
});
