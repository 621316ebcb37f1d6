// Opens the live activity list: beside the page where the browser has such a place and lets us, else in a tab.
import { api } from "./api.js";

const ACTIVITY_LIST = "activity-list/activity-list.html";

/**
 * Call it in a click: browsers open what stands beside a page in one only.
 * @param {number | undefined} windowId of the page
 */
export async function openActivityList(windowId) {
  const { sidePanel, sidebarAction } = /** @type {any} */ (api);
  try {
    if (sidebarAction?.open) return await sidebarAction.open();
    if (sidePanel?.open && windowId !== undefined) return await sidePanel.open({ windowId });
  } catch {
    // The browser does not count this as a click.
  }
  await api.tabs.create({ url: api.runtime.getURL(ACTIVITY_LIST), windowId });
}
