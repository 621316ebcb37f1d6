// docs/glossary.md has each name of the trace's format, and names nothing that the code no longer has.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (/** @type {string} */ name) => readFileSync(ROOT + name, "utf8");
const [terms, traceNames] = read("docs/glossary.md").split("## Names in the trace");
const schema = JSON.parse(read("docs/trace.schema.json"));

/** The cells of each table row below the heads. @param {string} text */
const rows = (text) =>
  text
    .split("\n")
    .filter((line) => /^\| (?!term |name )/.test(line))
    .map((line) => line.slice(2, -2).split(" | "));
/** @param {string} text */
const quoted = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const sorted = (/** @type {Iterable<string>} */ names) => [...new Set(names)].sort();

/** The names of the fields and values in a part of the schema, without what it refers to. @param {any} part @returns {string[]} */
function namesIn(part) {
  const alternatives = (part.oneOf ?? []).flatMap(namesIn);
  const fields = Object.entries(part.properties ?? {}).flatMap(([name, field]) => [
    name,
    .../** @type {any} */ (field.const ? [field.const] : []),
  ]);
  return [...alternatives, ...fields, ...(part.enum ?? []), ...(part.const ? [part.const] : [])];
}

test("each term names something that is still in that file", () => {
  const all = rows(terms);
  assert.ok(all.length > 30);
  for (const [term, meaning, today] of all) {
    assert.ok(meaning, `${term} has no meaning`);
    const [, name, file] =
      /^`(\w+)` in (\S+)$/.exec(today) ?? assert.fail(`${term}: expected \`NAME\` in FILE, found ${today}`);
    assert.ok(new RegExp(`\\b${name}\\b`).test(read(file)), `${term}: ${file} has no ${name} any more`);
  }
});

test("the export format's row has the word of each format, and no other", () => {
  const formats = [...read("src/format.rs").matchAll(/Format::\w+ => "(\w+)",/g)].map(([, word]) => word);
  assert.ok(formats.length > 0, "src/format.rs has no words that this test can read");
  const [, meaning] = rows(terms).find(([term]) => term === "export format") ?? assert.fail("no row");
  assert.deepEqual(sorted(quoted(meaning)), sorted(formats));
});

test("each line kind and type of the trace has a row with all its fields and values, and no other", () => {
  const wanted = new Map(Object.entries(schema.$defs).map(([name, part]) => [name, sorted(namesIn(part))]));
  for (const line of schema.oneOf) {
    const { kind, ...fields } = line.properties;
    wanted.set(kind.const, sorted(namesIn({ properties: fields })));
  }
  const told = rows(traceNames).map(
    ([name, members]) => /** @type {const} */ ([quoted(name)[0], sorted(quoted(members))]),
  );
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(wanted));
});
