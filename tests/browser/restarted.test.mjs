// What pages wrote ahead before the browser was killed is taken in after its restart, and keeps apart from what was stored before.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openBrowser, waitFor } from "./harness.mjs";
import { askBackground } from "./popup.mjs";
import { writeAhead } from "./stored.mjs";

/** What a document's ticket says of the masking level. @type {[string, Record<string, string>][]} */
const TICKETS = [
  ["this version", { maskingLevel: "values" }],
  ["an earlier version", { floor: "values" }],
];

for (const [whose, level] of TICKETS)
  test(`a masked text that ${whose} wrote ahead before the browser was killed gets a number that no other text of the session has`, async () => {
    const profile = await mkdtemp(join(tmpdir(), "overt-profile-"));
    try {
      let opened = await openBrowser({ profile });
      await askBackground(opened, { type: "start", maskingLevel: "values", goal: "" });
      await opened.control.evaluate(
        async (json) => {
          const { put } = await import(/** @type {any} */ ("/background/steps.js"));
          const { active } = /** @type {any} */ (await chrome.storage.session.get("active"));
          await put({ session: active.id, document: "d", sequence: 0, revision: 0, json, made: Date.now() });
        },
        typed(0, "<TEXT#0123456789abcdef>"),
      );
      await writeAhead(opened, { sequence: 1, time: 5, json: typed(1, "<TEXT#fedcba9876543210>"), level });
      await opened.kill();

      opened = await openBrowser({ profile, agree: false });
      try {
        const values = () =>
          opened.control.evaluate(async () => {
            const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
            const rows = await (await openStore()).getAll("steps");
            return rows.map((/** @type {any} */ { step }) => step.action.value).sort();
          });
        await waitFor("the step that was written ahead", async () => (await values()).length === 2);
        assert.deepEqual(await values(), ["<TEXT_1>", "<TEXT_2>"]);
      } finally {
        await opened.close();
      }
    } finally {
      await rm(profile, { recursive: true, force: true });
    }
  });

/** A step in which a text was typed, as a page sends it. @param {number} seq @param {string} value */
const typed = (seq, value) =>
  JSON.stringify({
    kind: "step",
    seq,
    time: 5,
    url: "https://x.example/",
    action: { type: "change", field: "text", value },
  });
