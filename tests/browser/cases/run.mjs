// Records one case of tests/cases/ and replays its exports.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { brief, recordTask } from "../record.mjs";
import { NPM, serve } from "../serve.mjs";
import { pause } from "../wait.mjs";
import { act } from "./act.mjs";

/** @typedef {import("../browser.mjs").Opened} Opened */

const CASES = fileURLToPath(new URL("../../cases/", import.meta.url));
const LIBRARIES = fileURLToPath(new URL("../../libraries/", import.meta.url));

/**
 * A case.json; tests/cases/README.md says what each field is.
 * @typedef {{title: string, source: string, expected: string[], actions: import("./act.mjs").Action[], state: string,
 *   start?: string, end?: number, keepTyped?: boolean, leaks?: string[], reload?: boolean, replay?: boolean, shown?: boolean,
 *   steps?: string[], known?: string}} Case
 */

/** The names of all cases. */
export const caseNames = () => readdirSync(CASES).filter((name) => existsSync(join(CASES, name, "case.json")));

/** @param {string} name @returns {Case} */
export const readCase = (name) => JSON.parse(readFileSync(`${CASES}${name}/case.json`, "utf8"));

/** Builds the bundles of the libraries, and serves them and the cases from two origins. */
export async function serveCases() {
  const bundles = await mkdtemp(join(tmpdir(), "overt-libraries-"));
  await build({
    entryPoints: readdirSync(LIBRARIES).map((name) => LIBRARIES + name),
    outdir: bundles,
    bundle: true,
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const folders = { "/": CASES, "/lib/": bundles, "/npm/": NPM };
  const [server, other] = [await serve({ folders }), await serve({ folders })];
  return {
    server,
    /** Puts the origins in the place of their names. @param {string} text */
    address: (text) =>
      text.replaceAll("{other}", other.origin).replaceAll("{local}", server.origin.replace("127.0.0.1", "localhost")),
    close: async () => {
      await Promise.all([server.close(), other.close(), rm(bundles, { recursive: true })]);
    },
  };
}

/**
 * @typedef {object} Recorded
 * @property {string[]} steps each in one line, as `brief` gives it
 * @property {unknown} state where the task ended
 * @property {string} text of the trace
 * @property {any} flow for @puppeteer/replay
 * @property {string} source of the Playwright test
 */

/**
 * Records a case.
 * @param {Opened} opened
 * @param {Awaited<ReturnType<typeof serveCases>>} cases
 * @param {string} name
 * @returns {Promise<Recorded>}
 */
export async function recordCase(opened, cases, name) {
  const one = readCase(name);
  const { page } = opened;
  const { origin } = cases.server;
  await page.goto(`${origin}/${name}/${cases.address(one.start ?? "index.html")}`);
  let state;
  const { trace, flow, source } = await recordTask(
    opened,
    async () => {
      await act(
        { opened, page, origin: `${origin}/${name}/`, address: cases.address, file: `${CASES}README.md` },
        one.actions,
      );
      await pause(one.end ?? 150);
      state = await page.evaluate(one.state);
    },
    { steps: 1, keepTyped: one.keepTyped ?? true, reload: one.reload },
  );
  return { steps: trace.steps.map(line), state, text: trace.text, flow, source };
}

/** A step in one line, with who did it. @param {any} step */
const line = (step) => brief(step) + (step.pageInitiated ? " (by the page)" : "");

/**
 * The state at the end of each export, or why there is none.
 * @param {ReturnType<typeof import("../replay.mjs").openReplayers>} replayers
 * @param {Recorded} recorded
 * @param {Case} one
 */
export async function replayCase({ replay, replayByPlaywright }, { flow, source }, { state, end = 150 }) {
  const ended = async (/** @type {{evaluate: (expression: string) => Promise<unknown>}} */ page) => {
    await pause(end);
    return page.evaluate(state);
  };
  return {
    flow: await replay(flow, ended).catch(why),
    playwright: await replayByPlaywright(source, ended).catch(why),
  };
}

/** @param {any} error */
const why = (error) => ({
  failed: String(error?.message ?? error)
    .split("\n")
    .slice(0, 2)
    .join(" ")
    .slice(0, 300),
});
