// Puts sessions and counts into the extension's store, and reads it, as tests need it.

/** @typedef {import("./browser.mjs").Opened} Opened */

/**
 * Stores a session with many steps, as the background would have; tells the pages.
 * @param {Opened} opened
 * @param {{id: string, goal?: string, steps: number, started?: number, ended?: number}} options
 */
export async function storeSession(opened, { id, goal = "", steps, started = Date.now() - 60_000, ended }) {
  await opened.control.evaluate(
    async ({ id, goal, steps, started, ended }) => {
      const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
      const { makeKey } = await import(/** @type {any} */ ("/shared/keys.js"));
      const { changeIndex } = await import(/** @type {any} */ ("/shared/store-index.js"));
      const { sendStoreEvent } = await import(/** @type {any} */ ("/shared/store-events.js"));
      await makeKey(id);
      const store = await openStore();
      const write = store.transaction(["sessions", "steps"], "readwrite");
      const viewport = { width: 1280, height: 800 };
      const environment = { recorder: "overt 0.1.0", browser: "Chromium 156", language: "en", viewport };
      const about = { id, goal, outcome: "unknown", started, maskingLevel: "values", environment };
      void write.objectStore("sessions").put({ ...about, ended: ended ?? started + 1000 });
      for (let at = 0; at < steps; at++) {
        const target = {
          role: "button",
          name: `Approve invoice ${at}`,
          tag: "button",
          selectors: [[`aria/Approve invoice ${at}[role="button"]`], ["#ok"]],
          box: [0, 0, 80, 20],
        };
        const url = `https://erp.example.com/page/${Math.floor(at / 40)}`;
        const action = { type: "click", button: "primary", offsetX: 5, offsetY: 6 };
        const step = { kind: "step", seq: at, time: at * 10, url, action, target, masked: { email: 1 } };
        void write.objectStore("steps").put({ session: id, document: "d", sequence: at, revision: 0, step });
      }
      await write.done;
      await changeIndex((/** @type {any} */ index) => {
        index[id] = { started, steps, ended: ended ?? started + 1000 };
      });
      sendStoreEvent({ session: id });
    },
    { id, goal, steps, started, ended },
  );
}

/**
 * How much each store and each storage area holds.
 * @param {Opened} opened
 * @returns {Promise<Record<string, number>>}
 */
export function countStored(opened) {
  return opened.control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    /** @type {Record<string, number>} */
    const counts = {};
    for (const name of store.objectStoreNames) counts[name] = await store.count(name);
    for (const area of /** @type {const} */ (["local", "session"]))
      counts[area] = Object.keys(await chrome.storage[area].get(null)).length;
    return counts;
  });
}

/**
 * All that the extension has stored: every area, and every row of every database by the store's name, as it stands there and,
 * where it is sealed, opened.
 * @param {import("puppeteer-core").Page} page one of the extension's own
 * @returns {Promise<{local: any, session: any, rows: Record<string, any[]>}>}
 */
export function everythingStored(page) {
  return page.evaluate(async () => {
    const { openRow } = await import(/** @type {any} */ ("/shared/sealed.js"));
    const { loadKeys } = await import(/** @type {any} */ ("/shared/keys.js"));
    await loadKeys();
    /** @type {Record<string, any[]>} */
    const rows = {};
    for (const { name = "" } of await indexedDB.databases()) {
      /** @type {IDBDatabase} */
      const database = await new Promise((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        const stored = await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)));
        rows[store] = stored.map((/** @type {any} */ row) => openRow(store, row));
      }
      database.close();
    }
    return { local: await chrome.storage.local.get(), session: await chrome.storage.session.get(), rows };
  });
}

/**
 * Lets a page of the extension seal what a document writes ahead: `sealEntry(entry)` is then a global function of it.
 * @param {import("puppeteer-core").Page} page
 * @param {Record<string, string>} [level] the masking level as the ticket has it
 */
export async function teachSealing(page, level = { maskingLevel: "values" }) {
  await page.evaluate(async (level) => {
    const { Seal } = await import(/** @type {any} */ ("/core/overt.js"));
    const { sealFor } = await import(/** @type {any} */ ("/background/journal.js"));
    const { sealText } = await import(/** @type {any} */ ("/shared/keys.js"));
    /** @type {any} */ (globalThis).sealEntry = async (/** @type {any} */ { session, document, ...step }) => {
      const facts = { ...level, origin: "https://x.example", tab: 0, frame: [], since: Date.now() };
      const { key, ticket } = await sealFor(session, document, facts);
      const seal = new Seal(/** @type {any} */ (Uint8Array).fromBase64(key));
      return `${ticket}.${sealText(seal, "", JSON.stringify(step))}`;
    };
  }, level);
}

/**
 * Agrees to the text as the first page would show it now, in English.
 * @param {import("puppeteer-core").Page} own a page of the extension
 */
export async function storeConsent(own) {
  await own.evaluate(async () => {
    const { giveConsent, hashOfText } = await import(/** @type {any} */ ("/shared/consent.js"));
    const { wordsIn } = await import(/** @type {any} */ ("/shared/i18n.js"));
    const { readPolicy } = await import(/** @type {any} */ ("/shared/policy.js"));
    await giveConsent({ language: "en", shown: await hashOfText(wordsIn("en"), await readPolicy()) });
  });
}

/**
 * Makes these the person's own words, that are always masked.
 * @param {Opened} opened
 * @param {string[]} terms
 */
export function storeTerms({ control }, terms) {
  return control.evaluate(async (terms) => {
    const { changeSettings } = await import(/** @type {any} */ ("/shared/settings.js"));
    await changeSettings({ terms });
  }, terms);
}

/** The document that `writeAhead` writes as. */
export const AHEAD = "0123456789abcdef".repeat(2);

/**
 * Writes a step ahead into the journal, as a page of `https://x.example` would have that the background let in.
 * @param {Opened} opened
 * @param {{sequence?: number, time: number, json?: string, level?: Record<string, string>}} options `time`: in the session's own;
 *   `json`: in place of a step; `level`: the masking level as the ticket has it
 * @returns {Promise<string>} its key there
 */
export async function writeAhead(opened, { sequence = 0, time, json, level }) {
  await teachSealing(opened.control, level);
  return opened.control.evaluate(
    async ({ document, sequence, time, json }) => {
      const { active } = /** @type {any} */ (await chrome.storage.session.get("active"));
      const { id: session } = active;
      const step = { kind: "step", seq: sequence, time, url: "https://x.example/", action: { type: "copy" } };
      const entry = { session, document, sequence, revision: 0, json: json ?? JSON.stringify(step), made: Date.now() };
      const name = `journal/${document.slice(0, 30)}${sequence}`;
      await chrome.storage.local.set({ [name]: await /** @type {any} */ (globalThis).sealEntry(entry) });
      return name;
    },
    { document: AHEAD, sequence, time, json },
  );
}
