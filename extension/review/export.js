// The exact bytes of the file: counted, searchable for a word that is feared, and then exported with a receipt.
import { allowedFormats, formatOf } from "../shared/formats.js";
import { createVirtualList } from "../shared/virtual-list.js";
import { readSettings } from "../shared/settings.js";
import { keysOf, openStore } from "../shared/store.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";
import { contents, exportButton, exported, fearedForm, formatChoice } from "./export-choice.js";
import { NO_FILE, download, fileOf, maskedIn, receiptOf } from "./export-file.js";
import { maskWord } from "./mask-word.js";
import { createPossible } from "./possible.js";
import { parts, placesOf } from "./search.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {import("./search.js").Place} Place */
/** @typedef {{choice: HTMLElement, possible: HTMLElement, text: HTMLElement, scroller: HTMLElement, go: HTMLElement}} Hosts */

/**
 * @typedef {object} ExportView
 * @property {Hosts} hosts
 * @property {import("../shared/virtual-list.js").VirtualList} list the lines of the file
 * @property {ReturnType<typeof createPossible>} possible what may be a name in it
 * @property {import("./review.js").Page} page
 * @property {import("./export-file.js").Recording | undefined} recording
 * @property {number} shown how often a recording was to be shown: what was read for one before the last is of no use
 * @property {number} left how many of its rows hold no step, and are not exported
 * @property {import("../shared/formats.js").Format} format
 * @property {import("../shared/formats.js").Format[]} allowed
 * @property {string} id the withdrawal id of the next export: it stands in the bytes that are shown
 * @property {import("./export-file.js").File} file
 * @property {{word: string, found: Place[], inLine: Map<number, Place[]>, hit: number}} search the feared word, where it stands,
 *   and which of its places is shown
 * @property {import("../protocol").Receipt | undefined} receipt of what was exported just now
 */

/** @param {Hosts} hosts @param {import("./review.js").Page} page */
export function createExport(hosts, page) {
  /** @type {ExportView} */
  const view = {
    hosts,
    list: createVirtualList(hosts.text, hosts.scroller),
    possible: createPossible(hosts.possible, page),
    page,
    recording: undefined,
    shown: 0,
    left: 0,
    format: "trace",
    allowed: [],
    id: crypto.randomUUID(),
    file: NO_FILE,
    search: { word: "", found: [], inLine: new Map(), hit: 0 },
    receipt: undefined,
  };
  return {
    /** @param {StoredSession} session @param {StoredStep[]} rows */
    show: (session, rows) => showExport(view, session, rows),
  };
}

/** @param {ExportView} view @param {StoredSession} session @param {StoredStep[]} rows */
async function showExport(view, session, rows) {
  if (session.id !== view.recording?.session.id) {
    view.receipt = undefined;
    view.search.word = "";
  }
  const shown = ++view.shown;
  const steps = rows.filter((one) => !one.unreadable);
  const store = await openStore();
  const observations = await store.getAll("observations", keysOf(session.id));
  const { terms } = await readSettings();
  if (shown !== view.shown) return;
  view.recording = { session, steps, observations, terms };
  view.possible.show(view.recording);
  view.left = rows.length - steps.length;
  // A word in it may have been masked meanwhile, or the receipt deleted.
  view.receipt = view.receipt && (await store.get("receipts", view.receipt.id));
  view.allowed = await allowedFormats();
  if (!view.allowed.includes(view.format)) view.format = view.allowed[0] ?? view.format;
  write(view);
}

/** Makes the file anew. @param {ExportView} view */
function write(view) {
  const { recording, format, id, allowed } = view;
  if (!recording) return;
  view.file = allowed.includes(format) ? fileOf({ ...recording, format, id }) : NO_FILE;
  search(view);
}

// ---- The feared word

/** @param {ExportView} view */
function search(view) {
  const { word } = view.search;
  const found = word.trim() ? placesOf(view.file.text, word) : [];
  view.search = { word, found, inLine: Map.groupBy(found, ({ line }) => line), hit: 0 };
  draw(view);
  if (found.length) reveal(view);
}

/** Shows the next or the previous place. @param {ExportView} view @param {1 | -1} by */
function next(view, by) {
  const { found, hit } = view.search;
  if (!found.length) return;
  view.search.hit = (hit + by + found.length) % found.length;
  draw(view);
  reveal(view);
}

/** @param {ExportView} view */
function reveal({ list, hosts, search: { found, hit } }) {
  list.reveal(found[hit]?.line ?? 0);
  // In a long line the place itself may be far from its edges.
  hosts.text.querySelector("mark[data-current]")?.scrollIntoView({ block: "nearest" });
}

/** @param {ExportView} view */
function maskFeared({ recording, page, search: { word } }) {
  if (recording) void maskWord(page, recording.session.id, word.trim());
}

// ---- What is drawn

/** @param {ExportView} view */
function draw(view) {
  const { recording, file, list, hosts } = view;
  if (!recording) return;
  drawChoice(view, recording);
  list.show(file.lines.map((text, at) => ({ key: String(at), content: () => line(view, text, at) })));
  const { session, steps } = recording;
  const state = { isRunning: !session.ended, isEmpty: !file.text || !steps.length };
  const receipt = view.receipt ? exported(view.receipt, view.page) : nothing;
  render([exportButton(state, () => exportFile(view)), receipt], hosts.go);
}

/** @param {ExportView} view @param {import("./export-file.js").Recording} recording */
function drawChoice(view, recording) {
  const { format, allowed, file, left } = view;
  const { word, found, hit } = view.search;
  const masked = maskedIn({ ...recording, format });
  render(
    [
      formatChoice(format, allowed, (chosen) => {
        view.format = chosen;
        view.receipt = undefined;
        write(view);
      }),
      contents({ bytes: file.bytes.length, steps: recording.steps.length, left, masked }),
      fearedForm(
        { word, hits: found.length, hit, mayMask: Boolean(recording.session.ended) },
        {
          onWord(typed) {
            view.search.word = typed;
            search(view);
          },
          onNext: () => next(view, 1),
          onMask: () => maskFeared(view),
        },
      ),
    ],
    view.hosts.choice,
  );
}

/** A line of the file, its feared words marked. @param {ExportView} view @param {string} text @param {number} at */
function line({ search: { found, hit, inLine } }, text, at) {
  const current = found[hit];
  return html`<pre class="line">
${parts(text, inLine.get(at) ?? []).map(({ text, place }) => {
      if (!place) return text;
      return place === current ? html`<mark data-current>${text}</mark>` : html`<mark>${text}</mark>`;
    })}</pre>`;
}

// ---- The export

/** @param {ExportView} view */
async function exportFile(view) {
  const { recording, format, id, file, page } = view;
  if (!recording) return;
  const receipt = await receiptOf({ ...recording, format, id }, file);
  // The receipt first: what left must stand in the log.
  if (!(await page.act({ type: "noteExport", receipt }))) return;
  download(file.bytes, receipt.file, formatOf(format).type);
  view.receipt = receipt;
  // The next export is another one.
  view.id = crypto.randomUUID();
  write(view);
}
