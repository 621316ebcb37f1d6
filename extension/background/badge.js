// The toolbar badge: REC only where the page has confirmed its sign.
import { api } from "../shared/api.js";
import { currentWords } from "../shared/i18n.js";
import { liveDocuments } from "./documents.js";
import { recall } from "./memory.js";

/**
 * Text, colour and the key of the title of each state. Read without colour: the text tells.
 * @type {Record<string, {text: string, color: string, title: import("../words").Key}>}
 */
const STATES = {
  recording: { text: "REC", color: "#b3261e", title: "badge_recording" },
  paused: { text: "II", color: "#5f6368", title: "badge_paused" },
  outside: { text: "II", color: "#5f6368", title: "badge_paused" },
  unseen: { text: "!", color: "#8a5a00", title: "badge_unseen" },
};

/** Shows each tab's state; tabs that are not recorded show nothing. @param {number[]} [cleared] tabs that were recorded */
export async function showBadges(cleared = []) {
  const [all, active, { t }] = await Promise.all([liveDocuments(), recall("active"), currentWords()]);
  const tops = active ? all.filter((one) => one.top && one.shown !== undefined) : [];
  const states = tops.map((one) => ({
    tabId: one.tabId,
    state: STATES[one.shown === false ? "unseen" : active?.paused ? "paused" : one.outside ? "outside" : "recording"],
  }));
  const off = [...new Set([...cleared, ...all.map((one) => one.tabId)])].filter(
    (id) => !states.some((s) => s.tabId === id),
  );
  await Promise.all([
    ...states.flatMap(({ tabId, state }) => [
      api.action.setBadgeBackgroundColor({ tabId, color: state.color }).catch(() => {}),
      api.action.setBadgeText({ tabId, text: state.text }).catch(() => {}),
      api.action.setTitle({ tabId, title: t(state.title) }).catch(() => {}),
    ]),
    ...off.flatMap((tabId) => [
      api.action.setBadgeText({ tabId, text: "" }).catch(() => {}),
      api.action.setTitle({ tabId, title: t("badge_off") }).catch(() => {}),
    ]),
  ]);
}
