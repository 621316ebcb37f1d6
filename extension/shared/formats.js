// The formats a recording can be exported in, and which of them the organisation allows.
import { export_playwright, export_trace, export_user_flow } from "../core/overt.js";
import { readPolicy } from "./policy.js";

/** @typedef {"trace" | "userFlow" | "playwright"} Format */

/**
 * The core's writer of session, steps and observations, without the person's own words.
 * @typedef {(session: string, steps: string, seen: string, terms: string[]) => string} Write
 */

/** Each format: how the file's name ends, its media type, and its writer. @type {Record<Format, {ending: string, type: string, write: Write}>} */
export const FORMATS = {
  trace: { ending: "trace.jsonl", type: "application/jsonl", write: export_trace },
  userFlow: {
    ending: "userflow.json",
    type: "application/json",
    write: (session, steps, _seen, terms) => export_user_flow(session, steps, terms),
  },
  playwright: {
    ending: "spec.mjs",
    type: "text/javascript",
    write: (session, steps, _seen, terms) => export_playwright(session, steps, terms),
  },
};

/** @returns {Promise<Format[]>} */
export async function allowedFormats() {
  const { exports } = await readPolicy();
  return /** @type {Format[]} */ (Object.keys(FORMATS)).filter((format) => exports.includes(format));
}
