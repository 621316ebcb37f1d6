// Asks which site’s steps are to be deleted: of those that stand in the store, the one in front first.
import { api } from "../shared/api.js";
import { count, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { originOf, withoutScheme } from "../shared/origin.js";
import { openStore } from "../shared/store.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";

/** How many steps the store has of each origin. @returns {Promise<Map<string, number>>} */
async function origins() {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const { step } of await (await openStore()).getAll("steps")) {
    const origin = originOf(step.url);
    found.set(origin, (found.get(origin) ?? 0) + 1);
  }
  return found;
}

/** The origin of the page in front; undefined where the browser does not tell it. */
async function inFront() {
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.url && /^https?:/.test(tab.url) ? new URL(tab.url).origin : undefined;
}

/**
 * @param {HTMLDialogElement} dialog
 * @returns {Promise<string | undefined>} the origin whose steps to delete; its grant is given back already where that was wanted
 */
export async function openSites(dialog) {
  const [found, front] = await Promise.all([origins(), inFront()]);
  const all = [...found].sort(([a], [b]) => Number(b === front) - Number(a === front) || a.localeCompare(b));
  render(
    html`<form method="dialog" class="stack">
      <h2 id="sites-title">${t("sites_title")}</h2>
      ${all.length ? choice(all) : html`<p class="quiet">${t("sites_none")}</p>`}
      <div class="row">
        <button type="submit" value="">${t("cancel")}</button>
        ${
          all.length
            ? html`<button id="delete-it" type="submit" value="delete" class="danger">
                ${icon("delete")}${t("sites_delete")}
              </button>`
            : nothing
        }
      </div>
    </form>`,
    dialog,
  );
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector("form"));
  form.reset();
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener("close", closed, { once: true }));
  const data = new FormData(form);
  const origin = String(data.get("origin") ?? "");
  if (dialog.returnValue !== "delete" || !origin) return undefined;
  if (data.get("off")) await switchOff(origin);
  return origin;
}

/** @param {[string, number][]} all */
const choice = (all) =>
  html`<p>${t("sites_what")}</p>
    <fieldset class="stack sites">
      <legend class="unseen">${t("sites_title")}</legend>
      ${all.map(
        ([origin, steps], at) =>
          html`<label class="check"
            ><input type="radio" name="origin" value=${origin} ?checked=${at === 0} />
            <span class="grow">${withoutScheme(origin)}</span>
            <span class="quiet number">${count("indicator_steps", steps)}</span></label
          >`,
      )}
    </fieldset>
    <label class="check"><input id="switch-off" type="checkbox" name="off" /> ${t("sites_off")}</label>`;

/** @param {string} origin */
async function switchOff(origin) {
  const { origins: granted = [] } = await api.permissions.getAll();
  // The store has a placeholder for a host that is a number: rather all of these are switched off than the wrong one.
  const numbers = granted.filter((site) => /^https?:\/\/(\d+\.){3}\d+\//.test(site));
  const sites = origin.includes("<") ? numbers : [`${origin.replace(/:\d+$/, "")}/*`];
  if (sites.length) await api.permissions.remove({ origins: sites }).catch(() => false);
}
