// The steps of a recording, grouped by page: what each did, to what, and what the person marks, masks and deletes.
import { count, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { createVirtualList } from "../shared/virtual-list.js";
import { withoutScheme } from "../shared/origin.js";
import { deleteButton, markButton, stepRow } from "../shared/step-row.js";
import { keyOf, pageOf, sentence } from "../shared/steps.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";
import { detail } from "./detail.js";
import { maskForm, maskFrom } from "./mask-word.js";

/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../shared/virtual-list.js").Row} Row */

/**
 * @typedef {object} StepsView
 * @property {HTMLElement} tools the forms above the list
 * @property {import("../shared/virtual-list.js").VirtualList} list
 * @property {import("./review.js").Page} page
 * @property {StoredSession | undefined} session
 * @property {Set<string>} open steps whose detail is open, by key
 * @property {Row[]} rows steps and the headings of pages
 * @property {(StoredStep | undefined)[]} stepOf the step of each row; undefined for a page's heading
 * @property {{wanted: string, hits: number[], hit: number}} search what is looked for, the rows that have it, and the place among
 *   those of the one that is shown; -1 for none
 * @property {import("./mask-word.js").MaskForm} masking
 */

/**
 * @param {HTMLElement} tools
 * @param {HTMLElement} host
 * @param {import("./review.js").Page} page
 */
export function createSteps(tools, host, page) {
  /** @type {StepsView} */
  const view = {
    tools,
    list: createVirtualList(host),
    page,
    session: undefined,
    open: new Set(),
    rows: [],
    stepOf: [],
    search: { wanted: "", hits: [], hit: -1 },
    masking: { word: "", also: false },
  };
  return {
    /** @param {StoredSession} session @param {StoredStep[]} steps */
    show: (session, steps) => showSteps(view, session, steps),
  };
}

/** @param {StepsView} view @param {StoredSession} session @param {StoredStep[]} steps */
function showSteps(view, session, steps) {
  if (session.id !== view.session?.id) {
    view.search = { wanted: "", hits: [], hit: -1 };
    view.open.clear();
  }
  view.session = session;
  makeRows(view, steps);
  look(view);
  view.search.hit = Math.min(view.search.hit, view.search.hits.length - 1);
  showTools(view);
  showList(view);
}

/** @param {StepsView} view */
const showList = ({ list, rows }) => list.show(rows);

// ---- The rows

/** @param {StepsView} view @param {StoredStep[]} steps */
function makeRows(view, steps) {
  view.rows = [];
  view.stepOf = [];
  let last = "";
  steps.forEach((stored, at) => {
    const url = pageOf(stored.step);
    if (url !== last) {
      view.rows.push({ key: `page/${keyOf(stored)}`, kind: "page", content: () => heading(url, steps, at) });
      view.stepOf.push(undefined);
      last = url;
    }
    const kind = stored.marks?.includes("mistake") ? "mistake" : "";
    view.rows.push({ key: keyOf(stored), kind, content: () => row(view, stored, at) });
    view.stepOf.push(stored);
  });
}

/** @param {string} url of a page @param {StoredStep[]} steps @param {number} first the place of its first step there */
function heading(url, steps, first) {
  const after = steps.findIndex(({ step }, at) => at > first && pageOf(step) !== url);
  return html`<h3 class="page">
    ${icon("site")}<span>${withoutScheme(url)}</span>
    <span class="quiet small number">${count("indicator_steps", (after < 0 ? steps.length : after) - first)}</span>
  </h3>`;
}

/** @param {StepsView} view @param {StoredStep} stored @param {number} at its place among the steps */
function row(view, stored, at) {
  const { page, search, stepOf } = view;
  const isOpen = view.open.has(keyOf(stored));
  const found = search.hits[search.hit];
  return stepRow(stored, at, {
    isFound: found !== undefined && stepOf[found] === stored,
    below: isOpen ? detail(stored, () => showList(view)) : nothing,
    acts: [
      detailButton(view, stored, isOpen),
      markButton(stored, "mistake", page.act),
      markButton(stored, "notForTraining", page.act),
      deleteButton(stored, page.act),
    ],
  });
}

/** @param {StepsView} view @param {StoredStep} stored @param {boolean} isOpen */
const detailButton = (view, stored, isOpen) =>
  html`<button
    type="button"
    class="only-icon plain"
    data-act="detail"
    aria-expanded=${String(isOpen)}
    aria-label=${t("detail_of", sentence(stored.step))}
    title=${t("detail_open")}
    @click=${() => {
      const key = keyOf(stored);
      if (!view.open.delete(key)) view.open.add(key);
      showList(view);
    }}
  >
    ${icon("down")}
  </button>`;

// ---- What is looked for

/** What of a step is searched. @param {StoredStep} stored */
const textOf = ({ step }) => `${sentence(step)}\n${step.url}`.toLowerCase();

/** @param {StepsView} view */
function look({ search, stepOf }) {
  const folded = search.wanted.trim().toLowerCase();
  search.hits = folded ? stepOf.flatMap((stored, at) => (stored && textOf(stored).includes(folded) ? [at] : [])) : [];
}

/** Shows the next or the previous step that has it. @param {StepsView} view @param {1 | -1} by */
function next(view, by) {
  const { search, list } = view;
  const { hits } = search;
  if (hits.length) search.hit = (search.hit + by + hits.length) % hits.length;
  showList(view);
  if (hits.length) list.reveal(hits[search.hit] ?? 0, { block: "center" });
  showTools(view);
}

/** @param {StepsView} view */
const findForm = (view) =>
  html`<form
    class="tool"
    role="search"
    @submit=${(/** @type {Event} */ event) => (event.preventDefault(), next(view, 1))}
  >
    <label class="field"
      ><span>${t("steps_find")}</span>
      <input
        id="find"
        type="search"
        autocomplete="off"
        .value=${view.search.wanted}
        @input=${(/** @type {any} */ { target }) => {
          view.search.wanted = target.value;
          look(view);
          view.search.hit = -1;
          next(view, 1);
        }}
      />
    </label>
    <button type="submit" ?disabled=${!view.search.hits.length} aria-label=${t("find_next")}>${icon("down")}</button>
    <output id="found" class="quiet small number">${found(view.search)}</output>
  </form>`;

/** @param {StepsView["search"]} search */
function found({ wanted, hits, hit }) {
  if (!wanted.trim()) return nothing;
  return hits.length ? t("find_place", hit + 1, hits.length) : t("find_none");
}

/** @param {StepsView} view */
function showTools(view) {
  const redraw = () => showTools(view);
  const onMask = async () => {
    const { masking, page, session } = view;
    if (!session) return;
    await maskFrom(masking, page, session.id);
    redraw();
  };
  render([findForm(view), maskForm(view.masking, { redraw, onMask })], view.tools);
}
