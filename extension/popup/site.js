// What the popup's tab shows, whether its site may be recorded, and whether the person switched it on.
import { api } from "../shared/api.js";
import { wasRefused } from "../shared/asked.js";
import { sayMessage } from "../shared/i18n.js";
import { decide } from "../shared/policy.js";

/**
 * @typedef {object} Site
 * @property {number | undefined} tabId
 * @property {number | undefined} windowId
 * @property {string} host empty where it is no site
 * @property {string | undefined} pattern the match pattern to grant; absent where it may not be recorded
 * @property {string} reason why it cannot be recorded; empty where it can
 * @property {string | undefined} contact whom to ask about that
 * @property {boolean} on whether it is granted
 * @property {boolean} refused whether the person has just said no to the browser's question
 */

/** @returns {Promise<Site>} */
export async function siteInFront() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  // Of its own pages the browser does not tell the URL even to the extension that was asked on them.
  const url = tab?.url || "chrome://";
  const { allowed, site, reason, contact } = await decide(url);
  const pattern = allowed ? site : undefined;
  const on = pattern !== undefined && (await api.permissions.contains({ origins: [pattern] }));
  return {
    tabId: tab?.id,
    windowId: tab?.windowId,
    host: site ? new URL(url).hostname : "",
    pattern,
    reason: reason ? sayMessage(reason) : "",
    contact,
    on,
    refused: pattern !== undefined && !on && (await wasRefused(pattern)),
  };
}
