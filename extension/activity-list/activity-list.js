// The live activity list: each step in a sentence as it is taken, and what deletes it. In the side panel, the sidebar or a tab.
import { api } from "../shared/api.js";
import { ask } from "../shared/ask.js";
import { loadCore } from "../shared/core.js";
import { count, language, named, speak, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { onStoreEvent } from "../shared/store-events.js";
import { createVirtualList } from "../shared/virtual-list.js";
import { onSettings } from "../shared/settings.js";
import { inOrder, keyOf, readable, readSteps } from "../shared/steps.js";
import { deleteButton, markButton, stepRow } from "../shared/step-row.js";
import { openStore } from "../shared/store.js";
import { readTrouble, troubleNotes } from "../shared/trouble.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";
import { openSites } from "./sites.js";

/** @typedef {import("../protocol").StoredStep} StoredStep */

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
const find = (id) => /** @type {T} */ (document.getElementById(id));
const virtualList = createVirtualList(find("steps"), find("scroller"));

/** The session that records, or else the last one. @type {import("../protocol").StoredSession | undefined} */
let session;
/** @type {StoredStep[]} */
let steps = [];
/** @type {import("../protocol").ActiveSession | undefined} */
let active;
let full = false;
/** @type {import("../shared/trouble.js").Trouble | undefined} */
let trouble;
/** What was said last at the top. @type {{words: string, kind: "bad" | "good"} | undefined} */
let note;
/** Steps that came while the end was not on screen. */
let unseen = 0;

async function load() {
  const memory = /** @type {Partial<import("../protocol").Memory>} */ (
    await api.storage.session.get(["active", "full"])
  );
  ({ active, full = false } = memory);
  trouble = await readTrouble();
  // Before the store: it may be one that cannot be opened.
  showTop();
  const sessions = /** @type {import("../protocol").StoredSession[]} */ (await (await openStore()).getAll("sessions"));
  const before = session?.id;
  session = sessions.find(({ id }) => id === active?.id) ?? sessions.sort((a, b) => b.started - a.started)[0];
  const end = virtualList.atEnd() || session?.id !== before;
  steps = session ? await readSteps(session.id) : [];
  show();
  if (end) toEnd();
}

/** One step is new, changed or gone. @param {string} from @param {number} sequence */
async function loadStep(from, sequence) {
  if (!session) return;
  const one = /** @type {StoredStep | undefined} */ (
    await (await openStore()).get("steps", [session.id, from, sequence])
  );
  const key = keyOf({ document: from, sequence });
  const known = steps.some((other) => keyOf(other) === key);
  const end = virtualList.atEnd();
  steps = steps.filter((other) => keyOf(other) !== key);
  if (one) steps = [...steps, ...readable([one])].sort(inOrder);
  if (one && !known && !end) unseen++;
  show();
  if (end) toEnd();
}

function toEnd() {
  unseen = 0;
  virtualList.toEnd();
  showNewer();
}

function show() {
  virtualList.show(
    steps.map((stored, at) => ({
      key: keyOf(stored),
      kind: stored.marks?.includes("mistake") ? "mistake" : "",
      content: () => row(stored, at),
    })),
  );
  find("scroller").hidden = !steps.length;
  const none = find("none");
  none.hidden = steps.length > 0;
  none.textContent = active ? t("activity_list_none_yet") : t("activity_list_none");
  showTop();
  showNewer();
}

/** @param {StoredStep} stored @param {number} at */
const row = (stored, at) =>
  stepRow(stored, at, { acts: [markButton(stored, "mistake", act), deleteButton(stored, act)] });

function showTop() {
  const state = active ? (active.paused ? "paused" : "recording") : "off";
  const when =
    session && new Date(session.started).toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" });
  render(
    html`<div class="row apart">
        <div role="status">
          <h1 id="state" data-state=${state}>
            ${icon(active ? (active.paused ? "pause" : "record") : "off")} ${t(STATE[state])}
          </h1>
        </div>
        ${session ? html`<span id="count" class="quiet number">${count("indicator_steps", steps.length)}</span>` : nothing}
      </div>
      ${
        session
          ? html`<p class="goal">${session.goal || html`<span class="quiet">${t("session_no_goal")}</span>`}</p>
              <p class="row">
                <span class="chip" data-kind="mask"
                  >${icon("mask")}${named("masking_level_", session.maskingLevel)}</span
                >
                ${active ? nothing : html`<span class="chip">${when}</span>`}
              </p>`
          : nothing
      }
      <div class="row deletions" role="group" aria-label=${t("activity_list_delete")}>
        <button id="delete-recent" type="button" @click=${deleteRecent}>
          ${icon("history")}${t("activity_list_delete_recent")}
        </button>
        <button id="delete-site" type="button" @click=${deleteSite}>
          ${icon("site")}${t("activity_list_delete_site")}
        </button>
      </div>
      ${trouble ? troubleNotes(trouble, act) : nothing}
      ${full ? html`<p id="full" class="note" data-kind="bad">${icon("warn")}<span>${t("activity_list_full")}</span></p>` : nothing}
      <div id="message" role="status">
        ${
          note
            ? html`<p class="note" data-kind=${note.kind}>
                ${icon(note.kind === "bad" ? "warn" : "check")}<span>${note.words}</span>
              </p>`
            : nothing
        }
      </div>`,
    find("top"),
  );
  render(
    html`<a href="../review/review.html" target="_blank">${icon("review")} ${t("link_review")}</a>
      <a href="../settings/settings.html" target="_blank">${icon("settings")} ${t("link_settings")}</a>`,
    find("bottom"),
  );
}

/** @type {Record<string, import("../words").Key>} */
const STATE = { recording: "indicator_recording", paused: "indicator_paused", off: "state_off" };

function showNewer() {
  const button = find("newer");
  button.hidden = !unseen;
  render(html`${icon("down")}${count("activity_list_newer", unseen)}`, button);
}

/** @param {import("../protocol").FromOwnPage} message @param {(count: number) => string} [done] what to say then */
async function act(message, done) {
  const answer = await ask(message);
  const words = answer.words || (done?.(answer.count) ?? "");
  note = words ? { words, kind: answer.done ? "good" : "bad" } : undefined;
  // The store event of what was done shows it.
  if (answer.done) showTop();
  else await load();
}

const deleted = (/** @type {number} */ steps) =>
  steps ? count("activity_list_deleted", steps) : t("activity_list_deleted_none");
const deleteRecent = () => act({ type: "deleteRecent", minutes: 5 }, deleted);

async function deleteSite() {
  const chosen = await openSites(/** @type {HTMLDialogElement} */ (find("sites")));
  if (chosen) await act({ type: "deleteSite", origin: chosen }, deleted);
}

find("newer").addEventListener("click", toEnd);
find("scroller").addEventListener("scroll", () => {
  if (!unseen || !virtualList.atEnd()) return;
  unseen = 0;
  showNewer();
});
onStoreEvent(({ session: which, document: from, sequence }) => {
  if (which && which === session?.id && from !== undefined && sequence !== undefined) void loadStep(from, sequence);
  else if (from === undefined || !session) void load();
});
api.storage.onChanged.addListener((changes, area) => {
  if (area !== "session" || !(changes.active || changes.full)) return;
  const before = active;
  active = /** @type {any} */ (changes.active ? changes.active.newValue : active);
  // The step count alone is told by the steps themselves.
  if (changes.full || before?.id !== active?.id) void load();
  else showTop();
});

const start = async () => {
  await speak();
  document.title = t("activity_list_title");
  await load();
};
onSettings(() => void start());
await loadCore();
await start();
