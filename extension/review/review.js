// The review page: what was recorded, what of it to delete, and the exact text that leaves when the person exports.
import init, { export_playwright, export_trace, export_user_flow, phrase, read_trace } from "../core/overt.js";
import { api, send } from "../shared/api.js";
import { named, say as inLanguage, speak, t } from "../shared/i18n.js";
import { openStore } from "../shared/store.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../protocol").StoredStep} StoredStep */

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
const find = (id) => /** @type {T} */ (document.getElementById(id));
/** @type {HTMLInputElement} */
const goal = find("goal");
/** @type {HTMLSelectElement} */
const outcome = find("outcome");

/** @type {StoredSession | undefined} */
let chosen;
/** @type {StoredStep[]} */
let steps = [];
/** @type {import("../protocol").StoredObservation[]} */
let observations = [];

/** @param {string} text @param {boolean} [bad] */
function say(text, bad = false) {
  const message = find("message");
  message.textContent = text;
  message.hidden = !text;
  message.className = bad ? "note" : "quiet";
}

/** @param {string} tag @param {string} text @param {string} [name] */
function make(tag, text, name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = name;
  return element;
}

/** `{email: 2}` in words. @param {Record<string, number> | undefined} masked */
const maskedWords = (masked) =>
  Object.entries(masked ?? {})
    .map(([kind, count]) => (count > 1 ? `${count} × ${named("mask_", kind)}` : named("mask_", kind)))
    .join(", ");

/** @param {import("../protocol").Step} step */
function inWords(step) {
  try {
    return inLanguage(JSON.parse(phrase(JSON.stringify(step))));
  } catch {
    return `An unknown step (${step.action?.type})`;
  }
}

async function showSessions() {
  const store = await openStore();
  const sessions = /** @type {StoredSession[]} */ (await store.getAll("sessions")).sort(
    (a, b) => b.started - a.started,
  );
  const { index = {} } = /** @type {{index?: import("../protocol").Index}} */ (await api.storage.local.get("index"));
  const lost = Object.keys(index).filter((id) => !sessions.some((session) => session.id === id));
  if (lost.length)
    say(`${lost.length} recorded sessions are missing from the browser's database: it was damaged or cleared.`, true);
  find("none").hidden = sessions.length > 0;
  chosen = sessions.find((session) => session.id === chosen?.id) ?? sessions[0];
  find("sessions").replaceChildren(
    ...sessions.map((session) => {
      const item = document.createElement("li");
      item.dataset.session = session.id;
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-current", String(session.id === chosen?.id));
      const count = index[session.id]?.steps ?? 0;
      const state = session.ended ? "" : " · recording";
      button.append(
        make("strong", session.goal || "Without a goal"),
        make("span", `${new Date(session.started).toLocaleString()} · ${count} steps${state}`, "quiet"),
      );
      button.addEventListener("click", () => {
        chosen = session;
        void show();
      });
      item.append(button);
      return item;
    }),
  );
}

async function showSteps() {
  find("session").hidden = !chosen;
  if (!chosen) return;
  const store = await openStore();
  if (document.activeElement !== goal) goal.value = chosen.goal;
  outcome.value = chosen.outcome;
  steps = /** @type {StoredStep[]} */ (await store.getAllFromIndex("steps", "session", chosen.id));
  observations = await store.getAllFromIndex("observations", "session", chosen.id);
  steps.sort((a, b) => a.step.time - b.step.time || a.sequence - b.sequence);
  find("steps").replaceChildren(...steps.map(stepItem));
  const text = asTrace();
  find("text").textContent = text;
  find("bytes").textContent = `${new TextEncoder().encode(text).length.toLocaleString()} bytes, ${steps.length} steps`;
}

/** @param {StoredStep} stored */
function stepItem({ session, document: from, sequence, step }) {
  const item = document.createElement("li");
  item.dataset.step = `${from}/${sequence}`;
  const words = make("span", inWords(step));
  const masked = maskedWords(step.masked);
  if (masked) words.append(make("span", `masked: ${masked}`, "masked"));
  if (step.flags?.includes("pageInitiated")) words.append(make("span", "by the page itself", "masked"));
  const remove = /** @type {HTMLButtonElement} */ (make("button", "Delete"));
  remove.type = "button";
  remove.setAttribute("aria-label", `Delete step: ${inWords(step)}`);
  remove.addEventListener("click", () => void ask({ type: "deleteStep", session, document: from, sequence }));
  item.append(words, remove);
  return item;
}

/** What the core needs to know of a session. @param {StoredSession} session */
const header = ({ id, goal, outcome, started, floor, environment }) =>
  JSON.stringify({
    session: id,
    goal,
    outcome,
    started: new Date(started).toISOString(),
    floor,
    environment: { viewport: { width: 1280, height: 800 }, ...environment },
  });
const stepsText = () => JSON.stringify(steps.map(({ step }) => step));
const observationsText = () => JSON.stringify(observations.map(({ session: _, ...seen }) => seen));
const asTrace = () => (chosen ? export_trace(header(chosen), stepsText(), observationsText()) : "");
const asPlaywright = () => (chosen ? export_playwright(header(chosen), stepsText()) : "");
const asUserFlow = () => (chosen ? export_user_flow(header(chosen), stepsText()) : "");

/** @param {string} text @param {string} ending @param {string} type */
function download(text, ending, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `overt-${chosen?.id}.${ending}`;
  link.click();
  // The download has taken the bytes by the time a new task runs.
  setTimeout(() => URL.revokeObjectURL(link.href));
  say(`Exported ${link.download}.`);
}

/** @param {import("../protocol").FromOwnPage} message */
async function ask(message) {
  const reply = await send(message).catch(() => undefined);
  if (!reply?.done) say(t(reply?.reason ?? "error_no_answer"), true);
  await show();
}

async function show() {
  await showSessions();
  await showSteps();
}

const describe = () =>
  chosen &&
  ask({
    type: "describe",
    session: chosen.id,
    goal: goal.value.trim(),
    outcome: /** @type {any} */ (outcome.value),
    note: chosen.note ?? "",
  });
goal.addEventListener("change", describe);
outcome.addEventListener("change", describe);
find("delete-session").addEventListener("click", () => {
  if (chosen) void ask({ type: "deleteSession", session: chosen.id });
});
find("export-trace").addEventListener("click", () => download(asTrace(), "trace.jsonl", "application/jsonl"));
find("export-user-flow").addEventListener("click", () => download(asUserFlow(), "userflow.json", "application/json"));
find("export-playwright").addEventListener("click", () => download(asPlaywright(), "spec.mjs", "text/javascript"));
find("import").addEventListener("change", async (event) => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const [file] = input.files ?? [];
  if (!file) return;
  try {
    const { steps, header, broken } = JSON.parse(read_trace(await file.text()));
    if (broken) say(`${file.name} was refused. ${inLanguage(broken)}`, true);
    else say(`${file.name} is a whole trace: ${steps.length} steps, version ${header.version}.`);
  } catch (error) {
    say(`${file.name} was refused. ${error instanceof Error ? error.message : String(error)}`, true);
  } finally {
    // The same file, mended meanwhile, can be chosen again.
    input.value = "";
  }
});
api.storage.onChanged.addListener((changes, area) => {
  if (area === "local" && changes.index) void show();
});

await Promise.all([init(), speak()]);
await show();
