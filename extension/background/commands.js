// Answers the keyboard shortcuts: record or stop, pause or resume, delete the last step.
import { api } from "../shared/api.js";
import { askConsent, hasConsent } from "../shared/consent.js";
import { decide, readPolicy } from "../shared/policy.js";
import { readSettings } from "../shared/settings.js";
import { isGranted } from "./documents.js";
import { stop } from "./end.js";
import { recall } from "./memory.js";
import { setPaused, start } from "./session.js";
import { deleteLast } from "./delete-steps.js";

/** @param {string} command as in the manifest */
export async function answerCommand(command) {
  const active = await recall("active");
  switch (command) {
    case "toggle-recording":
      return active ? stop() : startHere();
    case "toggle-pause":
      return active && setPaused(!active.paused);
    case "delete-last":
      return deleteLast();
  }
}

/** Records the page in front, if its site is switched on and can be exported; else the popup says what is missing. */
async function startHere() {
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  if (!(await hasConsent())) return askConsent();
  const ready =
    (await readPolicy()).exports.length > 0 &&
    tab?.url &&
    (await decide(tab.url)).allowed &&
    (await isGranted(new URL(tab.url).origin));
  if (ready) return start((await readSettings()).maskingLevel, "");
  // A browser that opens popups by a click only leaves it at the toolbar's icon.
  return api.action.openPopup().catch(() => {});
}
