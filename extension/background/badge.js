// The toolbar badge: REC only where the page has confirmed its indicator; while a session goes on every other tab says that its
// page is not recorded. That is the badge of all tabs, because the browser drops a tab's own as soon as it goes to another
// page, and nobody would tell us of one that is not ours to see.
import { api } from "../shared/api.js";
import { currentWords } from "../shared/i18n.js";
import { liveDocuments, standsInside } from "./documents.js";
import { recall } from "./memory.js";

/**
 * Text, colour and the key of the title of each state. Read without colour: the text tells.
 * @typedef {{text: string, color: string, title: import("../words").Key}} State
 * @type {Record<"off" | "recording" | "paused" | "outside" | "unseen" | "full", State>}
 */
const STATES = {
  off: { text: "", color: "#5f6368", title: "badge_off" },
  recording: { text: "REC", color: "#b3261e", title: "badge_recording" },
  paused: { text: "II", color: "#5f6368", title: "badge_paused" },
  outside: { text: "–", color: "#5f6368", title: "badge_outside" },
  full: { text: "!", color: "#8a5a00", title: "badge_full" },
  unseen: { text: "!", color: "#8a5a00", title: "badge_unseen" },
};

/** Shows each tab's state. @param {number[]} [cleared] tabs that were recorded */
export async function showBadges(cleared = []) {
  const [all, active, full = false, { t }] = await Promise.all([
    liveDocuments(),
    recall("active"),
    recall("full"),
    currentWords(),
  ]);
  const tops = active ? all.filter((one) => one.top && one.shown !== undefined) : [];
  const states = await Promise.all(
    tops.map(async (one) => ({ tabId: one.tabId, state: await stateOf(one, active?.paused ?? false, full) })),
  );
  const others = active ? STATES.outside : STATES.off;
  const off = [...new Set([...cleared, ...all.map((one) => one.tabId)])].filter(
    (id) => !states.some((s) => s.tabId === id),
  );
  /** @type {{tabId?: number, state: State}[]} */
  const shown = [{ state: others }, ...states, ...off.map((tabId) => ({ tabId, state: others }))];
  await Promise.all(
    shown.flatMap(({ tabId, state }) => [
      // A tab that was closed meanwhile has no badge.
      api.action.setBadgeBackgroundColor({ tabId, color: state.color }).catch(() => {}),
      api.action.setBadgeText({ tabId, text: state.text }).catch(() => {}),
      api.action.setTitle({ tabId, title: t(state.title) }).catch(() => {}),
    ]),
  );
}

/** @param {import("../protocol").LiveDocument} one @param {boolean} paused @param {boolean} full @returns {Promise<State>} */
async function stateOf(one, paused, full) {
  // The document may have gone with its tab's page, to one that nobody tells us of.
  if (one.outside || !(await standsInside(one.tabId))) return STATES.outside;
  if (one.shown === false) return STATES.unseen;
  if (full) return STATES.full;
  return paused ? STATES.paused : STATES.recording;
}
