// The keyboard shortcuts: which there are, and where the person changes them.
import { api } from "./api.js";

/** The commands of the manifest. @typedef {"toggle-recording" | "toggle-pause" | "delete-last" | "_execute_action"} Command */

/** The keys of each command, in the browser's words; empty where the person took them away. */
export async function shortcuts() {
  const all = await api.commands.getAll();
  return /** @type {Record<Command, string>} */ (
    Object.fromEntries(all.map(({ name, shortcut }) => [name ?? "", shortcut ?? ""]))
  );
}

/** Opens the browser's own page for changing them: no extension may do it in Chromium. */
export async function changeShortcuts() {
  const commands = /** @type {any} */ (api.commands);
  if (commands.openShortcutSettings) return commands.openShortcutSettings();
  await api.tabs.create({ url: "chrome://extensions/shortcuts" });
}
