// What a step was done to, how it can be found again, and the page's text at that moment.
import { named, t } from "../shared/i18n.js";
import { keyOf, readObservation } from "../shared/steps.js";
import { html } from "../shared/html.js";
import { nothing } from "../vendor/lit.js";

/** @typedef {import("../protocol").StoredStep} StoredStep */

/** Observations that were read, by the step's key; `null` while one is read. @type {Map<string, string | null>} */
const observations = new Map();

/**
 * @param {StoredStep} stored
 * @param {() => void} redraw called when its observation was read
 */
export function detail(stored, redraw) {
  const { target, action } = stored.step;
  const [best, ...others] = (target?.selectors ?? []).map((selector) => selector.join(" >>> "));
  return html`<dl class="detail">
    ${
      target
        ? html`<dt>${t("detail_target")}</dt>
            <dd>
              ${named("role_", target.role)}${target.name ? html` <q>${target.name}</q>` : nothing}
              <code>${target.tag}</code>
            </dd>`
        : nothing
    }
    ${
      best
        ? html`<dt>${t("detail_found_by")}</dt>
            <dd>
              <code>${best}</code>
              ${
                others.length
                  ? html`<details @toggle=${redraw}>
                      <summary>${t("detail_others")}</summary>
                      <ol>
                        ${others.map((other) => html`<li><code>${other}</code></li>`)}
                      </ol>
                    </details>`
                  : nothing
              }
            </dd>`
        : nothing
    }
    ${
      "value" in action && action.value
        ? html`<dt>${t("detail_value")}</dt>
            <dd class="value">${action.value}</dd>`
        : nothing
    }
    ${observation(stored, redraw)}
  </dl>`;
}

/** @param {StoredStep} stored @param {() => void} redraw */
function observation(stored, redraw) {
  if (!stored.step.observation) return nothing;
  const key = `${stored.session}/${keyOf(stored)}/${stored.revision}`;
  const text = observations.get(key);
  if (text === undefined) {
    observations.set(key, null);
    void readObservation(stored).then((read) => {
      observations.set(key, read ?? "");
      redraw();
    });
  }
  return text
    ? html`<dt>${t("detail_observation")}</dt>
        <dd><pre class="observation" tabindex="0">${text}</pre></dd>`
    : nothing;
}
