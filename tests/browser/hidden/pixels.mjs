// Whether a person can see the indicator: its colour is counted in a screenshot, a PNG read with node's own modules.

import { inflateSync } from "node:zlib";

/** The border and the mark of the indicator in the light theme, and how far each channel may be from it. @type {[number, number, number]} */
const RED = [185, 28, 53];
const NEAR = 12;
/** The least that it has where nothing hides it. */
const LEAST = 500;

/**
 * Looks at a page on which the indicator is drawn whole, and returns what tells whether at least half of it is on screen.
 * @param {import("puppeteer-core").Page} page
 */
export async function eyeOn(page) {
  const look = async () => countPixels(await page.screenshot({ captureBeyondViewport: false }), RED);
  const whole = await look();
  if (whole < LEAST) throw new Error(`expected an indicator, found ${whole} of its pixels`);
  return async () => (await look()) > whole / 2;
}

/**
 * How many pixels of a PNG of 8 bits a channel, as browsers make them, have a colour.
 * @param {Uint8Array} png
 * @param {[number, number, number]} colour its red, green and blue
 */
function countPixels(png, colour) {
  const bytes = Buffer.from(png);
  const width = bytes.readUInt32BE(16);
  const channels = bytes[25] === 6 ? 4 : 3;
  /** @type {Buffer[]} */
  const parts = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  let above = Buffer.alloc(stride);
  let count = 0;
  for (let at = 0; at < rows.length; at += stride + 1) {
    const row = unfilter(rows[at] ?? 0, rows.subarray(at + 1, at + 1 + stride), above, channels);
    for (let x = 0; x < stride; x += channels)
      if (colour.every((wanted, channel) => Math.abs((row[x + channel] ?? 0) - wanted) < NEAR)) count++;
    above = row;
  }
  return count;
}

/**
 * Undoes the filter of one row (https://www.w3.org/TR/png-3/#9Filter-types).
 * @param {number} filter @param {Buffer} row @param {Buffer} above @param {number} channels
 */
function unfilter(filter, row, above, channels) {
  if (filter === 0) return row;
  for (let x = 0; x < row.length; x++) {
    const left = x < channels ? 0 : (row[x - channels] ?? 0);
    const up = above[x] ?? 0;
    let guess = left;
    if (filter === 2) guess = up;
    else if (filter === 3) guess = (left + up) >> 1;
    else if (filter === 4) guess = paeth(left, up, x < channels ? 0 : (above[x - channels] ?? 0));
    row[x] = (row[x] ?? 0) + guess;
  }
  return row;
}

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - up);
  const c = Math.abs(guess - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
