// Types check what they seem to check: none of a content script's is `any`, and none of ours names what is not found.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));
const CONTENT = path.join(EXTENSION, "content/");

/** Whether a node has a type of its own: a pattern has those of its elements. @param {ts.Node} node */
const isTyped = (node) =>
  ts.isExpression(node) ||
  ((ts.isBindingElement(node) || ts.isParameter(node) || ts.isVariableDeclaration(node)) && ts.isIdentifier(node.name));

/** The name before the colon of a pattern, to which the checker gives no type. @param {ts.Node} node */
const isRenamed = (node) => ts.isBindingElement(node.parent) && node.parent.propertyName === node;

/**
 * Where `any` stands as a type, comments included, and what has that type, as `file:line: text`.
 * @param {ts.Program} program
 * @param {(file: string) => boolean} isAsked
 */
function anyIn(program, isAsked) {
  const checker = program.getTypeChecker();
  /** @type {Set<string>} */
  const found = new Set();
  for (const source of program.getSourceFiles().filter(({ fileName }) => isAsked(fileName))) {
    /** @param {ts.Node} node @param {boolean} isType */
    const visit = (node, isType) => {
      const inType = isType || ts.isTypeNode(node) || ts.isJSDoc(node);
      const isAny = inType
        ? node.kind === ts.SyntaxKind.AnyKeyword
        : isTyped(node) && !isRenamed(node) && checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any;
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      if (isAny) found.add(`${path.basename(source.fileName)}:${line}: ${node.getText(source).split("\n", 1)[0]}`);
      for (const child of node.getChildren(source)) visit(child, inType);
    };
    visit(source, false);
  }
  return [...found];
}

const { config } = ts.readConfigFile(path.join(EXTENSION, "tsconfig.json"), ts.sys.readFile);
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, EXTENSION);

test("content scripts and their types have no any", () => {
  const isAsked = (/** @type {string} */ file) =>
    path.normalize(file).startsWith(CONTENT) || path.basename(file) === "globals.d.ts";
  const program = ts.createProgram(fileNames, options);
  assert.ok(program.getSourceFiles().filter(({ fileName }) => isAsked(fileName)).length > 10);
  assert.deepEqual(anyIn(program, isAsked), []);
});

test("an any that is written in a comment, inferred or got from a library is found", () => {
  const text = [
    "/** @param {unknown[]} all @returns {Record<string, any>} */",
    "const named = (all) => ({ all });",
    "const read = JSON.parse('1');",
    "const none = new Map();",
    "for (const value of none.values()) named([value]);",
    "const /** @type {unknown} */ known = 1;",
  ];
  const options = { allowJs: true, checkJs: true, noEmit: true, types: [], lib: ["lib.es2024.d.ts"] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...how) =>
    name === "probe.js" ? ts.createSourceFile(name, text.join("\n"), ...how) : getSourceFile(name, ...how);
  const found = anyIn(ts.createProgram(["probe.js"], options, host), (file) => file === "probe.js");
  assert.deepEqual(found, [
    "probe.js:1: any",
    "probe.js:3: read = JSON.parse('1')",
    "probe.js:3: read",
    "probe.js:3: JSON.parse('1')",
    "probe.js:5: value",
  ]);
});

test("our declarations name nothing that is not found", () => {
  // `skipLibCheck` leaves out all declarations, ours too: what they name and is not found is `any` without a word.
  const program = ts.createProgram(fileNames, { ...options, skipLibCheck: false });
  const ours = program
    .getSourceFiles()
    .filter(({ isDeclarationFile, fileName }) => isDeclarationFile && !fileName.includes("/node_modules/"));
  assert.ok(ours.some(({ fileName }) => fileName.endsWith("pkg/types/core/overt.d.ts")));
  const wrong = ours.flatMap((source) => program.getSemanticDiagnostics(source));
  assert.deepEqual(
    wrong.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
    [],
  );
});
