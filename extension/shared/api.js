// The browser's extension API under one name: Firefox has it as `browser`, with promises.

/** @type {typeof chrome} */
export const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;
