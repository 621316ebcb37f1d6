// The store: sessions, their steps and what these were taken in, the settings and the receipts of exports in IndexedDB. Only text that has passed the
// redactor comes here, and what the person said; content scripts cannot read it, as they can `storage.local`.
import { deleteDB, openDB } from "../vendor/idb.js";

const NAME = "overt";

/**
 * What each version added, the first one first. A version that was once released never changes.
 * @type {((database: import("../vendor/idb.js").IDBPDatabase<unknown>) => void)[]}
 */
const VERSIONS = [
  (database) => {
    database.createObjectStore("sessions", { keyPath: "id" });
    database
      .createObjectStore("steps", { keyPath: ["session", "document", "sequence"] })
      .createIndex("session", "session");
  },
  (database) => {
    database.createObjectStore("settings", { keyPath: "id" });
    database.createObjectStore("receipts", { keyPath: "id" });
    database.createObjectStore("observations", { keyPath: ["session", "id"] }).createIndex("session", "session");
  },
  (database) => {
    database
      .createObjectStore("gone", { keyPath: ["session", "document", "sequence"] })
      .createIndex("session", "session");
  },
];

/** The connection of this context. @type {ReturnType<typeof openDB> | undefined} */
let opened;

/** Opens the store; each caller in a context gets the same connection. One that could not be opened is tried anew. */
export function openStore() {
  if (opened) return opened;
  const opening = openDB(NAME, VERSIONS.length, {
    upgrade(database, from) {
      for (const add of VERSIONS.slice(from)) add(/** @type {any} */ (database));
    },
    blocking(_current, _next, event) {
      // Another context waits for this connection to go: one of a newer version, or one that deletes everything.
      opened = undefined;
      /** @type {IDBDatabase} */ (event.target).close();
    },
    terminated() {
      opened = undefined;
    },
  });
  opening.catch(() => {
    if (opened === opening) opened = undefined;
  });
  return (opened = opening);
}

/** Deletes the whole store, where it cannot even be opened; the next one to open it makes a new one. */
export const deleteStore = () => deleteDB(NAME);

/** Whether an error says that the browser gives us no more room. @param {unknown} error */
export const isFull = (error) => error instanceof Error && error.name === "QuotaExceededError";

/**
 * Changes a stored session while nobody else does; `undefined` where it is gone.
 * @param {string} id
 * @param {(session: import("../protocol").StoredSession) => Partial<import("../protocol").StoredSession> | undefined} change
 * @returns {Promise<import("../protocol").StoredSession | undefined>}
 */
export async function changeSession(id, change) {
  const write = (await openStore()).transaction("sessions", "readwrite");
  const session = await write.store.get(id);
  const changed = session && change(session);
  const done = write.done;
  // An error of the write is the transaction's too.
  if (changed) await Promise.all([write.store.put({ ...session, ...changed }), done]);
  else await done;
  return session && { ...session, ...changed };
}
