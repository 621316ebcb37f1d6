// Asks the background to act, and finds the words for a refusal.
import { send } from "./api.js";
import { t } from "./i18n.js";

/**
 * @param {import("../protocol").FromOwnPage} message
 * @returns {Promise<{done: boolean, words: string, count: number}>} `words`: why not; empty when done
 */
export async function ask(message) {
  const reply = await send(message).catch(() => undefined);
  const words = reply?.done ? "" : t(reply?.reason ?? "error_no_answer");
  return { done: reply?.done ?? false, words, count: reply?.count ?? 0 };
}
