// The keys that the browser has for the extension, and the way to the browser's own page where they are changed.
import { api } from "../shared/api.js";
import { named, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { changeShortcuts } from "../shared/shortcuts.js";
import { html } from "../shared/html.js";

/** The browser's own words for a command are in the browser's language. @param {string} name as in the manifest */
const wordsOf = (name) =>
  name === "_execute_action" ? t("manifest_open") : named("manifest_", name.replaceAll("-", "_"));

export async function shortcutsPart() {
  const commands = await api.commands.getAll();
  return html`<ul class="entries">
      ${commands.map(
        ({ name = "", shortcut }) =>
          html`<li data-command=${name} class="row apart">
            <span class="grow">${wordsOf(name)}</span>
            ${shortcut ? html`<kbd>${shortcut}</kbd>` : html`<span class="quiet">${t("shortcut_none")}</span>`}
          </li>`,
      )}
    </ul>
    <div>
      <button id="change-shortcuts" type="button" @click=${changeShortcuts}>
        ${icon("edit")}${t("shortcut_change")}
      </button>
    </div>`;
}
