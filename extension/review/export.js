// The exact bytes of the file: counted, searchable for a word that is feared, and then exported with a receipt.
import { count, named, t } from "../shared/i18n.js";
import { allFormats, allowedFormats, formatOf, writeFile } from "../shared/formats.js";
import { icon } from "../shared/icons.js";
import { createVirtualList } from "../shared/virtual-list.js";
import { readSettings } from "../shared/settings.js";
import { asRow, maskedWords } from "../shared/steps.js";
import { keysOf, openStore } from "../shared/store.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";
import { parts, placesOf } from "./search.js";
import { receiptCard } from "./receipts.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {import("../protocol").Receipt} Receipt */
/** @typedef {import("../shared/formats.js").Format} Format */
/** @typedef {import("../protocol").StoredObservation} StoredObservation */

/**
 * @param {{choice: HTMLElement, text: HTMLElement, scroller: HTMLElement, go: HTMLElement}} parts
 * @param {import("./review.js").Page} page
 */
export function createExport({ choice, text, scroller, go }, page) {
  const virtualList = createVirtualList(text, scroller);
  /** @type {StoredSession | undefined} */
  let session;
  /** @type {StoredStep[]} */
  let steps = [];
  /** How many rows hold no step, and are not exported. */
  let left = 0;
  /** What they were taken in. @type {StoredObservation[]} */
  let seen = [];
  /** The person's own words, which are not exported. @type {string[]} */
  let terms = [];
  /** @type {Format} */
  let format = "trace";
  /** @type {Format[]} */
  let allowed = [];
  /** The withdrawal id of the next export: it stands in the bytes that are shown. */
  let id = crypto.randomUUID();
  /** The text of the file, its lines and its bytes. */
  let output = "";
  /** @type {string[]} */
  let lines = [];
  let bytes = new Uint8Array();
  let feared = "";
  /** Where the feared word stands, and by line. @type {import("./search.js").Place[]} */
  let found = [];
  /** @type {Map<number, import("./search.js").Place[]>} */
  let inLine = new Map();
  let hit = 0;
  /** @type {Receipt | undefined} */
  let receipt;

  /** @param {StoredSession} next @param {StoredStep[]} its */
  async function show(next, its) {
    if (next.id !== session?.id) {
      receipt = undefined;
      feared = "";
    }
    session = next;
    steps = its.filter((one) => !one.unreadable);
    left = its.length - steps.length;
    seen = await (await openStore()).getAll("observations", keysOf(next.id));
    ({ terms } = await readSettings());
    // A word in it may have been masked meanwhile, or the receipt deleted.
    receipt = receipt && (await (await openStore()).get("receipts", receipt.id));
    allowed = await allowedFormats();
    if (!allowed.includes(format)) format = allowed[0] ?? format;
    write();
  }

  function write() {
    if (!session) return;
    output = allowed.includes(format)
      ? writeFile(
          format,
          header(session, id),
          steps.map(asRow),
          seen.map(({ session: _, ...one }) => one),
          terms,
        )
      : "";
    bytes = new TextEncoder().encode(output);
    lines = output.split("\n");
    if (lines.at(-1) === "") lines.pop();
    search();
  }

  function search() {
    found = feared.trim() ? placesOf(output, feared) : [];
    inLine = Map.groupBy(found, ({ line }) => line);
    hit = 0;
    showAll();
    if (found.length) reveal();
  }

  /** @param {1 | -1} by */
  function next(by) {
    if (!found.length) return;
    hit = (hit + by + found.length) % found.length;
    showAll();
    reveal();
  }

  function reveal() {
    virtualList.reveal(found[hit]?.line ?? 0);
    // In a long line the place itself may be far from its edges.
    text.querySelector("mark[data-current]")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} at */
  function line(at) {
    const current = found[hit];
    return html`<pre class="line">
${parts(lines[at] ?? "", inLine.get(at) ?? []).map(({ text, place }) => {
        if (!place) return text;
        return place === current ? html`<mark data-current>${text}</mark>` : html`<mark>${text}</mark>`;
      })}</pre>`;
  }

  function showAll() {
    showChoice();
    virtualList.show(lines.map((_, at) => ({ key: String(at), content: () => line(at) })));
    showGo();
  }

  const masked = () => {
    /** @type {Record<string, number>} */
    const sum = {};
    for (const { masked = {} } of [...steps.map(({ step }) => step), ...(format === "trace" ? seen : [])])
      for (const [kind, more] of Object.entries(masked)) sum[kind] = (sum[kind] ?? 0) + more;
    return sum;
  };

  function showChoice() {
    const kinds = maskedWords(masked());
    render(
      html`<fieldset class="formats">
          <legend class="label">${t("export_format")}</legend>
          ${allFormats().map(
            ({ name: one }) =>
              html`<label class="card format"
                ><input
                  type="radio"
                  name="format"
                  value=${one}
                  .checked=${one === format}
                  ?disabled=${!allowed.includes(one)}
                  @change=${() => {
                    format = one;
                    receipt = undefined;
                    write();
                  }}
                /><span
                  ><strong>${named("format_", one.toLowerCase())}</strong>
                  <span class="quiet small"
                    >${allowed.includes(one) ? named("format_about_", one.toLowerCase()) : t("export_forbidden")}</span
                  ></span
                ></label
              >`,
          )}
        </fieldset>
        <div class="row apart">
          <h2>${t("export_exactly")}</h2>
          <span id="bytes" class="quiet number"
            >${count("bytes", bytes.length)} · ${count("indicator_steps", steps.length)}</span
          >
        </div>
        ${left ? html`<p id="left-out" class="note" data-kind="warn">${icon("warn")}<span>${count("export_left_out", left)}</span></p>` : nothing}
        <div id="masked" class="chips">
          ${
            kinds.length
              ? kinds.map((words) => html`<span class="chip" data-kind="mask">${icon("mask")}${words}</span>`)
              : html`<span class="chip">${t("export_nothing_masked")}</span>`
          }
        </div>
        <form class="tool" role="search" @submit=${(/** @type {Event} */ event) => (event.preventDefault(), next(1))}>
          <label class="field"
            ><span>${t("export_fear")}</span>
            <input
              id="feared"
              type="search"
              autocomplete="off"
              placeholder=${t("export_fear_hint")}
              .value=${feared}
              @input=${(/** @type {any} */ { target }) => {
                feared = target.value;
                search();
              }}
          /></label>
          <button id="next" type="submit" ?disabled=${!found.length} aria-label=${t("find_next")}>
            ${icon("down")}
          </button>
          <output id="hits"
            >${
              feared.trim()
                ? found.length
                  ? html`<span class="chip" data-kind="record"
                      >${icon("warn")}${count("export_hits", found.length)},
                      ${t("find_place", hit + 1, found.length)}</span
                    >`
                  : html`<span class="chip" data-kind="good">${icon("check")}${t("export_hit_none")}</span>`
                : nothing
            }</output
          >
          ${
            found.length && session?.ended
              ? html`<button id="mask-feared" type="button" @click=${maskFeared}>
                  ${icon("mask")}${t("masking_everywhere")}
                </button>`
              : nothing
          }
        </form>`,
      choice,
    );
  }

  function maskFeared() {
    if (!session) return;
    const term = feared.trim();
    void page.act({ type: "maskWord", session: session.id, word: term }, (places) =>
      places ? count("masking_done", places) : t("masking_nowhere", term),
    );
  }

  function showGo() {
    const running = session && !session.ended;
    render(
      html`<div class="row">
          <button
            id="export"
            type="button"
            class="primary big"
            ?disabled=${!output || !steps.length}
            @click=${exportFile}
          >
            ${icon("export")}${t("export_now")}
          </button>
          <span class="quiet">${running ? t("export_running") : t("export_to_file")}</span>
        </div>
        ${
          receipt
            ? html`<section id="receipt" class="card stack" aria-label=${t("receipt_title")}>
                <p class="note" data-kind="good">${icon("check")}<span>${t("export_done", receipt.file)}</span></p>
                ${receiptCard(receipt, page)}
              </section>`
            : nothing
        }`,
      go,
    );
  }

  async function exportFile() {
    if (!session) return;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const { ending, type } = formatOf(format);
    /** @type {Receipt} */
    const noted = {
      id,
      date: new Date().toISOString(),
      session: session.id,
      goal: session.goal,
      format,
      file: `overt-${id}.${ending}`,
      bytes: bytes.length,
      steps: steps.length,
      masked: masked(),
      sha256: digest.toHex(),
    };
    const taken = bytes;
    // The receipt first: what left must stand in the log.
    if (!(await page.act({ type: "noteExport", receipt: noted }))) return;
    download(taken, noted.file, type);
    receipt = noted;
    // The next export is another one.
    id = crypto.randomUUID();
    write();
  }

  return { show };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} file @param {string} type */
function download(bytes, file, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = file;
  link.click();
  // The download has taken the bytes by the time a new task runs.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** What the core needs to know of a session. @param {StoredSession} session @param {string} withdrawal */
const header = ({ id, goal, outcome, note = "", started, maskingLevel, environment }, withdrawal) => ({
  session: id,
  goal,
  outcome,
  note,
  withdrawal,
  started: new Date(started).toISOString(),
  maskingLevel,
  environment: { viewport: { width: 1280, height: 800 }, ...environment },
});
