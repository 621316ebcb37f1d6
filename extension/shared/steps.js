// Stored steps as pages show them: in order, in words, with what was masked and marked.
import { phrase, unreadable } from "../core/overt.js";
import { html } from "./html.js";
import { nothing } from "../vendor/lit.js";
import { named, say, t } from "./i18n.js";
import { loadCore } from "./core.js";
import { icon } from "./icons.js";
import { keysOf, openStore } from "./store.js";

/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {import("../protocol").Step} Step */

/** The order of a session's steps, as in its export. @param {StoredStep} a @param {StoredStep} b */
export const inOrder = (a, b) => a.step.time - b.step.time || a.sequence - b.sequence;

/** Names a step among those of its session. @param {{document: string, sequence: number}} step */
export const keyOf = ({ document, sequence }) => `${document}/${sequence}`;

/** Stands at the end for a row that holds no step: the core knows no such action. */
const NO_STEP = /** @type {Step} */ (
  /** @type {unknown} */ ({ kind: "step", seq: 0, time: Number.MAX_SAFE_INTEGER, url: "", action: { type: "" } })
);

/**
 * The steps of a session, in order; a row that holds none says so, and hides no other.
 * @param {string} session
 * @returns {Promise<StoredStep[]>}
 */
export async function readSteps(session) {
  await loadCore();
  const rows = /** @type {StoredStep[]} */ (await (await openStore()).getAll("steps", keysOf(session)));
  return readable(rows).sort(inOrder);
}

/** The same rows, but for what they hold where it is no step. Call `loadCore` first. @param {StoredStep[]} rows */
export function readable(rows) {
  const not = new Set(unreadable(rows.map(asRow)));
  return rows.map((row, place) => (not.has(place) ? { ...row, step: NO_STEP, unreadable: true } : row));
}

/** What a step was done on: scheme, host and path. @param {Step} step */
export const pageOf = ({ url }) => url;

/** A step as the core takes it from the store. @param {StoredStep} stored */
export const asRow = ({ step, marks = [] }) => ({ step, marks });

/** A step in a sentence. @param {Step} step @returns {string} */
export function sentence(step) {
  try {
    return say(phrase(step));
  } catch {
    // Of a later version, or damaged: it can still be deleted.
    return t("step_unreadable");
  }
}

/** `{email: 2}` in words. @param {Record<string, number> | undefined} masked */
export const maskedWords = (masked) =>
  Object.entries(masked ?? {}).map(([kind, count]) =>
    count > 1 ? t("masking_times", named("mask_", kind), count) : named("mask_", kind),
  );

/** What else is to be known of a step, as chips. @param {StoredStep} stored */
export function chips({ step, marks = [] }) {
  const flags = step.flags ?? [];
  const all = [
    ...maskedWords(step.masked).map((words) => chip("mask", "mask", words, t("masking_was", words))),
    flags.includes("pageInitiated") ? chip("", "info", t("flag_page")) : undefined,
    flags.includes("autofill") ? chip("", "info", t("flag_autofill")) : undefined,
    marks.includes("mistake") ? chip("warn", "mistake", t("mark_mistake")) : undefined,
    marks.includes("notForTraining") ? chip("warn", "barred", t("mark_not_for_training")) : undefined,
  ].filter((one) => one !== undefined);
  return all.length ? html`<div class="chips">${all}</div>` : nothing;
}

/**
 * @param {string} kind
 * @param {import("./icons.js").IconName} name
 * @param {string} words
 * @param {string} [spoken] where the words alone do not tell
 */
const chip = (kind, name, words, spoken) =>
  html`<span class="chip" data-kind=${kind}
    >${icon(name)}${spoken ? html`<span aria-hidden="true">${words}</span><span class="unseen">${spoken}</span>` : words}</span
  >`;

/**
 * The page's text in which a step was taken; undefined where there is none.
 * @param {StoredStep} stored
 * @returns {Promise<string | undefined>}
 */
export async function readObservation({ session, step }) {
  if (!step.observation) return undefined;
  return (await (await openStore()).get("observations", [session, step.observation.id]))?.text;
}
