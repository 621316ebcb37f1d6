// Bad input: elements that go while they are pressed, and a thousand keys in a second.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, notInFirefox, recordTask, waitFor } from "./harness.mjs";

const fixture = browserFor({ path: "/replaced.html" });

test("a press on what the page takes away or puts anew is recorded or marked as unknown", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/replaced.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      for (const id of ["removed", "replaced", "after"]) await page.click(`#${id}`);
    },
    { steps: 4 },
  );
  const steps = trace.steps.map(brief);
  for (const name of ["Removed when pressed", "Replaced when pressed", "Replaced when clicked"])
    assert.equal(steps.filter((step) => step.includes(`"${name}"`)).length, 1, `${name}: ${steps.join(" | ")}`);
});

test(
  "a thousand keys in a row are one change with the whole text",
  { skip: notInFirefox("its driver has no input without an answer to each key") },
  async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(`${origin}/replaced.html`);
    const text = "abcdefghij".repeat(100);
    const { trace } = await recordTask(
      opened,
      async (page) => {
        await page.click("#fast");
        const session = await page.createCDPSession();
        await Promise.all([...text].map((key) => session.send("Input.dispatchKeyEvent", { type: "char", text: key })));
        await waitFor("the text", async () => (await page.$eval("#fast", (field) => field.value)) === text);
        await session.detach();
      },
      { steps: 3, keepTyped: true },
    );
    assert.equal(trace.steps.map(brief).at(-1), `change text textbox "Fast" = ${text}`);
  },
);
