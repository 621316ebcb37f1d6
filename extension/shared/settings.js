// What the person chose, in the store: one record, whole at each read, with the defaults of what was never chosen.
import { openStore } from "./store.js";

/** @typedef {import("../protocol").Settings} Settings */

const ID = "settings";
/** Tells the extension's other contexts of a change; pages and their content scripts cannot listen. */
const CHANNEL = "settings";

/** @type {Settings} */
export const DEFAULTS = {
  terms: [],
  floor: "values",
  language: undefined,
  retentionDays: 30,
  consent: undefined,
  sign: { right: 16, bottom: 16, small: false },
};

/** @returns {Promise<Settings>} */
export async function readSettings() {
  const { id: _, ...stored } = (await (await openStore()).get("settings", ID)) ?? {};
  return { ...DEFAULTS, ...stored };
}

/**
 * Changes some of the settings while nobody else does.
 * @param {Partial<Settings>} change
 * @returns {Promise<Settings>} all of them
 */
export function changeSettings(change) {
  return /** @type {Promise<any>} */ (
    navigator.locks.request("settings", async () => {
      const settings = { ...(await readSettings()), ...change };
      await (await openStore()).put("settings", { id: ID, ...settings });
      const channel = new BroadcastChannel(CHANNEL);
      channel.postMessage(undefined);
      channel.close();
      return settings;
    })
  );
}

/**
 * Calls when another context changed a setting.
 * @param {() => void} changed
 * @returns {() => void} ends it
 */
export function onSettings(changed) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = changed;
  return () => channel.close();
}
