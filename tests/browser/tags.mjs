// The keyed tag of a text as the recorder makes it (SipHash-2-4), for tests that try what a text was.

const MASK = (1n << 64n) - 1n;
/** @param {bigint} value @param {bigint} by */
const turned = (value, by) => ((value << by) | (value >> (64n - by))) & MASK;
/** @param {Uint8Array} bytes @param {number} from */
const word = (bytes, from) => new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(from, true);

/**
 * @param {string} key 32 hexadecimal digits
 * @param {string} kind the class, as in a placeholder
 * @param {string} text
 */
export function tagOf(key, kind, text) {
  const bytes = new Uint8Array(Buffer.from(kind + text));
  const secret = new Uint8Array(Buffer.from(key, "hex"));
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / 8) * 8);
  padded.set(bytes);
  padded[padded.length - 1] = bytes.length & 255;
  const [low, high] = [word(secret, 0), word(secret, 8)];
  let [a, b, c, d] = [
    low ^ 0x736f6d6570736575n,
    high ^ 0x646f72616e646f6dn,
    low ^ 0x6c7967656e657261n,
    high ^ 0x7465646279746573n,
  ];
  const rounds = (/** @type {number} */ count) => {
    for (let round = 0; round < count; round++) {
      a = (a + b) & MASK;
      b = turned(b, 13n) ^ a;
      a = turned(a, 32n);
      c = (c + d) & MASK;
      d = turned(d, 16n) ^ c;
      a = (a + d) & MASK;
      d = turned(d, 21n) ^ a;
      c = (c + b) & MASK;
      b = turned(b, 17n) ^ c;
      c = turned(c, 32n);
    }
  };
  for (let from = 0; from < padded.length; from += 8) {
    const next = word(padded, from);
    d ^= next;
    rounds(2);
    a ^= next;
  }
  c ^= 0xffn;
  rounds(4);
  return (a ^ b ^ c ^ d).toString(16).padStart(16, "0");
}
