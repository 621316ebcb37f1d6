// The documents that were let in: who they are, whether they still may record, and how the state is sent to them.
import { api } from "../shared/api.js";
import { decide, decideFrame, stringsOf } from "../shared/policy.js";
import { atMost } from "./apart.js";
import { recall, remember } from "./memory.js";

/** @typedef {import("../protocol").LiveDocument} LiveDocument */
/** @typedef {chrome.runtime.MessageSender} Sender */

/** So many milliseconds is a page waited for; one that hangs must not hold up the person. */
export const PATIENCE = 300;

/** @returns {Promise<LiveDocument[]>} */
export async function liveDocuments() {
  return Object.values((await recall("documents")) ?? {});
}

/**
 * Whether the browser still grants this origin.
 * @param {string} origin
 */
export async function isGranted(origin) {
  if (!/^https?:/.test(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return api.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}

/**
 * Two keys, for a document and for the page that it stands in: where the browser still grants both sites, what the policy
 * says. `paths` are those of the document's origin that may be recorded, `inside` is whether the page may just now.
 * @param {string} origin
 * @param {string} top the page's URL
 * @returns {Promise<{paths: import("../protocol").Paths, inside: boolean} | undefined>}
 */
export async function mayRecord(origin, top) {
  const granted = await Promise.all([isGranted(origin), isGranted(new URL(top).origin)]);
  if (!granted.every(Boolean)) return undefined;
  const { paths, allowed } = await decideFrame(origin, top);
  return paths && { paths, inside: allowed };
}

/**
 * What a document's recorder is told of its site's interface: at the one level that asks what of a page is interface.
 * @param {string} origin
 * @param {import("../protocol").MaskingLevel | undefined} level
 */
export const stringsFor = async (origin, level) => (level === "structure" ? stringsOf(origin) : "");

/** Whether the page that a tab shows now may be recorded, by its whole address. @param {number} tabId */
export async function standsInside(tabId) {
  // Of a page that is not granted the browser tells no URL.
  const { url } = await api.tabs.get(tabId).catch(() => ({ url: undefined }));
  return url !== undefined && (await decide(url)).allowed && isGranted(new URL(url).origin);
}

/**
 * Where a message came from; undefined for anything but a tab's document.
 * @param {Sender} sender
 * @returns {(Pick<LiveDocument, "tabId" | "frameId" | "documentId" | "origin" | "topOrigin"> & {top: string}) | undefined}
 *   `top`: the page's URL as it is now
 */
export function origins(sender) {
  const { tab, frameId, documentId } = sender;
  // Firefox has no `origin` on a sender of an older version; the URL says the same for a page.
  const origin = sender.origin ?? (sender.url && new URL(sender.url).origin);
  // Without a grant on the top page the browser does not tell its URL.
  if (tab?.id === undefined || frameId === undefined || !origin || !tab.url) return undefined;
  const shown = new URL(tab.url).origin;
  // The tab may show another page by now than the one that sent this.
  const top = frameId === 0 && shown !== origin ? `${origin}/` : tab.url;
  return { tabId: tab.id, frameId, documentId, origin, topOrigin: frameId === 0 ? origin : shown, top };
}

/** @param {LiveDocument} one */
export function letIn(one) {
  return remember("documents", (all = {}) => ({
    value: {
      ...Object.fromEntries(Object.entries(all).filter(([, other]) => !replaces(one, other))),
      [one.document]: one,
    },
    result: undefined,
  }));
}

/**
 * Whether a document stands where another one stood. A tab has one top document; frames that are older than it were
 * those of the page before. (Its own frames may well be let in before it is.)
 * @param {LiveDocument} one
 * @param {LiveDocument} other
 */
function replaces(one, other) {
  return other.tabId === one.tabId && (other.frameId === one.frameId || (one.top && other.born < one.born));
}

/**
 * Notes what a document said of itself.
 * @param {string} document
 * @param {Partial<LiveDocument>} facts
 * @returns {Promise<LiveDocument | undefined>}
 */
export function note(document, facts) {
  return remember("documents", (all = {}) => {
    if (!all[document]) return { value: all, result: undefined };
    const one = { ...all[document], ...facts };
    return { value: { ...all, [document]: one }, result: one };
  });
}

/** @param {(one: LiveDocument) => boolean} which @returns {Promise<LiveDocument[]>} those that were taken off the list */
export function unregister(which) {
  return remember("documents", (all = {}) => {
    const gone = Object.values(all).filter(which);
    const left = Object.entries(all).filter(([, one]) => !which(one));
    return { value: left.length ? Object.fromEntries(left) : undefined, result: gone };
  });
}

/** Whether a tab's top page has confirmed its indicator, and stands where it may be recorded. @param {LiveDocument[]} all @param {number} tabId */
export function isShown(all, tabId) {
  return all.some((one) => one.tabId === tabId && one.top && one.shown === true && !one.outside);
}

/** The document's own frames that are recorded, by their index. @param {LiveDocument} one @param {LiveDocument[]} all */
const framesOf = (one, all) =>
  all
    .filter((other) => other.tabId === one.tabId && !other.top && String(other.path.slice(0, -1)) === String(one.path))
    .map((other) => other.path.at(-1) ?? 0);

/**
 * Sends documents the whole state. It does not wait for one that hangs.
 * @param {LiveDocument[]} these
 * @param {{ended?: boolean}} [options]
 */
export function sendState(these, { ended = false } = {}) {
  return atMost(PATIENCE, send(these, ended));
}

/**
 * Ends documents, and waits until each has handed over what it had, or is gone.
 * @param {LiveDocument[]} these
 */
export const askToEnd = (these) => send(these, true);

/** Sends the end of the session to whatever records in any tab, also to what stands in no list of ours: the memory may be damaged. */
export async function endEverywhere() {
  /** @type {import("../protocol").OverMessage} */
  const message = { type: "over" };
  const tabs = await api.tabs.query({});
  // A tab in which nothing records has nobody to answer.
  await Promise.all(tabs.map(({ id }) => id !== undefined && api.tabs.sendMessage(id, message).catch(() => {})));
}

/** @param {LiveDocument[]} these @param {boolean} ended */
async function send(these, ended) {
  const [all, active, full = false] = await Promise.all([liveDocuments(), recall("active"), recall("full")]);
  await Promise.all(
    these.map((one) => {
      /** @type {import("../protocol").StateMessage} */
      const message = {
        type: "state",
        document: one.document,
        recording: isShown(all, one.tabId),
        paused: active?.paused ?? false,
        full,
        clock: active?.clock,
        until: typeof active?.until === "number" ? active.until : undefined,
        steps: active?.steps ?? 0,
        frames: framesOf(one, all),
        ended: ended || !active,
      };
      // A document that is gone has nobody to answer.
      return api.tabs.sendMessage(one.tabId, message, { frameId: one.frameId }).catch(() => {});
    }),
  );
}
