// Checks of what another context sent: each says of a value whether it is what its type says, and within its bounds.

/**
 * A check of exactly that type: the second member is never there, and keeps TypeScript from taking one of a narrower type.
 * @template T
 * @typedef {((value: unknown) => boolean) & {exact?: (value: T) => T}} Check
 */

/** @param {number} most in UTF-16 code units @returns {Check<string>} */
export const text = (most) => (value) => typeof value === "string" && value.length <= most;

/** @param {RegExp} form @returns {Check<string>} */
export const like = (form) => (value) => typeof value === "string" && form.test(value);

/** @param {number} least @param {number} most @returns {Check<number>} */
export const whole = (least, most) => (value) => Number.isSafeInteger(value) && within(value, least, most);

/** @param {number} least @param {number} most @returns {Check<number>} */
export const number = (least, most) => (value) => Number.isFinite(value) && within(value, least, most);

/** @param {unknown} value @param {number} least @param {number} most */
const within = (value, least, most) => Number(value) >= least && Number(value) <= most;

/** @type {Check<boolean>} */
export const flag = (value) => typeof value === "boolean";

/** One of some words, all of which stand in the table. @template {string} T @param {Record<T, true>} words @returns {Check<T>} */
export const word = (words) => (value) => typeof value === "string" && Object.hasOwn(words, value);

/** One of a list of words. @template {string} T @param {readonly T[]} words @returns {Check<T>} */
export const among = (words) => (value) => words.some((one) => one === value);

/** @template A @template B @param {Check<A>} one @param {Check<B>} other @returns {Check<A | B>} */
export const either = (one, other) => (value) => one(value) || other(value);

/** @template T @param {Check<T>} check @returns {Check<T | undefined>} */
export const optional = (check) => (value) => value === undefined || check(value);

/** @template T @param {Check<T>} check @param {number} most @returns {Check<T[]>} */
export const list = (check, most) => (value) => Array.isArray(value) && value.length <= most && value.every(check);

/** @template T @param {Check<T>} check @param {number} most @returns {Check<Record<string, T>>} */
export const table = (check, most) => (value) =>
  isObject(value) && Object.keys(value).length <= most && Object.values(value).every(check);

/**
 * An object with these members and no others.
 * @template {object} T
 * @param {{[K in keyof T]-?: Check<T[K]>}} members
 * @returns {Check<T>}
 */
export const shape = (members) => (value) =>
  isObject(value) &&
  Object.keys(value).every((name) => Object.hasOwn(members, name)) &&
  Object.entries(members).every(([name, check]) => /** @type {Check<any>} */ (check)(value[name]));

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
