// What the person says of a recording: its goal, what came of it, a note; and its deletion.
import { masked_words } from "../core/overt.js";
import { confirmed } from "../shared/confirm.js";
import { count, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { readSettings } from "../shared/settings.js";
import { html } from "../shared/html.js";
import { live, render } from "../vendor/lit.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */

/** @type {[import("../protocol").Outcome, import("../words").Key][]} */
const OUTCOMES = [
  ["done", "outcome_done"],
  ["partly", "outcome_partly"],
  ["gaveUp", "outcome_gave_up"],
  ["unknown", "outcome_unknown"],
];

/**
 * @param {HTMLElement} host
 * @param {StoredSession} session its fields follow what is typed at once, so that a preview made right after has it
 * @param {number} steps
 * @param {import("./review.js").Page} page
 */
export function showAbout(host, session, steps, page) {
  const save = async () => {
    const { terms } = await readSettings();
    return page.act({
      type: "describe",
      session: session.id,
      goal: masked_words(session.goal.trim(), terms),
      outcome: session.outcome,
      note: masked_words((session.note ?? "").trim(), terms),
    });
  };
  const remove = async () => {
    const title = t("session_delete_title");
    const text = count("session_delete_text", steps, session.goal || t("session_no_goal"));
    if (await confirmed({ title, text, yes: t("session_delete") }))
      await page.act({ type: "deleteSession", session: session.id }, () => t("session_deleted"));
  };
  render(
    html`<form class="card about" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <label class="field"
        ><span>${t("about_goal")}</span>
        <input
          id="goal"
          type="text"
          autocomplete="off"
          placeholder=${t("about_goal_hint")}
          .value=${live(session.goal)}
          @input=${(/** @type {any} */ { target }) => (session.goal = target.value)}
          @change=${save}
      /></label>
      <fieldset class="field">
        <legend class="label">${t("about_outcome")}</legend>
        <div class="segments">
          ${OUTCOMES.map(
            ([outcome, key]) =>
              html`<label
                ><input
                  type="radio"
                  name="outcome"
                  value=${outcome}
                  .checked=${live(session.outcome === outcome)}
                  @change=${() => {
                    session.outcome = outcome;
                    void save();
                  }}
                /><span>${t(key)}</span></label
              >`,
          )}
        </div>
      </fieldset>
      <label class="field wide"
        ><span>${t("about_note")}</span>
        <textarea
          id="note"
          rows="1"
          placeholder=${t("about_note_hint")}
          .value=${live(session.note ?? "")}
          @input=${(/** @type {any} */ { target }) => (session.note = target.value)}
          @change=${save}
        ></textarea>
      </label>
      <div class="row wide apart">
        <span class="quiet small">${t("about_saved")}</span>
        <button id="delete-session" type="button" class="danger" @click=${remove}>
          ${icon("delete")}${t("session_delete")}
        </button>
      </div>
    </form>`,
    host,
  );
}
