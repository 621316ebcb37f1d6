// The first page: says in plain words what Overt does, asks for consent, and shows the icon and the practice page.
import { api, send } from "../shared/api.js";
import { FACTS, consentState, giveConsent, hashOfText, policyText, withdrawConsent } from "../shared/consent.js";
import { language, speak, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { onPolicyChange, readPolicy } from "../shared/policy.js";
import { onSettings, readSettings } from "../shared/settings.js";
import { html } from "../shared/html.js";
import { nothing, render } from "../vendor/lit.js";

/** Said no on this page, this time: nothing is kept of it. */
let declined = false;

/** @param {string} shown the hash of the text that is on the page, which may be older than the policy's by now */
async function agree(shown) {
  declined = false;
  await giveConsent({ language: language(), shown });
  await show();
}

async function refuse() {
  declined = true;
  await withdrawConsent();
  await send({ type: "stop" });
  await show();
}

/** @param {import("../protocol").PolicyView} policy */
function policyWords(policy) {
  const [title, consent, contact] = policyText({ language: language(), t }, policy);
  return title
    ? html`<section id="policy" class="note">
        ${icon("company")}
        <div class="stack">
          <h3>${title}</h3>
          ${consent ? html`<p>${consent}</p>` : nothing} ${contact ? html`<p class="quiet">${contact}</p>` : nothing}
        </div>
      </section>`
    : nothing;
}

const day = (/** @type {string} */ date) => new Date(date).toLocaleDateString(language(), { dateStyle: "long" });

/**
 * @param {Awaited<ReturnType<typeof consentState>>} state
 * @param {import("../protocol").Consent | undefined} consent
 * @param {import("../protocol").PolicyView} policy
 * @param {string} shown the hash of what this page says
 */
const consentCard = (state, consent, policy, shown) => html`
  <section class="card consent stack" aria-labelledby="consent">
    <h2 id="consent">${t("welcome_consent")}</h2>
    ${
      state === "changed" && consent
        ? html`<p id="changed" class="note" data-kind="warn">
            ${icon("info")}<span>${t("welcome_changed", day(consent.date))}</span>
          </p>`
        : nothing
    }
    ${policyWords(policy)}
    <p class="promise">${t("welcome_consent_text")}</p>
    <p class="quiet">${t("welcome_consent_free")}</p>
    ${
      state === "given" && consent
        ? html`<div class="row apart">
            <p class="note" data-kind="good" role="status">
              ${icon("check")}<span>${t("welcome_agreed", day(consent.date))}</span>
            </p>
            <button id="withdraw" type="button" @click=${refuse}>${t("welcome_withdraw")}</button>
          </div>`
        : html`<div class="row">
              <button id="agree" class="primary big" type="button" @click=${() => agree(shown)}>
                ${t("welcome_agree")}
              </button>
              <button id="decline" class="big" type="button" @click=${refuse}>${t("welcome_decline")}</button>
            </div>
            <p id="declined" class="note" role="status" ?hidden=${!declined}>
              ${icon("off")}<span>${t("welcome_declined")}</span>
            </p>`
    }
  </section>
`;

/** What is kept with one step, so that nobody has to guess what the text of a page is. */
const example = () => html`
  <section class="card stack" aria-labelledby="example">
    <h2 id="example" class="row">${icon("info")} ${t("welcome_example")}</h2>
    <p>${t("welcome_example_text")}</p>
    <p>${t("welcome_example_masking")}</p>
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
  const [state, { consent }, { isOnToolbar = false }, policy] = await Promise.all([
    consentState(),
    readSettings(),
    api.action.getUserSettings(),
    readPolicy(),
  ]);
  const shown = await hashOfText({ language: language(), t }, policy);
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
          ${FACTS.map(
            (fact) =>
              html`<section class="card">
                <h2>${icon(fact.icon)} ${t(fact.title)}</h2>
                <ul>
                  ${fact.items.map((item) => html`<li>${t(item)}</li>`)}
                </ul>
              </section>`,
          )}
        </div>
        ${example()} ${consentCard(state, consent, policy, shown)}
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
onPolicyChange(() => void show());
// No event of all browsers tells of a pin: it is looked for when the person comes back to this page.
addEventListener("focus", () => void show());
document.addEventListener("visibilitychange", () => void show());
