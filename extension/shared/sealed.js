// The one place that seals rows before the store has them, and opens them: what stays readable are the keys of a row.
import { nonce, OWN, sealOf } from "./keys.js";
import { upgraded } from "./upgrade.js";

/** @typedef {Record<string, any>} Row */

/** Of each store the columns of its key path, which stay readable. */
const KEYS = /** @type {Record<string, string[]>} */ ({
  sessions: ["id"],
  steps: ["session", "document", "sequence"],
  observations: ["session", "id"],
  settings: ["id"],
  receipts: ["id"],
});
/** What stays readable beside them, because an index needs it. */
const INDEXED = /** @type {Record<string, string[]>} */ ({ steps: ["observation"] });

/** Which key a row has. @param {string} store @param {Row} row @returns {string} */
function keyOf(store, row) {
  if (store === "sessions") return row.id;
  return row.session ?? OWN;
}

/** Where a row stands: it opens nowhere else. @param {string} store @param {Row} row */
const placeOf = (store, row) => JSON.stringify([store, ...(KEYS[store] ?? []).map((name) => row[name])]);

/** @param {string} store @param {Row} row @returns {Row} */
function clearOf(store, row) {
  const names = [...(KEYS[store] ?? []), ...(INDEXED[store] ?? [])];
  return Object.fromEntries(names.filter((name) => name in row).map((name) => [name, row[name]]));
}

/**
 * A row as it is stored. Synchronous, as WebCrypto is not: IndexedDB ends a transaction that waits for anything else.
 * @param {string} store
 * @param {Row} row
 * @returns {Row}
 */
export function sealRow(store, row) {
  // What tells that a step is gone holds nothing but keys.
  if (!KEYS[store]) return row;
  const clear = clearOf(store, row);
  const seal = sealOf(keyOf(store, clear));
  // Its session was deleted: nothing of it is stored.
  if (!seal) throw new DOMException("the row's key was deleted", "DataError");
  const rest = Object.fromEntries(Object.entries(row).filter(([name]) => !(name in clear)));
  return { ...clear, sealed: seal.seal(nonce(), placeOf(store, clear), JSON.stringify(rest)) };
}

/**
 * A stored row as it was, one of an earlier version as one of today's; undefined where its key was deleted, or somebody changed it.
 * @param {string} store
 * @param {Row | undefined} row
 * @returns {any}
 */
export function openRow(store, row) {
  if (!KEYS[store] || !(row?.sealed instanceof Uint8Array)) return upgraded(row);
  const clear = clearOf(store, row);
  const text = sealOf(keyOf(store, clear))?.open(placeOf(store, clear), row.sealed);
  return text === undefined ? undefined : upgraded({ ...clear, ...JSON.parse(text) });
}

/**
 * An object store whose rows are sealed and opened on their way.
 * @param {any} store of the library `idb`, in a transaction
 */
export const sealedStore = (store) =>
  through(store, {
    put: (/** @type {Row} */ row) => store.put(sealRow(store.name, row)),
    ...reads(store.name, store),
    index: (/** @type {string} */ name) => {
      const index = store.index(name);
      return through(index, reads(store.name, index));
    },
  });

/**
 * A database whose rows are sealed and opened on their way.
 * @param {any} database of the library `idb`
 */
export const sealedDatabase = (database) =>
  through(database, {
    put: (/** @type {string} */ name, /** @type {Row} */ row) => database.put(name, sealRow(name, row)),
    get: async (/** @type {string} */ name, /** @type {any} */ key) => openRow(name, await database.get(name, key)),
    getAll: async (/** @type {string} */ name, /** @type {any[]} */ ...of) =>
      opened(name, await database.getAll(name, ...of)),
    getAllFromIndex: async (/** @type {string} */ name, /** @type {[string]} */ ...of) =>
      opened(name, await database.getAllFromIndex(name, ...of)),
    transaction: (/** @type {any} */ names, /** @type {any} */ ...how) => {
      const transaction = database.transaction(names, ...how);
      return through(transaction, {
        objectStore: (/** @type {string} */ name) => sealedStore(transaction.objectStore(name)),
        ...(transaction.store && { store: sealedStore(transaction.store) }),
      });
    },
  });

/** @param {string} store @param {any} from an object store or an index of it */
const reads = (store, from) => ({
  get: async (/** @type {any} */ key) => openRow(store, await from.get(key)),
  getAll: async (/** @type {any[]} */ ...of) => opened(store, await from.getAll(...of)),
});

/** @param {string} store @param {Row[]} rows */
const opened = (store, rows) => rows.map((row) => openRow(store, row)).filter((row) => row !== undefined);

/**
 * The same object with some of its properties replaced.
 * @param {any} object
 * @param {Record<string, any>} instead
 */
const through = (object, instead) =>
  new Proxy(object, {
    get(target, name) {
      if (typeof name === "string" && name in instead) return instead[name];
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
