// Answers content scripts: each message from a sender whose grants are asked anew, the content after that.
import { currentWords } from "../shared/i18n.js";
import { openLedger } from "../shared/ledger.js";
import { changeSettings, readSettings } from "../shared/settings.js";
import { signWords } from "../shared/sign.js";
import { changeSession } from "../shared/store.js";
import { showBadges } from "./badge.js";
import { isShown, letIn, liveDocuments, mayRecord, note, origins, tell } from "./documents.js";
import { recall } from "./memory.js";
import { resumeIfDue, setPaused, stop } from "./session.js";
import { drainJournal, keep } from "./steps.js";
import { numberOf } from "./tabs.js";

/** @typedef {import("../protocol").FromPage} FromPage */

/**
 * @param {FromPage} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown>}
 */
export async function answerPage(message, sender) {
  if (message.type === "hello") await resumeIfDue();
  const active = await recall("active");
  const from = origins(sender);
  const paths = active && from && (await mayRecord(from.origin, from.topOrigin));
  if (!active || !from || !paths) return message.type === "step" ? { kept: false, ended: true } : { on: false };
  switch (message.type) {
    case "hello":
      return hello(message, { ...from, paths }, active, sender.tab?.active ?? false);
    case "shown":
      return shown(message);
    case "place":
      return place(message);
    case "started":
      return note(message.document, { engine: message.engine, startMs: message.startMs, engineMs: message.engineMs });
    case "step":
      return step(message, active);
    case "pause":
      return setPaused(true);
    case "resume":
      return setPaused(false);
    case "due":
      return resumeIfDue();
    case "placed":
      return placed(message.sign);
    case "ledger":
      return openLedger(sender.tab?.windowId);
    case "stop":
      return stop();
  }
}

/**
 * @param {Extract<FromPage, {type: "hello"}>} message
 * @param {NonNullable<ReturnType<typeof origins>> & {paths: import("../protocol").Paths}} from
 * @param {import("../protocol").ActiveSession} active
 * @param {boolean} inFront whether its tab is
 * @returns {Promise<import("../protocol").HelloReply>}
 */
async function hello(message, from, active, inFront) {
  const top = from.frameId === 0;
  await letIn({ ...from, document: message.document, path: message.path, born: message.born, top });
  if (!top) await tell((await liveDocuments()).filter((other) => isParent(other, from.tabId, message.path)));
  if (top) await noteViewport(active.id, message.viewport);
  const tab = await numberOf(from.tabId, from.topOrigin, inFront);
  void drainJournal();
  const { id: session, key, floor, terms, started, paused, until, steps } = active;
  return {
    on: true,
    session,
    key,
    floor,
    terms,
    started,
    paused,
    until: typeof until === "number" ? until : undefined,
    steps,
    tab,
    paths: from.paths,
    recording: isShown(await liveDocuments(), from.tabId),
    words: signWords(floor, await currentWords()),
    sign: (await readSettings()).sign,
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

/** @param {Extract<FromPage, {type: "place"}>} message */
async function place({ document, inside }) {
  await changed(await note(document, { outside: !inside }));
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
async function step({ document, sequence, revision, json, observation }, active) {
  const live = await liveDocuments();
  const one = live.find((other) => other.document === document);
  if (!one) return { kept: false, ended: true };
  const before = active.steps;
  const count = await keep({ session: active.id, document, sequence, revision, json, observation });
  if (count !== before) void tell(live.filter((other) => other.tabId === one.tabId && other.top));
  return { kept: true };
}
