// What is done in a frame is done in sight of its page's indicator, or not kept: the page is asked.
import { api } from "../shared/api.js";
import { atMost } from "./apart.js";
import { liveDocuments } from "./documents.js";

/** For how many ms before a step was made the indicator must have been there: as long as a press lasts, and a moment more. */
const PRESS = 500;
/** For how many ms a page is asked at most, whatever the clock says, and how long it may take to answer. */
const LONGEST = 60_000;
const PATIENCE = 2_000;

/** The page around a frame does not answer: a step in the frame waits in the journal. */
export class UnansweredError extends Error {
  name = "UnansweredError";
}

/**
 * Whether the indicator of the page around a frame could be seen while a step was made in it. True for what is no frame; and
 * where the page is gone and nobody can say, as after a click that leaves it.
 * @param {string} document
 * @param {number} made in epoch milliseconds
 * @throws {UnansweredError}
 */
export async function isSeenByItsPage(document, made) {
  const live = await liveDocuments();
  const one = live.find((other) => other.document === document);
  const top = one && !one.top && live.find((other) => other.top && other.tabId === one.tabId);
  if (!top) return true;
  const within = Math.min(LONGEST, Math.max(0, Date.now() - made) + PRESS);
  /** @type {import("../protocol").WitnessMessage} */
  const message = { type: "witness", document: top.document, within };
  const asked = api.tabs.sendMessage(top.tabId, message, { frameId: 0 }).catch(() => GONE);
  const reply = /** @type {import("../protocol").WitnessReply | undefined} */ (await atMost(PATIENCE, asked));
  if (reply === undefined) throw new UnansweredError("expected an answer of the page around a frame, found none");
  return reply.seen;
}

/** @type {import("../protocol").WitnessReply} */
const GONE = { seen: true };
