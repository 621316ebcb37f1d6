// What the person chose, in the store: one record, whole at each read, with the defaults of what was never chosen.
import { among } from "./checks.js";
import { MASKING_LEVELS } from "./masking-levels.js";
import { readSealed, writeSealed } from "./sealed-area.js";
import { openStore } from "./store.js";
import { upgraded } from "./upgrade.js";

/** @typedef {import("../protocol").Settings} Settings */

const ID = "settings";
/** The name of their copy beside the store: where the store is lost they are not. */
const COPY = "settings";
/** Tells the extension's other contexts of a change; pages and their content scripts cannot listen. */
const CHANNEL = "settings";

/** @type {Settings} */
export const DEFAULTS = {
  terms: [],
  maskingLevel: "structure",
  language: undefined,
  retentionDays: 30,
  consent: undefined,
  indicator: { right: 16, bottom: 16, small: false },
  harmless: { key: "", marks: [] },
};

/** What of a stored record can be used. @type {{[K in keyof Settings]: (value: any) => boolean}} */
const USABLE = {
  terms: (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
  maskingLevel: among(MASKING_LEVELS),
  language: (value) => ["de", "en", "es", "fr", "ja"].includes(value),
  retentionDays: (value) => Number.isFinite(value) && value >= 0,
  consent: (value) => typeof value?.textVersion === "string",
  indicator: (value) => Number.isFinite(value?.right) && Number.isFinite(value?.bottom),
  harmless: (value) =>
    /^([\w+/]{43}=)?$/.test(value?.key) &&
    Array.isArray(value.marks) &&
    value.marks.every((/** @type {unknown} */ one) => typeof one === "string"),
};

/** @returns {Promise<Settings>} with the default of each that is damaged, without those that older versions had */
export async function readSettings() {
  const stored = (await (await openStore()).get("settings", ID)) ?? upgraded((await readSealed(COPY)).value) ?? {};
  const good = Object.entries(USABLE).filter(([key, is]) => is(stored[key]));
  return { ...DEFAULTS, ...Object.fromEntries(good.map(([key]) => [key, stored[key]])) };
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
      await writeSealed(COPY, settings);
      const channel = new BroadcastChannel(CHANNEL);
      channel.postMessage(undefined);
      channel.close();
      return settings;
    })
  );
}

/** Whether there were settings that nobody can read any more. */
export async function areSettingsLost() {
  const [row, { lost }] = await Promise.all([(await openStore()).get("settings", ID), readSealed(COPY)]);
  if (row || !lost) return false;
  await changeSettings({});
  return true;
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
