// The formats a recording can be exported in, and which of them the organisation allows.
import { export_playwright, export_trace, export_user_flow } from "../core/overt.js";
import { readPolicy } from "./policy.js";

/** @typedef {"trace" | "userFlow" | "playwright"} Format */

/**
 * Each format: how the file's name ends, its media type, and the core's writer of session, steps and observations.
 * @type {Record<Format, {ending: string, type: string, write: (session: string, steps: string, seen: string) => string}>}
 */
export const FORMATS = {
  trace: { ending: "trace.jsonl", type: "application/jsonl", write: export_trace },
  userFlow: { ending: "userflow.json", type: "application/json", write: export_user_flow },
  playwright: { ending: "spec.mjs", type: "text/javascript", write: export_playwright },
};

/** @returns {Promise<Format[]>} */
export async function allowedFormats() {
  const { exports } = await readPolicy();
  return /** @type {Format[]} */ (Object.keys(FORMATS)).filter((format) => exports.includes(format));
}
