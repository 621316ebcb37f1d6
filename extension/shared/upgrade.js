// What earlier versions stored, as this one stores it. Called wherever stored data is read; it is written anew with its next change.

/**
 * The masking level was called `floor` in sessions, settings, the store's index and the tickets of the journal.
 * @template T
 * @param {T} stored
 * @returns {T}
 */
export function upgraded(stored) {
  if (typeof stored !== "object" || stored === null || !("floor" in stored)) return stored;
  const { floor, ...rest } = stored;
  return /** @type {T} */ ({ maskingLevel: floor, ...rest });
}
