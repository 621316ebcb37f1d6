// The settings page: what the person decides, and what their organisation has decided for them.
import { api } from "../shared/api.js";
import { ask } from "../shared/ask.js";
import { countAll, wipe } from "../shared/wipe.js";
import { LANGUAGES, count, named, speak, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { MASKING_LEVELS } from "../shared/masking-levels.js";
import { onStoreEvent } from "../shared/store-events.js";
import { withoutScheme } from "../shared/origin.js";
import { levelsFrom, keptFor, onPolicyChange, readPolicy, strictest } from "../shared/policy.js";
import { changeSettings, onSettings, readSettings } from "../shared/settings.js";
import { isFull } from "../shared/store.js";
import { html } from "../shared/html.js";
import { live, nothing, render } from "../vendor/lit.js";
import { policyPart } from "./policy.js";
import { shortcutsPart } from "./shortcuts.js";

/** @typedef {import("../protocol").Settings} Settings */
/** @typedef {import("../protocol").PolicyView} PolicyView */

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
const find = (id) => /** @type {T} */ (document.getElementById(id));
/** Shorter words would mask half of every page. */
const SHORTEST = 2;
const DAYS = [7, 14, 30, 90, 365, 0];

/** @param {string} words @param {"bad" | "good"} [kind] */
function say(words, kind = "good") {
  render(
    words
      ? html`<p class="note" data-kind=${kind}>${icon(kind === "bad" ? "warn" : "check")}<span>${words}</span></p>`
      : nothing,
    find("message"),
  );
}

/** @param {Partial<Settings>} change */
async function change(change) {
  try {
    await changeSettings(change);
    say(t("settings_saved"));
  } catch (error) {
    say(t(isFull(error) ? "error_full" : "error_no_answer"), "bad");
  }
  if ("language" in change) await speak();
  if ("retentionDays" in change) {
    const { count: gone } = await ask({ type: "expire" });
    if (gone) say(count("settings_expired", gone));
  }
  await show();
}

async function show() {
  const [settings, { origins = [] }, counts, used, shortcuts, policy] = await Promise.all([
    readSettings(),
    api.permissions.getAll(),
    countAll(),
    navigator.storage.estimate(),
    shortcutsPart(),
    readPolicy(),
  ]);
  document.title = t("settings_title");
  render(
    html`<div>
        <h1>${t("settings_title")}</h1>
        <p class="quiet">${t("settings_lead")}</p>
      </div>
      <a class="button" href="../review/review.html">${icon("review")}${t("link_review")}</a>`,
    find("top"),
  );
  render(
    html`${part("sites", "site", t("settings_sites"), sites(origins))}
    ${part("words", "mask", t("settings_words"), words(settings))}
    ${part("masking-level", "mask", t("settings_masking_level"), levels(settings, policy))}
    ${part("retention", "history", t("settings_retention"), retention(settings, policy))}
    ${part("language", "info", t("settings_language"), languages(settings))}
    ${part("shortcuts", "keyboard", t("settings_shortcuts"), shortcuts)}
    ${part("policy", "company", t("settings_policy"), policyPart(policy))}
    ${part("storage", "device", t("settings_storage"), storage(counts, used.usage ?? 0))}`,
    find("main"),
  );
}

/**
 * @param {string} id
 * @param {import("../shared/icons.js").IconName} shape
 * @param {string} title
 * @param {unknown} content
 */
const part = (id, shape, title, content) =>
  html`<section id=${id} class="card stack" aria-labelledby=${`${id}-title`}>
    <h2 id=${`${id}-title`} class="row">${icon(shape)}${title}</h2>
    ${content}
  </section>`;

/** @param {string[]} origins */
function sites(origins) {
  const revoke = async (/** @type {string} */ origin) => {
    await api.permissions.remove({ origins: [origin] }).catch(() => false);
    say(t("settings_revoked", hostOf(origin)));
    await show();
  };
  return html`<p class="quiet">${t("settings_sites_text")}</p>
    ${
      origins.length
        ? html`<ul class="entries">
            ${origins.toSorted().map(
              (origin) =>
                html`<li data-site=${origin} class="row apart">
                  <span class="grow">${hostOf(origin)}</span>
                  <button
                    type="button"
                    aria-label=${t("settings_revoke_site", hostOf(origin))}
                    @click=${() => revoke(origin)}
                  >
                    ${icon("barred")}${t("settings_revoke")}
                  </button>
                </li>`,
            )}
          </ul>`
        : html`<p id="no-sites">${t("settings_sites_none")}</p>`
    }`;
}

/** @param {string} origin match pattern */
const hostOf = (origin) => withoutScheme(origin).replace(/\/\*$/, "");

/** @param {Settings} settings */
function words({ terms }) {
  const add = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const input = /** @type {HTMLInputElement} */ (find("term"));
    const term = input.value.trim();
    if (term.length < SHORTEST) return say(t("settings_term_short", SHORTEST), "bad");
    if (terms.some((known) => known.toLowerCase() === term.toLowerCase())) return say(t("settings_term_known"), "bad");
    input.value = "";
    void change({ terms: [...terms, term] });
  };
  return html`<p class="quiet">${t("settings_words_text")}</p>
    <form class="tool" @submit=${add}>
      <label class="field"><span>${t("settings_term")}</span><input id="term" type="text" autocomplete="off" /></label>
      <button id="add-term" type="submit">${t("settings_term_add")}</button>
    </form>
    ${
      terms.length
        ? html`<ul class="entries">
            ${terms.map(
              (term) =>
                html`<li data-term=${term} class="row apart">
                  <span class="grow">${term}</span>
                  <button
                    type="button"
                    class="only-icon plain"
                    aria-label=${t("settings_term_remove", term)}
                    title=${t("settings_term_remove", term)}
                    @click=${() => change({ terms: terms.filter((other) => other !== term) })}
                  >
                    ${icon("delete")}
                  </button>
                </li>`,
            )}
          </ul>`
        : nothing
    }`;
}

/** Why there is less to choose. @param {boolean} limited */
const byPolicy = (limited) =>
  limited ? html`<p class="row quiet">${icon("company")}${t("settings_limited")}</p>` : nothing;

/** @param {Settings} settings @param {PolicyView} policy */
function levels({ maskingLevel }, { maskingLevel: least }) {
  const allowed = levelsFrom(least);
  return html`<p class="quiet">${t("settings_masking_level_text")}</p>
    <fieldset class="stack">
      <legend class="unseen">${t("settings_masking_level")}</legend>
      ${MASKING_LEVELS.toReversed().map(
        (one) =>
          html`<label class="check"
            ><input
              type="radio"
              name="masking-level"
              value=${one}
              .checked=${live(one === strictest(least, maskingLevel))}
              ?disabled=${!allowed.includes(one)}
              @change=${() => change({ maskingLevel: one })}
            /><span
              ><strong>${named("masking_level_", one)}</strong>
              <span class="quiet">${named("masking_level_about_", one)}</span></span
            ></label
          >`,
      )}
    </fieldset>
    ${byPolicy(allowed.length < MASKING_LEVELS.length)}`;
}

/** @param {Settings} settings @param {PolicyView} policy */
function retention({ retentionDays }, { retentionDays: most }) {
  const kept = keptFor(retentionDays, most);
  const choices = [...new Set([...DAYS, kept])].filter((days) => keptFor(days, most) === days);
  return html`<label class="field narrow"
      ><span>${t("settings_retention_label")}</span>
      <select
        id="retention-days"
        @change=${(/** @type {any} */ { target }) => change({ retentionDays: Number(target.value) })}
      >
        ${choices.map(
          (days) =>
            html`<option value=${days} .selected=${live(days === kept)}>
              ${days ? count("settings_days", days) : t("settings_never")}
            </option>`,
        )}
      </select>
    </label>
    ${byPolicy(choices.length < DAYS.length)}`;
}

/** @param {Settings} settings */
const languages = ({ language }) =>
  html`<label class="field narrow"
    ><span>${t("settings_language_label")}</span>
    <select
      id="language-choice"
      @change=${(/** @type {any} */ { target }) => change({ language: target.value || undefined })}
    >
      <option value="" .selected=${live(!language)}>${t("settings_language_browser")}</option>
      ${LANGUAGES.map(
        ({ code, name }) =>
          html`<option value=${code} lang=${code} .selected=${live(code === language)}>${name}</option>`,
      )}
    </select>
  </label>`;

/** @param {{name: string, entries: number}[]} counts @param {number} used in bytes */
function storage(counts, used) {
  const entries = (/** @type {string} */ wanted) => counts.find(({ name }) => name === wanted)?.entries ?? 0;
  const megabytes = Math.ceil((used / 1024 / 1024) * 10) / 10;
  return html`<p>
      ${t("settings_used", megabytes)} ${count("settings_sessions", entries("sessions"))},
      ${count("indicator_steps", entries("steps"))}.
    </p>
    <div>
      <button id="wipe" type="button" class="danger" @click=${() => wipe().then(show)}>
        ${icon("delete")}${t("wipe_open")}
      </button>
    </div>`;
}

const start = async () => {
  await speak();
  await show();
};
api.permissions.onAdded.addListener(() => void show());
api.permissions.onRemoved.addListener(() => void show());
onPolicyChange(() => void show());
onSettings(() => void start());
// Only what is counted here.
onStoreEvent(({ document: from }) => void (from === undefined && show()));
await start();
