// The formats a recording can be exported in, as the core lists them, and which of them the organisation allows.
import { export_session, formats } from "../core/overt.js";
import { readPolicy } from "./policy.js";

/** @typedef {import("../protocol").ExportFormat} Format */

/** Every format: its name, how a file's name ends, and its media type. The core must be loaded. */
export const allFormats = formats;

/** One of them. @param {Format} name */
export function formatOf(name) {
  const format = allFormats().find((one) => one.name === name);
  if (!format) throw new Error(`no format ${name}`);
  return format;
}

/** The file of a session with its steps and observations, without the person's own words. */
export const writeFile = export_session;

/** @returns {Promise<Format[]>} */
export const allowedFormats = async () => (await readPolicy()).exports;
