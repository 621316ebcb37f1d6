// The core as Wasm, loaded once in each context.
import init from "../core/overt.js";

/** @type {Promise<unknown> | undefined} */
let loaded;

/** Loads the core; what is imported of it may be called after that. */
export const loadCore = () => (loaded ??= init());
