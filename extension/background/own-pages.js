// Answers the extension's own pages.
import { isFull } from "../shared/store.js";
import { acceptDamage } from "./check.js";
import { addReceipt, deleteReceipts, deleteSession, expire, wipe } from "./delete.js";
import { describe, mark, maskWord } from "./describe.js";
import { stop } from "./end.js";
import { deleteLast, deleteRecent, deleteSite, deleteStep } from "./delete-steps.js";
import { dropAside } from "./journal.js";
import { setPaused, start } from "./session.js";

/** @typedef {import("../protocol").DoneReply} DoneReply */

/**
 * @param {import("../protocol").FromOwnPage} message
 * @returns {Promise<DoneReply>}
 */
export async function answerOwnPage(message) {
  try {
    return await answer(message);
  } catch (error) {
    if (isFull(error)) return { done: false, reason: "error_full" };
    throw error;
  }
}

/**
 * @param {import("../protocol").FromOwnPage} message
 * @returns {Promise<DoneReply>}
 */
async function answer(message) {
  switch (message.type) {
    case "start":
      void expire();
      return start(message.maskingLevel, message.goal);
    case "pause":
      return setPaused(true, message.until);
    case "resume":
      return setPaused(false);
    case "stop":
      return stop();
    case "describe":
      return describe(message);
    case "mark":
      return mark(message);
    case "maskWord":
      return maskWord(message.session, message.word);
    case "deleteLast":
      return { done: true, count: await deleteLast() };
    case "deleteStep":
      await deleteStep(message.session, message.document, message.sequence);
      return { done: true };
    case "deleteSession":
      return deleteSession(message.session);
    case "deleteRecent":
      return { done: true, count: await deleteRecent(message.minutes) };
    case "deleteSite":
      return { done: true, count: await deleteSite(message.origin) };
    case "noteExport":
      return addReceipt(message.receipt);
    case "deleteReceipts":
      return deleteReceipts(message.ids);
    case "expire":
      return { done: true, count: await expire() };
    case "acceptDamage":
      await acceptDamage();
      return { done: true };
    case "dropAside":
      await dropAside();
      return { done: true };
    case "wipe":
      return wipe();
  }
}
