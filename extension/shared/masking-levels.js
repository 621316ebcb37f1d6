// The masking levels, from the one that keeps most to the strictest. The only list on JavaScript's side; a test compares it with the core's.

export const MASKING_LEVELS = /** @type {const} */ (["open", "values", "structure", "all"]);
