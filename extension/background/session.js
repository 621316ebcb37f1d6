// Starts and pauses the one session, and lets its content script into approved sites for as long as it records.
import { digest_of } from "../core/overt.js";
import { api } from "../shared/api.js";
import { isFresh } from "../shared/asked.js";
import { askConsent, hasConsent } from "../shared/consent.js";
import { isDamaged, readDamage } from "../shared/damage.js";
import { permitted, readPolicy, strictest } from "../shared/policy.js";
import { makeKey } from "../shared/keys.js";
import { readSettings } from "../shared/settings.js";
import { SCRIPTS } from "../shared/scripts.js";
import { changeIndex } from "../shared/store-index.js";
import { openStore } from "../shared/store.js";
import { atMost } from "./apart.js";
import { showBadges } from "./badge.js";
import { unchecked } from "./check.js";
import { liveDocuments, mayRecord, PATIENCE, sendState, standsInside, stringsFor, unregister } from "./documents.js";
import { noteFull } from "./full.js";
import { recall, remember } from "./memory.js";
import { numberOf } from "./tabs.js";
import { NO_STEPS } from "./tally.js";

const FILES = SCRIPTS.map((name) => `content/${name}.js`);
const SCRIPT_ID = "recorder";

/** The sites with both keys: the browser has granted them, and the policy lists them. */
async function sites() {
  const { origins = [] } = await api.permissions.getAll();
  return permitted(origins);
}

/**
 * Makes the registration what it must be: there while a session records, for granted sites only. Firefox answers once each
 * of its processes has heard of it, so one that hangs is not waited for.
 */
export const reconcile = () => atMost(PATIENCE, register());

function register() {
  return navigator.locks.request("registration", async () => {
    const [active, registered] = await Promise.all([
      recall("active"),
      api.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] }),
    ]);
    // Which sites there are is asked only where a session records: no policy that cannot be read holds up the end.
    const matches = active ? await sites() : [];
    if (!matches.length && registered.length) return api.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    if (!matches.length) return;
    /** @type {any} */
    const script = {
      id: SCRIPT_ID,
      js: FILES,
      matches,
      allFrames: true,
      runAt: "document_start",
      matchOriginAsFallback: true,
    };
    if (registered.length) await api.scripting.updateContentScripts([script]);
    else await api.scripting.registerContentScripts([{ ...script, persistAcrossSessions: false }]);
  });
}

/** Pages that were open before the session, or before their site was switched on. */
async function injectIntoOpenTabs() {
  const origins = await sites();
  if (!origins.length) return;
  const tabs = await api.tabs.query({ url: origins });
  await Promise.all(
    tabs.map((tab) =>
      tab.id === undefined
        ? undefined
        : api.scripting
            .executeScript({ target: { tabId: tab.id, allFrames: true }, files: FILES, injectImmediately: true })
            // A tab that was closed, or that shows an error page.
            .catch(() => {}),
    ),
  );
}

/** Random bytes in hexadecimal. @param {number} bytes */
const random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)).toHex();

/** Name and major version of the browser, and nothing else of the machine. */
function browserName() {
  const [, name = "Browser", version = ""] = navigator.userAgent.match(/(Firefox|Edg|Chrome)\/(\d+)/) ?? [];
  return `${{ Chrome: "Chromium", Edg: "Edge" }[name] ?? name} ${version}`.trim();
}

/**
 * @param {import("../protocol").MaskingLevel} asked what the person chose; the policy's holds where it is stricter
 * @param {string} goal
 * @returns {Promise<import("../protocol").DoneReply>}
 */
export async function start(asked, goal) {
  const policy = await readPolicy();
  // A policy that cannot be understood allows nothing: no session begins that could record no page.
  if (policy.problems.length) return { done: false, reason: "error_bad_policy" };
  if (isDamaged(await unchecked(readDamage))) return { done: false, reason: "error_damaged" };
  if (!(await hasConsent())) {
    // The text may have changed since a popup was opened or a prompt was shown.
    await askConsent();
    return { done: false, reason: "error_no_consent" };
  }
  const maskingLevel = strictest(policy.maskingLevel, asked);
  const id = crypto.randomUUID();
  const started = Date.now();
  const { terms } = await readSettings();
  const taken = await remember("active", (active) =>
    active
      ? { value: active, result: false }
      : {
          value: {
            id,
            key: random(16),
            goal,
            maskingLevel,
            terms,
            started,
            clock: started,
            paused: false,
            steps: 0,
            recent: [],
          },
          result: true,
        },
  );
  if (!taken) return { done: false, reason: "error_already_recording" };
  await api.storage.session.remove(["draft", "stopped"]);
  const environment = {
    recorder: `overt ${api.runtime.getManifest().version}`,
    browser: browserName(),
    language: navigator.language,
  };
  const about = { id, goal, outcome: "unknown", started, maskingLevel, environment, tally: NO_STEPS };
  try {
    await noteFull(false);
    await unchecked(async () => {
      await makeKey(id);
      await (await openStore()).put("sessions", about);
      await changeIndex((index) => void (index[id] = { started, maskingLevel, ...NO_STEPS }));
    });
  } catch (error) {
    // What cannot be stored is not recorded.
    await remember("active", () => ({ value: undefined, result: undefined }));
    throw error;
  }
  await api.storage.session.remove("tabs");
  const [front] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  if (front?.id !== undefined && (await standsInside(front.id)))
    await numberOf(front.id, new URL(front.url ?? "").origin, { inside: true, inFront: true });
  await showBadges();
  await reconcile();
  await atMost(PATIENCE, injectIntoOpenTabs());
  return { done: true };
}

/**
 * Nothing wakes the background when a pause is over: that would take one more permission. A recorded page in which it
 * is over says so, and where there is none there is nothing to resume.
 * @param {boolean} paused
 * @param {number | "restart"} [until] absent: until the person resumes
 */
export async function setPaused(paused, until) {
  await remember("active", (active) => ({ value: active && paced(active, paused, until), result: undefined }));
  await sendState(await liveDocuments());
  await showBadges();
  return { done: true };
}

/**
 * The session paused or recording; its clock stands still meanwhile.
 * @param {import("../protocol").ActiveSession} active
 * @param {boolean} paused
 * @param {number | "restart"} [until]
 * @returns {import("../protocol").ActiveSession}
 */
function paced({ pausedAt, ...active }, paused, until) {
  const now = Date.now();
  if (paused) return { ...active, paused, until, pausedAt: pausedAt ?? now };
  return { ...active, paused, until: undefined, clock: active.clock + now - (pausedAt ?? now) };
}

/** Resumes if the time that the pause was to last has passed. */
export async function resumeIfDue() {
  const active = await recall("active");
  if (active?.paused && typeof active.until === "number" && active.until <= Date.now()) await setPaused(false);
}

/**
 * Ends documents that lost one of their keys, or whose rules are no longer those that were sent to them. The browser leaves a script
 * that is already in a page running.
 * @param {{all?: boolean}} [options] `all`: every document
 */
export async function endRevoked({ all: every = false } = {}) {
  const [all, active] = await Promise.all([liveDocuments(), recall("active")]);
  const rules = await Promise.all(
    all.map(async ({ origin, topOrigin }) => {
      const may = await mayRecord(origin, `${topOrigin}/`);
      return { paths: may?.paths, strings: digest_of(await stringsFor(origin, active?.maskingLevel)) };
    }),
  );
  const isSame = (/** @type {import("../protocol").LiveDocument} */ { paths, strings }, /** @type {number} */ place) =>
    JSON.stringify(rules[place]) === JSON.stringify({ paths, strings });
  const same = all.filter(isSame);
  const kept = new Set(every ? [] : same.map((one) => one.document));
  const gone = await unregister((one) => !kept.has(one.document));
  await sendState(gone, { ended: true });
  await reconcile();
  await showBadges(gone.map((one) => one.tabId));
}

/** The administrator changed the policy: what it no longer allows ends at once, and a stricter masking level holds from now on. */
export async function applyPolicy() {
  const { maskingLevel } = await readPolicy();
  const stricter = await remember("active", (active) => {
    const next = active && strictest(maskingLevel, active.maskingLevel);
    return {
      value: active && { ...active, maskingLevel: next ?? active.maskingLevel },
      result: next !== active?.maskingLevel,
    };
  });
  await endRevoked({ all: stricter });
  await admit([]);
}

/** Sites were switched on; one of them may have been asked for in order to record it. @param {string[]} origins */
export async function admit(origins) {
  const asked = await remember("asked", (asked) => ({ value: undefined, result: asked }));
  if (isFresh(asked) && asked.start && origins.includes(asked.site))
    await start(asked.start.maskingLevel, asked.start.goal);
  if (!(await recall("active"))) return;
  await reconcile();
  await atMost(PATIENCE, injectIntoOpenTabs());
}
