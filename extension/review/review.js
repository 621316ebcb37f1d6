// The review page: what was recorded, what of it to change or delete, and the exact bytes that are exported on the person's click.
import { ask } from "../shared/ask.js";
import { loadCore } from "../shared/core.js";
import { wipe } from "../shared/wipe.js";
import { count, language, speak, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { onStoreEvent } from "../shared/store-events.js";
import { onSettings } from "../shared/settings.js";
import { inOrder, readSteps, readable } from "../shared/steps.js";
import { readIndex } from "../shared/store-index.js";
import { openStore } from "../shared/store.js";
import { readTrouble, troubleNotes } from "../shared/trouble.js";
import { html } from "../shared/html.js";
import { nothing, render, repeat } from "../vendor/lit.js";
import { showAbout } from "./about.js";
import { createExport } from "./export.js";
import { createFile } from "./file.js";
import { showReceipts } from "./receipts.js";
import { createSteps } from "./steps.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {"steps" | "export" | "receipts" | "file"} View */

/**
 * What the parts of the page ask of it.
 * @typedef {object} Page
 * @property {(message: import("../protocol").FromOwnPage, done?: (count: number) => string) => Promise<boolean>} act asks the
 *   background, says how it went, and shows what is there then
 * @property {(words: string, kind: "bad" | "good") => void} say
 * @property {(view: View) => void} go
 */

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
const find = (id) => /** @type {T} */ (document.getElementById(id));

/** @type {StoredSession[]} */
let sessions = [];
/** @type {StoredSession | undefined} */
let chosen;
/** @type {StoredStep[]} */
let steps = [];
/** @type {import("../protocol").Receipt[]} */
let receipts = [];
/** @type {import("../protocol").Index} */
let index = {};
/** @type {View} */
let view = "steps";
/** Deleted here, so that nobody need be told: the id of a session, or all of them. */
let deleting = "";
const ALL = "all";
/** The recording that the page was opened for. */
const WANTED = new URLSearchParams(location.search).get("session");

/** @type {Page} */
const page = {
  async act(message, done) {
    if (message.type === "deleteSession") deleting = message.session;
    const answer = await ask(message);
    const words = answer.words || (done?.(answer.count) ?? "");
    say(words, answer.done ? "good" : "bad");
    // The store event of what was done shows it.
    if (!answer.done) await load();
    return answer.done;
  },
  say,
  go,
};
const stepsView = createSteps(find("tools"), find("steps"), page);
const exportView = createExport(
  {
    choice: find("choice"),
    possible: find("possible"),
    text: find("text"),
    scroller: find("scroller"),
    go: find("go"),
  },
  page,
);
const fileView = createFile(find("file"), find("file-steps"), page);

/** @param {string} words @param {"bad" | "good"} kind */
function say(words, kind) {
  render(
    words
      ? html`<p class="note" data-kind=${kind}>${icon(kind === "bad" ? "warn" : "check")}<span>${words}</span></p>`
      : nothing,
    find("message"),
  );
}

/** @param {View} next */
function go(next) {
  view = next;
  show();
  if (next === "export") scrollTo(0, 0);
}

async function load() {
  // Before the store: it may not be one that can be opened.
  render(troubleNotes(await readTrouble(), page.act), find("trouble"));
  const store = await openStore();
  const [all, exported, indexed] = await Promise.all([store.getAll("sessions"), store.getAll("receipts"), readIndex()]);
  sessions = /** @type {StoredSession[]} */ (all).sort((a, b) => b.started - a.started);
  receipts = /** @type {import("../protocol").Receipt[]} */ (exported).sort((a, b) => b.date.localeCompare(a.date));
  index = indexed;
  const before = chosen;
  chosen = sessions.find(({ id }) => id === (before?.id ?? WANTED)) ?? sessions[0];
  if (before && before.id !== chosen?.id) {
    if (deleting !== before.id && deleting !== ALL)
      say(t("review_deleted_elsewhere", before.goal || t("session_no_goal")), "bad");
    deleting = "";
    if (view === "export") view = "steps";
  }
  await loadSteps();
}

async function deleteAll() {
  await wipe((message) => {
    deleting = ALL;
    return ask(message);
  });
  await load();
}

async function loadSteps() {
  steps = chosen ? await readSteps(chosen.id) : [];
  show();
}

function show() {
  showTop();
  showSide();
  const own = view === "steps" || view === "export";
  for (const part of ["about", "tabs"]) find(part).hidden = !own || !chosen;
  for (const one of ["steps", "export", "receipts", "file"])
    find(`view-${one}`).hidden = one !== view || (own && !chosen);
  if (chosen) {
    showAbout(find("about"), chosen, steps.length, page);
    showTabs();
  }
  if (view === "steps" && chosen) stepsView.show(chosen, steps);
  if (view === "export" && chosen) void exportView.show(chosen, steps);
  if (view === "receipts") showReceipts(find("view-receipts"), receipts, page);
}

function showTop() {
  document.title = t("review_title");
  render(
    html`<div>
        <h1>${t("review_title")}</h1>
        <p class="quiet">${t("review_lead")}</p>
      </div>
      <div class="row">
        <label class="button" for="import">${icon("import")}${t("import_open")}</label>
        <input
          id="import"
          class="unseen"
          type="file"
          accept=".jsonl"
          @change=${async (/** @type {Event} */ event) => {
            const input = /** @type {HTMLInputElement} */ (event.target);
            const [file] = input.files ?? [];
            if (file) await fileView.open(file);
            // The same file, mended meanwhile, can be chosen again.
            input.value = "";
          }}
        />
        <a class="button" href="../settings/settings.html">${icon("settings")}${t("link_settings")}</a>
      </div>`,
    find("top"),
  );
}

const date = (/** @type {number} */ time) =>
  new Date(time).toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" });

function showSide() {
  const side = find("side");
  side.setAttribute("aria-label", t("review_sessions"));
  render(
    html`<h2>${t("review_sessions")}</h2>
      ${sessions.length ? nothing : html`<p id="none" class="quiet">${t("review_none")}</p>`}
      <ul id="sessions">
        ${repeat(
          sessions,
          ({ id }) => id,
          (session) =>
            html`<li data-session=${session.id}>
              <button
                type="button"
                class="entry"
                aria-current=${String(session.id === chosen?.id && (view === "steps" || view === "export"))}
                @click=${() => choose(session)}
              >
                <strong>${session.goal || t("session_no_goal")}</strong>
                <span class="quiet small">${date(session.started)}</span>
                <span class="quiet small"
                  >${count("indicator_steps", session.id === chosen?.id ? steps.length : (index[session.id]?.steps ?? 0))}
                  ${session.ended ? nothing : html`<span class="chip" data-kind="record">${icon("record")}${t("indicator_recording")}</span>`}</span
                >
              </button>
            </li>`,
        )}
      </ul>
      <div class="stack">
        <button
          id="receipts"
          type="button"
          class="entry"
          aria-current=${String(view === "receipts")}
          @click=${() => go("receipts")}
        >
          <strong>${icon("export")} ${t("receipts_title")}</strong>
          <span class="quiet small">${count("receipts_count", receipts.length)}</span>
        </button>
        <button id="wipe" type="button" class="plain danger" @click=${deleteAll}>
          ${icon("delete")}${t("wipe_open")}
        </button>
      </div>`,
    side,
  );
}

/** @param {StoredSession} session */
async function choose(session) {
  chosen = session;
  view = "steps";
  say("", "good");
  await loadSteps();
}

function showTabs() {
  /** @param {View} name @param {string} words @param {import("../shared/icons.js").IconName} shape */
  const tab = (name, words, shape) =>
    html`<button
      id=${`tab-${name}`}
      type="button"
      class="tab"
      aria-current=${view === name ? "step" : "false"}
      @click=${() => go(name)}
    >
      ${icon(shape)}${words}
    </button>`;
  render(
    html`<div class="tabs" role="group" aria-label=${t("review_ways")}>
      ${tab("steps", t("review_steps"), "list")}${tab("export", t("review_export"), "export")}
    </div>`,
    find("tabs"),
  );
}

/** One step is new, changed or gone: the others need not be read again. @param {string} from @param {number} sequence */
async function loadStep(from, sequence) {
  if (!chosen) return;
  const one = /** @type {StoredStep | undefined} */ (
    await (await openStore()).get("steps", [chosen.id, from, sequence])
  );
  const others = steps.filter((other) => other.document !== from || other.sequence !== sequence);
  steps = one ? [...others, ...readable([one])].sort(inOrder) : others;
  show();
}

onStoreEvent(({ session, document: from, sequence }) => {
  if (from === undefined || sequence === undefined) void load();
  else if (session === chosen?.id) void loadStep(from, sequence);
});

const start = async () => {
  await speak();
  await load();
};
onSettings(() => void start());
await loadCore();
await start();
