// How the detectors do on each kind of private text of many countries, labelled and alone, and on what only looks private.

/** @typedef {[number, number, string]} Span first and last character, type */
/** @typedef {{text: string, spans: Span[], kind: string, way: string, aside: boolean}} Document */
/** @typedef {{kind: string, way: string, spans: number, whole: number, typed: number, missed: string[]}} Recall */

/** The types of ours that are right for a type of the documents. @type {Record<string, string[]>} */
const RIGHT = {
  id: ["id"],
  phone: ["phone"],
  card: ["card"],
  iban: ["iban"],
  email: ["email"],
  key: ["key", "token", "secret"],
  secret: ["secret", "password"],
  birth: ["birth"],
  location: ["location"],
};

/** Kinds in one row of the printed table: all national numbers, all keys. @param {string} kind */
const family = (kind) => /^(id|key) /.exec(kind)?.[1] ?? kind;

/**
 * A stretch is masked whole where findings cover each of its letters and digits, and typed where one finding of a right type covers it.
 * @param {Document} document @param {Span[]} found @param {Span} span
 */
function covered({ text }, found, [start, end, type]) {
  const signs = [...text];
  const whole = signs
    .slice(start, end)
    .every((sign, at) => !/[\p{L}\p{N}]/u.test(sign) || found.some(([a, b]) => a <= start + at && start + at < b));
  const typed = found.some(([a, b, as]) => RIGHT[type]?.includes(as) && a <= start && end <= b);
  return { whole, typed };
}

/** Shows a place of a document. @param {Document} document @param {Span} span */
function show({ text }, [start, end]) {
  const signs = [...text];
  const parts = [signs.slice(Math.max(0, start - 24), start), signs.slice(start, end), signs.slice(end, end + 24)];
  return JSON.stringify(parts.map((part) => part.join("")).join("|"));
}

/**
 * @param {Document[]} documents @param {Span[][]} found
 */
export function scoreKinds(documents, found) {
  /** @type {Map<string, Recall>} */
  const kinds = new Map();
  /** @type {Map<string, {documents: number, hit: number, shown: string[]}>} */
  const negatives = new Map();
  const findings = { all: 0, right: 0 };
  const words = { all: 0, hit: 0 };
  /** @type {string[]} */
  const wrong = [];
  documents.forEach((document, at) => {
    const { text, spans, kind, way } = document;
    const own = found[at] ?? [];
    if (way === "negative") {
      const row = negatives.get(kind) ?? { documents: 0, hit: 0, shown: [] };
      negatives.set(kind, row);
      row.documents++;
      if (own.length) row.hit++;
      for (const one of own) row.shown.push(`${one[2]} ${show(document, one)}`);
    } else if (way === "business") {
      // Bytes of UTF-16 would do as well: all that is asked is which word a finding touches.
      const signs = [...text];
      let from = 0;
      for (const word of signs.join("").split(/(\s+)/u)) {
        const end = from + [...word].length;
        if (/[\p{L}\p{N}]/u.test(word)) {
          words.all++;
          const touched = own.find(([a, b]) => a < end && from < b);
          if (touched) {
            words.hit++;
            wrong.push(`business ${touched[2]} ${show(document, touched)}`);
          }
        }
        from = end;
      }
    } else {
      const key = `${way} ${kind}`;
      const row = kinds.get(key) ?? { kind, way, spans: 0, whole: 0, typed: 0, missed: [] };
      kinds.set(key, row);
      for (const span of spans) {
        const { whole, typed } = covered(document, own, span);
        row.spans++;
        row.whole += Number(whole);
        row.typed += Number(typed);
        if (!whole) row.missed.push(show(document, span));
      }
      for (const one of own) {
        findings.all++;
        if (spans.some(([a, b]) => a < one[1] && one[0] < b)) findings.right++;
        else wrong.push(`beside ${kind} ${one[2]} ${show(document, one)}`);
      }
    }
  });
  const hard = [...negatives.values()].reduce(
    (sum, row) => ({ all: sum.all + row.documents, hit: sum.hit + row.hit }),
    { all: 0, hit: 0 },
  );
  return { kinds: [...kinds.values()], negatives, findings, words, wrong, hard };
}

const share = (/** @type {number} */ part, /** @type {number} */ whole) => (whole ? part / whole : 1);

/** Rows of one family put together. @param {Recall[]} kinds */
export function families(kinds) {
  /** @type {Map<string, {name: string, way: string, kinds: number, spans: number, whole: number, typed: number, worst: number}>} */
  const rows = new Map();
  for (const one of kinds) {
    const name = family(one.kind);
    const row = rows.get(`${one.way} ${name}`) ?? {
      name,
      way: one.way,
      kinds: 0,
      spans: 0,
      whole: 0,
      typed: 0,
      worst: 1,
    };
    rows.set(`${one.way} ${name}`, row);
    row.kinds++;
    row.spans += one.spans;
    row.whole += one.whole;
    row.typed += one.typed;
    row.worst = Math.min(row.worst, share(one.whole, one.spans));
  }
  return [...rows.values()];
}

/** The figures of one that is measured, as they are written. @param {ReturnType<typeof scoreKinds>} scores */
export function summary({ kinds, findings, words, hard }) {
  const three = (/** @type {number} */ number) => Math.round(number * 1_000) / 1_000;
  return {
    precision: three(share(findings.right, findings.all)),
    hardNegativesHit: three(share(hard.hit, hard.all)),
    businessWordsMasked: three(share(words.hit, words.all)),
    recall: Object.fromEntries(
      families(kinds).map((row) => [`${row.name}, ${row.way}`, three(share(row.whole, row.spans))]),
    ),
  };
}
