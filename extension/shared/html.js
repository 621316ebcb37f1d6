// The templates of our own pages: a character that is not seen, and can make text read as another, is shown as a mark.
import { html as template } from "../vendor/lit.js";

/**
 * Characters that turn the direction of text, hide in it, or control a terminal. Joiners stay: scripts and emoji need them.
 * https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** The text with `[U+202E]` for each such character. @param {string} text */
export const withMarks = (text) =>
  text.replace(UNSEEN, (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`);

/** @param {unknown} value @returns {unknown} */
function shown(value) {
  if (typeof value === "string") return withMarks(value);
  return Array.isArray(value) ? value.map(shown) : value;
}

/** A property, as a field's value, holds what the person wrote, not what is shown. @param {string} before the markup before a value */
const isProperty = (before) => /\s[.@]\w+=["']?$/.test(before);

/** lit's `html`, for pages of ours. @type {typeof template} */
export const html = (strings, ...values) =>
  template(strings, ...values.map((value, at) => (isProperty(strings[at] ?? "") ? value : shown(value))));
