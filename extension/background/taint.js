// What a session's documents have masked as data, as keyed hashes in memory: each document masks what any other has.
import { api } from "../shared/api.js";
import { liveDocuments } from "./documents.js";
import { recall, remember } from "./memory.js";

/** Digits of a hash, and how many digits are remembered: the core takes no more either. */
const HASH = 16;
const MOST = 12_000 * HASH;

/** @param {string} session */
export async function taintOf(session) {
  const known = await recall("taint");
  return known?.session === session ? known.hashes : "";
}

/**
 * Notes what a document has masked, and tells the others.
 * @param {string} session
 * @param {string} document
 * @param {string} hashes
 */
export async function spreadTaint(session, document, hashes) {
  await remember("taint", (known) => {
    const before = known?.session === session ? known.hashes : "";
    return { value: { session, hashes: (before + hashes).slice(0, MOST) }, result: undefined };
  });
  const others = (await liveDocuments()).filter((one) => one.document !== document);
  await Promise.all(
    others.map((one) => {
      /** @type {import("../protocol").TaintMessage} */
      const message = { type: "taint", document: one.document, hashes };
      // A document that is gone has nobody to answer.
      return api.tabs.sendMessage(one.tabId, message, { frameId: one.frameId }).catch(() => {});
    }),
  );
}
