// Whose step it is: what a page does by itself is marked so, however trusted its events are.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { brief, recordTask, waitFor } from "./harness.mjs";
import { reportAttack } from "./report.mjs";

const fixture = browserFor({ path: "/controls.html" });

test("events that a page makes by itself are marked, and no step of it is a person's", async () => {
  const { opened, origin } = fixture;
  await opened.page.goto(`${origin}/controls.html`);
  const { trace } = await recordTask(
    opened,
    async (page) => {
      await page.goto(`${origin}/page-made.html`);
      // Asking the page anything would give it a person's activation: its address is known without.
      await waitFor("the page to have acted", () => page.url().endsWith("#over"));
    },
    { steps: 5, keepTyped: true },
  );
  const own = trace.steps.filter((step) => step.url.endsWith("/page-made.html"));
  const acts = own.filter((step) => step.action.type !== "navigate" || !["load", "reload"].includes(step.action.via));
  const words = acts.map(brief);
  for (const wanted of [/^change text .*by the page/, /^submit/, /^scroll/, /^navigate/])
    assert.ok(
      words.some((step) => wanted.test(step)),
      `${wanted}: ${words.join(" | ")}`,
    );
  const got = acts.filter((step) => !step.flags?.includes("pageInitiated")).map(brief);
  reportAttack({ attack: "a page that acts by itself", runs: acts.length, kept: got.length, seenByPage: 0, got });
});
