// The steps of a recording, grouped by page: what each did, to what, and what the person marks, masks and deletes.
import { count, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { createVirtualList } from "../shared/virtual-list.js";
import { changeSettings, readSettings } from "../shared/settings.js";
import { chips, keyOf, pageOf, sentence } from "../shared/steps.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";
import { detail } from "./detail.js";

/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {import("../protocol").StoredSession} StoredSession */

/**
 * @param {HTMLElement} tools
 * @param {HTMLElement} list
 * @param {import("./review.js").Page} page
 */
export function createSteps(tools, list, page) {
  const virtualList = createVirtualList(list);
  /** @type {StoredStep[]} */
  let steps = [];
  /** @type {StoredSession | undefined} */
  let session;
  /** Steps whose detail is open, by key. @type {Set<string>} */
  const open = new Set();
  let wanted = "";
  let word = "";
  let also = false;
  /** Places in `all` of what was looked for. @type {number[]} */
  let hits = [];
  let hit = -1;
  /** @type {import("../shared/virtual-list.js").Row[]} */
  let all = [];
  /** The step of each row; undefined for a page's heading. @type {(StoredStep | undefined)[]} */
  let stepOf = [];

  function build() {
    all = [];
    stepOf = [];
    let last = "";
    steps.forEach((stored, at) => {
      const url = pageOf(stored.step);
      if (url !== last) {
        const first = at;
        all.push({ key: `page/${keyOf(stored)}`, kind: "page", content: () => heading(url, first) });
        stepOf.push(undefined);
        last = url;
      }
      const kind = stored.marks?.includes("mistake") ? "mistake" : "";
      all.push({ key: keyOf(stored), kind, content: () => row(stored, at) });
      stepOf.push(stored);
    });
  }

  /** @param {string} url @param {number} first */
  function heading(url, first) {
    let until = first;
    while (steps[until] && pageOf(/** @type {StoredStep} */ (steps[until]).step) === url) until++;
    return html`<h3 class="page">
      ${icon("site")}<span>${url.replace(/^https:\/\//, "")}</span>
      <span class="quiet small number">${count("indicator_steps", until - first)}</span>
    </h3>`;
  }

  /** @param {StoredStep} stored @param {number} at */
  function row(stored, at) {
    const key = keyOf(stored);
    const words = sentence(stored.step);
    const { session, document, sequence, marks = [] } = stored;
    const place = { session, document, sequence };
    const shown = open.has(key);
    /** @param {import("../protocol").Mark} mark @param {import("../shared/icons.js").IconName} shape @param {string} name @param {string} title */
    const marker = (mark, shape, name, title) =>
      html`<button
        type="button"
        class="only-icon plain"
        data-act=${mark}
        aria-pressed=${String(marks.includes(mark))}
        aria-label=${name}
        title=${title}
        @click=${() => page.act({ type: "mark", ...place, mark, on: !marks.includes(mark) })}
      >
        ${icon(shape)}
      </button>`;
    const found = hits[hit] !== undefined && stepOf[hits[hit]] === stored;
    return html`<div class="step" data-step=${key} data-found=${String(found)}>
      <span class="number quiet" aria-hidden="true">${at + 1}</span>
      <div class="what">
        <p class="sentence">${words}</p>
        ${chips(stored)}${shown ? detail(stored, () => virtualList.show(all)) : nothing}
      </div>
      <div class="acts">
        <button
          type="button"
          class="only-icon plain"
          data-act="detail"
          aria-expanded=${String(shown)}
          aria-label=${t("detail_of", words)}
          title=${t("detail_open")}
          @click=${() => {
            if (!open.delete(key)) open.add(key);
            virtualList.show(all);
          }}
        >
          ${icon("down")}
        </button>
        ${marker("mistake", "mistake", t("mark_mistake_step", words), t("mark_mistake"))}
        ${marker("notForTraining", "barred", t("mark_not_for_training_step", words), t("mark_not_for_training"))}
        <button
          type="button"
          class="only-icon plain"
          data-act="delete"
          aria-label=${t("step_delete", words)}
          title=${t("step_delete_short")}
          @click=${() => page.act({ type: "deleteStep", ...place })}
        >
          ${icon("delete")}
        </button>
      </div>
    </div>`;
  }

  function look() {
    const folded = wanted.trim().toLowerCase();
    hits = folded ? stepOf.flatMap((stored, at) => (stored && textOf(stored).includes(folded) ? [at] : [])) : [];
  }
  function search() {
    look();
    hit = -1;
    next(1);
  }

  /** @param {1 | -1} by */
  function next(by) {
    if (hits.length) {
      hit = (hit + by + hits.length) % hits.length;
      virtualList.show(all);
      virtualList.reveal(hits[hit] ?? 0, { block: "center" });
    } else virtualList.show(all);
    showTools();
  }

  async function mask() {
    if (!word.trim() || !session) return;
    const term = word.trim();
    const done = await page.act({ type: "maskWord", session: session.id, word: term }, (places) =>
      places ? count("masking_done", places) : t("masking_nowhere", term),
    );
    if (!done) return;
    if (also) {
      const { terms } = await readSettings();
      if (!terms.includes(term)) await changeSettings({ terms: [...terms, term] });
    }
    word = "";
    showTools();
  }

  function showTools() {
    render(
      html`<form
          class="tool"
          role="search"
          @submit=${(/** @type {Event} */ event) => (event.preventDefault(), next(1))}
        >
          <label class="field"
            ><span>${t("steps_find")}</span>
            <input
              id="find"
              type="search"
              autocomplete="off"
              .value=${wanted}
              @input=${(/** @type {any} */ { target }) => {
                wanted = target.value;
                search();
              }}
            />
          </label>
          <button type="submit" ?disabled=${!hits.length} aria-label=${t("find_next")}>${icon("down")}</button>
          <output id="found" class="quiet small number"
            >${wanted.trim() ? (hits.length ? t("find_place", hit + 1, hits.length) : t("find_none")) : nothing}</output
          >
        </form>
        <form class="tool" @submit=${(/** @type {Event} */ event) => (event.preventDefault(), void mask())}>
          <label class="field"
            ><span>${t("masking_word")}</span>
            <input
              id="mask-word"
              type="text"
              autocomplete="off"
              .value=${word}
              @input=${(/** @type {any} */ { target }) => {
                word = target.value;
                showTools();
              }}
            />
          </label>
          <button id="mask" type="submit" ?disabled=${!word.trim()}>${icon("mask")}${t("masking_it")}</button>
          <label class="check small"
            ><input
              id="mask-also"
              type="checkbox"
              .checked=${also}
              @change=${(/** @type {any} */ { target }) => (also = target.checked)}
            />
            ${t("masking_also")}</label
          >
        </form>`,
      tools,
    );
  }

  return {
    /** @param {StoredSession} next @param {StoredStep[]} its */
    show(next, its) {
      if (next.id !== session?.id) {
        wanted = "";
        hits = [];
        open.clear();
      }
      session = next;
      steps = its;
      build();
      look();
      hit = Math.min(hit, hits.length - 1);
      showTools();
      virtualList.show(all);
    },
  };
}

/** What of a step is searched. @param {StoredStep} stored */
const textOf = ({ step }) => `${sentence(step)}\n${step.url}`.toLowerCase();
