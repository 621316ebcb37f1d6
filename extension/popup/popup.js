// The popup: this site's switch, and the session's buttons. It shows what storage says and asks the background to act.
import init, { site_of } from "../core/overt.js";
import { api, send } from "../shared/api.js";
import { speak, t } from "../shared/i18n.js";

/** @typedef {import("../protocol").FromOwnPage} FromOwnPage */

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
const find = (id) => /** @type {T} */ (document.getElementById(id));
const siteSwitch = find("site-switch");
const siteReason = find("site-reason");
/** @type {HTMLButtonElement} */
const record = find("record");
/** @type {HTMLButtonElement} */
const pause = find("pause");
/** @type {HTMLButtonElement} */
const stop = find("stop");
/** @type {HTMLInputElement} */
const goal = find("goal");
/** @type {HTMLInputElement} */
const keepTyped = find("keep-typed");

/** The match pattern of the tab's site; undefined where it cannot be recorded. @type {string | undefined} */
let pattern;

async function showSite() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  // Of its own pages the browser does not tell the URL even to the extension that was asked on them.
  const url = tab?.url || "chrome://";
  try {
    pattern = site_of(url);
    find("site").textContent = new URL(url).hostname;
    await showGrant("");
  } catch (error) {
    find("site").textContent = "This page cannot be recorded";
    siteReason.textContent = error instanceof Error ? error.message : String(error);
  }
}

/** @param {string} reason what to say of the switch, if not what it stands at */
async function showGrant(reason) {
  if (!pattern) return;
  const on = await api.permissions.contains({ origins: [pattern] });
  siteSwitch.setAttribute("aria-checked", String(on));
  siteSwitch.removeAttribute("disabled");
  const { asked } = /** @type {any} */ (await api.storage.session.get("asked"));
  if (asked) await api.storage.session.remove("asked");
  const refused = !on && asked?.site === pattern ? "Not switched on: the browser's permission was refused." : "";
  siteReason.textContent = reason || refused || (on ? "Switched on: can be recorded" : "Switched off: never recorded");
  await showSession();
}

async function showSession() {
  const { active } = /** @type {Partial<import("../protocol").Memory>} */ (await api.storage.session.get("active"));
  const on = siteSwitch.getAttribute("aria-checked") === "true";
  record.disabled = Boolean(active) || !on;
  record.hidden = Boolean(active);
  pause.hidden = !active;
  pause.textContent = active?.paused ? "Resume" : "Pause";
  stop.disabled = !active;
  if (active || goal.disabled) {
    // What the session began with, for as long as it lasts.
    goal.value = active?.goal ?? "";
    keepTyped.checked = active?.floor === "open";
  }
  goal.disabled = keepTyped.disabled = Boolean(active);
  find("steps").textContent = String(active?.steps ?? 0);
  const state = find("state");
  state.dataset.on = String(Boolean(active && !active.paused));
  state.textContent = active ? (active.paused ? "❚❚ Paused" : "● Recording") : "Not recording";
}

/** @param {FromOwnPage} message */
async function ask(message) {
  const reply = await send(message).catch(() => undefined);
  const text = find("message");
  text.hidden = reply?.done === true;
  text.textContent = reply?.done ? "" : t(reply?.reason ?? "error_no_answer");
  await showSession();
}

siteSwitch.addEventListener("click", () => {
  if (!pattern) return;
  // The request must come first: the browser wants it in the click itself, and its prompt may close this popup.
  const on = siteSwitch.getAttribute("aria-checked") === "true";
  const origins = [pattern];
  const answer = on ? api.permissions.remove({ origins }) : api.permissions.request({ origins });
  if (!on) void api.storage.session.set({ asked: { site: pattern } });
  answer.then(
    (done) => showGrant(done || on ? "" : "Not switched on: the browser's permission was refused."),
    (error) => showGrant(error instanceof Error ? error.message : String(error)),
  );
});
record.addEventListener("click", () => {
  void ask({ type: "start", floor: keepTyped.checked ? "open" : "values", goal: goal.value.trim() });
});
pause.addEventListener("click", () => void ask({ type: pause.textContent === "Resume" ? "resume" : "pause" }));
stop.addEventListener("click", () => void ask({ type: "stop" }));
api.storage.onChanged.addListener((changes, area) => {
  if (area === "session" && changes.active) void showSession();
});

await Promise.all([init(), speak()]);
await showSite();
await showSession();
