// The words of every context, in the language that the person chose or else the browser's own.
import { de, en, es, fr, ja } from "../vendor/words.js";
import { api } from "./api.js";
import { DEFAULTS, readSettings } from "./settings.js";

/** @typedef {import("../words").Language} Language */
/** @typedef {import("../words").Words} Words */

/** @type {Record<Language, Record<string, {message: string}>>} */
const CATALOGUES = { en, de, fr, es, ja };

/** The languages there are, each with its own name. */
export const LANGUAGES = Object.entries(CATALOGUES).map(([code, words]) => ({
  code: /** @type {Language} */ (code),
  name: words.language_name.message,
}));

/**
 * Fills `$1` to `$9` of a message in one pass, so that no argument is taken for a place.
 * @param {string} message
 * @param {(string | number)[]} args
 */
const fill = (message, args) => message.replace(/\$([1-9])/g, (place, number) => String(args[number - 1] ?? place));

/** @param {Language} language @returns {Words} */
export function wordsIn(language) {
  const messages = CATALOGUES[language];
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  const shown = (/** @type {string | number} */ arg) => (typeof arg === "number" ? digits.format(arg) : arg);
  /** @type {Words} */
  const words = {
    language,
    t: (key, ...args) => fill(messages[key]?.message ?? key, args.map(shown)),
    count: (key, count, ...args) => {
      const one = messages[`${key}_${rules.select(count)}`] ?? messages[`${key}_other`];
      return fill(one?.message ?? key, [count, ...args].map(shown));
    },
    named: (prefix, name) => messages[prefix + name]?.message ?? name,
    forms: (key) =>
      Object.fromEntries(
        rules
          .resolvedOptions()
          .pluralCategories.map((form) => [form, messages[`${key}_${form}`]?.message])
          .filter(([, message]) => message !== undefined),
      ),
    say: ({ key, args }) =>
      fill(
        messages[key]?.message ?? key,
        args.map((arg) => (typeof arg === "string" ? arg : words.say(arg))),
      ),
  };
  return words;
}

/** The language to speak when the person chose none: the browser's, where there is a catalogue for it. */
function browserLanguage() {
  const wanted = api.i18n.getUILanguage().slice(0, 2);
  return /** @type {Language} */ (wanted in CATALOGUES ? wanted : "en");
}

/** The words for now; the background asks at each use, because the person may choose another language meanwhile. */
export async function currentWords() {
  // Where the store cannot be opened, as on a full disk, there are words all the same.
  const { language } = await readSettings().catch(() => DEFAULTS);
  return wordsIn(language ?? browserLanguage());
}

let words = wordsIn("en");

/** Makes a page speak the person's language: call it before the first `t`, and again after a change of language. */
export async function speak() {
  words = await currentWords();
  document.documentElement.lang = words.language;
  document.documentElement.dir = "ltr"; // of all five
}

/** A page's words in its language, after `speak()`. @type {Words["t"]} */
export const t = (key, ...args) => words.t(key, ...args);
/** @type {Words["count"]} */
export const count = (key, number, ...args) => words.count(key, number, ...args);
/** @type {Words["named"]} */
export const named = (prefix, name) => words.named(prefix, name);
/** @type {Words["say"]} */
export const say = (phrase) => words.say(phrase);
/** A message of the core: in the page's language, or in the core's own words. @param {import("../protocol").Message} message */
export const sayMessage = ({ key, args, words: english }) => (named(key, "") === "" ? english : say({ key, args }));
/** The language that the page speaks, for dates and numbers. */
export const language = () => words.language;
