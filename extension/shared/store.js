// The store: sessions, their steps and what these were taken in, the settings and the receipts of exports in IndexedDB, sealed.
// Only text that has passed the redactor comes here, and what the person said.
import { deleteDB, openDB, wrap } from "../vendor/idb.js";
import { loadKeys } from "./keys.js";
import { sealedDatabase } from "./sealed.js";

const NAME = "overt";

/**
 * What each version changed, the first one first. A version that was once released never changes.
 * @type {((database: import("../vendor/idb.js").IDBPDatabase<unknown>, change: any) => void)[]} `change`: its transaction
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
  (_, change) => {
    // What is of a session is found by the start of its key: an index would only be written with each step.
    for (const name of ["steps", "observations", "gone"]) change.objectStore(name).deleteIndex("session");
    change.objectStore("steps").createIndex("observation", ["session", "observation"]);
  },
];

/** The keys of all that a store holds of a session. @param {string} session */
export const keysOf = (session) => IDBKeyRange.bound([session], [session, []]);

/** The connection of this context. @type {ReturnType<typeof openDB> | undefined} */
let opened;

/** Opens the store, whose rows are sealed on their way in and opened on their way out. */
export async function openStore() {
  const [database] = await Promise.all([connect(), loadKeys()]);
  return /** @type {typeof database} */ (sealedDatabase(database));
}

/** Each caller in a context gets the same connection. One that could not be opened is tried anew. */
function connect() {
  if (opened) return opened;
  const opening = place().then(open);
  opening.catch(() => {
    if (opened === opening) opened = undefined;
  });
  return (opened = opening);
}

/** @param {IDBFactory} from @returns {ReturnType<typeof openDB>} */
async function open(from) {
  const request = from.open(NAME, VERSIONS.length);
  request.addEventListener("upgradeneeded", ({ oldVersion }) => {
    const [database, change] = [wrap(request.result), wrap(/** @type {IDBTransaction} */ (request.transaction))];
    for (const by of VERSIONS.slice(oldVersion)) by(/** @type {any} */ (database), change);
  });
  const database = /** @type {any} */ (await wrap(request));
  // Another context waits for this connection to go: one of a newer version, or one that wipes.
  database.addEventListener("versionchange", () => {
    opened = undefined;
    database.close();
  });
  database.addEventListener("close", () => (opened = undefined));
  return database;
}

/** A second place for the store: a storage bucket, which Chromium has. https://wicg.github.io/storage-buckets/ */
const SPARE = "spare";
const buckets = () => /** @type {any} */ (navigator).storageBuckets;

/** Where the store is: in the second place once the first could be neither opened nor deleted. @returns {Promise<IDBFactory>} */
async function place() {
  const spare = (await buckets()?.keys())?.includes(SPARE);
  return spare ? (await buckets().open(SPARE)).indexedDB : indexedDB;
}

/** Deletes the whole store, where it cannot even be opened; the next one to open it makes a new one. */
export async function deleteStore() {
  opened = undefined;
  try {
    await buckets()?.delete(SPARE);
    await deleteDB(NAME);
  } catch (error) {
    // Chromium deletes no database of whose files some are missing.
    if (!buckets()) throw error;
    await buckets().open(SPARE);
  }
}

/**
 * Whether an error says that the browser gives us no more room. On a full disk Chromium's database only knows that something
 * went wrong, and a storage area has words instead of a name.
 * @param {unknown} error
 */
export const isFull = (error) =>
  error instanceof Error && (/^(QuotaExceeded|Unknown)Error$/.test(error.name) || /quota|space/i.test(error.message));

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
