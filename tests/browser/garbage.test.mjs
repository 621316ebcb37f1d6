// Whatever stands in any store, Stop stops and deletion deletes. What is written there is made by a seeded generator:
// OVERT_SEED repeats a run, OVERT_ROUNDS says how many.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";
import { openReview, recorded, startRecording, stepCount, stopRecording, waitFor } from "./harness.mjs";
import { askBackground } from "./popup.mjs";
import { AHEAD, countStored, storeConsent, teachSealing, writeAhead } from "./stored.mjs";

const fixture = browserFor({ path: "/controls.html", prepare: ({ control }) => teachSealing(control) });
const SEED = Number(process.env.OVERT_SEED ?? Math.floor(Math.random() * 2 ** 31));
const ROUNDS = Number(process.env.OVERT_ROUNDS ?? 5);
/** Milliseconds in which nothing records any more. */
const MOST = 500;

for (let round = 0; round < ROUNDS; round++) {
  test(`whatever stands in any store, Stop stops and deletion deletes: seed ${SEED + round}`, async () => {
    const { opened } = fixture;
    await begin();
    await opened.page.click("#approve");
    await writeGarbage(SEED + round);
    await opened.page.click("#twice");

    const took = await stopTimed();
    assert.ok(took < MOST, `it recorded on for ${took} ms`);
    const registered = await opened.control.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    assert.deepEqual(registered, []);
    await waitFor("the indicator to go", async () => !(await opened.page.$(":popover-open")));
    await opened.page.reload();
    assert.equal(await opened.page.$(":popover-open"), null);

    for (const id of await sessions()) {
      await askBackground(opened, { type: "deleteSession", session: id });
      assert.ok(!(await sessions()).includes(id), `${id} is still there`);
    }
    const answer = await askBackground(opened, { type: "wipe" });
    assert.deepEqual(answer, { done: true });
    const left = await countStored(opened);
    assert.deepEqual(left, Object.fromEntries(Object.keys(left).map((name) => [name, 0])));
  });
}

test("Stop ends a page that the memory no longer tells of, and in which nothing more is done", async () => {
  const { opened } = fixture;
  await begin();
  await opened.control.evaluate(() => chrome.storage.session.set({ documents: "__proto__" }));
  await opened.control.evaluate(async () => {
    const { send } = await import(/** @type {any} */ ("/shared/api.js"));
    await send({ type: "stop" });
  });
  await waitFor("the indicator to go", async () => !(await opened.page.$(":popover-open")));
});

test("an entry that cannot be read is set aside and said, and holds up neither Stop nor the other entries", async () => {
  const { opened } = fixture;
  await begin();
  await writeAhead(opened, { sequence: 7, time: 5 });
  await writeAhead(opened, { sequence: 8, time: 5, json: "{" });
  const id = await opened.control.evaluate(async () => {
    await chrome.storage.local.set({ "journal/b": 5 });
    return /** @type {any} */ (await chrome.storage.session.get("active")).active.id;
  });
  await stopRecording(opened);
  const kept = () =>
    opened.control.evaluate(
      async (session, document) => {
        const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
        return Boolean(await (await openStore()).get("steps", [session, document, 7]));
      },
      id,
      AHEAD,
    );
  await waitFor("the entry that can be read", kept);
  const review = await openReview(opened);
  await waitFor("the words", () => review.$('#aside[data-count="2"]'));
  await review.click("#drop-aside");
  await waitFor("the words to go", async () => !(await review.$("#aside")));
  await review.close();
  const keys = await opened.control.evaluate(async () => Object.keys(await chrome.storage.local.get(null)));
  assert.deepEqual(
    keys.filter((key) => /^(journal|aside)/.test(key)),
    [],
  );
});

test("what a page wrote ahead is taken in though the background was ended in the midst of Stop", async () => {
  const { opened } = fixture;
  await begin();
  await opened.stopBackground();
  await writeAhead(opened, { time: 5 });
  const session = await opened.control.evaluate(async () => {
    const { active } = /** @type {any} */ (await chrome.storage.session.get("active"));
    // As Stop leaves it before it has told the pages.
    await chrome.storage.session.set({ ended: { [active.id]: [] } });
    await chrome.storage.session.remove("active");
    return active.id;
  });
  await askBackground(opened, { type: "expire" });
  const state = () =>
    opened.control.evaluate(
      async (id, document) => {
        const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
        const store = await openStore();
        const [step, { ended }] = await Promise.all([store.get("steps", [id, document, 0]), store.get("sessions", id)]);
        const memory = await chrome.storage.session.get(["ended", "tags", "tabs", "known"]);
        return [Boolean(step), Boolean(ended), Object.keys(memory)];
      },
      session,
      AHEAD,
    );
  await waitFor("the session to be ended", async () => JSON.stringify(await state()) === "[true,true,[]]");
});

/** A recording of the fixture's page, agreed on anew. */
async function begin() {
  const { opened } = fixture;
  await storeConsent(opened.control);
  await opened.page.bringToFront();
  await startRecording(opened);
  await waitFor("the first step", async () => ((await stepCount(opened)) ?? 0) > 0);
}

/** Presses Stop. @returns {Promise<number>} after how many milliseconds nothing recorded any more */
function stopTimed() {
  return fixture.opened.control.evaluate(async () => {
    const { send } = await import(/** @type {any} */ ("/shared/api.js"));
    const began = performance.now();
    // Where what stands in the memory is no session, whoever reads it first may have cleared it already.
    const stopped = new Promise((resolve) => {
      const look = async () => {
        if ((await chrome.storage.session.get("active")).active === undefined) resolve(performance.now() - began);
      };
      chrome.storage.session.onChanged.addListener(() => void look());
      void look();
    });
    await send({ type: "stop" });
    return Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, 5000, Infinity))]);
  });
}

/** The ids of all sessions that the store holds. @returns {Promise<any[]>} */
function sessions() {
  return fixture.opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    return (await openStore()).getAllKeys("sessions");
  });
}

/**
 * Writes what the seed makes into every store and every storage area, over and beside what is there.
 * @param {number} seed
 */
function writeGarbage(seed) {
  return fixture.opened.control.evaluate(async (seed) => {
    let state = seed;
    // https://github.com/cprosche/mulberry32
    const random = () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    const below = (/** @type {number} */ n) => Math.floor(random() * n);
    /** @template T @param {T[]} all @returns {T} */
    const oneOf = (all) => /** @type {T} */ (all[below(all.length)]);
    const text = () =>
      oneOf([
        "",
        "x",
        "{",
        "[]",
        "null",
        '{"action":5}',
        "<TEXT#0123456789abcdef>",
        "__proto__",
        "\u2028",
        "a".repeat(below(9999)),
      ]);
    /** @returns {any} */
    const anything = (depth = 3) =>
      oneOf([
        () => null,
        () => below(3) - 1,
        () => random() * 1e300,
        () => random() < 0.5,
        text,
        text,
        () => (depth ? Array.from({ length: below(4) }, () => anything(depth - 1)) : []),
        () => (depth ? Object.fromEntries(Array.from({ length: below(4) }, () => [text(), anything(depth - 1)])) : {}),
      ])();
    /** The value as it is, or with one of its parts replaced or gone. @param {any} value @returns {any} */
    const broken = (value) => {
      if (typeof value !== "object" || value === null || random() < 0.2) return anything();
      const copy = structuredClone(value);
      const key = oneOf(Object.keys(copy));
      if (key === undefined) return anything();
      if (random() < 0.3) delete copy[key];
      else copy[key] = broken(copy[key]);
      return copy;
    };

    const memory = await chrome.storage.session.get(null);
    for (const name of ["tags", "documents", "tabs", "asked", "full", "ended", ...(random() < 0.5 ? ["active"] : [])])
      await chrome.storage.session.set({ [name]: broken(memory[name] ?? null) });

    const { active } = /** @type {any} */ (memory);
    const entry = { session: active.id, document: "g", sequence: 0, revision: 0, json: "{}", made: 1 };
    const { sealEntry } = /** @type {any} */ (globalThis);
    const { changeIndex } = await import(/** @type {any} */ ("/shared/store-index.js"));
    await changeIndex((/** @type {any} */ index) => {
      for (const id of Object.keys(index)) index[id] = broken(index[id]);
    });
    /** @type {Record<string, unknown>} */
    const local = { "aside/a": anything() };
    if (random() < 0.5) local.index = anything();
    for (let at = 0; at < 40; at++) {
      const one = broken({ ...entry, sequence: at });
      const sealed = one && typeof one === "object" && random() < 0.7;
      local[`journal/g${at}`] = sealed ? await sealEntry({ ...one, session: active.id }) : one;
    }
    await chrome.storage.local.set(local);

    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const { sealRow } = await import(/** @type {any} */ ("/shared/sealed.js"));
    const { openDB } = await import(/** @type {any} */ ("/vendor/idb.js"));
    const good = await openStore();
    const session = await good.get("sessions", active.id);
    const [step] = await good.getAll("steps");
    const settings = await good.get("settings", "settings");
    const write = (await openDB("overt")).transaction(
      ["sessions", "steps", "observations", "gone", "settings", "receipts"],
      "readwrite",
    );
    const put = (/** @type {string} */ store, /** @type {any} */ row, /** @type {object} */ key) =>
      write.objectStore(store).put(sealed(store, { ...(typeof row === "object" ? row : {}), ...key }));
    /** Garbage with a good seal where there is a key for it, or without one. @param {string} store @param {any} row */
    const sealed = (store, row) => {
      try {
        return random() < 0.7 ? sealRow(store, row) : row;
      } catch {
        return row;
      }
    };
    for (const id of [active.id, "garbage", 5, ["a", 1]]) {
      put("sessions", broken(session), { id });
      put("steps", broken(step ?? {}), { session: id, document: oneOf(["d", 1, []]), sequence: oneOf([0, -1, "x"]) });
      put("observations", anything(), { session: id, id: oneOf(["o", 2]) });
      put("gone", anything(), { session: id, document: "d", sequence: oneOf([0, 1e308]) });
      put("receipts", anything(), { id });
    }
    put("settings", broken(settings), { id: "settings" });
    await write.done;
  }, seed);
}
