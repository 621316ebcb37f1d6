// Notes that steps cannot be kept, for want of room or because the store fails: no page takes another until they can be.
import { api } from "../shared/api.js";
import { openStore } from "../shared/store.js";
import { apart } from "./apart.js";
import { showBadges } from "./badge.js";
import { liveDocuments, sendState } from "./documents.js";
import { recall } from "./memory.js";

/** Bytes that have to fit everywhere before there is room again: more than most steps have. */
const LEAST = 65_536;
/** Under this name they are tried. */
const TRIAL = "room";

/**
 * Notes whether steps can be kept. While a session records one of both values stands in memory, so that the other one needs no
 * more room.
 * @param {boolean} full
 */
export const noteFull = (full) => api.storage.session.set({ full });

/** A step could not be kept: every page and the badge show it. */
export async function noRoom() {
  if (await recall("full").catch(() => false)) return;
  await apart(() => noteFull(true));
  await apart(sendAll);
}

/** Sends every page the state, with whether steps can be kept, and shows it in the badge. */
export const sendAll = async () => Promise.all([liveDocuments().then(sendState), showBadges()]);

/** What nothing compresses. */
const someBytes = () => crypto.getRandomValues(new Uint8Array(LEAST)).toBase64();

/** Whether a step's bytes fit everywhere that one goes through. */
export async function fits() {
  try {
    const store = await openStore();
    await store.put("settings", { id: TRIAL, room: someBytes() });
    await store.delete("settings", TRIAL);
  } catch {
    return false;
  }
  return fitsBeside();
}

/** Whether they fit in the storage areas. */
export async function fitsBeside() {
  const room = someBytes();
  try {
    for (const area of [api.storage.local, api.storage.session]) await area.set({ [TRIAL]: room });
    return true;
  } catch {
    return false;
  } finally {
    await Promise.allSettled([api.storage.local.remove(TRIAL), api.storage.session.remove(TRIAL)]);
  }
}
