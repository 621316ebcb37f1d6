// What the person has to know of the stores: what of them cannot be read.
import { html } from "./html.js";
import { nothing } from "../vendor/lit.js";
import { api } from "./api.js";
import { count, t } from "./i18n.js";
import { icon } from "./icons.js";

/** @typedef {{aside: number}} Trouble `aside`: how many steps that pages wrote ahead could not be read */

/** @returns {Promise<Trouble>} */
export async function readTrouble() {
  const local = await api.storage.local.get(null);
  return { aside: Object.keys(local).filter((key) => key.startsWith("aside/")).length };
}

/**
 * Notes for the top of a page.
 * @param {Trouble} trouble
 * @param {(message: import("../protocol").FromOwnPage) => unknown} act
 */
export const troubleNotes = ({ aside }, act) =>
  aside
    ? html`<div id="aside" class="note" data-kind="bad" data-count=${aside}>
        ${icon("warn")}<span>${count("trouble_aside", aside)}</span>
        <button id="drop-aside" type="button" @click=${() => act({ type: "dropAside" })}>
          ${t("trouble_aside_drop")}
        </button>
      </div>`
    : nothing;
