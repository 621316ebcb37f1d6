// What the core says of a policy and decides of a page: made from tests/policy-view.schema.json, which is made from src/policy/.
// Not edited by hand: `OVERT_WRITE_SCHEMA=1 node --test tests/node/schema-types.test.mjs` writes it anew.

import type { MaskingLevel } from "./trace";

/** What is decided of a page. */
export type Decision = {
  /** This page may be recorded, where the employee switched its site on. */
  allowed: boolean;
  /** Whom to ask, where it is the organisation that does not allow it. */
  contact?: string;
  /** The paths of its origin that may be recorded; absent where none may. */
  paths?: Paths;
  /** Why not. */
  reason?: Message;
  /** The match pattern under which the browser grants the site; absent where it is no site. */
  site?: string;
};

/** A file format of the export. */
export type ExportFormat = "trace" | "userFlow" | "playwright";

/** A message for a person: by its key in a catalogue, or in the core's own English. */
export type Message = {
  /** For `$1`, `$2` … */
  args: string[];
  /** In `_locales/*\/messages.json`. */
  key: string;
  /** In English. */
  words: string;
};

/** A pack of sites that are never recorded. */
export type PackView = {
  /** How many hosts it has, each with all below it. */
  hosts: number;
  /** Its name in a policy. */
  name: string;
  /** Patterns that the organisation added. */
  own: string[];
};

/** Path prefixes of one origin, each of whole segments; `/` is all of it. */
export type Paths = {
  /** A page must be in one of them. */
  allowed: string[];
  /** And in none of these. */
  denied: string[];
};

/** What a policy says. */
export type PolicyView = {
  /** What the employee must have agreed to before the first recording. */
  consent?: string;
  /** Whom to ask about it. */
  contact?: string;
  /** The formats that may be exported. */
  exports: ExportFormat[];
  /** By which it is told from another one, or from one of before: twelve hexadecimal digits of the SHA-256 of its entries. Absent where it has none. */
  hash?: string;
  /** Sites may be unencrypted. */
  http: boolean;
  /** The least that is masked. */
  maskingLevel: MaskingLevel;
  /** Patterns of the sites that never may. */
  never: string[];
  /** Who made the policy. */
  organisation?: string;
  /** The packs, which always hold. */
  packs: PackView[];
  /** There is a policy. */
  present: boolean;
  /** Its mistakes; while there is one nothing may be recorded. */
  problems: Message[];
  /** How long a session may be kept, in days; absent where the policy does not say. */
  retentionDays?: number;
  /** Patterns of the sites that may be switched on; absent where every site may. */
  sites?: string[];
  /** Sites of whose interface the strings are known, which are kept at the masking level `structure`. */
  strings: StringsView[];
  /** The version of its format; absent where it does not say. */
  version?: number;
};

/** What is known of a site's interface. */
export type StringsView = {
  /** How many hashes of strings there are. */
  count: number;
  /** The site's pattern. */
  site: string;
};
