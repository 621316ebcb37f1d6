// The types of what the core writes, as JavaScript sees them, are made from those of Rust: a field that is added or renamed fails here until they are too.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { TYPES } from "../tools/schema-types.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (/** @type {string} */ name) => readFileSync(ROOT + name, "utf8");

/** @param {(typeof TYPES)[number]} types @param {any} schema */
const formatted = async (types, schema) =>
  prettier.format(types.write(schema), { ...(await prettier.resolveConfig(ROOT + types.file)), filepath: types.file });

for (const types of TYPES)
  test(`${types.file} is what the core's types give`, async () => {
    const text = await formatted(types, JSON.parse(read(types.schema)));
    if (process.env.OVERT_WRITE_SCHEMA) writeFileSync(ROOT + types.file, text);
    assert.equal(read(types.file), text, "run OVERT_WRITE_SCHEMA=1 node --test tests/node/schema-types.test.mjs");
  });

test("a field that the core renames is renamed in the types", async () => {
  const [trace] = TYPES;
  const { oneOf, ...others } = JSON.parse(read(trace.schema));
  const lines = JSON.parse(JSON.stringify(oneOf).replaceAll('"target":', '"element":'));
  const before = await formatted(trace, { oneOf, ...others });
  const after = await formatted(trace, { oneOf: lines, ...others });
  assert.equal(after, before.replace("target?: Target;", "element?: Target;"));
  assert.notEqual(after, before);
});
