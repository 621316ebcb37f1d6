// The browser's permission prompt, which may close the popup that opened it: what was asked is kept for who comes after.
import { api } from "./api.js";

/** A prompt that is answered later than this many ms begins no recording: the person may have forgotten it. */
const PATIENCE = 120_000;

/** @typedef {import("../protocol").AskedSite} AskedSite */

/**
 * Whether the prompt is one that the person has not forgotten.
 * @param {AskedSite | undefined} asked
 * @returns {asked is AskedSite}
 */
export const isFresh = (asked) => asked !== undefined && Date.now() - asked.at < PATIENCE;

/**
 * Whether the site was refused just now: nothing is begun for it any more, also if it is granted in another way. Of a site
 * that is on by now what was asked is left to the background, which may have to wake up first before it starts it.
 * @param {string} pattern of a site that is not on
 */
export async function wasRefused(pattern) {
  const { asked } = /** @type {Partial<import("../protocol").Memory>} */ (await api.storage.session.get("asked"));
  if (asked?.start) await api.storage.session.set({ asked: { site: asked.site, at: asked.at } });
  return isFresh(asked) && asked.site === pattern;
}
