// Masks a word everywhere in a recording, and, where the person wants it, in all that is recorded from now on.
import { count, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { changeSettings, readSettings } from "../shared/settings.js";
import { html } from "../shared/html.js";

/** What stands in the form: the word, and whether it is masked from now on too. @typedef {{word: string, also: boolean}} MaskForm */

/**
 * Has the background mask a word in what is stored of a recording, and says in how many places it was.
 * @param {import("./review.js").Page} page
 * @param {string} session its id
 * @param {string} word
 */
export const maskWord = (page, session, word) =>
  page.act({ type: "maskWord", session, word }, (places) =>
    places ? count("masking_done", places) : t("masking_nowhere", word),
  );

/**
 * Masks what stands in the form, and empties it.
 * @param {MaskForm} form
 * @param {import("./review.js").Page} page
 * @param {string} session its id
 */
export async function maskFrom(form, page, session) {
  const word = form.word.trim();
  if (!word || !(await maskWord(page, session, word))) return;
  if (form.also) {
    const { terms } = await readSettings();
    if (!terms.includes(word)) await changeSettings({ terms: [...terms, word] });
  }
  form.word = "";
}

/**
 * @param {MaskForm} form follows what is typed
 * @param {{redraw: () => void, onMask: () => void}} does
 */
export const maskForm = (form, { redraw, onMask }) =>
  html`<form class="tool" @submit=${(/** @type {Event} */ event) => (event.preventDefault(), onMask())}>
    <label class="field"
      ><span>${t("masking_word")}</span>
      <input
        id="mask-word"
        type="text"
        autocomplete="off"
        .value=${form.word}
        @input=${(/** @type {any} */ { target }) => {
          form.word = target.value;
          redraw();
        }}
      />
    </label>
    <button id="mask" type="submit" ?disabled=${!form.word.trim()}>${icon("mask")}${t("masking_it")}</button>
    <label class="check small"
      ><input
        id="mask-also"
        type="checkbox"
        .checked=${form.also}
        @change=${(/** @type {any} */ { target }) => (form.also = target.checked)}
      />
      ${t("masking_also")}</label
    >
  </form>`;
