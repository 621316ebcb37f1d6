// The first page: says in plain words what Overt does, asks for consent, and shows the icon and the practice page.
import { api, send } from "../shared/api.js";
import { TEXT_VERSION, giveConsent, withdrawConsent } from "../shared/consent.js";
import { language, speak, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { readPolicy } from "../shared/policy.js";
import { onSettings, readSettings } from "../shared/settings.js";
import { html, nothing, render } from "../vendor/lit.js";

/** @typedef {import("../shared/icons.js").IconName} IconName */

const facts = () => [
  {
    icon: /** @type {IconName} */ ("record"),
    title: t("welcome_recorded"),
    items: [t("welcome_recorded_actions"), t("welcome_recorded_targets"), t("welcome_recorded_where")],
  },
  {
    icon: /** @type {IconName} */ ("barred"),
    title: t("welcome_never"),
    items: [t("welcome_never_private"), t("welcome_never_screen"), t("welcome_never_person")],
  },
  {
    icon: /** @type {IconName} */ ("device"),
    title: t("welcome_kept"),
    items: [t("welcome_kept_here"), t("welcome_kept_export"), t("welcome_kept_delete")],
  },
  {
    icon: /** @type {IconName} */ ("person"),
    title: t("welcome_decides"),
    items: [t("welcome_decides_you"), t("welcome_decides_company"), t("welcome_decides_overt")],
  },
];

/** Said no on this page, this time: nothing is kept of it. */
let declined = false;

async function agree() {
  declined = false;
  await giveConsent(await policyVersion());
  await show();
}

/** The policy has no number of its own: what it says is its version. Empty where there is none. */
async function policyVersion() {
  const policy = await readPolicy();
  if (!policy.present) return "";
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(policy)));
  return Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, "0")).join("");
}

async function refuse() {
  declined = true;
  await withdrawConsent();
  await send({ type: "stop" });
  await show();
}

/** What the organisation has to say, as text. @param {import("../protocol").PolicyView} policy */
const policyWords = ({ organisation, contact, consent }) =>
  organisation || contact || consent
    ? html`<section id="policy" class="note">
        ${icon("company")}
        <div class="stack">
          <h3>${organisation ? t("welcome_policy_by", organisation) : t("welcome_policy")}</h3>
          ${consent ? html`<p>${consent}</p>` : nothing}
          ${contact ? html`<p class="quiet">${t("welcome_policy_contact", contact)}</p>` : nothing}
        </div>
      </section>`
    : nothing;

/** @param {import("../protocol").Consent | undefined} consent @param {import("../protocol").PolicyView} policy */
const consentCard = (consent, policy) => html`
  <section class="card consent stack" aria-labelledby="consent">
    <h2 id="consent">${t("welcome_consent")}</h2>
    ${policyWords(policy)}
    <p>${t("welcome_consent_text")}</p>
    <p class="quiet">${t("welcome_consent_free")}</p>
    ${
      consent
        ? html`<div class="row apart">
            <p class="note" data-kind="good" role="status">
              ${icon("check")}<span
                >${t("welcome_agreed", new Date(consent.date).toLocaleDateString(language(), { dateStyle: "long" }))}</span
              >
            </p>
            <button id="withdraw" type="button" @click=${refuse}>${t("welcome_withdraw")}</button>
          </div>`
        : html`<div class="row">
              <button id="agree" class="primary big" type="button" @click=${agree}>${t("welcome_agree")}</button>
              <button id="decline" class="big" type="button" @click=${refuse}>${t("welcome_decline")}</button>
            </div>
            <p id="declined" class="note" role="status" ?hidden=${!declined}>
              ${icon("off")}<span>${t("welcome_declined")}</span>
            </p>`
    }
  </section>
`;

/** @param {boolean} pinned */
const pinCard = (pinned) => html`
  <section class="card stack" aria-labelledby="pin">
    <h2 id="pin" class="row">${icon("pin")} ${t("welcome_pin")}</h2>
    <p>${t("welcome_pin_why")}</p>
    ${
      pinned
        ? html`<p id="pinned" class="note" data-kind="good" role="status">
            ${icon("check")}<span>${t("welcome_pin_done")}</span>
          </p>`
        : html`<ol>
            <li>${t("welcome_pin_menu")}</li>
            <li>${api.runtime.getURL("").startsWith("moz-") ? t("welcome_pin_firefox") : t("welcome_pin_chrome")}</li>
          </ol>`
    }
  </section>
`;

async function show() {
  const [{ consent }, { isOnToolbar = false }, policy] = await Promise.all([
    readSettings(),
    api.action.getUserSettings(),
    readPolicy(),
  ]);
  const current = consent?.textVersion === TEXT_VERSION ? consent : undefined;
  document.title = t("welcome_title");
  render(
    html`<div>
      <header>
        <img src="../icons/128.png" width="72" height="72" alt="" />
        <div>
          <h1>${t("welcome_title")}</h1>
          <p>${t("welcome_lead")}</p>
        </div>
      </header>
      <main>
        <div class="facts">
          ${facts().map(
            (fact) =>
              html`<section class="card">
                <h2>${icon(fact.icon)} ${fact.title}</h2>
                <ul>
                  ${fact.items.map((item) => html`<li>${item}</li>`)}
                </ul>
              </section>`,
          )}
        </div>
        ${consentCard(current, policy)}
        <div class="then">
          ${pinCard(isOnToolbar)}
          <section class="card stack" aria-labelledby="try">
            <h2 id="try" class="row">${icon("edit")} ${t("welcome_try")}</h2>
            <p>${t("welcome_try_text")}</p>
            <p><a id="practice" class="button" href="../practice/practice.html">${t("welcome_try_open")}</a></p>
          </section>
          <section class="card stack" aria-labelledby="next">
            <h2 id="next" class="row">${icon("record")} ${t("welcome_next")}</h2>
            <p>${t("welcome_next_text")}</p>
          </section>
        </div>
      </main>
    </div>`,
    document.body,
  );
}

await speak();
await show();
onSettings(() => void speak().then(show));
// No event of all browsers tells of a pin: it is looked for when the person comes back to this page.
addEventListener("focus", () => void show());
document.addEventListener("visibilitychange", () => void show());
