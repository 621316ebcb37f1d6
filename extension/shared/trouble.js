// What the person has to know of the stores: what of them was lost, and what cannot be read.
import { html } from "./html.js";
import { nothing } from "../vendor/lit.js";
import { api } from "./api.js";
import { isDamaged, readDamage } from "./damage.js";
import { count, t } from "./i18n.js";
import { icon } from "./icons.js";

/**
 * `aside`: how many steps that pages wrote ahead could not be read.
 * @typedef {{aside: number, damage: import("../protocol").Damage}} Trouble
 */

/** @returns {Promise<Trouble>} */
export async function readTrouble() {
  const [local, damage] = await Promise.all([api.storage.local.get(null), readDamage()]);
  return { aside: Object.keys(local).filter((key) => key.startsWith("aside/")).length, damage };
}

/**
 * Notes for the top of a page.
 * @param {Trouble} trouble
 * @param {(message: import("../protocol").FromOwnPage) => unknown} act
 */
export const troubleNotes = ({ aside, damage }, act) =>
  html`${isDamaged(damage) ? damageNote(damage, act) : nothing} ${aside ? asideNote(aside, act) : nothing}`;

/** @param {import("../protocol").Damage} damage @param {(message: import("../protocol").FromOwnPage) => unknown} act */
const damageNote = ({ sessions, steps, settings }, act) =>
  html`<div id="damage" class="note" data-kind="bad" data-sessions=${sessions} data-steps=${steps}>
    ${icon("warn")}
    <span>
      ${t("trouble_damage")} ${sessions ? count("trouble_damage_sessions", sessions) : nothing}
      ${steps ? count("trouble_damage_steps", steps) : nothing} ${settings ? t("trouble_damage_settings") : nothing}
    </span>
    <button id="accept-damage" type="button" @click=${() => act({ type: "acceptDamage" })}>
      ${t("trouble_damage_accept")}
    </button>
  </div>`;

/** @param {number} aside @param {(message: import("../protocol").FromOwnPage) => unknown} act */
const asideNote = (aside, act) =>
  html`<div id="aside" class="note" data-kind="bad" data-count=${aside}>
    ${icon("warn")}<span>${count("trouble_aside", aside)}</span>
    <button id="drop-aside" type="button" @click=${() => act({ type: "dropAside" })}>${t("trouble_aside_drop")}</button>
  </div>`;
