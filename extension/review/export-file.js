// The file of an export: its text as the person sees it, the receipt of what left, and the download.
import { formatOf, writeFile } from "../shared/formats.js";
import { asRow } from "../shared/steps.js";

/** @typedef {import("../protocol").StoredSession} StoredSession */
/** @typedef {import("../protocol").StoredStep} StoredStep */
/** @typedef {import("../protocol").StoredObservation} StoredObservation */
/** @typedef {import("../shared/formats.js").Format} Format */

/**
 * What is exported; `terms` are the person's own words, which are not.
 * @typedef {{session: StoredSession, steps: StoredStep[], observations: StoredObservation[], terms: string[]}} Recording
 */
/** It, the format, and the withdrawal id, which stands in the file. @typedef {Recording & {format: Format, id: string}} Content */

/** A file's text, its lines and its bytes. @typedef {{text: string, lines: string[], bytes: Uint8Array<ArrayBuffer>}} File */

/** Of what may not be exported. @type {File} */
export const NO_FILE = { text: "", lines: [], bytes: new Uint8Array() };

/** @param {Content} content @returns {File} */
export function fileOf({ session, steps, observations, terms, format, id }) {
  const rows = steps.map(asRow);
  const texts = observations.map(({ session: _, ...one }) => one);
  const text = writeFile(format, header(session, id), rows, texts, terms);
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return { text, lines, bytes: new TextEncoder().encode(text) };
}

/** What the core needs to know of a session. @param {StoredSession} session @param {string} withdrawal */
const header = ({ id, goal, outcome, note = "", started, maskingLevel, environment }, withdrawal) => ({
  session: id,
  goal,
  outcome,
  note,
  withdrawal,
  started: new Date(started).toISOString(),
  maskingLevel,
  environment: { viewport: { width: 1280, height: 800 }, ...environment },
});

/** How often each kind was masked in it: observations are in a trace only. @param {Pick<Content, "steps" | "observations" | "format">} content */
export function maskedIn({ steps, observations, format }) {
  /** @type {Record<string, number>} */
  const sum = {};
  for (const { masked = {} } of [...steps.map(({ step }) => step), ...(format === "trace" ? observations : [])])
    for (const [kind, more] of Object.entries(masked)) sum[kind] = (sum[kind] ?? 0) + more;
  return sum;
}

/** @param {Content} content @param {File} file @returns {Promise<import("../protocol").Receipt>} */
export async function receiptOf(content, { bytes }) {
  const { session, steps, format, id } = content;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return {
    id,
    date: new Date().toISOString(),
    session: session.id,
    goal: session.goal,
    format,
    file: `overt-${id}.${formatOf(format).ending}`,
    bytes: bytes.length,
    steps: steps.length,
    masked: maskedIn(content),
    sha256: digest.toHex(),
  };
}

/** @param {Uint8Array<ArrayBuffer>} bytes @param {string} file its name @param {string} type */
export function download(bytes, file, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = file;
  link.click();
  // The download has taken the bytes by the time a new task runs.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
