// The pace of a person, by the keystroke-level model (Card, Moran and Newell, 1980), and the time that it adds up to.

import { pause } from "./wait.mjs";

/** To think of the next act, to point at something, and to press: in ms. */
const THINK = 1350;
const POINT = 1100;
const PRESS = 200;
/** A letter, as an average typist writes it: 55 words in a minute. */
export const LETTER = 200;

/**
 * A person who waits as people do. `time()` is what was waited and typed so far, in ms: the script's own, whatever the machine's speed.
 */
export function createPerson() {
  let spent = 0;
  /** @param {number} ms */
  const wait = (ms) => {
    spent += ms;
    return pause(ms);
  };
  return {
    /** Thinks, points, and presses: call it before each click. */
    act: () => wait(THINK + POINT + PRESS),
    /** Looks at what there is to read. @param {number} seconds */
    read: (seconds) => wait(seconds * 1000),
    /** Writes where the driver has no keys. @param {string} text */
    writes: (text) => wait(text.length * LETTER),
    /** The caller types the text, a key each `LETTER`. @param {string} text */
    typed: (text) => void (spent += text.length * LETTER),
    time: () => spent,
  };
}
