// Opens a trace file to look at: checked as a whole, shown as text, and nothing of it is stored or run.
import { read_trace } from "../core/overt.js";
import { count, say as inLanguage, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { createVirtualList } from "../shared/virtual-list.js";
import { keyOf } from "../shared/steps.js";
import { stepRow } from "../shared/step-row.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";

/** A file over this size is not read at all: no recording is nearly so large, and the page would stand still. */
const LARGEST = 64 * 1024 * 1024;

/**
 * @param {HTMLElement} about
 * @param {HTMLElement} list
 * @param {import("./review.js").Page} page
 */
export function createFile(about, list, page) {
  const virtualList = createVirtualList(list);

  /** @param {File} file */
  async function open(file) {
    page.say("", "good");
    if (file.size > LARGEST)
      return refuse(file, t("import_too_large", Math.ceil(file.size / 1024 / 1024), LARGEST / 1024 / 1024));
    let trace;
    try {
      trace = read_trace(await file.text());
    } catch {
      // The browser could not read it: it was moved or deleted meanwhile.
      return refuse(file, t("import_unreadable"));
    }
    if ("broken" in trace) return refuse(file, inLanguage(trace.broken));
    page.say(t("import_whole", file.name), "good");
    page.go("file");
    show(file.name, trace);
  }

  /** @param {File} file @param {string} why */
  const refuse = (file, why) => page.say(t("import_refused", file.name, why), "bad");

  /** @param {string} name @param {{header: Omit<import("../trace").Header, "kind">, steps: import("../trace").Step[]}} trace */
  function show(name, { header, steps }) {
    const stored = steps.map((step) => ({
      ...{ session: "", document: "file", sequence: step.seq, revision: 0, step },
      marks: (step.flags ?? []).filter((flag) => flag === "mistake" || flag === "notForTraining"),
    }));
    render(
      html`<div class="card stack">
        <div class="row apart">
          <h2>${header.goal || t("session_no_goal")}</h2>
          <button id="close-file" type="button" @click=${() => page.go("steps")}>${icon("close")}${t("close")}</button>
        </div>
        <p class="quiet">${t("import_only_shown", name)}</p>
        ${header.note ? html`<p>${header.note}</p>` : nothing}
        <p class="row">
          <span class="chip">${count("indicator_steps", steps.length)}</span>
          <span class="chip">${header.environment.browser}</span>
        </p>
      </div>`,
      about,
    );
    virtualList.show(
      stored.map((one, at) => ({
        key: keyOf(one),
        content: () => stepRow(one, at),
      })),
    );
  }

  return { open };
}
