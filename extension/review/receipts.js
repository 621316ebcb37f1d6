// The log of what left: when, what, in which format, its hash and the id to ask for it back; it can itself be deleted.
import { confirmed } from "../shared/confirm.js";
import { count, language, named, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { maskedWords } from "../shared/steps.js";
import { html } from "../shared/html.js";
import { nothing, render, repeat } from "../vendor/lit.js";

/** @typedef {import("../protocol").Receipt} Receipt */

/**
 * @param {HTMLElement} host
 * @param {Receipt[]} receipts
 * @param {import("./review.js").Page} page
 */
export function showReceipts(host, receipts, page) {
  const clear = async () => {
    if (await confirmed({ title: t("receipts_clear"), text: t("receipts_clear_text"), yes: t("receipts_clear") }))
      await page.act({ type: "deleteReceipts", ids: receipts.map(({ id }) => id) }, () => t("receipts_cleared"));
  };
  render(
    html`<div class="row apart">
        <div>
          <h2>${t("receipts_title")}</h2>
          <p class="quiet">${t("receipts_lead")}</p>
        </div>
        ${
          receipts.length
            ? html`<button id="clear-receipts" type="button" class="danger" @click=${clear}>
                ${icon("delete")}${t("receipts_clear")}
              </button>`
            : nothing
        }
      </div>
      ${receipts.length ? nothing : html`<p class="card quiet">${t("receipts_none")}</p>`}
      <ul class="stack">
        ${repeat(
          receipts,
          ({ id }) => id,
          (receipt) => html`<li data-receipt=${receipt.id} class="card">${receiptCard(receipt, page)}</li>`,
        )}
      </ul>`,
    host,
  );
}

/** @param {Receipt} receipt @param {import("./review.js").Page} page */
export function receiptCard(receipt, page) {
  const when = new Date(receipt.date).toLocaleString(language(), { dateStyle: "medium", timeStyle: "medium" });
  const masked = maskedWords(receipt.masked).join(", ");
  return html`<div class="row apart">
      <h3>${receipt.goal || t("session_no_goal")}</h3>
      <button
        type="button"
        class="only-icon plain"
        aria-label=${t("receipt_delete", when)}
        title=${t("receipt_delete", when)}
        @click=${() => page.act({ type: "deleteReceipts", ids: [receipt.id] })}
      >
        ${icon("delete")}
      </button>
    </div>
    <dl class="facts">
      <dt>${t("receipt_when")}</dt>
      <dd>${when}</dd>
      <dt>${t("receipt_what")}</dt>
      <dd>
        ${named("format_", receipt.format.toLowerCase())}, ${count("indicator_steps", receipt.steps)},
        ${count("bytes", receipt.bytes)}${masked ? html`<br />${t("masking_was", masked)}` : nothing}
      </dd>
      <dt>${t("receipt_file")}</dt>
      <dd><code>${receipt.file}</code></dd>
      <dt>${t("receipt_hash")}</dt>
      <dd><code data-fact="sha256">${receipt.sha256}</code></dd>
      <dt>${t("receipt_withdrawal")}</dt>
      <dd><code data-fact="withdrawal">${receipt.id}</code></dd>
    </dl>`;
}
