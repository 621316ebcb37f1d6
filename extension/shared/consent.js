// The person's consent: without it nothing is ever recorded, and it holds for the text that was shown and for no other.
import { api } from "./api.js";
import { wordsIn } from "./i18n.js";
import { readPolicy } from "./policy.js";
import { changeSettings, readSettings } from "./settings.js";

/** @typedef {import("../words").Key} Key */
/** @typedef {Pick<import("../words").Words, "language" | "t">} Words */
/** @typedef {import("../protocol").PolicyView} PolicyView */

/**
 * The version of our text, for whoever reads what was agreed to. A test knows the hash of the text that belongs to it; whether
 * the person is asked again is decided by the hash of what they were shown.
 */
export const TEXT_VERSION = "5";

/** Where the person is asked. */
const PAGE = "welcome/welcome.html";

/**
 * What the person is told first: each subject with its sentences.
 * @type {{icon: import("./icons.js").IconName, title: Key, items: Key[]}[]}
 */
export const FACTS = [
  {
    icon: "record",
    title: "welcome_recorded",
    items: ["welcome_recorded_actions", "welcome_recorded_targets", "welcome_recorded_text", "welcome_recorded_where"],
  },
  {
    icon: "barred",
    title: "welcome_never",
    items: ["welcome_never_private", "welcome_never_screen", "welcome_never_person"],
  },
  { icon: "device", title: "welcome_kept", items: ["welcome_kept_here", "welcome_kept_export", "welcome_kept_delete"] },
  {
    icon: "person",
    title: "welcome_decides",
    items: ["welcome_decides_you", "welcome_decides_company", "welcome_decides_overt"],
  },
];

/** All of our text that the person agrees to. @type {Key[]} */
const TEXT = [
  "welcome_lead",
  ...FACTS.flatMap(({ title, items }) => [title, ...items]),
  "welcome_example",
  "welcome_example_text",
  "welcome_example_masking",
  "welcome_consent",
  "welcome_consent_text",
  "welcome_consent_free",
];

/**
 * What the organisation has to say there, in the order in which it is shown; empty where it says nothing.
 * @param {Words} words
 * @param {PolicyView} policy
 */
export const policyText = ({ t }, { organisation, contact, consent }) =>
  organisation || contact || consent
    ? [
        organisation ? t("welcome_policy_by", organisation) : t("welcome_policy"),
        consent ?? "",
        contact ? t("welcome_policy_contact", contact) : "",
      ]
    : [];

/**
 * SHA-256, in hexadecimal, of all that the first page says in these words under this policy.
 * @param {Words} words
 * @param {PolicyView} policy
 */
export async function hashOfText(words, policy) {
  const text = JSON.stringify([...TEXT.map((key) => words.t(key)), ...policyText(words, policy)]);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(hash).toHex();
}

/**
 * What the person has said to the text as it is now, in the language in which they read it.
 * @returns {Promise<"given" | "changed" | "none">} `changed`: they agreed to another text
 */
export async function consentState() {
  const [{ consent }, policy] = await Promise.all([readSettings(), readPolicy()]);
  if (!consent) return "none";
  const { language, shown } = consent;
  return language && shown === (await hashOfText(wordsIn(language), policy)) ? "given" : "changed";
}

export const hasConsent = async () => (await consentState()) === "given";

/** @param {Pick<import("../protocol").Consent, "language" | "shown">} text what the person had before them */
export const giveConsent = (text) =>
  changeSettings({ consent: { date: new Date().toISOString(), textVersion: TEXT_VERSION, ...text } });

export const withdrawConsent = () => changeSettings({ consent: undefined });

/** Brings the page that asks to the front: one is enough. */
export async function askConsent() {
  const url = api.runtime.getURL(PAGE);
  const open = await api.runtime.getContexts({ contextTypes: /** @type {any} */ (["TAB"]), documentUrls: [url] });
  const [{ tabId, windowId } = { tabId: undefined, windowId: undefined }] = open;
  if (tabId === undefined || windowId === undefined) return void (await api.tabs.create({ url }));
  await api.tabs.update(tabId, { active: true });
  await api.windows.update(windowId, { focused: true });
}
