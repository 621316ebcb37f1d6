// Which words there are: the keys of the English catalogue, so that a misspelt key is a type error.
import type en from "./_locales/en/messages.json";

/** The key of one message. */
export type Key = keyof typeof en;
type WithoutEnding<K> = K extends `${infer Base}_other` ? Base : never;
/** The key of a message that counts, without its ending (`_one`, `_other`). */
export type CountedKey = WithoutEnding<Key>;
export type Language = "en" | "de" | "fr" | "es" | "ja";
/** A sentence in no language yet, as the core tells it. */
export interface Phrase {
  key: string;
  args: (string | Phrase)[];
}
/** The words of one language. */
export interface Words {
  language: Language;
  /** A message, with its `$1`, `$2` … filled in. */
  t(key: Key, ...args: (string | number)[]): string;
  /** A message that counts, in the form that the number asks for; `$1` is the number. */
  count(key: CountedKey, count: number, ...args: (string | number)[]): string;
  /** The word for one of a family of names, as `named("mask_", "email")`; the name itself where there is none. */
  named(prefix: string, name: string): string;
  /** All forms of a message that counts, not filled in, for a context that has no catalogue. */
  forms(key: CountedKey): Partial<Record<Intl.LDMLPluralRule, string>>;
  /** A phrase of the core. */
  say(phrase: Phrase): string;
}
