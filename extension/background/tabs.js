// Numbers the tabs of a session, and makes the steps about them: opened, gone to, closed. Of a tab whose page is not
// recorded nothing is told.
import { tab_step } from "../core/overt.js";
import { api } from "../shared/api.js";
import { loadCore } from "../shared/core.js";
import { liveDocuments, standsInside } from "./documents.js";
import { recall, remember } from "./memory.js";
import { put } from "./steps.js";

/** @typedef {import("../protocol").Tabs} Tabs */
/** @typedef {{type: "openTab" | "switchTab" | "closeTab", tab: number, origin: string}} Made what a step about a tab tells */

/** @type {Tabs} */
const NONE = { numbered: {}, opened: [], front: 0, made: 0 };

/**
 * The number of a tab whose page is let in. One that was opened since the session began makes a step as soon as its page
 * stands where it may be recorded.
 * @param {number} tabId
 * @param {string} origin
 * @param {{inside: boolean, inFront: boolean}} page whether it stands there, and whether its tab is in front
 * @returns {Promise<number>}
 */
export async function numberOf(tabId, origin, { inside, inFront }) {
  const now = Date.now();
  const { number, opened } = await remember("tabs", (tabs = NONE) => {
    const number = tabs.numbered[tabId]?.number ?? Object.keys(tabs.numbered).length;
    const opened = inside && tabs.opened.includes(tabId);
    const value = {
      ...tabs,
      numbered: { ...tabs.numbered, [tabId]: { number, origin } },
      opened: inside ? tabs.opened.filter((one) => one !== tabId) : tabs.opened,
      front: opened && inFront ? number : tabs.front,
    };
    return { value, result: { number, opened } };
  });
  if (opened) await make({ type: "openTab", tab: number, origin }, now);
  return number;
}

/** @param {number} tabId */
export async function tabOpened(tabId) {
  if (!(await recall("active"))) return;
  await remember("tabs", (tabs = NONE) => ({ value: { ...tabs, opened: [...tabs.opened, tabId] }, result: undefined }));
}

/** @param {number} tabId */
export async function tabInFront(tabId) {
  // Before anything is waited for: the person may act in the tab meanwhile.
  const now = Date.now();
  if (!(await recall("active")) || !(await standsInside(tabId))) return;
  await change(now, (tabs) => {
    const one = tabs.numbered[tabId];
    if (!one || one.number === tabs.front) return { tabs };
    return { tabs: { ...tabs, front: one.number }, made: { type: "switchTab", tab: one.number, origin: one.origin } };
  });
}

/** @param {number} windowId -1 where the browser has lost the focus */
export async function windowInFront(windowId) {
  if (windowId < 0 || !(await recall("active"))) return;
  const [front] = await api.tabs.query({ active: true, windowId });
  if (front?.id !== undefined) await tabInFront(front.id);
}

/** @param {number} tabId */
export async function tabClosed(tabId) {
  const now = Date.now();
  if (!(await recall("active"))) return;
  const outside = (await liveDocuments()).some((one) => one.tabId === tabId && one.top && one.outside);
  await change(now, (tabs) => {
    const one = tabs.numbered[tabId];
    if (!one) return { tabs };
    // Its number stays taken: no later tab is mistaken for it.
    const numbered = { ...tabs.numbered, [-1 - one.number]: one };
    delete numbered[tabId];
    const made = outside ? undefined : { type: /** @type {const} */ ("closeTab"), tab: one.number, origin: one.origin };
    return { tabs: { ...tabs, numbered }, made };
  });
}

/** @param {number} now in milliseconds since 1970 @param {(tabs: Tabs) => {tabs: Tabs, made?: Made}} by */
async function change(now, by) {
  const made = await remember("tabs", (before = NONE) => {
    const { tabs, made } = by(before);
    return { value: tabs, result: made };
  });
  if (made) await make(made, now);
}

/** @param {Made} made @param {number} now in milliseconds since 1970 */
async function make({ type, tab, origin }, now) {
  const active = await recall("active");
  if (!active || active.paused) return;
  const sequence = await remember("tabs", (tabs = NONE) => ({
    value: { ...tabs, made: tabs.made + 1 },
    result: tabs.made,
  }));
  await loadCore();
  const { id: session, key, maskingLevel, terms, clock } = active;
  const from = { key, maskingLevel, terms, origin, tab, frame: [] };
  // A clock that was set back makes no time before the session began.
  const json = tab_step(from, type, Math.max(0, now - clock));
  await put({ session, document: "tabs", sequence, revision: 0, json, made: now });
}
