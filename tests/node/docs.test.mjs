// The documents hold together: links lead to files, the index names every document, and what is said twice is said alike.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (/** @type {string} */ name) => readFileSync(ROOT + name, "utf8");
const inDocs = readdirSync(`${ROOT}docs`, { recursive: true, encoding: "utf8" }).map((name) => `docs/${name}`);
const documents = [
  "README.md",
  "pkg/README.md",
  "tests/cases/README.md",
  "tests/snapshots/README.md",
  ...inDocs.filter((name) => name.endsWith(".md")),
];

/** The anchor of each head, as GitHub makes them. @param {string} name */
const anchors = (name) =>
  [...read(name).matchAll(/^#+ (.*)$/gm)].map(([, head]) =>
    head
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );

/** Addresses of links and pictures. @param {string} text */
function links(text) {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^()\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(
    ([, link, picture]) => link ?? picture,
  );
}

for (const name of documents)
  test(`each relative link of ${name} leads to a file and a head that are there`, () => {
    for (const link of links(read(name))) {
      if (/^[a-z]+:/.test(link)) continue;
      const [path, anchor] = link.split("#");
      const file = path ? join(dirname(name), path) : name;
      assert.ok(existsSync(ROOT + file), `${link} leads to no file`);
      if (anchor && file.endsWith(".md")) assert.ok(anchors(file).includes(anchor), `${link} leads to no head`);
    }
  });

test("this test sees a link, a picture and an anchor that lead nowhere", () => {
  assert.deepEqual(links('[a](b.md#c) <img src="d.png" /> `[no](link)`'), ["b.md#c", "d.png"]);
  assert.deepEqual(anchors("docs/examples/README.md"), ["sample-exports"]);
});

test("docs/README.md names every document and folder in docs/", () => {
  const named = links(read("docs/README.md")).map((link) =>
    join("docs", link)
      .replace(/\/README\.md$/, "")
      .replace(/\/$/, ""),
  );
  for (const name of readdirSync(`${ROOT}docs`))
    if (name !== "README.md") assert.ok(named.includes(`docs/${name}`), `${name} is not in it`);
});

test("docs/architecture.md has the layers of src/lib.rs", () => {
  const picture = /```text\n([\s\S]*?)```/.exec(read("src/lib.rs").replace(/^\/\/! ?/gm, ""))?.[1];
  assert.ok(picture && picture.split("\n").length > 10);
  assert.ok(read("docs/architecture.md").includes(picture), "the pictures differ");
});

test("each figure has its command, and the command is one that there is", () => {
  const benches = readdirSync(`${ROOT}tests/bench`)
    .filter((name) => name.endsWith(".mjs"))
    .map((name) => name.replace(".mjs", ""));
  const [, ...sections] = read("docs/benchmarks.md").split(/^## /m);
  for (const section of sections.filter((one) => /^\|.*\d.*\|$/m.test(one)))
    assert.match(section, /`(OVERT_\S+ )?\.\/build\.sh (bench|test)\b/, `no command: ${section.split("\n")[0]}`);
  for (const name of documents)
    for (const [, bench] of read(name).matchAll(/\.\/build\.sh bench ([a-z]+)/g))
      assert.ok(benches.includes(bench), `${name}: there is no bench ${bench}`);
});

test("docs/benchmarks.md counts the cases as they are", () => {
  const cases = readdirSync(`${ROOT}tests/cases`).filter((name) => existsSync(`${ROOT}tests/cases/${name}/case.json`));
  const known = cases.filter((name) => JSON.parse(read(`tests/cases/${name}/case.json`)).known);
  const table = /## Cases at which recorders fail\n([\s\S]*?)\n## /.exec(read("docs/benchmarks.md"))?.[1] ?? "";
  assert.match(table, new RegExp(`: ${cases.length} small tasks`));
  const told = [...table.matchAll(/^\| .* \| (\d+) \|$/gm)].map(([, number]) => Number(number));
  assert.deepEqual(told, [cases.length - known.length, known.length]);
});
