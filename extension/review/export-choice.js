// What is drawn above and below the text of an export: the formats, what was masked, the search for a word, and the button.
import { count, named, t } from "../shared/i18n.js";
import { allFormats } from "../shared/formats.js";
import { icon } from "../shared/icons.js";
import { maskedWords } from "../shared/steps.js";
import { html } from "../shared/html.js";
import { nothing } from "../vendor/lit.js";
import { receiptCard } from "./receipts.js";

/** @typedef {import("../shared/formats.js").Format} Format */

/** @param {Format} chosen @param {Format[]} allowed @param {(format: Format) => void} onChoose */
export const formatChoice = (chosen, allowed, onChoose) =>
  html`<fieldset class="formats">
    <legend class="label">${t("export_format")}</legend>
    ${allFormats().map(({ name }) => formatCard(name, name === chosen, allowed.includes(name), () => onChoose(name)))}
  </fieldset>`;

/** @param {Format} name @param {boolean} isChosen @param {boolean} isAllowed @param {() => void} onChoose */
const formatCard = (name, isChosen, isAllowed, onChoose) =>
  html`<label class="card format"
    ><input
      type="radio"
      name="format"
      value=${name}
      .checked=${isChosen}
      ?disabled=${!isAllowed}
      @change=${onChoose}
    /><span
      ><strong>${named("format_", name.toLowerCase())}</strong>
      <span class="quiet small"
        >${isAllowed ? named("format_about_", name.toLowerCase()) : t("export_forbidden")}</span
      ></span
    ></label
  >`;

/** How large the file is, what is left out, and what was masked. @param {{bytes: number, steps: number, left: number, masked: Record<string, number>}} sizes */
export function contents({ bytes, steps, left, masked }) {
  const kinds = maskedWords(masked);
  return html`<div class="row apart">
      <h2>${t("export_exactly")}</h2>
      <span id="bytes" class="quiet number">${count("bytes", bytes)} · ${count("indicator_steps", steps)}</span>
    </div>
    ${left ? html`<p id="left-out" class="note" data-kind="warn">${icon("warn")}<span>${count("export_left_out", left)}</span></p>` : nothing}
    <div id="masked" class="chips">
      ${
        kinds.length
          ? kinds.map((words) => html`<span class="chip" data-kind="mask">${icon("mask")}${words}</span>`)
          : html`<span class="chip">${t("export_nothing_masked")}</span>`
      }
    </div>`;
}

/**
 * The search for a word that is feared.
 * @param {{word: string, hits: number, hit: number, mayMask: boolean}} search how often it stands there, which place is shown, and
 *   whether it can be masked there
 * @param {{onWord: (word: string) => void, onNext: () => void, onMask: () => void}} does
 */
export const fearedForm = ({ word, hits, hit, mayMask }, { onWord, onNext, onMask }) =>
  html`<form class="tool" role="search" @submit=${(/** @type {Event} */ event) => (event.preventDefault(), onNext())}>
    <label class="field"
      ><span>${t("export_fear")}</span>
      <input
        id="feared"
        type="search"
        autocomplete="off"
        placeholder=${t("export_fear_hint")}
        .value=${word}
        @input=${(/** @type {any} */ { target }) => onWord(target.value)}
    /></label>
    <button id="next" type="submit" ?disabled=${!hits} aria-label=${t("find_next")}>${icon("down")}</button>
    <output id="hits">${word.trim() ? places(hits, hit) : nothing}</output>
    ${
      hits && mayMask
        ? html`<button id="mask-feared" type="button" @click=${onMask}>
            ${icon("mask")}${t("masking_everywhere")}
          </button>`
        : nothing
    }
  </form>`;

/** @param {number} hits @param {number} hit */
const places = (hits, hit) =>
  hits
    ? html`<span class="chip" data-kind="record"
        >${icon("warn")}${count("export_hits", hits)}, ${t("find_place", hit + 1, hits)}</span
      >`
    : html`<span class="chip" data-kind="good">${icon("check")}${t("export_hit_none")}</span>`;

/** @param {{isRunning: boolean, isEmpty: boolean}} state of the recording, and of the file @param {() => void} onExport */
export const exportButton = ({ isRunning, isEmpty }, onExport) =>
  html`<div class="row">
    <button id="export" type="button" class="primary big" ?disabled=${isEmpty} @click=${onExport}>
      ${icon("export")}${t("export_now")}
    </button>
    <span class="quiet">${isRunning ? t("export_running") : t("export_to_file")}</span>
  </div>`;

/** What was exported just now. @param {import("../protocol").Receipt} receipt @param {import("./review.js").Page} page */
export const exported = (receipt, page) =>
  html`<section id="receipt" class="card stack" aria-label=${t("receipt_title")}>
    <p class="note" data-kind="good">${icon("check")}<span>${t("export_done", receipt.file)}</span></p>
    ${receiptCard(receipt, page)}
  </section>`;
