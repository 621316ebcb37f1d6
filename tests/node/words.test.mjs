// All words of the extension are in its catalogues: the same in five languages, each used, and none anywhere else.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const EXTENSION = `${ROOT}extension/`;
/** @type {Record<string, Record<string, {message: string}>>} */
const CATALOGUES = Object.fromEntries(
  readdirSync(`${EXTENSION}_locales`).map((language) => [
    language,
    JSON.parse(readFileSync(`${EXTENSION}_locales/${language}/messages.json`, "utf8")),
  ]),
);
const ENGLISH = CATALOGUES.en;
const FORM = /_(zero|one|two|few|many|other)$/;
/** Keys that end like a form of a counted message and are none. */
const counted = new Set(Object.keys(ENGLISH).flatMap((key) => (/_one$/.test(key) ? [key.replace(FORM, "")] : [])));
/** What the first page says before the person agrees. */
const CONSENT_TEXT = /^welcome_(lead|recorded|never|kept|decides|example|consent)/;
const AGREED = ["5", "15ccd2fa62b58ca8"];
const base = (/** @type {string} */ key) => (counted.has(key.replace(FORM, "")) ? key.replace(FORM, "") : key);
const places = (/** @type {string} */ message) => [...new Set(message.match(/\$\d/g))].sort().join();

/** Every file of the extension that may hold words. @param {RegExp} ending */
const files = (ending) =>
  readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter(
    (name) => ending.test(name) && !/^(assemble|vendor)\.mjs$/.test(name),
  );
const read = (/** @type {string} */ name) => readFileSync(EXTENSION + name, "utf8");

test("there are five languages", () => {
  assert.deepEqual(Object.keys(CATALOGUES).sort(), ["de", "en", "es", "fr", "ja"]);
});

for (const [language, messages] of Object.entries(CATALOGUES)) {
  test(`${language} has every message, with the same places to fill`, () => {
    const bases = (/** @type {object} */ all) => [...new Set(Object.keys(all).map(base))].sort();
    assert.deepEqual(bases(messages), bases(ENGLISH));
    for (const [key, { message }] of Object.entries(messages)) {
      assert.match(key, /^[a-z0-9_]+$/, "browsers do not tell keys apart by case");
      assert.ok(message.trim(), `${key} is empty`);
      const english = ENGLISH[key] ?? ENGLISH[`${base(key)}_other`];
      assert.equal(places(message), places(english.message), key);
    }
  });

  test(`${language} counts in the forms that its grammar has`, () => {
    // `many` of French and Spanish is for millions: what is counted here is not.
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== "many");
    for (const key of counted)
      for (const form of ["zero", "one", "two", "few", "many", "other"])
        assert.equal(`${key}_${form}` in messages, forms.includes(/** @type {any} */ (form)), `${key}_${form}`);
  });

  test(`${language} is sorted by key`, () => {
    const keys = Object.keys(messages);
    assert.deepEqual(keys, keys.toSorted());
  });
}

/** What a typesetter of each language would send back. @type {Record<string, [RegExp, string][]>} */
const MISSET = {
  de: [[/“[^”„]*”|"/, "quotes are „ and “"]],
  es: [[/“|"/, "quotes are « and »"]],
  fr: [
    [/ [?!;:»]|« |[^\u202f\u00a0\s][?!;»]|«[^\u202f]/, "no-break spaces stand before ? ! ; : » and after «"],
    [/[“"]/, "quotes are « and »"],
  ],
  ja: [[/[?!]|[ぁ-ヿ一-龠][,.:;]|[“"]/, "marks are full-width, quotes are 「 and 」"]],
};
for (const [language, rules] of Object.entries(MISSET))
  test(`${language} is set as its typesetters do`, () => {
    for (const [key, { message }] of Object.entries(CATALOGUES[language]))
      for (const [wrong, rule] of rules) assert.doesNotMatch(message, wrong, `${key}: ${rule}`);
  });

test("a language with a formal and a familiar you keeps to the formal one", () => {
  const familiar = { de: /\b(du|dich|dir|dein\w*)\b/i, fr: /\b(tu|toi|ton|tes)\b/i, es: /\b(tú|tus?|contigo)\b/i };
  for (const [language, words] of Object.entries(familiar))
    for (const [key, { message }] of Object.entries(CATALOGUES[language])) assert.doesNotMatch(message, words, key);
});

test("a store takes the manifest's description in every language", () => {
  // https://developer.chrome.com/docs/extensions/reference/manifest/description
  for (const [language, { manifest_description }] of Object.entries(CATALOGUES))
    assert.ok(manifest_description.message.length <= 132, `${language}: ${manifest_description.message.length}`);
});

test("the text that people agree to has another version once it is another text", () => {
  const text = Object.keys(CATALOGUES)
    .sort()
    .flatMap((language) => Object.entries(CATALOGUES[language]).filter(([key]) => CONSENT_TEXT.test(key)))
    .map(([key, { message }]) => `${key}: ${message}\n`)
    .join("");
  const version = /TEXT_VERSION = "([^"]+)"/.exec(read("shared/consent.js"))?.[1];
  const hash = createHash("sha256").update(text).digest("hex");
  // A changed text: raise TEXT_VERSION in shared/consent.js, and write both here.
  assert.deepEqual([version, hash.slice(0, 16)], AGREED);
});

test("the privacy statement and the store’s text say, with an example, that the visible text of pages is kept", () => {
  for (const file of ["privacy", "stores"]) {
    const text = readFileSync(`${ROOT}docs/${file}.md`, "utf8").replace(/\n(> )?/g, " ");
    assert.match(text, /the (visible )?text (of the page|that the page shows)/, file);
    assert.match(text, /you press Approve on an invoice/, file);
  }
});

test("every key that is used is in the catalogue, and every message is used", () => {
  const used = new Set();
  /** @type {string[]} */
  const families = [];
  for (const file of files(/\.js$/)) {
    const source = read(file);
    for (const [, key] of source.matchAll(/"([a-z][a-z0-9_]*)"/g)) used.add(key);
    for (const [, prefix] of source.matchAll(/\bnamed\("([a-z_]+)"/g)) families.push(prefix);
    for (const [, key] of source.matchAll(/\bt\("([^"]+)"/g)) assert.ok(key in ENGLISH, `${file} uses ${key}`);
    for (const [, key] of source.matchAll(/\bcount\("([^"]+)"/g)) assert.ok(counted.has(key), `${file} counts ${key}`);
    for (const [, key] of source.matchAll(/\.([a-z]+_[a-z_]+)\.message\b/g)) used.add(key);
  }
  for (const [, key] of read("manifest.json").matchAll(/__MSG_(\w+)__/g)) {
    assert.ok(key in ENGLISH, `the manifest uses ${key}`);
    used.add(key);
  }
  const core = ["export/sentence.rs", "export/jsonl.rs", "policy/error.rs", "policy/reason.rs", "policy/packs.rs"]
    .map((file) => readFileSync(`${ROOT}src/${file}`, "utf8"))
    .join("");
  for (const [, word] of core.matchAll(/"([a-z][a-z0-9_]*)"/g)) used.add(word).add(`role_${word}`);
  const unused = Object.keys(ENGLISH).filter(
    (key) => !used.has(key) && !used.has(base(key)) && !families.some((prefix) => key.startsWith(prefix)),
  );
  assert.deepEqual(unused, []);
});

/** Attributes that a person reads or hears. */
const SPOKEN = /\b(?:aria-label|aria-description|aria-valuetext|aria-roledescription|title|placeholder|alt)="([^"]*)"/g;

/** What a person would read in this markup. @param {string} markup @returns {string[]} */
function humanText(markup) {
  const spoken = [...markup.matchAll(SPOKEN)].map(([, text]) => text);
  const shown = markup.replace(/<!--.*?-->/gs, " ").replace(/<[^>]*>/gs, "\n");
  return [...spoken, ...shown.split("\n")].map((text) => text.trim()).filter((text) => /\p{L}{2}/u.test(text));
}

/** The product's name is the same in every language. */
const isWords = (/** @type {string} */ text) => text !== "Overt";

/** Pages whose words are still in their source. */
const NOT_YET = /^(review)\//;

test("no page holds words of its own", () => {
  for (const file of files(/\.html$/).filter((name) => !NOT_YET.test(name)))
    assert.deepEqual(humanText(read(file)).filter(isWords), [], file);
});

test("no template or string of a script holds words of its own", () => {
  let templates = 0;
  for (const file of files(/\.js$/).filter((name) => !NOT_YET.test(name))) {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) {
        templates++;
        const { template } = node;
        const parts = ts.isNoSubstitutionTemplateLiteral(template)
          ? [template.text]
          : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
        // What is filled in is neither a tag nor a word.
        assert.deepEqual(humanText(parts.join("")).filter(isWords), [], file);
        if (!ts.isNoSubstitutionTemplateLiteral(template))
          template.templateSpans.forEach((span) => visit(span.expression));
        return;
      }
      // Errors and the console are for developers.
      if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
      if (ts.isCallExpression(node) && node.expression.getText().startsWith("console.")) return;
      const text = ts.isStringLiteralLike(node) ? node.text : "";
      assert.doesNotMatch(text, /^\p{Lu}?\p{Ll}+,? \p{L}+ .*\p{L}{2}/u, `${file}: words for a person?`);
      assert.doesNotMatch(text, /^\p{Lu}\p{Ll}+ \p{L}+/u, `${file}: words for a person?`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  assert.ok(NOT_YET.source || templates > 5, "the test found no templates: it no longer reads the source");
});

test("this test sees words in a template, in an attribute and in a page", () => {
  assert.deepEqual(humanText('<p>Save it</p><button aria-label="Delete step"></button>'), ["Delete step", "Save it"]);
  assert.deepEqual(humanText('<p class="quiet wide"></p><!-- not shown -->'), []);
});
