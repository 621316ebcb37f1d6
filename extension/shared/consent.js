// The person's consent: without it nothing is ever recorded.
import { changeSettings, readSettings } from "./settings.js";

/**
 * The version of the text that the person agrees to. It changes with the text: a test knows the hash of the one that
 * belongs to it. Who agreed to an older one is asked again.
 */
export const TEXT_VERSION = "2";

/** Whether the person agreed to the text as it is now. */
export async function hasConsent() {
  const { consent } = await readSettings();
  return consent?.textVersion === TEXT_VERSION;
}

/** @param {string} policyVersion of the organisation's policy that the person was shown; empty where there is none */
export const giveConsent = (policyVersion) =>
  changeSettings({ consent: { date: new Date().toISOString(), textVersion: TEXT_VERSION, policyVersion } });

export const withdrawConsent = () => changeSettings({ consent: undefined });
