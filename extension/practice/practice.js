// The practice page: loads the very scripts that pages get, and keeps what they take in its memory alone.
//
// A browser lets no content script into a page of an extension, so this page loads them itself. Only the way to the
// background is another: `createLink` below answers in its place, and nothing is sent or stored.
import { phrase } from "../core/overt.js";
import { api } from "../shared/api.js";
import { loadCore } from "../shared/core.js";
import { currentWords, named, say, speak, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { SCRIPTS } from "../shared/scripts.js";
import { DEFAULTS, readSettings } from "../shared/settings.js";
import { indicatorWords } from "../shared/indicator-words.js";
import { newBook, numberTags } from "../shared/tags.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";

const KEY_BYTES = 16;

/** @typedef {import("../protocol").Step} Step */

/** What was taken, by its place in the document. @type {Map<number, {revision: number, step: Step}>} */
const taken = new Map();
/** The page's text that steps were taken in, by the id that they refer to. @type {Map<string, string>} */
const seen = new Map();
let book = newBook();
/** The numbers of tags. @type {Map<string, number>} */
const numbers = new Map();
/** @type {Set<number>} */
const deleted = new Set();
let paused = false;
let ended = false;
/** @type {(() => void) | undefined} */
let sendState;

/** @param {Step} step */
const isName = ({ action }) => action.type === "change" && action.field === "text";
/** @param {Step} step */
const isTick = ({ action }) => action.type === "change" && action.field === "check";
/** @param {Step} step */
const isPress = ({ action, target }) => action.type === "click" && target?.role === "button";

/** The steps to show: not that this page was opened. */
const steps = () =>
  [...taken]
    .filter(([sequence, { step }]) => !deleted.has(sequence) && step.action.type !== "navigate")
    .map(([sequence, { step }]) => ({ sequence, step }));

/** @param {import("../shared/tags.js").Said} said */
const numbered = (said) => JSON.parse(numberTags(book, numbers, said));

/** @type {OvertShared["createLink"]} */
function createLink({ document, onState }) {
  sendState = () =>
    onState({
      type: "state",
      document,
      recording: true,
      paused,
      full: false,
      steps: steps().length,
      frames: [],
      ended,
    });
  return {
    // What is taken here is in memory alone.
    sealWith: () => {},
    keep: ({ sequence, revision, json, observation }) => {
      const before = taken.get(sequence);
      if (before && before.revision > revision) return;
      taken.set(sequence, { revision, step: numbered({ json, owner: String(sequence) }) });
      if (observation) {
        const { id, text } = numbered({ json: observation, owner: "seen", lasting: true });
        seen.set(id, text);
      }
      show();
      sendState?.();
    },
    send: /** @type {OvertLink["send"]} */ (send),
    insist: /** @type {OvertLink["insist"]} */ (send),
    retry: () => {},
    alive: () => !ended,
    close: () => {},
  };
}

/** Stands in for the background. @param {import("../protocol").FromPage} message */
async function send(message) {
  if (message.type === "hello") return hello();
  if (message.type === "stop") return end();
  if (message.type === "pause" || message.type === "resume") paused = message.type === "pause";
  if (message.type === "pause" || message.type === "resume") sendState?.();
  return undefined;
}

/** @returns {Promise<import("../protocol").HelloReply>} */
async function hello() {
  const settings = await readSettings();
  return {
    on: true,
    session: "practice",
    key: crypto.getRandomValues(new Uint8Array(KEY_BYTES)).toHex(),
    seal: { key: crypto.getRandomValues(new Uint8Array(32)).toBase64(), ticket: "" },
    maskingLevel: DEFAULTS.maskingLevel,
    terms: settings.terms,
    strings: "",
    taint: "",
    clock: Date.now(),
    paused,
    full: false,
    steps: 0,
    tab: 0,
    paths: { allowed: ["/"], denied: [] },
    recording: true,
    indicator: settings.indicator,
    words: indicatorWords(DEFAULTS.maskingLevel, await currentWords()),
  };
}

function end() {
  ended = true;
  sendState?.();
  taken.clear();
  seen.clear();
  deleted.clear();
  book = newBook();
  numbers.clear();
  show();
}

/** @param {number} sequence */
function deleteStep(sequence) {
  deleted.add(sequence);
  taken.set(sequence, { revision: Infinity, step: /** @type {Step} */ (/** @type {unknown} */ ({ action: {} })) });
  const used = new Set(steps().map(({ step }) => step.observation?.id));
  for (const id of seen.keys()) if (!used.has(id)) seen.delete(id);
  show();
  sendState?.();
}

/** The step in words; this page is no site and has a name instead. @param {Step} step */
const inWords = (step) => say(phrase({ ...step, url: `https://${t("practice_site")}/` }));

/** @param {Step} step */
const maskedWords = (step) =>
  Object.keys(step.masked ?? {})
    .map((kind) => named("mask_", kind))
    .join(", ");

/** What the page showed at the last press that is still in the list. @param {{step: Step}[]} all */
function lastSeen(all) {
  const text = all.map(({ step }) => seen.get(step.observation?.id ?? "")).findLast(Boolean);
  return text
    ? html`<section class="stack" aria-labelledby="seen">
        <h3 id="seen">${t("practice_seen")}</h3>
        <p class="quiet">${t("practice_seen_why")}</p>
        <pre class="observation" tabindex="0">${text}</pre>
      </section>`
    : nothing;
}

/** @param {string} text @param {boolean} done */
const task = (text, done) =>
  html`<li class=${done ? "done" : ""}>${icon(done ? "check" : "off")}<span>${text}</span></li>`;

function show() {
  const all = steps();
  const done = (/** @type {(step: Step) => boolean} */ is) => all.some(({ step }) => is(step));
  const results = [done(isName), done(isTick), done(isPress)];
  render(
    html`<div>
      <header>
        <img src="../icons/128.png" width="48" height="48" alt="" />
        <div>
          <h1>${t("practice_title")}</h1>
          <p class="quiet">${t("practice_lead")}</p>
        </div>
        <a id="end" class="button" href="../welcome/welcome.html" data-privacy="block">${t("practice_end")}</a>
      </header>
      <main>
        <section class="card" aria-labelledby="tasks">
          <h2 id="tasks">${t("practice_tasks")}</h2>
          <ol class="tasks stack">
            ${task(t("practice_task_name"), results[0])} ${task(t("practice_task_tick"), results[1])}
            ${task(t("practice_task_press"), results[2])}
          </ol>
          <form class="stack" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
            <h3>${t("practice_form")}</h3>
            <label class="field"
              ><span>${t("practice_by")}</span> <input id="by" type="text" autocomplete="off"
            /></label>
            <label class="check"><input id="received" type="checkbox" /> <span>${t("practice_received")}</span></label>
            <button id="approve" class="primary" type="button">${t("practice_approve")}</button>
          </form>
        </section>
        <section class="card" aria-labelledby="what" data-privacy="block">
          <h2 id="what">${t("practice_taken")}</h2>
          <ol id="taken" aria-live="polite">
            ${all.map(
              ({ sequence, step }) =>
                html`<li>
                  <div>
                    <span>${inWords(step)}</span>
                    ${
                      step.masked
                        ? html`<span class="chip" data-kind="mask"
                            >${icon("mask")}${t("practice_masked", maskedWords(step))}</span
                          >`
                        : nothing
                    }
                  </div>
                  <button
                    class="plain only-icon"
                    type="button"
                    aria-label=${t("practice_delete", inWords(step))}
                    @click=${() => deleteStep(sequence)}
                  >
                    ${icon("delete")}
                  </button>
                </li>`,
            )}
          </ol>
          ${all.length ? nothing : html`<p class="quiet">${t(ended ? "practice_ended" : "practice_none")}</p>`}
          ${
            results.every(Boolean)
              ? html`<p id="all-done" class="note" data-kind="good" role="status">
                  ${icon("check")}<span>${t("practice_done")}</span>
                </p>`
              : nothing
          }
          ${lastSeen(all)}
        </section>
      </main>
    </div>`,
    document.body,
  );
}

await Promise.all([loadCore(), speak()]);
document.title = t("practice_title");
show();
const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));
shared.createLink = createLink;
// All but the link, which is the page's own.
for (const name of SCRIPTS.filter((name) => name !== "link")) {
  const script = document.createElement("script");
  script.src = api.runtime.getURL(`content/${name}.js`);
  script.async = false;
  document.head.append(script);
}
