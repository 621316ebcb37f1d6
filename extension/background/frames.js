// How a frame is found in the documents around it: they are asked when something is done in it, and its steps say what they said last.
import { api } from "../shared/api.js";
import { atMost } from "./apart.js";
import { liveDocuments } from "./documents.js";
import { recall, remember } from "./memory.js";

/** How long a document may take to answer, and for how long its answer counts, in ms. */
const PATIENCE = 500;
const FRESH = 1_000;

/**
 * Notes how each frame from the top page down to a document is found, where that is not known for sure.
 * @param {string} document
 * @param {number} [fresh] for how many ms what is known is enough
 */
export async function lookAround(document, fresh = FRESH) {
  const facts = (await recall("known"))?.[document];
  if (!facts?.frame.length || Date.now() - (facts.framesAt ?? -Infinity) < fresh) return;
  const live = await liveDocuments();
  const one = live.find((other) => other.document === document);
  if (!one) return;
  const framesAt = Date.now();
  const said = await Promise.all(
    one.path.map((place, depth) => {
      const path = String(one.path.slice(0, depth));
      const around = live.find((other) => other.tabId === one.tabId && String(other.path) === path);
      return around && ask(around, place);
    }),
  );
  await remember("known", (all = {}) => {
    const known = all[document];
    // A frame that is taken away by what is done in it was there before.
    const frameSelectors = said.map((selectors, depth) => selectors ?? known?.frameSelectors?.[depth] ?? []);
    return {
      value: known ? { ...all, [document]: { ...known, frameSelectors, framesAt } } : all,
      result: undefined,
    };
  });
}

/**
 * @param {import("../protocol").LiveDocument} around
 * @param {number} place of the frame
 * @returns {Promise<string[][] | undefined>} undefined where it does not say
 */
async function ask({ document, tabId, frameId }, place) {
  /** @type {import("../protocol").FrameMessage} */
  const message = { type: "frame", document, place };
  const asked = api.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined);
  const reply = /** @type {import("../protocol").FrameReply | undefined} */ (await atMost(PATIENCE, asked));
  try {
    const { selectors } = JSON.parse(reply?.target ?? "");
    return areSelectors(selectors) && selectors.length > 0 ? selectors : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} found @returns {found is string[][]} */
const areSelectors = (found) =>
  Array.isArray(found) && found.every((one) => Array.isArray(one) && one.every((part) => typeof part === "string"));
