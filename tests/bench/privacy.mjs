// How much of other people's data, and how much of the interface, a recording keeps at each masking level.
//
// Truth comes from two sources: pages whose items about people are listed, and apps that are used twice with two sets of data that
// share no word. What differs between the two is data, what does not is interface.
// Usage: ./build.sh bench privacy [NAME... | FOLDER]: only these apps; or only the pages of a folder with a meta.json.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { openBrowser, recordTask, switchOn } from "../browser/harness.mjs";
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

const opened = await openBrowser();
try {
  const page = await servePage("<!doctype html><title>Begin</title><h1>Begin</h1>");
  await opened.page.goto(page.url);
  await switchOn(opened); // for the host, whatever its port
  await page.close();
  const pages = names.length ? [] : await measurePages();
  const twice = folder ? [] : await measureTwice();
  await writeFigures("privacy", {
    pages,
    twice: twice
      .filter(({ level }) => level === "structure")
      .map(({ app, dataLeft, uiKept }) => ({ app, dataLeft, uiKept })),
    levels: twice,
  });
} finally {
  await opened.close();
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

async function measureTwice() {
  const { OVERT_TODOMVC: todomvc, OVERT_TABLER: tabler, OVERT_PRIVACY_PYTHON: python } = process.env;
  const figures = [];
  for (const app of apps({ todomvc, tabler, python })) {
    if (names.length && !names.includes(app.name)) continue;
    const other = await app.serve(PEOPLE.other);
    const otherWords = pageWords(await record(other, "open", () => app.use(opened.page, PEOPLE.other)));
    await other.close();
    const served = await app.serve(PEOPLE.one);
    /** @type {Map<string, number> | undefined} */
    let shown;
    for (const level of LEVELS) {
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
