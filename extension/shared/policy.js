// The organisation's policy, read by the core: what it says, and whether a page may be recorded. Nobody else decides.
import { Policy, strictest as stricter } from "../core/overt.js";
import { api } from "./api.js";
import { loadCore } from "./core.js";
import { MASKING_LEVELS } from "./masking-levels.js";

/** @typedef {import("../protocol").PolicyView} PolicyView */
/** @typedef {import("../protocol").Decision} Decision */
/** @typedef {import("../protocol").MaskingLevel} MaskingLevel */

/** What was read last, so that the same is not read again; no state: it is thrown away when the text of it differs. */
let last = /** @type {{text: string | undefined, policy: Policy} | undefined} */ (undefined);

/** Whether an administrator installed the extension; that never changes. @type {Promise<boolean> | undefined} */
let byAdministrator;

/** `management.getSelf` needs no permission. */
const isByAdministrator = () =>
  (byAdministrator ??= api.management.getSelf().then(({ installType }) => installType === "admin"));

/** What the browser says where it cannot hand over a policy that is there. */
const UNREADABLE = "";
const NO_ENTRIES = "{}";

/**
 * The administrator's policy as JSON, `UNREADABLE`, or undefined where there is none. An extension that an administrator
 * installed has one: where the browser tells of none, it dropped what it could not read.
 */
async function managed() {
  try {
    const text = JSON.stringify(await api.storage.managed.get(null));
    // Chromium hands over the same where there is no policy at all; Firefox only where there is one without entries.
    const perhapsNone = text === NO_ENTRIES && "storage" in api.runtime.getManifest();
    return perhapsNone && !(await isByAdministrator()) ? undefined : text;
  } catch (error) {
    // Firefox refuses where no policy names the extension; whatever else is refused must not pass for no policy.
    const none = error instanceof Error && /managed storage manifest not found/i.test(error.message);
    if (!none) return UNREADABLE;
    return (await isByAdministrator()) ? NO_ENTRIES : undefined;
  }
}

async function current() {
  const [text] = await Promise.all([managed(), loadCore()]);
  if (!last || last.text !== text) {
    last?.policy.free();
    last = { text, policy: text === UNREADABLE ? Policy.unreadable() : new Policy(text && JSON.parse(text)) };
  }
  return last.policy;
}

/**
 * What the policy says, and its mistakes: while there is one nothing may be recorded.
 * @returns {Promise<PolicyView>}
 */
export async function readPolicy() {
  return (await current()).view();
}

/**
 * Whether a page may be recorded; the employee's own switch, the browser's host permission, comes on top.
 * @param {string} url
 * @returns {Promise<Decision>}
 */
export async function decide(url) {
  return (await current()).decide(url);
}

/**
 * Whether the frames of an origin may be recorded in the page at `top`: `allowed` by the page's whole address, and `paths`
 * for their own. A page stands in itself.
 * @param {string} origin
 * @param {string} top
 * @returns {Promise<Decision>}
 */
export async function decideFrame(origin, top) {
  return (await current()).decide_frame(origin, top);
}

/**
 * What the interface of a document's site says, as hashes that its recorder looks texts up in; empty where the policy lists nothing of it.
 * @param {string} origin
 * @returns {Promise<string>}
 */
export async function stringsOf(origin) {
  return (await current()).strings(origin);
}

/**
 * Of match patterns that the browser has granted those whose sites may have recorded pages.
 * @param {string[]} sites
 * @returns {Promise<string[]>}
 */
export async function permitted(sites) {
  const policy = await current();
  return sites.filter((site) => policy.may_have(site));
}

/**
 * The stricter of two masking levels. Call `readPolicy` first: it loads the core.
 * @param {MaskingLevel} one
 * @param {MaskingLevel} other
 * @returns {MaskingLevel}
 */
export const strictest = (one, other) => /** @type {MaskingLevel} */ (stricter(one, other));

/**
 * The masking levels that a policy leaves to choose from, the weakest first. Call `readPolicy` first: it loads the core.
 * @param {MaskingLevel} least the policy's
 */
export const levelsFrom = (least) => MASKING_LEVELS.filter((level) => strictest(least, level) === level);

/**
 * For how many days recordings are kept; 0 is for ever.
 * @param {number} own the person's choice
 * @param {number | undefined} most the policy's limit, if it has one
 */
export function keptFor(own, most) {
  const days = Math.min(own || Infinity, most ?? Infinity);
  return days === Infinity ? 0 : days;
}

/**
 * Calls the listener whenever the administrator changes the policy.
 * @param {() => void} listener
 * @returns {() => void} the undo
 */
export function onPolicyChange(listener) {
  // Its own event: that of all storage would wake the background at every step.
  api.storage.managed.onChanged.addListener(listener);
  return () => api.storage.managed.onChanged.removeListener(listener);
}
