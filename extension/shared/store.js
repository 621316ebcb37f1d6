// The store: sessions and their steps in IndexedDB. Only text that has passed the redactor comes here.
import { openDB } from "../vendor/idb.js";

const NAME = "overt";
const VERSION = 1;

/** Opens the store; each caller in a context gets the same connection. */
export const openStore = (() => {
  /** @type {ReturnType<typeof openDB> | undefined} */
  let opened;
  return () =>
    (opened ??= openDB(NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore("sessions", { keyPath: "id" });
        database
          .createObjectStore("steps", { keyPath: ["session", "document", "sequence"] })
          .createIndex("session", "session");
      },
      terminated() {
        opened = undefined;
      },
    }));
})();
