// The wipe: deletes all there is, and proves it: what every store and every storage area holds after that is counted anew.
import { html } from "./html.js";
import { render } from "../vendor/lit.js";
import { api } from "./api.js";
import { ask } from "./ask.js";
import { confirmed, shown } from "./confirm.js";
import { count, named, t } from "./i18n.js";
import { icon } from "./icons.js";
import { openStore } from "./store.js";

/** How much each store and storage area holds. @returns {Promise<{name: string, entries: number}[]>} */
export async function countAll() {
  const store = await openStore();
  const stores = await Promise.all(
    [...store.objectStoreNames].map(async (name) => ({ name: String(name), entries: await store.count(name) })),
  );
  const areas = await Promise.all(
    /** @type {const} */ (["local", "session"]).map(async (area) => ({
      name: `storage.${area}`,
      entries: Object.keys(await api.storage[area].get(null)).length,
    })),
  );
  return [...stores, ...areas];
}

/**
 * Asks, wipes and shows the proof.
 * @param {typeof ask} [act] asks the background; a page that shows what is deleted notes there that it does so itself
 */
export async function wipe(act = ask) {
  const sure = await confirmed({ title: t("wipe_title"), text: t("wipe_text"), yes: t("wipe_yes") });
  if (!sure) return;
  const { words } = await act({ type: "wipe" });
  const [counts, { origins = [] }] = await Promise.all([countAll(), api.permissions.getAll()]);
  const left = counts.reduce((sum, { entries }) => sum + entries, 0);
  await showProof(words, counts, left, origins.length);
}

/**
 * @param {string} words why it was refused
 * @param {{name: string, entries: number}[]} counts
 * @param {number} left
 * @param {number} sites
 */
async function showProof(words, counts, left, sites) {
  const dialog = document.createElement("dialog");
  dialog.id = "proof";
  dialog.setAttribute("aria-labelledby", "proof-title");
  const good = !words && left === 0;
  render(
    html`<form method="dialog" class="stack">
      <h2 id="proof-title">${good ? t("proof_title") : t("proof_left")}</h2>
      <p class="note" data-kind=${good ? "good" : "bad"}>
        ${icon(good ? "check" : "warn")}<span>${words || (good ? t("proof_text") : t("proof_left_text"))}</span>
      </p>
      <table class="counts">
        <tbody>
          ${counts.map(
            ({ name, entries }) =>
              html`<tr>
                <th scope="row">${named("store_", name.replace(".", "_"))}</th>
                <td class="number" data-store=${name}>${entries}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${sites ? html`<p class="quiet">${count("proof_sites", sites)}</p>` : ""}
      <div class="row end"><button type="submit" class="primary">${t("close")}</button></div>
    </form>`,
    dialog,
  );
  await shown(dialog);
}
