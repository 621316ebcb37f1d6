// Answers content scripts: each message from a sender whose grants are asked anew, the content after that.
import { currentWords } from "../shared/i18n.js";
import { openLedger } from "../shared/ledger.js";
import { changeSettings, readSettings } from "../shared/settings.js";
import { signWords } from "../shared/sign.js";
import { changeSession } from "../shared/store.js";
import { showBadges } from "./badge.js";
import { stop } from "./end.js";
import { isShown, letIn, liveDocuments, mayRecord, note, origins, tell } from "./documents.js";
import { comesBack, leaves } from "./leave.js";
import { drainJournal } from "./journal.js";
import { recall } from "./memory.js";
import { resumeIfDue, setPaused } from "./session.js";
import { keep } from "./steps.js";
import { numberOf } from "./tabs.js";

/** @typedef {import("../protocol").FromPage} FromPage */

/**
 * @param {FromPage} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown>}
 */
export async function answerPage(message, sender) {
  // What stands beside a page opens only while the browser still counts the click, so nothing is awaited before. It shows
  // the person's own page and does nothing else, whoever asks.
  if (message.type === "ledger") return openLedger(sender.tab?.windowId);
  if (message.type === "hello") await resumeIfDue();
  const active = await recall("active");
  const from = origins(sender);
  const may = active && from && (await mayRecord(from.origin, from.top));
  if (!active || !from || !may) return message.type === "step" ? { kept: false, ended: true } : { on: false };
  const inFront = sender.tab?.active ?? false;
  switch (message.type) {
    case "hello":
      return hello(message, { ...from, ...may }, active, inFront);
    case "shown":
      return shown(message);
    case "place":
      return place(message, active, inFront);
    case "started":
      return note(message.document, { engine: message.engine, startMs: message.startMs, engineMs: message.engineMs });
    case "step":
      // A frame whose page has left its paths: its step waits in the journal until the page has said when it left.
      return from.frameId === 0 || may.inside ? step(message, active) : { kept: false };
    case "pause":
      return setPaused(true);
    case "resume":
      return setPaused(false);
    case "due":
      return resumeIfDue();
    case "placed":
      return placed(message.sign);
    case "stop":
      return stop();
  }
}

/**
 * @param {Extract<FromPage, {type: "hello"}>} message
 * @param {NonNullable<ReturnType<typeof origins>> & NonNullable<Awaited<ReturnType<typeof mayRecord>>>} from
 * @param {import("../protocol").ActiveSession} active
 * @param {boolean} inFront whether its tab is
 * @returns {Promise<import("../protocol").HelloReply>}
 */
async function hello(message, { paths, inside, top: _, ...from }, active, inFront) {
  const top = from.frameId === 0;
  await letIn({ ...from, paths, document: message.document, path: message.path, born: message.born, top });
  if (!top) await tell((await liveDocuments()).filter((other) => isParent(other, from.tabId, message.path)));
  if (top) await noteViewport(active.id, message.viewport);
  const tab = await numberOf(from.tabId, from.topOrigin, { inside, inFront });
  // Where the page before it had left the paths, this one has not.
  if (top) await comesBack(active.id, tab, message.at);
  void drainJournal();
  const words = signWords(active.floor, await currentWords());
  const { sign } = await readSettings();
  const recording = isShown(await liveDocuments(), from.tabId);
  // Last of all: what changes after this is told to the document, and what changed before may not have been.
  const now = await recall("active");
  if (now?.id !== active.id) return { on: false };
  const { id: session, key, floor, terms, clock, paused, until, steps } = now;
  return {
    on: true,
    session,
    key,
    floor,
    terms,
    clock,
    paused,
    until: typeof until === "number" ? until : undefined,
    steps,
    tab,
    paths,
    recording,
    words,
    sign,
  };
}

/** @param {import("../protocol").LiveDocument} other @param {number} tabId @param {number[]} path */
const isParent = (other, tabId, path) => other.tabId === tabId && String(other.path) === String(path.slice(0, -1));

/** The first page's size is the session's. @param {string} id @param {import("../protocol").Viewport} viewport */
async function noteViewport(id, viewport) {
  await changeSession(id, ({ environment }) =>
    environment.viewport ? undefined : { environment: { ...environment, viewport } },
  );
}

/** @param {import("../protocol").SignPlace} sign */
async function placed({ right, bottom, small }) {
  if (Number.isFinite(right) && Number.isFinite(bottom)) await changeSettings({ sign: { right, bottom, small } });
}

/** @param {Extract<FromPage, {type: "shown"}>} message */
async function shown(message) {
  await changed(await note(message.document, { shown: message.shown, reason: message.reason }));
}

/**
 * A document left the paths where it may be recorded, or came back. It tells until it is answered.
 * @param {Extract<FromPage, {type: "place"}>} message
 * @param {import("../protocol").ActiveSession} active
 * @param {boolean} inFront whether its tab is
 * @returns {Promise<import("../protocol").DoneReply>}
 */
async function place({ document, inside, at }, active, inFront) {
  const one = await note(document, { outside: !inside });
  if (!one?.top) return { done: true };
  const tab = await numberOf(one.tabId, one.topOrigin, { inside, inFront });
  await (inside ? comesBack(active.id, tab, at) : leaves(active.id, tab, at));
  await changed(one);
  return { done: true };
}

/** Frames record only while their page does. @param {import("../protocol").LiveDocument | undefined} one */
async function changed(one) {
  if (!one?.top) return;
  await showBadges();
  const frames = (await liveDocuments()).filter((other) => other.tabId === one.tabId && !other.top);
  await tell(frames);
}

/**
 * @param {Extract<FromPage, {type: "step"}>} message
 * @param {import("../protocol").ActiveSession} active
 * @returns {Promise<import("../protocol").KeptReply>}
 */
async function step({ document, sequence, revision, json, observation, made }, active) {
  const live = await liveDocuments();
  const one = live.find((other) => other.document === document);
  if (!one) return { kept: false, ended: true };
  const before = active.steps;
  const count = await keep({ session: active.id, document, sequence, revision, json, observation, made });
  if (count !== before) void tell(live.filter((other) => other.tabId === one.tabId && other.top));
  return { kept: true };
}
