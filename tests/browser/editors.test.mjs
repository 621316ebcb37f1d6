// Rich editors that nobody here wrote: what a person writes is one change, whatever the editor makes of it.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "esbuild";
import { browserFor } from "./fixture.mjs";
import { NPM, brief, recordTask } from "./harness.mjs";

/** What each editor is built from, and the box that a person writes in. @type {Record<string, {code: string, css: string}>} */
const EDITORS = {
  Quill: {
    css: ".ql-editor",
    code: `import Quill from "quill";
      const quill = new Quill("#editor", { theme: "snow" });
      quill.root.setAttribute("aria-label", "Message");`,
  },
  ProseMirror: {
    css: ".ProseMirror",
    code: `import { EditorState } from "prosemirror-state";
      import { EditorView } from "prosemirror-view";
      import { schema } from "prosemirror-schema-basic";
      import { exampleSetup } from "prosemirror-example-setup";
      const state = EditorState.create({ schema, plugins: exampleSetup({ schema, menuBar: false }) });
      new EditorView(document.querySelector("#editor"), { state, attributes: { role: "textbox", "aria-label": "Message" } });`,
  },
};

const folder = await mkdtemp(join(tmpdir(), "overt-editors-"));
for (const [name, { code }] of Object.entries(EDITORS)) {
  const bundle = { stdin: { contents: code, resolveDir: NPM }, bundle: true, outfile: join(folder, `${name}.js`) };
  await build({ ...bundle, logLevel: "error", loader: { ".svg": "text" } });
  const html = `<!doctype html><title>${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/npm/quill/dist/quill.snow.css"><div id="editor"></div><script src="${name}.js"></script>`;
  await writeFile(join(folder, `${name}.html`), html);
}
after(() => rm(folder, { recursive: true, force: true }));

const fixture = browserFor({ path: "/Quill.html", folders: { "/": folder, "/npm/": NPM } });

for (const [name, { css }] of Object.entries(EDITORS)) {
  test(`what is written in ${name} is one change with its final text`, async () => {
    const { opened, origin } = fixture;
    await opened.page.goto(`${origin}/${name}.html`);
    const { trace } = await recordTask(
      opened,
      async (page) => {
        await page.click(css);
        await page.keyboard.type("Dear all");
        await page.keyboard.press("Enter");
        await page.keyboard.type("we moved");
      },
      { steps: 3, keepTyped: true },
    );
    const steps = trace.steps.slice(1).map((step) => brief(step).replace(/\n+/g, "\n"));
    assert.deepEqual(steps, ['click textbox "Message"', 'change editor textbox "Message" = Dear all\nwe moved']);
  });
}
