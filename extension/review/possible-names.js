// Finds what may be the name of a person, of a street or of a place in what would be exported, for a second look.
//
// By the word lists and rules of the library compromise, which knows English best: it misses names and takes others for some. So it warns,
// and holds nothing back.

/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {import("../protocol").StoredObservation} StoredObservation */

/** Something that may be a name, on which sites (origins) it stands, and in how many texts. @typedef {{text: string, sites: Set<string>, times: number}} PossibleName */

/** How many different texts are looked at in one task, so that the page goes on to answer. */
const AT_ONCE = 40;
/** How many different texts are looked at in all: the library takes about a millisecond for one. */
const MOST_TEXTS = 5_000;
/** Shorter ones are initials and signs. */
const SHORTEST = 3;

/** A quoted text of an observation, in the grammar of aria snapshots. */
const QUOTED = /"((?:[^"\\]|\\.)*)"/g;
const PLACEHOLDER = /<[A-Z]+_\d+[^>]*>/g;

/**
 * The different texts of a recording, with the sites on which each stands.
 * @param {StoredStep[]} steps
 * @param {StoredObservation[]} observations
 * @returns {Map<string, {sites: Set<string>, times: number}>}
 */
export function textsOf(steps, observations) {
  /** @type {Map<string, {sites: Set<string>, times: number}>} */
  const texts = new Map();
  /** @param {string | undefined} text @param {string} site */
  const add = (text, site) => {
    const clean = text?.replace(PLACEHOLDER, " ").trim();
    if (!clean || clean.length < SHORTEST) return;
    const known = texts.get(clean) ?? { sites: new Set(), times: 0 };
    known.sites.add(site);
    known.times++;
    texts.set(clean, known);
  };
  /** @type {Map<string, string>} */
  const seenOn = new Map();
  for (const { step } of steps) {
    const site = siteOf(step.url);
    add(step.target?.name, site);
    if (step.action.type === "change") add(step.action.value, site);
    if (step.observation) seenOn.set(step.observation.id, site);
  }
  for (const { id, text } of observations)
    for (const [, quoted = ""] of text.matchAll(QUOTED)) add(quoted.replace(/\\(.)/g, "$1"), seenOn.get(id) ?? "");
  return texts;
}

/** @param {string} url */
const siteOf = (url) => (URL.canParse(url) ? new URL(url).origin : "");

/** What was found in a text, so that no text is looked at twice. @type {Map<string, string[]>} */
const found = new Map();

/**
 * What may be a name in these texts, the most frequent first.
 * @param {Map<string, {sites: Set<string>, times: number}>} texts
 * @param {() => boolean} isWanted asked between two tasks: false ends the search
 * @returns {Promise<PossibleName[] | undefined>} undefined where it was ended
 */
export async function possibleNames(texts, isWanted) {
  const { default: nlp } = await import("../vendor/compromise.js");
  /** @type {Map<string, PossibleName>} */
  const names = new Map();
  let place = 0;
  for (const [text, { sites, times }] of texts) {
    if (++place > MOST_TEXTS) break;
    if (place % AT_ONCE === 0) {
      await new Promise((resolve) => setTimeout(resolve));
      if (!isWanted()) return undefined;
    }
    let inText = found.get(text);
    if (!inText) found.set(text, (inText = namesIn(nlp, text)));
    for (const name of inText) {
      const known = names.get(name) ?? { text: name, sites: new Set(), times: 0 };
      for (const site of sites) known.sites.add(site);
      known.times += times;
      names.set(name, known);
    }
  }
  return [...names.values()].sort((a, b) => b.times - a.times || a.text.localeCompare(b.text));
}

/** @param {typeof import("../vendor/compromise.js").default} nlp @param {string} text @returns {string[]} */
function namesIn(nlp, text) {
  const document = nlp(text);
  const streets = "#Value #ProperNoun+ (street|road|lane|avenue|drive|square|way|court|terrace|close)";
  const parts = [document.people(), document.places(), document.match(streets)];
  const found = parts.flatMap((part) => /** @type {string[]} */ (part.out("array")));
  return [...new Set(found.map((one) => one.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "")))].filter(
    (one) => one.length >= SHORTEST,
  );
}
