// After a reload or an update: ends what the extension's earlier run left in pages that were recorded.
import { api } from "../shared/api.js";

/** In every open page of a site that is switched on; a page tells nobody that its extension has gone. */
export async function clearLeftover() {
  const { origins = [] } = await api.permissions.getAll();
  const tabs = origins.length ? await api.tabs.query({ url: origins }) : [];
  await Promise.all(
    tabs.map((tab) =>
      tab.id === undefined
        ? undefined
        : api.scripting
            .executeScript({ target: { tabId: tab.id, allFrames: true }, func: clear, injectImmediately: true })
            // A tab that was closed, or that shows an error page.
            .catch(() => {}),
    ),
  );
}

/**
 * Runs in a page, in a world of its own: the indicator is known by what its closed shadow root holds. Firefox has ended the
 * script that made it; in Chromium that one lives, misses its indicator, finds that its extension has gone, and ends.
 */
function clear() {
  const { dom } = /** @type {any} */ (globalThis).chrome ?? {};
  for (const host of document.querySelectorAll(":popover-open")) {
    /** @type {ShadowRoot | null | undefined} */
    const root = dom ? dom.openOrClosedShadowRoot(host) : /** @type {any} */ (host).openOrClosedShadowRoot;
    if (/^x-\w{8}$/.test(host.localName) && root?.querySelector(".bar > .state")) host.remove();
  }
}
