// The journal: the copy of each step that its page writes ahead, until the store has it.
import { api } from "../shared/api.js";
import { isFull } from "../shared/store.js";
import { keep } from "./steps.js";

/** @typedef {import("../protocol").JournalEntry} JournalEntry */

/** Takes in what pages wrote ahead and nobody has kept yet; running it twice changes nothing. */
export function drainJournal() {
  return navigator.locks.request("journal", async () => {
    const keys = await journalKeys();
    if (!keys.length) return;
    const entries = await api.storage.local.get(keys);
    for (const key of keys) {
      const entry = /** @type {JournalEntry | undefined} */ (entries[key]);
      if (!entry) continue;
      try {
        await keep(entry);
      } catch (error) {
        // It stays in the journal until there is room.
        if (isFull(error)) return;
        throw error;
      }
      // A page may have written a later revision since: that one stays for the next round.
      const now = /** @type {JournalEntry | undefined} */ ((await api.storage.local.get(key))[key]);
      if (now && now.revision <= entry.revision) await api.storage.local.remove(key);
    }
  });
}

async function journalKeys() {
  const local = /** @type {any} */ (api.storage.local);
  const keys = local.getKeys ? await local.getKeys() : Object.keys(await local.get(null));
  return keys.filter((/** @type {string} */ key) => key.startsWith("journal/"));
}
