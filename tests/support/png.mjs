// Reads and writes what the tests need of a PNG: its size, and a note in it.
// https://www.w3.org/TR/png-3/#5DataRep

import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";

export const ICONS = fileURLToPath(new URL("../../extension/icons/", import.meta.url));
/** The sizes that the manifest names. */
export const SIZES = [16, 32, 48, 128];

/** @param {string} text */
export const hashOf = (text) => createHash("sha256").update(text).digest("hex");

const SIGNATURE = 8;
/** Length, type and checksum stand around a chunk's data. */
const AROUND = 12;

/** @param {Buffer} png @returns {{type: string, data: Buffer, at: number}[]} */
function chunks(png) {
  const all = [];
  for (let at = SIGNATURE; at < png.length;) {
    const length = png.readUInt32BE(at);
    all.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length), at });
    at += length + AROUND;
  }
  return all;
}

/**
 * The PNG with a note before its image.
 * @param {Buffer} png
 * @param {string} keyword
 * @param {string} text
 */
export function withNote(png, keyword, text) {
  const image = chunks(png).find(({ type }) => type === "IDAT");
  if (!image) throw new Error("no image in this PNG");
  const body = Buffer.from(`tEXt${keyword}\0${text}`, "latin1");
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), chunk.length - 4);
  return Buffer.concat([png.subarray(0, image.at), chunk, png.subarray(image.at)]);
}

/** @param {Buffer} png @param {string} keyword @returns {string | undefined} */
export function note(png, keyword) {
  const all = chunks(png).filter(({ type }) => type === "tEXt");
  const words = all.map(({ data }) => data.toString("latin1").split("\0"));
  return words.find(([key]) => key === keyword)?.[1];
}

/** @param {Buffer} png @returns {[number, number]} width and height in pixels */
export const sizeOf = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];
