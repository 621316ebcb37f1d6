// The masking levels of JavaScript's side are the core's, and each has its words in the catalogues.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { MASKING_LEVELS } from "../../extension/shared/masking-levels.js";

const read = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));

test("the list is the one of the core's type", () => {
  const words = read("docs/trace.schema.json").$defs.MaskingLevel.oneOf.map((/** @type {any} */ one) => one.const);
  assert.deepEqual([...MASKING_LEVELS], words);
});

test("each level has a name and a description to show", () => {
  const messages = read("extension/_locales/en/messages.json");
  for (const level of MASKING_LEVELS)
    for (const key of [`masking_level_${level}`, `masking_level_about_${level}`]) assert.ok(messages[key], key);
});
