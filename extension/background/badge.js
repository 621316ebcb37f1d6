// The toolbar badge: REC only where the page has confirmed its sign.
import { api } from "../shared/api.js";
import { liveDocuments } from "./documents.js";
import { recall } from "./memory.js";

/** Text, colour and title of each state. Read without colour: the text tells. */
const STATES = {
  recording: { text: "REC", color: "#b3261e", title: "Overt: recording on this page" },
  paused: { text: "II", color: "#5f6368", title: "Overt: paused" },
  unseen: { text: "!", color: "#8a5a00", title: "Overt: paused on this page, because its sign cannot be shown" },
};

/** Shows each tab's state; tabs that are not recorded show nothing. @param {number[]} [cleared] tabs that were recorded */
export async function showBadges(cleared = []) {
  const [all, active] = await Promise.all([liveDocuments(), recall("active")]);
  const tops = active ? all.filter((one) => one.top && one.shown !== undefined) : [];
  const states = tops.map((one) => ({
    tabId: one.tabId,
    state: STATES[one.shown === false ? "unseen" : active?.paused ? "paused" : "recording"],
  }));
  const off = [...new Set([...cleared, ...all.map((one) => one.tabId)])].filter(
    (id) => !states.some((s) => s.tabId === id),
  );
  await Promise.all([
    ...states.flatMap(({ tabId, state }) => [
      api.action.setBadgeBackgroundColor({ tabId, color: state.color }).catch(() => {}),
      api.action.setBadgeText({ tabId, text: state.text }).catch(() => {}),
      api.action.setTitle({ tabId, title: state.title }).catch(() => {}),
    ]),
    ...off.flatMap((tabId) => [
      api.action.setBadgeText({ tabId, text: "" }).catch(() => {}),
      api.action.setTitle({ tabId, title: "Overt" }).catch(() => {}),
    ]),
  ]);
}
