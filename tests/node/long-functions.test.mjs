// No function of the extension is so long that a reader loses its beginning: a closure does not grow into a module.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));
const MOST_LINES = 80;

/** Functions that are longer, as `file: name`, and why. @type {Record<string, string>} */
const EXCEPTIONS = {};

/**
 * Whether a function is a content script as a whole, called on the spot: those are no ES modules, and it stands for a module's scope.
 * @param {ts.Node} node
 */
function isScope(node) {
  let call = node.parent;
  while (ts.isParenthesizedExpression(call)) call = call.parent;
  return ts.isCallExpression(call) && ts.isExpressionStatement(call.parent) && ts.isSourceFile(call.parent.parent);
}

/** What a function is called, or is assigned to. @param {ts.Node & {name?: ts.Node}} node @param {ts.SourceFile} source */
function nameOf(node, source) {
  const { parent } = node;
  if (node.name) return node.name.getText(source);
  if (ts.isBinaryExpression(parent)) return parent.left.getText(source);
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText(source) : "no name";
}

/** The functions of a text that are too long, as `file: name`. @param {string} file @param {string} text */
function longIn(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (/** @type {number} */ at) => source.getLineAndCharacterOfPosition(at).line;
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const lines = lineOf(node.end) - lineOf(node.getStart(source)) + 1;
    if (ts.isFunctionLike(node) && lines > MOST_LINES && !isScope(node)) found.push(`${file}: ${nameOf(node, source)}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test(`no function in extension/ is over ${MOST_LINES} lines, but for those that are named here`, () => {
  const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  assert.ok(files.length > 50);
  const found = files.flatMap((name) => longIn(name, readFileSync(EXTENSION + name, "utf8")));
  assert.deepEqual(found.sort(), Object.keys(EXCEPTIONS).sort());
});

test("a function that is too long is found wherever it stands, and a script as a whole is none", () => {
  const long = "  0;\n".repeat(MOST_LINES - 1);
  const found = [
    `function declared() {\n${long}}`,
    `const held = () => {\n${long}};`,
    `shared.lent = () => {\n${long}};`,
    `({\n  method() {\n${long}  },\n});`,
    `(() => {\n${long}})();`,
    `function fits() {\n${long.slice(5)}}`,
  ].flatMap((text, at) => longIn(`${at}.js`, text));
  assert.deepEqual(found, ["0.js: declared", "1.js: held", "2.js: shared.lent", "3.js: method"]);
});
