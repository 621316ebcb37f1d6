// What of a recording can be read in the browser's files: nothing while it is there, and no key to it once it was deleted.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, PAGES, serve, startRecording, stepCount, stopRecording, switchOn, waitFor } from "./harness.mjs";
import { askBackground } from "./popup.mjs";
import { storeTerms } from "./stored.mjs";

/** Random, so that no compression of the browser's hides it (Snappy and LZ4 leave what does not repeat as it is). */
const canary = (/** @type {string} */ name) => `${name}${randomBytes(12).toString("hex").replace(/\d/g, "x")}`;
const CANARIES = { goal: canary("goal"), typed: canary("typed"), term: canary("term"), page: canary("page") };

/** @type {string} */
let profile;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
/** The keys, as their file holds them. @type {string[]} */
let keys;
/** @type {Map<string, string[]>} */
let whileThere;
/** @type {Map<string, string[]>} */
let deleted;
/** @type {Map<string, string[]>} */
let restarted;

before(async () => {
  profile = await mkdtemp(join(tmpdir(), "overt-profile-"));
  server = await serve({ folders: { "/": PAGES } });
  await record();
  whileThere = await filesWith([...Object.values(CANARIES), ...keys]);
  await inBrowser(async (opened) => {
    assert.deepEqual(await askBackground(opened, { type: "wipe" }), { done: true });
  });
  deleted = await filesWith([...Object.values(CANARIES), ...keys]);
  await inBrowser(async (opened) => {
    const own = await opened.openOwn("settings/settings.html");
    await waitFor("the settings", () => own.$("main"));
  });
  restarted = await filesWith([...Object.values(CANARIES), ...keys]);
});
after(async () => {
  await server.close();
  await rm(profile, { recursive: true, force: true });
});

test("while a recording is stored none of its text can be read in the browser's files", () => {
  for (const [name, text] of Object.entries(CANARIES)) assert.deepEqual(whileThere.get(text), [], name);
});

test("the search finds what is there: the keys", () => {
  assert.ok(keys.length >= 2, "a session's key and that of the settings were expected");
  for (const key of keys) assert.notDeepEqual(whileThere.get(key), []);
});

test("after a wipe neither text nor key is in any file, also after a restart", () => {
  for (const found of [deleted, restarted])
    for (const text of [...Object.values(CANARIES), ...keys]) assert.deepEqual(found.get(text), []);
});

/** A session with each canary in it: what is said, typed and shown, and a word that is never kept. */
async function record() {
  await inBrowser(async (opened) => {
    const { page, control } = opened;
    await storeTerms(opened, [CANARIES.term]);
    await page.goto(`${server.origin}/controls.html`);
    await switchOn(opened);
    await startRecording(opened, { keepTyped: true });
    const steps = async () => (await stepCount(opened)) ?? 0;
    await waitFor("the first step", async () => (await steps()) > 0);
    // Made by a script and gone before the end: the browser keeps pages and what was typed there in files of its own.
    await page.evaluate((name) => {
      for (const [tag, id, textContent] of [
        ["button", "shown", name],
        ["input", "note", ""],
      ])
        document.body.append(
          Object.assign(document.createElement(tag ?? ""), { id, textContent, autocomplete: "off" }),
        );
    }, CANARIES.page);
    await page.click("#shown");
    const before = await steps();
    await page.click("#note");
    await page.keyboard.type(CANARIES.typed);
    await page.keyboard.press("Tab");
    await waitFor("the steps", async () => (await steps()) >= before + 2);
    await page.evaluate(() => document.querySelectorAll("#shown, #note").forEach((one) => one.remove()));
    await stopRecording(opened);
    const stored = await control.evaluate(async (goal) => {
      const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
      const { send } = await import(/** @type {any} */ ("/shared/api.js"));
      const store = await openStore();
      const [{ id }] = await store.getAll("sessions");
      await send({ type: "describe", session: id, goal, outcome: "done", note: "" });
      return JSON.stringify([
        await store.getAll("sessions"),
        await store.getAll("steps"),
        await store.getAll("settings"),
      ]);
    }, CANARIES.goal);
    for (const [name, text] of Object.entries(CANARIES)) assert.ok(stored.includes(text), `${name} was not stored`);
    keys = await control.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getFileHandle("keys")).getFile();
      return Object.values(JSON.parse(await file.text()));
    });
  });
}

/** @param {(opened: import("./browser.mjs").Opened) => Promise<void>} use */
async function inBrowser(use) {
  // Who agreed before the restart is not asked again.
  const opened = await openBrowser({ profile, agree: keys === undefined });
  try {
    await use(opened);
  } finally {
    await opened.close();
  }
}

/**
 * The files of the profile that hold each text, as bytes of one or of two to a character.
 * @param {string[]} texts
 * @returns {Promise<Map<string, string[]>>}
 */
async function filesWith(texts) {
  const found = new Map(texts.map((text) => [text, /** @type {string[]} */ ([])]));
  let bytes = 0;
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    bytes += content.length;
    for (const text of texts)
      if (content.includes(text) || content.includes(Buffer.from(text, "utf16le")))
        found.get(text)?.push(file.slice(profile.length));
  }
  assert.ok(bytes > 100_000, `only ${bytes} bytes of files were found`);
  return found;
}
