// What crosses between a content script and its recorder has the types that Rust declares: functions of the page, settings, steps.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const read = (/** @type {string} */ name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const RUST = read("src/dom/page.rs");

/** Objects whose fields Rust reads or writes one by one: where, and what they are in JavaScript. */
const OBJECTS = [
  { file: "src/wasm/settings.rs", rust: "Settings", type: "OvertRecorderSettings" },
  { file: "src/wasm/settings.rs", rust: "SettingsPaths", type: "Paths" },
  { file: "src/dom/page.rs", rust: "Told", type: "OvertTold" },
  { file: "src/dom/revision.rs", rust: "JsStepRevision", type: "OvertStepRevision" },
];

/** What wasm-bindgen takes and gives as it is; everything else is an object. @type {Record<string, string>} */
const SORTS = {
  "&str": "string",
  String: "string",
  bool: "boolean",
  u8: "number",
  u32: "number",
  i32: "number",
  f64: "number",
};
/** @param {string} type */
const sortOf = (type) => {
  const inside = /^Option<(.*)>$/.exec(type)?.[1];
  if (inside) return `${sortOf(inside)}?`;
  return SORTS[type] ?? "object";
};

/**
 * The functions of `overt.page` in Rust, as `name(sorts) sort`.
 * @param {string} rust
 */
function declared(rust) {
  const functions =
    /js_namespace = \["overt", "page"\](?:, js_name = (\w+))?\)\]\s+pub fn (\w+)\(((?:[^()]|\(\))*)\)(?: -> ([^;]+))?;/g;
  return [...rust.matchAll(functions)].map(([, renamed, name, parameters, result]) => ({
    name: renamed ?? name,
    takes: parameters
      .split(",")
      .filter((one) => one.trim())
      .map((one) => sortOf(one.split(":")[1].trim())),
    gives: result ? sortOf(result) : "nothing",
  }));
}

/**
 * The fields that Rust reads or writes of an object, and their sorts.
 * @param {string} rust
 * @param {string} of
 */
function fields(rust, of) {
  const found =
    /method, (?:getter|setter)(?:, js_name = (\w+))?\)\]\s+(?:pub )?fn (?:set_)?(\w+)\(this: &(\w+)(?:, \w+: ([^)]*))?\)(?: -> ([^;]+))?;/g;
  const its = [...rust.matchAll(found)].filter(([, , , type]) => type === of);
  return Object.fromEntries(its.map(([, renamed, name, , set, got]) => [renamed ?? name, sortOf(set ?? got)]));
}

const FILES = ["content/bridge.d.ts", "globals.d.ts", "policy-view.d.ts"].map((name) =>
  fileURLToPath(new URL(`../../extension/${name}`, import.meta.url)),
);
const program = ts.createProgram(FILES, { lib: ["lib.es2024.d.ts", "lib.dom.d.ts"], types: [], strict: true });
const checker = program.getTypeChecker();

/** @param {string} name @returns {ts.Type} */
function typeOf(name) {
  const statements = FILES.flatMap((file) => [...(program.getSourceFile(file)?.statements ?? [])]);
  const found = statements.find(
    (one) => (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) && one.name.text === name,
  );
  assert.ok(found, name);
  return checker.getTypeAtLocation(found);
}

/** @param {ts.Type} type @returns {string} */
function sortOfType(type) {
  const { Undefined, Null, Void, StringLike, BooleanLike, NumberLike, Unknown } = ts.TypeFlags;
  if (type.flags & Void) return "nothing";
  if (type.flags & Unknown) return "object?";
  const all = type.isUnion() ? type.types : [type];
  const some = all.filter(({ flags }) => !(flags & (Undefined | Null)));
  const sorts = some.map(({ flags }) =>
    flags & StringLike ? "string" : flags & BooleanLike ? "boolean" : flags & NumberLike ? "number" : "object",
  );
  return [...new Set(sorts)].join("|") + (some.length < all.length ? "?" : "");
}

/** What is always there may go where it need not be. @param {string} from @param {string} to */
const fits = (from, to) => from === to || `${from}?` === to;

/**
 * What Rust declares otherwise than the types say.
 * @param {ReturnType<typeof declared>} functions
 */
function differences(functions) {
  const type = typeOf("OvertPage");
  return functions.filter(({ name, takes, gives }) => {
    const member = type.getProperty(name);
    const signature = member && checker.getTypeOfSymbol(member).getCallSignatures()[0];
    if (!signature) return true;
    // What may be left out Rust leaves out.
    const isOptional = (/** @type {ts.Symbol} */ { valueDeclaration: one }) =>
      one !== undefined && ts.isParameter(one) && one.questionToken !== undefined;
    const given = signature.parameters.filter((one) => !isOptional(one));
    if (given.length !== takes.length) return true;
    const taken = given.map((one) => sortOfType(checker.getTypeOfSymbol(one)));
    // Whether an object is there Rust has no word for: it knows what it hands over.
    const same = takes.every((sort, at) => sort.replace("?", "") === taken[at].replace("?", ""));
    return !same || !fits(sortOfType(signature.getReturnType()), gives);
  });
}

test("what Rust calls of the page has the types that it declares", () => {
  const functions = declared(RUST);
  assert.equal(functions.length, RUST.split('js_namespace = ["overt", "page"]').length - 1);
  assert.ok(functions.length > 40);
  assert.deepEqual(differences(functions), []);
});

test("what Rust holds of the page has a type of its own: no function and no field is a bare JsValue", () => {
  for (const file of readdirSync(new URL("../../src/dom/", import.meta.url)))
    assert.deepEqual(read(`src/dom/${file}`).match(/.*(?::|->|[<(&]) ?&?JsValue\b(?!::).*/g), null, file);
});

test("a function that is renamed in Rust, or takes or gives something else, is found", () => {
  for (const [from, to] of [
    ["holdsMarked)", "holdsMarker)"],
    ["pub fn attribute(element: &Element, name: &str)", "pub fn attribute(element: &Element, name: u32)"],
    ["pub fn attribute(element: &Element, name: &str)", "pub fn attribute(element: &Element)"],
    ["pub fn value(element: &Element) -> Option<String>", "pub fn value(element: &Element) -> String"],
    ["pub fn parent(element: &Element) -> Option<Element>", "pub fn parent(element: &Element) -> Element"],
  ]) {
    assert.ok(RUST.includes(from), from);
    assert.equal(differences(declared(RUST.replace(from, to))).length, 1, to);
  }
});

for (const { file, rust, type } of OBJECTS)
  test(`${type} has the fields of ${rust} in ${file}, and no other`, () => {
    const its = typeOf(type)
      .getProperties()
      .map((one) => [one.name, sortOfType(checker.getTypeOfSymbol(one)).replace("?", "")]);
    assert.ok(its.length > 1);
    assert.deepEqual(fields(read(file), rust), Object.fromEntries(its));
  });
