// The store of an older version is upgraded with all that it holds, and holds the settings from then on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserFor } from "./fixture.mjs";

const fixture = browserFor();

test("a store of version 1 keeps its sessions and steps, and gets the others beside them", async () => {
  const found = await fixture.opened.control.evaluate(async () => {
    const { openDB, deleteDB } = await import(/** @type {any} */ ("/vendor/idb.js"));
    await deleteDB("overt");
    const old = await openDB("overt", 1, {
      /** @param {any} database */
      upgrade(database) {
        database.createObjectStore("sessions", { keyPath: "id" });
        database
          .createObjectStore("steps", { keyPath: ["session", "document", "sequence"] })
          .createIndex("session", "session");
      },
    });
    await old.put("sessions", { id: "a", goal: "kept" });
    await old.put("steps", { session: "a", document: "d", sequence: 0, revision: 2, step: { seq: 0 } });
    old.close();
    // A module of its own, as a page that was just opened has.
    const { openStore: openNew } = await import(/** @type {any} */ ("/shared/store.js?new"));
    const store = await openNew();
    const stores = [...store.objectStoreNames];
    const answer = [store.version, stores, await store.getAll("sessions"), await store.getAll("steps")];
    store.close();
    return answer;
  });
  assert.deepEqual(found, [
    4,
    ["gone", "observations", "receipts", "sessions", "settings", "steps"],
    [{ id: "a", goal: "kept" }],
    [{ session: "a", document: "d", sequence: 0, revision: 2, step: { seq: 0 } }],
  ]);
});

test("an open connection makes room for a newer version", async () => {
  const version = await fixture.opened.control.evaluate(async () => {
    const { openDB, deleteDB } = await import(/** @type {any} */ ("/vendor/idb.js"));
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js?old"));
    await openStore();
    const newer = await openDB("overt", 99);
    const { version } = newer;
    newer.close();
    await deleteDB("overt");
    return version;
  });
  assert.equal(version, 99);
});

test("a setting that changes leaves the others, and what was never chosen has its default", async () => {
  const found = await fixture.opened.control.evaluate(async () => {
    const { changeSettings, readSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    // The store was deleted above; of the settings there is a copy beside it.
    await chrome.storage.local.remove("settings");
    const before = await readSettings();
    await Promise.all([changeSettings({ retentionDays: 7 }), changeSettings({ terms: ["Tulip"] })]);
    return [before, await readSettings()];
  });
  const rest = { indicator: { right: 16, bottom: 16, small: false }, harmless: { key: "", marks: [] } };
  assert.deepEqual(JSON.parse(JSON.stringify(found)), [
    { terms: [], maskingLevel: "structure", retentionDays: 30, ...rest },
    { terms: ["Tulip"], maskingLevel: "structure", retentionDays: 7, ...rest },
  ]);
});

test("a setting that no longer exists is left out, and is gone after the next change", async () => {
  const found = await fixture.opened.control.evaluate(async () => {
    const { changeSettings, readSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    const before = await store.get("settings", "settings");
    await store.put("settings", { ...before, retentionDays: 7, sign: { right: 99, bottom: 99, small: true } });
    const { retentionDays, indicator, ...rest } = await readSettings();
    await changeSettings({});
    return {
      retentionDays,
      indicator,
      read: "sign" in rest,
      kept: "sign" in (await store.get("settings", "settings")),
    };
  });
  const indicator = { right: 16, bottom: 16, small: false };
  assert.deepEqual(found, { retentionDays: 7, indicator, read: false, kept: false });
});

test("a masking level that an earlier version stored is read, and has its new name after the next change", async () => {
  const found = await fixture.opened.control.evaluate(async () => {
    const { changeSettings, readSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    const { changeIndex, readIndex } = await import(/** @type {any} */ ("/shared/store-index.js"));
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const { makeKey } = await import(/** @type {any} */ ("/shared/keys.js"));
    const { writeSealed } = await import(/** @type {any} */ ("/shared/sealed-area.js"));
    const store = await openStore();
    await makeKey("old");
    await store.put("sessions", { id: "old", goal: "kept", floor: "all" });
    await changeIndex((/** @type {any} */ index) => void (index.old = { started: 1, steps: 0, floor: "open" }));
    await store.put("settings", { id: "settings", floor: "all" });
    const setting = (await readSettings()).maskingLevel;
    await store.delete("settings", "settings");
    await writeSealed("settings", { floor: "open" });
    const copy = (await readSettings()).maskingLevel;
    await changeSettings({});
    return {
      session: (await store.getAll("sessions")).find((/** @type {any} */ one) => one.id === "old"),
      index: (await readIndex()).old,
      settings: [setting, copy, Object.keys(await store.get("settings", "settings")).includes("floor")],
    };
  });
  assert.deepEqual(found, {
    session: { id: "old", goal: "kept", maskingLevel: "all" },
    index: { started: 1, steps: 0, maskingLevel: "open" },
    settings: ["all", "open", false],
  });
});

test("a language that is chosen is spoken by the badge and by pages, without a restart", async () => {
  const { opened } = fixture;
  const said = await opened.control.evaluate(async () => {
    const { changeSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    const { count, named, speak, t } = await import(/** @type {any} */ ("/shared/i18n.js"));
    /** @type {Record<string, unknown>} */
    const said = {};
    for (const language of ["ja", "de"]) {
      await changeSettings({ language });
      await speak();
      said[language] = [
        document.documentElement.lang,
        t("indicator_recording"),
        count("indicator_steps", 1),
        count("indicator_steps", 1200),
        named("mask_", "email"),
        named("mask_", "nonsense"),
      ];
    }
    await changeSettings({ language: undefined });
    return said;
  });
  assert.deepEqual(said, {
    ja: ["ja", "記録中", "1 ステップ", "1,200 ステップ", "メールアドレス", "nonsense"],
    de: ["de", "Aufzeichnung läuft", "1 Schritt", "1.200 Schritte", "E-Mail-Adresse", "nonsense"],
  });
});
