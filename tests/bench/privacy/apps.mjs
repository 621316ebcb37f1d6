// The apps of `bench privacy`: each is served from one set of people or the other, and used in the same way.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { serve } from "../../browser/serve.mjs";
import { waitFor } from "../../browser/wait.mjs";
import { PEOPLE } from "./people.mjs";
import { TABLER } from "./tabler.mjs";
import { TEMPLATES } from "./templates.mjs";

/** @typedef {import("puppeteer-core").Page} Page */
/** @typedef {import("./people.mjs").People} People */
/** @typedef {import("./templates.mjs").Act} Act */
/** @typedef {{url: string, prepare?: (page: Page) => Promise<void>, close: () => Promise<void>}} Served `prepare`: what is done before the recording */
/**
 * @typedef {object} App
 * @property {string} name
 * @property {(people: People) => Promise<Served>} serve
 * @property {(page: Page, people: People) => Promise<unknown>} use
 * @property {() => Promise<string[]>} [catalogues] the app's own i18n files, where it ships some: measured with a list made from them too
 */

/** Does what a page's list says, one after the other. @param {Page} page @param {Act[]} acts */
export async function act(page, acts) {
  for (const [what, css, value] of acts) {
    await page.waitForSelector(css);
    if (what === "type") {
      await page.click(css);
      await page.keyboard.type(String(value), { delay: 5 });
    } else if (what === "select") {
      await page.focus(css);
      for (let down = 0; down < Number(value); down++) await page.keyboard.press("ArrowDown");
    } else {
      await page.click(css);
    }
  }
}

/** A folder with one page, served. @param {string} html */
export async function servePage(html) {
  const folder = await mkdtemp(join(tmpdir(), "overt-privacy-"));
  await writeFile(join(folder, "index.html"), html);
  const server = await serve({ folders: { "/": folder } });
  return {
    url: `${server.origin}/index.html`,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Our own pages. @type {App[]} */
const OWN = Object.entries(TEMPLATES).map(([name, template]) => ({
  name,
  serve: (people) => servePage(template.html(people)),
  use: (page) => act(page, template.do),
}));

/** A to-do list in React, with other things to do. @param {string} folder of the npm package todomvc @returns {App} */
const todo = (folder) => ({
  name: "todomvc",
  async serve() {
    const server = await serve({ folders: { "/": folder } });
    const prepare = async (/** @type {Page} */ page) => {
      await page.evaluate(() => localStorage.clear());
      await page.reload();
    };
    return { url: `${server.origin}/examples/react/index.html`, prepare, close: server.close };
  },
  async use(page, { subjects }) {
    const field = "#new-todo, .new-todo";
    for (const subject of subjects.slice(0, 3)) {
      await page.click(field);
      await page.keyboard.type(subject, { delay: 20 });
      await page.keyboard.press("Enter");
      await waitFor(subject, () => page.evaluate((text) => document.body.innerText.includes(text), subject));
    }
    await page.click(":is(#todo-list, .todo-list) li:nth-child(2) .toggle");
    await page.click('a[href$="/active"]');
    await page.click(":is(#todo-list, .todo-list) li:nth-child(1) label");
  },
});

/** A grid that AG Grid draws. @type {App} */
const grid = {
  name: "ag-grid",
  async serve({ names, titles, amounts }) {
    const rows = names.slice(0, 14).map((name, at) => ({
      name,
      job: titles[at % titles.length],
      pay: amounts[at % amounts.length],
      state: ["Active", "On leave"][at % 2],
    }));
    const code = `import { createGrid, AllCommunityModule, ModuleRegistry } from "ag-grid-community";
ModuleRegistry.registerModules([AllCommunityModule]);
createGrid(document.querySelector("#grid"), { rowData: ${JSON.stringify(rows)}, rowSelection: { mode: "multiRow" },
  columnDefs: [{ field: "name", filter: true }, { field: "job" }, { field: "pay", editable: true }, { field: "state" }] });`;
    const bundle = await build({
      stdin: { contents: code, resolveDir: fileURLToPath(new URL("../../", import.meta.url)) },
      bundle: true,
      minify: true,
      write: false,
    });
    const script = (bundle.outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
    return servePage(
      `<!doctype html><meta charset="utf-8"><title>Staff</title><h1>Staff</h1><div id="grid" style="height:460px"></div><script>${script}</script>`,
    );
  },
  async use(page) {
    await page.waitForSelector(".ag-row");
    await page.click('[row-index="2"] [col-id="name"]');
    await page.click('.ag-header-cell[col-id="job"] .ag-header-cell-label');
    await page.click('[row-index="1"] .ag-checkbox-input');
    await page.click('[row-index="4"] [col-id="state"]');
  },
};

/**
 * Pages of Tabler, an admin template, with the people of its demonstration replaced.
 * @param {string} folder of the npm package
 * @returns {App[]}
 */
const tabler = (folder) =>
  TABLER.pages.map(({ name, do: acts }) => ({
    name: `tabler ${name}`,
    async serve(people) {
      const server = await serve({
        folders: { "/": join(folder, "dist") },
        rewrite: (path, html) => (path.endsWith(`${name}.html`) ? TABLER.fill(html, people) : html),
      });
      return { url: `${server.origin}/${name}.html`, close: server.close };
    },
    use: (page) => act(page, acts),
  }));

/**
 * Django's own administration of users and groups, on a database that holds the people.
 * @param {string} python with Django
 * @param {string} language
 * @returns {App}
 */
const django = (python, language) => ({
  name: `django admin, ${language}`,
  // Those of one language hold the English of the source as well.
  catalogues: async () => {
    const library = join(dirname(dirname(python)), "lib");
    const [version = ""] = await readdir(library);
    const folder = join(library, version, "site-packages/django");
    const files = await readdir(folder, { recursive: true });
    const parts = /^(conf|contrib\/(admin|auth|contenttypes|sessions))\/locale\/de\/LC_MESSAGES\/\w+\.po$/;
    return files.filter((file) => parts.test(file)).map((file) => join(folder, file));
  },
  async serve({ names, titles }) {
    const folder = await mkdtemp(join(tmpdir(), "overt-django-"));
    await writeFile(join(folder, "people.json"), JSON.stringify({ names: names.slice(0, 12), groups: titles }));
    const script = fileURLToPath(new URL("django_admin.py", import.meta.url));
    const server = spawn(python, [script, folder, language], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await Promise.race([
      once(server.stdout, "data"),
      once(server, "exit").then(() => Promise.reject(new Error("Django does not start"))),
    ]);
    const origin = String(line).trim();
    return {
      url: `${origin}/admin/auth/user/`,
      async prepare(page) {
        if (!(await page.$("#id_username"))) return;
        await page.type("#id_username", "zara");
        await page.type("#id_password", "zara");
        await Promise.all([page.waitForNavigation(), page.click("input[type=submit]")]);
      },
      async close() {
        server.kill();
        await once(server, "exit");
        await rm(folder, { recursive: true });
      },
    };
  },
  async use(page) {
    const click = async (/** @type {string} */ css) => {
      await page.waitForSelector(css);
      await Promise.all([page.waitForNavigation(), page.click(css)]);
    };
    await click("#result_list tbody tr:nth-child(3) th a");
    await page.click("#id_is_staff");
    await page.click("#id_groups_from option:nth-child(2)");
    await page.click("#id_groups_add, #id_groups_add_link");
    await click("input[name=_save]");
    await click("#result_list tbody tr:nth-child(5) th a");
    await click(".object-tools a.historylink, .object-tools a");
  },
});

/**
 * All apps that are set up.
 * @param {{todomvc?: string, tabler?: string, python?: string}} where folders and programs, as `setup_privacy` of the build has them
 * @returns {App[]}
 */
export const apps = ({ todomvc, tabler: folder, python }) => [
  ...OWN,
  grid,
  ...(todomvc ? [todo(todomvc)] : []),
  ...(folder ? tabler(folder) : []),
  ...(python ? [django(python, "en"), django(python, "de")] : []),
];

/**
 * @typedef {object} WorkPage
 * @property {string} name
 * @property {() => Promise<Served>} serve
 * @property {string[]} items what stands in it about people
 * @property {Act[]} do
 */

/**
 * Pages of one set of data whose items are listed: our own ones, or those of a folder, in which `meta.json` says of each
 * `truth` (lists of items by kind) and `do`.
 * @param {string} [folder]
 * @returns {Promise<WorkPage[]>}
 */
export async function workPages(folder) {
  const people = /** @type {People} */ (PEOPLE.one);
  if (!folder)
    return Object.entries(TEMPLATES).map(([name, { html, items, do: acts }]) => ({
      name,
      serve: () => servePage(html(people)),
      items: items(people),
      do: acts,
    }));
  /** @type {Record<string, {truth: Record<string, string[]>, do: Act[]}>} */
  const meta = JSON.parse(await readFile(join(folder, "meta.json"), "utf8"));
  return Object.entries(meta).map(([name, { truth, do: acts }]) => ({
    name,
    serve: async () => servePage(await readFile(join(folder, `${name}.html`), "utf8")),
    items: [...new Set(Object.values(truth).flat())],
    do: acts,
  }));
}
