// What may be the name of somebody in what would be exported: a list to look at, with one press to mask each and one to call it harmless.
import { count, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { rememberHarmless, withoutHarmless } from "../shared/harmless.js";
import { html } from "../shared/html.js";
import { nothing, render, repeat } from "../vendor/lit.js";
import { maskWord } from "./mask-word.js";
import { possibleNames, textsOf } from "./possible-names.js";

/** @typedef {import("./possible-names.js").PossibleName} PossibleName */
/** @typedef {import("./export-file.js").Recording} Recording */

/** How many are listed; the most frequent come first. */
const MOST_LISTED = 30;

/**
 * @typedef {object} PossibleView
 * @property {HTMLElement} host
 * @property {import("./review.js").Page} page
 * @property {Recording | undefined} recording
 * @property {number} searches how many were begun: only the last one is shown
 * @property {PossibleName[] | undefined} names undefined while they are looked for
 */

/** @param {HTMLElement} host @param {import("./review.js").Page} page */
export function createPossible(host, page) {
  /** @type {PossibleView} */
  const view = { host, page, recording: undefined, searches: 0, names: undefined };
  return {
    /** @param {Recording} recording */
    show: (recording) => void search(view, recording),
  };
}

/** @param {PossibleView} view @param {Recording} recording */
async function search(view, recording) {
  if (view.recording?.session.id !== recording.session.id) view.names = undefined;
  view.recording = recording;
  const own = ++view.searches;
  draw(view);
  const names = await possibleNames(textsOf(recording.steps, recording.observations), () => own === view.searches);
  const left = names && (await withoutHarmless(names));
  if (!left || own !== view.searches) return;
  view.names = left;
  draw(view);
}

/** @param {PossibleView} view @param {PossibleName} name */
async function dismiss(view, { text, sites }) {
  await rememberHarmless(text, sites);
  view.names = view.names?.filter((one) => one.text !== text);
  draw(view);
}

/** @param {PossibleView} view */
function draw(view) {
  const { host, names } = view;
  const more = Math.max(0, (names?.length ?? 0) - MOST_LISTED);
  render(
    html`<section class="card stack" aria-labelledby="possible-title">
      <h2 id="possible-title">${t("possible_title")}</h2>
      <p class="quiet small">${t("possible_lead")}</p>
      ${names?.length ? list(view, names.slice(0, MOST_LISTED)) : state(names)}
      ${more ? html`<p class="quiet small">${count("possible_more", more)}</p>` : nothing}
    </section>`,
    host,
  );
}

/** @param {PossibleName[] | undefined} names none, or not known yet */
const state = (names) =>
  html`<p class="row" role="status">
    ${names ? html`<span class="chip" data-kind="good">${icon("check")}${t("possible_none")}</span>` : t("possible_busy")}
  </p>`;

/** @param {PossibleView} view @param {PossibleName[]} names */
const list = (view, names) =>
  html`<ul class="possible">
    ${repeat(
      names,
      ({ text }) => text,
      (name) => entry(view, name),
    )}
  </ul>`;

/** @param {PossibleView} view @param {PossibleName} name */
function entry(view, name) {
  const { recording, page } = view;
  const session = recording?.session;
  // What still runs may write the word again right after.
  const mask = session?.ended
    ? html`<button type="button" data-act="mask" @click=${() => maskWord(page, session.id, name.text)}>
        ${icon("mask")}${t("masking_everywhere")}
      </button>`
    : nothing;
  return html`<li data-name=${name.text}>
    <span class="what"
      ><strong>${name.text}</strong> <span class="quiet small">${count("possible_times", name.times)}</span></span
    >
    ${mask}
    <button
      type="button"
      class="plain"
      data-act="harmless"
      title=${t("possible_harmless_hint")}
      @click=${() => dismiss(view, name)}
    >
      ${icon("check")}${t("possible_harmless")}
    </button>
  </li>`;
}
