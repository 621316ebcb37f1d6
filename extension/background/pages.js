// Answers content scripts, whose messages were read by the table: each from a sender whose grants are asked anew.
import { digest_of } from "../core/overt.js";
import { api } from "../shared/api.js";
import { currentWords } from "../shared/i18n.js";
import { openActivityList } from "../shared/activity-list.js";
import { changeSettings, readSettings } from "../shared/settings.js";
import { indicatorWords } from "../shared/indicator-words.js";
import { changeSession } from "../shared/store.js";
import { showBadges } from "./badge.js";
import { stop } from "./end.js";
import { isShown, letIn, liveDocuments, mayRecord, note, origins, sendState, stringsFor } from "./documents.js";
import { lookAround } from "./frames.js";
import { know, RefusedError } from "./gate.js";
import { exitScope, reenterScope } from "./scope.js";
import { drainJournal, sealFor } from "./journal.js";
import { recall } from "./memory.js";
import { askForRoom, roomMade } from "./room.js";
import { resumeIfDue, setPaused } from "./session.js";
import { isOfTheStep, keep } from "./steps.js";
import { spreadTaint, taintOf } from "./taint.js";
import { isSeenByItsPage, UnansweredError } from "./witness.js";
import { numberOf } from "./tabs.js";

/** @typedef {import("../protocol").FromPage} FromPage */

/**
 * @param {{message: FromPage, sender: import("./messages.js").Sender}} read
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown>}
 */
export async function answerPage({ message, sender: who }, sender) {
  // What stands beside a page opens only while the browser still counts the click, so nothing is awaited before. It shows
  // the person's own page and does nothing else, whoever asks.
  if (message.type === "activityList") return openActivityList(sender.tab?.windowId);
  if (message.type === "hello") {
    await resumeIfDue();
    // The page that asked for room may have gone.
    await roomMade();
  }
  const active = await recall("active");
  const from = origins(sender);
  const may = active && from && (await mayRecord(from.origin, from.top));
  if (!active || !from || !may) return message.type === "step" ? { kept: false, ended: true } : { on: false };
  const its = (await liveDocuments()).filter((one) => isOf(one, from));
  if (who === "top" && !its.some((one) => one.top)) return refusal;
  if (who === "document" && !its.some(({ document }) => "document" in message && document === message.document))
    return refusal;
  const inFront = sender.tab?.active ?? false;
  switch (message.type) {
    case "hello":
      return (await isFree(message, from)) ? hello(message, { ...from, ...may }, active, inFront) : { on: false };
    case "shown":
      return shown(message);
    case "place":
      return place(message, active, inFront);
    case "started":
      return note(message.document, { engine: message.engine, startMs: message.startMs, engineMs: message.engineMs });
    case "step":
      // A frame whose page has exited the scope: its step waits in the journal until the page has said when it did.
      return from.frameId === 0 || may.inside ? step(message, active) : { kept: false };
    case "taint":
      await spreadTaint(active.id, message.document, message.hashes);
      return { done: true };
    case "press":
      void lookAround(message.document).catch(() => {});
      return void isSeenByItsPage(message.document, Date.now()).catch(() => {}); // it is asked again for the step
    case "pause":
      return setPaused(true);
    case "resume":
      return setPaused(false);
    case "due":
      await resumeIfDue();
      return { done: true };
    case "room":
      return askForRoom();
    case "placed":
      return placed(message.indicator);
    case "stop":
      return stopFrom(sender.tab?.windowId);
  }
}

/**
 * Stop on the indicator. The page holds nothing of ours from then on, so the popup says what was recorded and offers Review and
 * Discard: no page can cover it or press in it.
 * @param {number | undefined} windowId of the page
 */
async function stopFrom(windowId) {
  const done = await stop();
  // In full screen there is no place for it, and Firefox before 149 opens it by a click in its own window only: it is a tab then.
  const tab = () => api.tabs.create({ url: api.runtime.getURL("popup/popup.html"), windowId });
  void api.action.openPopup({ windowId }).catch(tab);
  return done;
}

/** To whom the named document does not belong. @type {import("../protocol").KeptReply} */
const refusal = { kept: false, ended: true, refused: "sender" };

/**
 * Whether a document is the one that sent a message.
 * @param {import("../protocol").LiveDocument} one
 * @param {NonNullable<ReturnType<typeof origins>>} from
 */
const isOf = (one, { tabId, frameId, documentId, origin }) =>
  one.tabId === tabId &&
  one.origin === origin &&
  // A page that was prerendered gets another frame id as it is shown.
  (documentId === undefined ? one.frameId === frameId : one.documentId === documentId);

/**
 * Whether a document's id is new, or the sender's own, and its frame stands where the browser says.
 * @param {Extract<FromPage, {type: "hello"}>} message
 * @param {NonNullable<ReturnType<typeof origins>>} from
 */
async function isFree({ document, path }, from) {
  const [live, known = {}] = await Promise.all([liveDocuments(), recall("known")]);
  const own = live.some((one) => one.document === document && isOf(one, from));
  return (own || !Object.hasOwn(known, document)) && (from.frameId === 0) === (path.length === 0);
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
  const { id } = active;
  const strings = await stringsFor(from.origin, active.maskingLevel);
  const { document, path, born } = message;
  await letIn({ ...from, paths, strings: digest_of(strings), document, path, born, top });
  if (!top) await sendState((await liveDocuments()).filter((other) => isParent(other, from.tabId, message.path)));
  if (top) await noteViewport(id, message.viewport);
  const tab = await numberOf(from.tabId, from.topOrigin, { inside, inFront });
  // Where the page before it had exited the scope, this one has not.
  if (top) await reenterScope(id, tab, message.at);
  void drainJournal();
  const words = indicatorWords(active.maskingLevel, await currentWords());
  const { indicator } = await readSettings();
  const recording = isShown(await liveDocuments(), from.tabId);
  const facts = { maskingLevel: active.maskingLevel, origin: from.origin, tab, frame: message.path, since: Date.now() };
  const seal = await sealFor(id, message.document, facts);
  // Last of all: what changes after this is sent to the document, and what changed before may not have been.
  const [now, full = false, taint] = await Promise.all([recall("active"), recall("full"), taintOf(id)]);
  if (now?.id !== id || !seal) return { on: false };
  const { key, maskingLevel, terms, clock, paused, until, steps } = now;
  await know(message.document, { ...facts, session: id, key, maskingLevel, terms });
  return {
    on: true,
    session: id,
    key,
    seal,
    maskingLevel,
    terms,
    strings,
    taint,
    clock,
    paused,
    full,
    until: typeof until === "number" ? until : undefined,
    steps,
    tab,
    paths,
    recording,
    words,
    indicator,
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

/** @param {import("../protocol").IndicatorPosition} indicator */
async function placed({ right, bottom, small }) {
  await changeSettings({ indicator: { right, bottom, small } });
}

/**
 * A page's indicator is on screen, or not any more. It sends this until it is answered.
 * @param {Extract<FromPage, {type: "shown"}>} message
 * @returns {Promise<import("../protocol").DoneReply>}
 */
async function shown(message) {
  await changed(await note(message.document, { shown: message.shown, reason: message.reason }));
  return { done: true };
}

/**
 * A document exited the scope, or entered it again. It sends this until it is answered.
 * @param {Extract<FromPage, {type: "place"}>} message
 * @param {import("../protocol").ActiveSession} active
 * @param {boolean} inFront whether its tab is
 * @returns {Promise<import("../protocol").DoneReply>}
 */
async function place({ document, inside, at }, active, inFront) {
  const one = await note(document, { outside: !inside });
  if (!one?.top) return { done: true };
  const tab = await numberOf(one.tabId, one.topOrigin, { inside, inFront });
  // It exited after it was let in, and not later than now.
  const since = (await recall("known"))?.[document]?.since ?? 0;
  const when = Math.max(since, Math.min(at, Date.now()));
  await (inside ? reenterScope(active.id, tab, when) : exitScope(active.id, tab, when));
  await changed(one);
  return { done: true };
}

/** Frames record only while their page does. @param {import("../protocol").LiveDocument | undefined} one */
async function changed(one) {
  if (!one?.top) return;
  await showBadges();
  const frames = (await liveDocuments()).filter((other) => other.tabId === one.tabId && !other.top);
  await sendState(frames);
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
  let count;
  try {
    count = await keep({ session: active.id, document, sequence, revision, json, observation, made });
  } catch (error) {
    if (error instanceof RefusedError) return { kept: false, refused: error.message };
    if (error instanceof UnansweredError) return { kept: false };
    return { kept: false, full: !isOfTheStep(error) };
  }
  if (count !== before) void sendState(live.filter((other) => other.tabId === one.tabId && other.top));
  return { kept: true };
}
