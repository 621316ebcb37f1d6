// How much of other people's data, and how much of the interface, a recording keeps at each masking level.
//
// Truth comes from two sources: pages whose items about people are listed, and apps that are used twice with two sets of data that
// share no word. What differs between the two is data, what does not is interface.
// Usage: ./build.sh bench privacy [NAME... | FOLDER]: only these apps; or only the pages of a folder with a meta.json.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, recordTask, switchOn } from "../browser/harness.mjs";
import { cannotManage, openManaged } from "../browser/managed.mjs";
import { MASKING_LEVELS } from "../../extension/shared/masking-levels.js";
import { act, apps, servePage, workPages } from "./privacy/apps.mjs";
import { PEOPLE } from "./privacy/people.mjs";
import { everything, only, pageWords, plain, shareKept } from "./privacy/words.mjs";
import { printTable, writeFigures } from "./support/report.mjs";

/** @typedef {import("../browser/browser.mjs").Opened} Opened */
/** @typedef {import("./privacy/apps.mjs").Served} Served */
/** @typedef {import("./privacy/words.mjs").Exported} Exported */

/** From the one that keeps most; the first is what the others are compared with. */
const LEVELS = [...MASKING_LEVELS];
const round = (/** @type {number} */ share) => Math.round(share * 10) / 10;

const args = process.argv.slice(2);
const folder = args.find((one) => existsSync(join(one, "meta.json")));
const names = args.filter((one) => one !== folder);

const { OVERT_TODOMVC: todomvc, OVERT_TABLER: tabler, OVERT_PRIVACY_PYTHON: python, OVERT_TOOL: tool } = process.env;
const all = apps({ todomvc, tabler, python }).filter(({ name }) => !names.length || names.includes(name));

let opened = await openBrowser();
const { pages, twice } = await inBrowser(async () => ({
  pages: names.length ? [] : await measurePages(),
  twice: folder ? [] : await measureTwice(all),
}));
const listed = folder ? [] : await measureListed();
await writeFigures("privacy", {
  pages,
  twice: twice
    .filter(({ level }) => level === "structure")
    .map(({ app, dataLeft, uiKept }) => ({ app, dataLeft, uiKept })),
  levels: twice,
  listed,
});

/** Measures in the browser that is open, and closes it. @template T @param {() => Promise<T>} measure @returns {Promise<T>} */
async function inBrowser(measure) {
  try {
    const page = await servePage("<!doctype html><title>Begin</title><h1>Begin</h1>");
    await opened.page.goto(page.url);
    await switchOn(opened); // for the host, whatever its port
    await page.close();
    return await measure();
  } finally {
    await opened.close();
  }
}

/** The apps that ship their i18n files once more, under a policy that lists what `overt policy strings` makes of them. */
async function measureListed() {
  const figures = [];
  for (const app of all) {
    const files = await app.catalogues?.();
    if (!files || !tool) continue;
    if (cannotManage) {
      console.log(`  ${app.name} with its strings listed: ${cannotManage}`);
      continue;
    }
    const site = "http://127.0.0.1:*";
    const made = execFileSync(tool, ["policy", "strings", "--site", site, ...files], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    opened = await openManaged({ sites: [site], ...JSON.parse(made.toString()) });
    const [, one] = await inBrowser(() => measureTwice([app], ["open", "structure"]));
    figures.push({ ...one, files: files.length });
  }
  return figures;
}

/** Records a task on what is served, at a level. @param {Served} served @param {string} level @param {() => Promise<unknown>} task @returns {Promise<Exported>} */
async function record({ url, prepare }, level, task) {
  await opened.page.goto(url);
  await prepare?.(opened.page);
  const { trace, flowText, source } = await recordTask(opened, task, {
    steps: 1,
    maskingLevel: /** @type {any} */ (level),
  });
  return { trace, flowText, source };
}

async function measurePages() {
  const figures = [];
  for (const { name, serve, items, do: acts } of await workPages(folder)) {
    const served = await serve();
    const data = new Set(items.flatMap((item) => plain(item).split(" ")));
    /** @type {Map<string, number> | undefined} */
    let interfaceWords;
    for (const level of LEVELS) {
      const exported = await record(served, level, () => act(opened.page, acts));
      const words = pageWords(exported);
      interfaceWords ??= only(words, (word) => !data.has(word));
      const all = everything(exported);
      const left = items.filter((item) => all.includes(` ${plain(item)} `));
      if (process.env.OVERT_LEFT && level !== "open" && level !== "values")
        console.log(`  ${name}, ${level}: ${left.join(" | ")}`);
      figures.push({
        page: name,
        level,
        items: items.length,
        left: left.length,
        uiKept: round(shareKept(words, interfaceWords)),
      });
    }
    await served.close();
  }
  printTable([["page", "level", "items", "left", "interface kept %"], ...figures.map((one) => Object.values(one))]);
  return figures;
}

/** @param {import("./privacy/apps.mjs").App[]} these @param {string[]} [levels] the first keeps most */
async function measureTwice(these, levels = LEVELS) {
  const figures = [];
  for (const app of these) {
    const other = await app.serve(PEOPLE.other);
    const otherWords = pageWords(await record(other, "open", () => app.use(opened.page, PEOPLE.other)));
    await other.close();
    const served = await app.serve(PEOPLE.one);
    /** @type {Map<string, number> | undefined} */
    let shown;
    for (const level of levels) {
      const exported = await record(served, level, () => app.use(opened.page, PEOPLE.one));
      const words = pageWords(exported);
      shown ??= words;
      const all = everything(exported);
      const data = [...only(shown, (word) => !otherWords.has(word)).keys()];
      const left = data.filter((word) => all.includes(` ${word} `));
      const lost = only(shown, (word) => otherWords.has(word));
      if (process.env.OVERT_LEFT && level === "structure") {
        console.log(`  ${app.name}, data left: ${left.join(" ")}`);
        const gone = [...lost].filter(([word, times]) => (words.get(word) ?? 0) < times).map(([word]) => word);
        console.log(`  ${app.name}, interface lost: ${gone.join(" ")}`);
      }
      figures.push({
        app: app.name,
        level,
        dataLeft: round((100 * left.length) / Math.max(1, data.length)),
        uiKept: round(shareKept(words, lost)),
      });
    }
    await served.close();
  }
  printTable([["app", "level", "data words left %", "interface kept %"], ...figures.map((one) => Object.values(one))]);
  return figures;
}
