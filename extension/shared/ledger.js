// Opens the live ledger: beside the page where the browser has such a place, else in a tab.
import { api } from "./api.js";

const LEDGER = "ledger/ledger.html";

/** Call it in a click: browsers open their side panel in one only. */
export function openLedger() {
  const { sidePanel, sidebarAction } = /** @type {any} */ (api);
  const inTab = () => api.tabs.create({ url: api.runtime.getURL(LEDGER) });
  if (sidebarAction?.open) return sidebarAction.open().catch(inTab);
  if (sidePanel?.open)
    return api.windows
      .getCurrent()
      .then(({ id }) => sidePanel.open({ windowId: id }))
      .catch(inTab);
  return inTab();
}
