// The popup: this site's switch, and the session's buttons. It shows what storage says and asks the background to act.
import { masked_words } from "../core/overt.js";
import { api, send } from "../shared/api.js";
import { consentState } from "../shared/consent.js";
import { loadCore } from "../shared/core.js";
import { count, language, named, speak, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { openActivityList } from "../shared/activity-list.js";
import { onStoreEvent } from "../shared/store-events.js";
import { levelsFrom, readPolicy, strictest } from "../shared/policy.js";
import { DEFAULTS, readSettings } from "../shared/settings.js";
import { shortcuts } from "../shared/shortcuts.js";
import { sentence } from "../shared/steps.js";
import { openStore } from "../shared/store.js";
import { readTrouble, troubleNotes } from "../shared/trouble.js";
import { html } from "../shared/html.js";
import { live, nothing, render } from "../vendor/lit.js";
import { siteInFront } from "./site.js";

/** @typedef {import("../protocol").ActiveSession} ActiveSession */
/** @typedef {import("../protocol").MaskingLevel} MaskingLevel */

const MINUTES = [5, 15, 60];
const MINUTE = 60_000;

/**
 * What is told of the page in front: the icon, and the key of the words.
 * @type {Record<"off" | "recording" | "paused" | "outside" | "full", [import("../shared/icons.js").IconName, import("../words").Key]>}
 */
const STATES = {
  off: ["off", "popup_state_off"],
  recording: ["record", "popup_state_recording"],
  paused: ["pause", "popup_state_paused"],
  outside: ["barred", "indicator_outside"],
  full: ["warn", "indicator_full"],
};

/** What the person is about to begin. @type {import("../protocol").Wish} */
const wish = { goal: "", maskingLevel: DEFAULTS.maskingLevel };
let asking = false;
/** The person pressed Discard, and is asked whether they mean it. */
let discarding = false;
let message = "";
/** @type {Awaited<ReturnType<typeof siteInFront>>} */
let site;
/** @type {Awaited<ReturnType<typeof shortcuts>>} */
let keys;
/** @type {Awaited<ReturnType<typeof consentState>>} */
let consent = "none";
/** Those that the policy allows. @type {MaskingLevel[]} */
let levels = [];
/** Whether the policy allows any format. */
let exports = true;

/** Reads all that the popup shows, and shows it. */
async function show() {
  const {
    active,
    stopped,
    documents = {},
    full = false,
  } = /** @type {Partial<import("../protocol").Memory>} */ (
    await api.storage.session.get(["active", "stopped", "documents", "full"])
  );
  // A store that cannot be opened, as on a full disk, hides neither the state nor Stop.
  const last = active ? await readLast(active).catch(() => []) : [];
  const ended = active ? undefined : stopped;
  const taken = ended ? await takenIn(ended).catch(() => 0) : 0;
  consent = await consentState().catch(() => consent);
  const trouble = await readTrouble();
  const unseen = Object.values(documents).some((one) => one.top && one.tabId === site.tabId && one.shown === false);
  render(
    html`${header(active, full)}
      <main>
        ${troubleNotes(trouble, ask)} ${ended ? after(ended, taken) : nothing}
        ${ended && discarding ? nothing : [siteCard(unseen, Boolean(active) && full), active ? running(active, last) : beginning()]}
        ${note()}
      </main>
      ${footer()}`,
    document.body,
  );
}

/** How many steps it has. @param {import("../protocol").Stopped} ended @returns {Promise<number>} */
const takenIn = async ({ session }) => (await (await openStore()).get("sessions", session))?.tally?.steps ?? 0;

/** @param {ActiveSession} active */
async function readLast(active) {
  const store = await openStore();
  const stored = await Promise.all(
    active.recent.slice(-3).map(({ document, sequence }) => store.get("steps", [active.id, document, sequence])),
  );
  return stored
    .filter(Boolean)
    .reverse()
    .map(({ step }) => sentence(step));
}

/** @param {ActiveSession | undefined} active @param {boolean} full whether steps cannot be kept */
function header(active, full) {
  const state = !active ? "off" : full ? "full" : active.paused ? "paused" : site.on ? "recording" : "outside";
  const [mark, words] = STATES[state];
  return html`<header>
    <img src="../icons/48.png" width="28" height="28" alt="" />
    <h1>Overt</h1>
    <span
      id="state"
      class="chip"
      data-kind=${state === "recording" ? "record" : "plain"}
      data-on=${state === "recording"}
      role="status"
      >${icon(mark)}${t(words)}</span
    >
  </header>`;
}

/** @param {boolean} unseen whether the tab's page hides the indicator @param {boolean} full whether steps cannot be kept */
function siteCard(unseen, full) {
  const [mark, reason] = siteWords(unseen, full);
  return html`<section class="card site" aria-label=${t("popup_site")}>
    <div>
      <span id="site">${site.host || t("popup_site_none")}</span>
      <p id="site-reason" role="status">${icon(mark)}<span>${reason}</span></p>
      ${site.contact ? html`<p id="site-contact" class="quiet small">${t("policy_ask", site.contact)}</p>` : nothing}
    </div>
    ${
      site.pattern
        ? html`<button
            id="site-switch"
            type="button"
            role="switch"
            aria-checked=${String(site.on)}
            aria-labelledby="site"
            aria-describedby="site-reason"
            @click=${switchSite}
          ></button>`
        : nothing
    }
  </section>`;
}

/** @param {boolean} unseen @param {boolean} full @returns {[import("../shared/icons.js").IconName, string]} */
function siteWords(unseen, full) {
  if (!site.pattern) return ["barred", site.reason];
  if (site.refused) return ["warn", t("popup_site_refused")];
  if (unseen) return ["warn", t("popup_site_unseen")];
  if (full) return ["warn", t("activity_list_full")];
  return site.on ? ["check", t("popup_site_on")] : ["off", t("popup_site_off")];
}

function beginning() {
  if (consent !== "given")
    return html`<a
      id="agree"
      class="button primary"
      href="../welcome/welcome.html"
      target="_blank"
      @click=${closeAfterLink}
      >${icon("info")}${t(consent === "changed" ? "popup_agree_again" : "popup_agree_first")}</a
    >`;
  // A page that cannot be recorded has said why; nothing here would do anything.
  if (!site.pattern) return nothing;
  return html`
    <label class="field" for="goal"
      ><span>${t("popup_goal")}</span>
      <input
        id="goal"
        type="text"
        autocomplete="off"
        maxlength="200"
        placeholder=${t("popup_goal_hint")}
        .value=${live(wish.goal)}
        @input=${(/** @type {any} */ { target }) => (wish.goal = target.value)}
    /></label>
    <label class="field" for="masking-level"
      ><span>${t("popup_masking_level")}</span>
      <select
        id="masking-level"
        aria-describedby="masking-level-hint"
        @change=${(/** @type {any} */ { target }) => (wish.maskingLevel = target.value)}
      >
        ${levels.map(
          (level) =>
            html`<option value=${level} ?selected=${level === wish.maskingLevel}>
              ${named("masking_level_", level)}
            </option>`,
        )}
      </select></label
    >
    <p id="masking-level-hint" class="quiet small">${t("popup_masking_level_hint")}</p>
    ${exports ? nothing : html`<p id="no-export" class="note">${icon("info")}<span>${t("popup_no_export")}</span></p>`}
    <button id="record" class="record big" type="button" @click=${record}>
      ${icon("record")}${site.on ? html`${t("popup_record")} ${key("toggle-recording")}` : t("popup_record_first")}
    </button>
  `;
}

/**
 * What Stop left: the recording can be looked at, or thrown away.
 * @param {import("../protocol").Stopped} stopped
 * @param {number} steps
 */
const after = ({ session, goal }, steps) => html`
  <section id="stopped" class="card stack" aria-labelledby="stopped-title">
    <div class="row">
      <div class="grow" role="status"><h2 id="stopped-title">${count("stopped_steps", steps)}</h2></div>
      <button
        id="dismiss"
        class="plain only-icon"
        type="button"
        aria-label=${t("stopped_close")}
        title=${t("stopped_close")}
        @click=${dismiss}
      >
        ${icon("close")}
      </button>
    </div>
    <p class="goal">${goal || html`<span class="quiet">${t("popup_goal_none")}</span>`}</p>
    ${discarding ? html`<p id="discard-why" role="alert">${t("stopped_discard_text")}</p>` : nothing}
    <div class="two">
      ${
        discarding
          ? html`<button id="keep" type="button" @click=${() => askToDiscard(false)}>${t("stopped_keep")}</button>
              <button id="discard" class="danger" type="button" @click=${() => discard(session)}>
                ${icon("delete")}${t("stopped_discard_yes")}
              </button>`
          : html`<button id="discard" type="button" @click=${() => askToDiscard(true)}>
                ${icon("delete")}${t("stopped_discard")}
              </button>
              <a
                id="review-stopped"
                class="button primary"
                href=${`../review/review.html?session=${session}`}
                target="_blank"
                @click=${reviewStopped}
                >${icon("review")}${t("popup_review")}</a
              >`
      }
    </div>
  </section>
`;

/** @param {boolean} wanted */
function askToDiscard(wanted) {
  discarding = wanted;
  void show();
}

/** @param {string} session */
async function discard(session) {
  discarding = false;
  await ask({ type: "deleteSession", session });
}

/** The person knows now. */
function dismiss() {
  discarding = false;
  return api.storage.session.remove("stopped");
}

/** @param {Event} event */
function reviewStopped(event) {
  void dismiss();
  closeAfterLink(event);
}

/**
 * What may grow while the person reaches for a button stands under the buttons: no step that arrives moves one away.
 * @param {ActiveSession} active
 * @param {string[]} last
 */
const running = (active, last) => html`
  <section class="card stack now" data-state=${active.paused ? "paused" : "recording"} aria-label=${t("popup_goal")}>
    <h2 id="goal">${active.goal || t("popup_goal_none")}</h2>
    <p class="row">
      <span id="steps" class="number" data-steps=${active.steps}>${count("popup_steps", active.steps)}</span>
      <span id="masking-level" class="chip" data-kind="mask" data-masking-level=${active.maskingLevel}
        >${icon("mask")}${named("masking_level_", active.maskingLevel)}</span
      >
    </p>
    ${active.paused ? html`<p id="until" class="row">${icon("pause")}${untilWords(active)}</p>` : nothing}
    ${sessionButtons(active)} ${asking && !active.paused ? pauseChoices() : lastSteps(last)}
  </section>
`;

/** @param {ActiveSession} active */
const sessionButtons = (active) => html`
  <div class="two">
    ${
      active.paused
        ? html`<button
            id="pause"
            class="primary"
            title=${keys["toggle-pause"]}
            type="button"
            @click=${() => ask({ type: "resume" })}
          >
            ${icon("resume")}${t("popup_resume")}
          </button>`
        : html`<button
            id="pause"
            type="button"
            title=${keys["toggle-pause"]}
            aria-expanded=${String(asking)}
            @click=${askHowLong}
          >
            ${icon("pause")}${t("popup_pause")}
          </button>`
    }
    <button
      id="stop"
      class="record"
      title=${keys["toggle-recording"]}
      type="button"
      @click=${() => ask({ type: "stop" })}
    >
      ${icon("stop")}${t("popup_stop")}
    </button>
  </div>
`;

/** @param {string[]} last */
const lastSteps = (last) => html`
  <div class="last">
    <h3 class="unseen">${t("popup_last")}</h3>
    <ol id="last">
      ${last.map((words) => html`<li>${words}</li>`)}
    </ol>
    ${last.length ? nothing : html`<p class="quiet small">${t("popup_last_none")}</p>`}
  </div>
  <button
    id="delete-last"
    class="plain small"
    type="button"
    title=${keys["delete-last"]}
    ?disabled=${last.length === 0}
    @click=${() => ask({ type: "deleteLast" })}
  >
    ${icon("history")}${t("popup_delete_last")}
  </button>
`;

/** @param {ActiveSession} active */
function untilWords({ until }) {
  if (until === "restart") return t("popup_pause_restart");
  if (until === undefined) return t("popup_pause_resume");
  return t("popup_paused_until", new Date(until).toLocaleTimeString(language(), { timeStyle: "short" }));
}

const pauseChoices = () => html`
  <fieldset>
    <legend class="unseen">${t("popup_pause_for")}</legend>
    <div id="pauses" class="pauses">
      ${MINUTES.map(
        (minutes) =>
          html`<button type="button" data-minutes=${minutes} @click=${() => pause(Date.now() + minutes * MINUTE)}>
            ${count("popup_pause_minutes", minutes)}
          </button>`,
      )}
      <button class="wide" type="button" data-until="restart" @click=${() => pause("restart")}>
        ${t("popup_pause_restart")}
      </button>
      <button class="wide" type="button" data-until="resume" @click=${() => pause(undefined)}>
        ${t("popup_pause_resume")}
      </button>
    </div>
  </fieldset>
`;

/** The keys of a command, where it has some. @param {import("../shared/shortcuts.js").Command} command */
const key = (command) => (keys[command] ? html`<kbd>${keys[command]}</kbd>` : nothing);

const note = () =>
  html`<p id="message" class="note" data-kind="bad" role="alert" ?hidden=${!message}>
    ${icon("warn")}<span>${message}</span>
  </p>`;

const footer = () =>
  html`<footer>
    <nav aria-label=${t("popup_more")} @click=${closeAfterLink}>
      <button
        id="activity-list"
        class="plain"
        type="button"
        @click=${() => openActivityList(site.windowId).then(closePopup)}
      >
        ${icon("list")}${t("popup_activity_list")}
      </button>
      <a id="review" class="button plain" href="../review/review.html" target="_blank"
        >${icon("review")}${t("popup_review")}</a
      >
      <a id="settings" class="button plain" href="../settings/settings.html" target="_blank"
        >${icon("settings")}${t("popup_settings")}</a
      >
    </nav>
    <p class="quiet small">${t("popup_promise")}</p>
  </footer>`;

/** The person goes on elsewhere: Firefox leaves a popup open over the page that it opened. */
const closePopup = () => window.close();
/** Closes after the browser has followed a link. @param {Event} event */
function closeAfterLink({ target }) {
  if (target instanceof Element && target.closest("a")) setTimeout(closePopup);
}

/** @param {import("../protocol").FromOwnPage} words */
async function ask(words) {
  asking = false; // before the answer: the person may press Pause while it is on its way
  const reply = await send(words).catch(() => undefined);
  message = reply?.done ? "" : t(reply?.reason ?? "error_no_answer");
  await show();
}

/** @param {number | "restart" | undefined} until */
const pause = (until) => ask({ type: "pause", until });

function askHowLong() {
  asking = !asking;
  void show();
}

/**
 * Asks the browser for the site, in the task of the click. The prompt may close this popup, and what the popup has not sent by then
 * is lost: so what was asked is stored first, and the background does the rest when the grant arrives.
 * @param {import("../protocol").AskedSite["start"]} [start]
 */
function request(start) {
  const origins = [site.pattern ?? ""];
  void api.storage.session.set({ asked: { site: origins[0], at: Date.now(), start }, draft: masked() });
  api.permissions.request({ origins }).then(
    (granted) => refresh({ refused: !granted }),
    (error) => refresh({ reason: error instanceof Error ? error.message : String(error) }),
  );
}

function switchSite() {
  if (!site.pattern) return;
  if (!site.on) return request();
  api.permissions.remove({ origins: [site.pattern] }).then(() => refresh({}));
}

/** What the person says of the task is masked like what they type in a page, before it is told to anybody. */
const masked = () => ({ maskingLevel: wish.maskingLevel, goal: masked_words(wish.goal.trim(), settings.terms) });

function record() {
  const start = masked();
  if (!site.on) return request(start);
  void ask({ type: "start", ...start });
}

/** @param {{refused?: boolean, reason?: string}} answer of the browser */
async function refresh({ refused = false, reason = "" }) {
  site = { ...(await siteInFront()), refused };
  message = reason;
  await show();
}

await Promise.all([loadCore(), speak()]);
[site, keys] = await Promise.all([siteInFront(), shortcuts()]);
const { maskingLevel: least, exports: formats } = await readPolicy();
levels = levelsFrom(least);
exports = formats.length > 0;
const settings = await readSettings();
const { draft } = /** @type {Partial<import("../protocol").Memory>} */ (await api.storage.session.get("draft"));
Object.assign(wish, draft);
wish.maskingLevel = strictest(least, draft?.maskingLevel ?? settings.maskingLevel);
await show();
api.storage.onChanged.addListener((changes, area) => {
  if (area === "session" && (changes.active || changes.stopped || changes.documents || changes.full)) void show();
});
// What pages wrote ahead is taken in after Stop.
onStoreEvent(() => void show());
api.permissions.onAdded.addListener(() => void refresh({}));
// What was typed outlives a popup that closes because the person looks elsewhere.
addEventListener("pagehide", () => {
  if (wish.goal.trim()) void api.storage.session.set({ draft: masked() });
});
