// Nothing leaves: the shell has no way to send anything and none to run or insert what it did not bring. The exceptions are named.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));

/** Names that send, or that make code or markup of a text; as a name or as a member, called or not. */
const FORBIDDEN = new Set([
  ...["fetch", "fetchLater", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource"],
  ...["sendBeacon", "RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "importScripts"],
  ...["Worker", "SharedWorker", "BackgroundFetchManager", "sendNativeMessage", "connectNative"],
  ...["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "parseHTMLUnsafe", "createContextualFragment"],
  ...["eval", "Function", "DOMParser", "XSLTProcessor"],
]);
/** Calls by member: `document.write` and what loads by being made. */
const MEMBERS = [
  /^document\.write(ln)?$/,
  /^new (Image|Audio)$/,
  /^(chrome|browser|api)\.(downloads|identity|webRequest|cookies|history)\b/,
];
/** A text that is an address on a network. */
const REMOTE = /^(https?|wss?|ftp):\/\/|^\/\/[a-z]/i;

/**
 * What is taken all the same, each with its reason: file, what, why.
 * @type {[string, string, string][]}
 */
const EXCEPTIONS = [
  ["content/indicator-view.js", "the address http://www.w3.org/2000/svg", "the name of SVG, which nobody opens"],
  [
    "practice/practice.js",
    "the address https://",
    "the core words a step of the practice page, which has a name instead of a site",
  ],
];

/**
 * What a source has of the forbidden, as `line: what`.
 * @param {string} name
 * @param {string} text
 */
function forbidden(name, text) {
  /** @type {{line: number, what: string}[]} */
  const found = [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const add = (/** @type {ts.Node} */ node, /** @type {string} */ what) =>
    found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, what });
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isIdentifier(node) && FORBIDDEN.has(node.text)) add(node, node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      if (REMOTE.test(node.text)) add(node, `the address ${node.text}`);
      // window["fetch"]: a name that is spelled in a text.
      if (ts.isElementAccessExpression(node.parent) && FORBIDDEN.has(node.text)) add(node, node.text);
    }
    if (ts.isPropertyAccessExpression(node) || ts.isNewExpression(node)) {
      const spelled = node.getText(source).replace(/\(.*$/s, "");
      if (MEMBERS.some((member) => member.test(spelled))) add(node, spelled);
    }
    // import("…") of what is not a file of ours.
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      if (!node.arguments[0] || !ts.isStringLiteralLike(node.arguments[0]) || !node.arguments[0].text.startsWith("."))
        add(node, "import of a text");
    if (
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      /^set(Timeout|Interval)$/.test(node.expression.getText(source))
    )
      if (node.arguments?.[0] && ts.isStringLiteralLike(node.arguments[0])) add(node, "a timer with a text");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".js"));

test("the lint sees every way out that it forbids", () => {
  const ways = [
    "fetch('/x')",
    "globalThis.fetch(x)",
    "window['fetch'](x)",
    "new XMLHttpRequest()",
    "new WebSocket(x)",
    "navigator.sendBeacon(x)",
    "new RTCPeerConnection()",
    "new EventSource(x)",
    "importScripts('x')",
    "new Worker('x')",
    "new Image().src = x",
    "a.innerHTML = x",
    "a.outerHTML = x",
    "a.insertAdjacentHTML('beforeend', x)",
    "document.write(x)",
    "eval(x)",
    "new Function(x)",
    "setTimeout('x', 1)",
    "const a = 'https://example.com/'",
    "const a = `wss://${x}`",
    "link.href = '//example.com/x'",
    "import(x)",
    "import('https://x.example')",
    "chrome.downloads.download(x)",
    "const { fetch: send } = globalThis",
  ];
  for (const way of ways) assert.ok(forbidden("a.js", way).length, `${way} was not seen`);
  assert.deepEqual(
    forbidden("a.js", "// fetch\nimport('./x.js'); const text = 'we fetch nothing'; setTimeout(() => {}, 1)"),
    [],
  );
});

test("no file of the shell sends, loads or inserts anything that it did not bring", () => {
  assert.ok(files.length > 20, `only ${files.length} files were read`);
  /** @type {string[]} */
  const found = [];
  const used = new Set();
  for (const name of files)
    for (const { line, what } of forbidden(name, readFileSync(EXTENSION + name, "utf8"))) {
      const taken = EXCEPTIONS.find(([file, thing]) => file === name && thing === what);
      if (taken) used.add(taken);
      else found.push(`${name}:${line}: ${what}`);
    }
  assert.deepEqual(found, []);
  assert.equal(used.size, EXCEPTIONS.length, "an exception that nothing needs any more");
});

test("no page of the shell names anything outside it", () => {
  for (const name of readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((one) =>
    /\.(html|css)$/.test(one),
  )) {
    const text = readFileSync(EXTENSION + name, "utf8").replace(/xmlns="[^"]*"|url\("data:image\/svg\+xml[^)]*\)/g, "");
    assert.doesNotMatch(
      text,
      /(https?:)?\/\/[a-z0-9-]+\.[a-z]|<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+=|javascript:/i,
      name,
    );
  }
});

test("the pages' policy lets nothing out", () => {
  const manifest = JSON.parse(readFileSync(`${EXTENSION}manifest.json`, "utf8"));
  assert.equal(
    manifest.content_security_policy.extension_pages,
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
      "form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  );
  assert.equal(manifest.web_accessible_resources, undefined);
  assert.equal(manifest.externally_connectable, undefined);
  assert.equal(manifest.content_scripts, undefined);
});
