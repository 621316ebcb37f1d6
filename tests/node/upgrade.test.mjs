// What earlier versions stored is read with the names of today.

import assert from "node:assert/strict";
import test from "node:test";
import { upgraded } from "../../extension/shared/upgrade.js";

test("the masking level has its new name, and the old one is gone", () => {
  assert.deepEqual(upgraded({ id: "a", floor: "all" }), { id: "a", maskingLevel: "all" });
});

test("what has the new name, or is no record, stays as it is", () => {
  for (const stored of [{ id: "a", maskingLevel: "open" }, undefined, null, "text"])
    assert.equal(upgraded(stored), stored);
});
