// The types of a step in JavaScript are those of the core: a field that is added or renamed there is one of trace.d.ts.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import prettier from "prettier";
import { traceTypes } from "../tools/trace-types.mjs";

const FILE = fileURLToPath(new URL("../../extension/trace.d.ts", import.meta.url));
const schema = () => JSON.parse(readFileSync(new URL("../../docs/trace.schema.json", import.meta.url), "utf8"));
const typesOf = async (/** @type {object} */ of) =>
  prettier.format(traceTypes(of), { ...(await prettier.resolveConfig(FILE)), filepath: FILE });

test("trace.d.ts is what the core's types give", async () => {
  const types = await typesOf(schema());
  if (process.env.OVERT_WRITE_SCHEMA) writeFileSync(FILE, types);
  assert.equal(
    readFileSync(FILE, "utf8"),
    types,
    "run OVERT_WRITE_SCHEMA=1 node --test tests/node/trace-types.test.mjs",
  );
});

test("a field that the core renames is renamed in the types", async () => {
  const { oneOf, ...others } = schema();
  const text = JSON.stringify(oneOf).replaceAll('"target":', '"element":');
  const before = await typesOf(schema());
  const after = await typesOf({ ...others, oneOf: JSON.parse(text) });
  assert.equal(after, before.replace("target?: Target;", "element?: Target;"));
  assert.notEqual(after, before);
});
