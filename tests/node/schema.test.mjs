// Every golden trace, the sample in docs/, and what the demo exported last, where of today's version, holds to the schema in docs/; a broken line does not.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ajv = new Ajv.default({
  strict: false,
  allErrors: true,
  formats: { uint32: true, uint64: true, int32: true },
});
const schema = JSON.parse(readFileSync(`${ROOT}docs/trace.schema.json`, "utf8"));
const holds = ajv.compile(schema);

/** @param {string} folder */
const traces = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".trace.jsonl"))
        .map((name) => `${folder}/${name}`)
    : [];

/** Files of earlier versions are as they were written. */
const VERSION = Number(/VERSION: u32 = (\d+);/.exec(readFileSync(`${ROOT}src/trace.rs`, "utf8"))?.[1]);
const today = [`${ROOT}tests/golden`, `${ROOT}docs/examples`, `${ROOT}pkg/demo`]
  .flatMap(traces)
  .filter((file) => JSON.parse(readFileSync(file, "utf8").split("\n", 1)[0]).version === VERSION);

test("there is a golden trace and a sample of today's version", () => {
  for (const folder of ["tests/golden/", "docs/examples/"])
    assert.ok(
      today.some((file) => file.includes(folder)),
      folder,
    );
});

for (const file of today)
  test(`${file.slice(ROOT.length)} holds to the schema`, () => {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    assert.ok(lines.length >= 3);
    for (const [place, line] of lines.entries())
      assert.ok(holds(JSON.parse(line)), `line ${place + 1}: ${ajv.errorsText(holds.errors)}`);
  });

test("a step with a foreign action or field does not hold", () => {
  const step = JSON.parse(readFileSync(`${ROOT}tests/golden/v2.trace.jsonl`, "utf8").split("\n")[2]);
  assert.ok(holds(step));
  assert.ok(!holds({ ...step, action: { type: "steal" } }));
  assert.ok(!holds({ ...step, seq: "one" }));
  assert.ok(!holds({ ...step, kind: "note" }));
});
