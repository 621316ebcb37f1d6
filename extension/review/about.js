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
 * What was typed and is not stored yet, by the session's id: the page shows the store's copy anew whenever something changes
 * there, which must not take away what the person is typing.
 * @type {Map<string, {goal?: string, note?: string}>}
 */
const unsaved = new Map();

/**
 * @param {HTMLElement} host
 * @param {StoredSession} session its fields follow what is typed at once, so that a preview made right after has it
 * @param {number} steps
 * @param {import("./review.js").Page} page
 */
export function showAbout(host, session, steps, page) {
  const { id } = session;
  Object.assign(session, unsaved.get(id));
  /** @param {{goal?: string, note?: string}} typed */
  const type = (typed) => {
    Object.assign(session, typed);
    unsaved.set(id, { ...unsaved.get(id), ...typed });
  };
  const save = async () => {
    const { terms } = await readSettings();
    const { goal, note = "" } = { ...session, ...unsaved.get(id) };
    const sent = { goal: masked_words(goal.trim(), terms), note: masked_words(note.trim(), terms) };
    unsaved.set(id, sent);
    await page.act({ type: "describe", session: id, outcome: session.outcome, ...sent });
    // Unless more was typed since.
    if (unsaved.get(id) === sent) unsaved.delete(id);
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
          @input=${(/** @type {any} */ { target }) => type({ goal: target.value })}
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
          @input=${(/** @type {any} */ { target }) => type({ note: target.value })}
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
