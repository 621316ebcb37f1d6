// A step as the row of a list: its number, its sentence, what else is to be known of it, and the buttons that act on it.
import { html } from "./html.js";
import { nothing } from "../vendor/lit.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { chips, keyOf, sentence } from "./steps.js";

/** @typedef {import("../protocol").StoredStep} StoredStep */
/** Asks the background. @typedef {(message: import("../protocol").FromOwnPage) => unknown} Act */

/**
 * What the button of a mark shows and says, with the step's sentence and alone.
 * @type {Record<import("../protocol").Mark, [import("./icons.js").IconName, import("../words").Key, import("../words").Key]>}
 */
const MARKS = {
  mistake: ["mistake", "mark_mistake_step", "mark_mistake"],
  notForTraining: ["barred", "mark_not_for_training_step", "mark_not_for_training"],
};

/**
 * @param {StoredStep} stored
 * @param {number} at its place among the steps, from 0
 * @param {{below?: unknown, acts?: unknown, isFound?: boolean}} [more] what stands below its sentence, its buttons, and whether it
 *   is what was looked for
 */
export const stepRow = (stored, at, { below = nothing, acts, isFound = false } = {}) =>
  html`<div class="step" data-step=${keyOf(stored)} data-found=${String(isFound)}>
    <span class="number quiet" aria-hidden="true">${at + 1}</span>
    <div class="what">
      <p class="sentence">${sentence(stored.step)}</p>
      ${chips(stored)}${below}
    </div>
    ${acts ? html`<div class="acts">${acts}</div>` : nothing}
  </div>`;

/** What names a step to the background. @param {StoredStep} stored */
const placeOf = ({ session, document, sequence }) => ({ session, document, sequence });

/** The button that sets a mark of a step, or takes it off. @param {StoredStep} stored @param {import("../protocol").Mark} mark @param {Act} act */
export function markButton(stored, mark, act) {
  const isOn = stored.marks?.includes(mark) ?? false;
  const [shape, name, title] = MARKS[mark];
  return html`<button
    type="button"
    class="only-icon plain"
    data-act=${mark}
    aria-pressed=${String(isOn)}
    aria-label=${t(name, sentence(stored.step))}
    title=${t(title)}
    @click=${() => act({ type: "mark", ...placeOf(stored), mark, on: !isOn })}
  >
    ${icon(shape)}
  </button>`;
}

/** The button that deletes a step. @param {StoredStep} stored @param {Act} act */
export const deleteButton = (stored, act) =>
  html`<button
    type="button"
    class="only-icon plain"
    data-act="delete"
    aria-label=${t("step_delete", sentence(stored.step))}
    title=${t("step_delete_short")}
    @click=${() => act({ type: "deleteStep", ...placeOf(stored) })}
  >
    ${icon("delete")}
  </button>`;
