// Every PNG icon was made from the one SVG source as it is now, in its own size.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { ICONS, SIZES, hashOf, note, sizeOf } from "../support/png.mjs";

const source = hashOf(readFileSync(`${ICONS}icon.svg`, "utf8"));

for (const size of SIZES)
  test(`${size}.png was made from icon.svg ("./build.sh icons" makes it)`, () => {
    const png = readFileSync(`${ICONS}${size}.png`);
    assert.deepEqual(sizeOf(png), [size, size]);
    assert.equal(note(png, "Source"), source);
  });
