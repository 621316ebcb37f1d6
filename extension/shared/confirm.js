// Asks before something goes for good.
import { html } from "./html.js";
import { render } from "../vendor/lit.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

/**
 * A dialog of the page, over everything; Escape and its first button say no.
 * @param {{title: string, text: string, yes: string}} words
 * @returns {Promise<boolean>}
 */
export async function confirmed({ title, text, yes }) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "confirm-title");
  render(
    html`<form method="dialog" class="stack">
      <h2 id="confirm-title">${title}</h2>
      <p>${text}</p>
      <div class="row end">
        <button type="submit" value="">${t("cancel")}</button>
        <button id="confirm-yes" type="submit" value="yes" class="danger">${icon("delete")}${yes}</button>
      </div>
    </form>`,
    dialog,
  );
  return (await shown(dialog)) === "yes";
}

/** Shows a dialog over everything until it is closed, and takes it away. @param {HTMLDialogElement} dialog @returns {Promise<string>} its answer */
export async function shown(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener("close", closed, { once: true }));
  dialog.remove();
  return dialog.returnValue;
}
