// The organisation's policy as it applies here.
import { count, language, named, sayMessage, t } from "../shared/i18n.js";
import { icon } from "../shared/icons.js";
import { html } from "../shared/html.js";
import { nothing } from "../vendor/lit.js";

/** @typedef {import("../protocol").PolicyView} PolicyView */

/**
 * What the organisation has decided; without a policy the person decides alone, but for the kinds of sites that are never recorded.
 * @param {PolicyView} policy
 */
export function policyPart(policy) {
  return html`${policy.present ? facts(policy) : html`<p id="no-policy">${t("policy_none")}</p>`}
    <p class="quiet">${t("policy_packs")}</p>
    <ul id="packs" class="chips">
      ${policy.packs.map(
        ({ name, hosts, own }) =>
          html`<li class="chip">
            ${icon("barred")}${named("pack_", name)} <span class="number">${hosts + own.length}</span>
          </li>`,
      )}
    </ul>`;
}

/** @param {PolicyView} policy */
const facts = (policy) =>
  html`${policy.problems.length ? broken(policy) : nothing}
    <dl id="policy-facts" class="facts">
      ${fact(t("policy_by"), policy.organisation)} ${fact(t("policy_contact"), policy.contact)}
      ${fact(t("policy_version"), policy.hash && [policy.version, policy.hash].filter(Boolean).join(", "))}
      ${policy.problems.length ? nothing : rules(policy)}
    </dl>`;

/** @param {PolicyView} policy with mistakes: what else it says does not hold */
function broken({ problems }) {
  const [first] = problems;
  const whole = first && first.key !== "policy_problem";
  return html`<div class="note" data-kind="bad">
    ${icon("warn")}
    <div>
      ${
        whole
          ? html`<p>${sayMessage(first)}</p>`
          : html`<p>${t("policy_broken")}</p>
              <ul>
                ${problems.map((problem) => html`<li>${sayMessage(problem)}</li>`)}
              </ul>`
      }
    </div>
  </div>`;
}

/** What the organisation decided. @param {PolicyView} policy */
const rules = (policy) =>
  html`${fact(t("policy_sites"), policy.sites ? list(policy.sites) : t("policy_sites_all"))}
  ${fact(t("policy_never"), policy.never.length ? list(policy.never) : undefined)}
  ${fact(t("policy_masking_level"), named("masking_level_", policy.maskingLevel))}
  ${fact(
    t("policy_strings"),
    policy.strings.length
      ? list(policy.strings.map(({ site, count: all }) => `${site}: ${all.toLocaleString(language())}`))
      : undefined,
  )}
  ${fact(t("policy_retention"), policy.retentionDays ? count("settings_days", policy.retentionDays) : undefined)}
  ${fact(
    t("policy_exports"),
    policy.exports.length
      ? list(policy.exports.map((format) => named("format_", format.toLowerCase())))
      : t("policy_exports_none"),
  )}
  ${fact(t("policy_consent"), policy.consent)}`;

/** @param {string} name @param {unknown} content */
const fact = (name, content) =>
  content
    ? html`<dt>${name}</dt>
        <dd>${content}</dd>`
    : nothing;
/** @param {string[]} entries */
const list = (entries) =>
  html`<ul>
    ${entries.map((one) => html`<li>${one}</li>`)}
  </ul>`;
