// Deletes whole recordings and receipts, and wipes all there is.
import { api } from "../shared/api.js";
import { dropKey, dropKeys } from "../shared/keys.js";
import { sendStoreEvent } from "../shared/store-events.js";
import { keptFor, readPolicy } from "../shared/policy.js";
import { readSettings } from "../shared/settings.js";
import { changeIndex } from "../shared/store-index.js";
import { deleteStore, openStore } from "../shared/store.js";
import { apart } from "./apart.js";
import { stop } from "./end.js";
import { dropAside, dropJournal } from "./journal.js";
import { recall, remember } from "./memory.js";
import { roomMade } from "./room.js";

/** @typedef {import("../protocol").DoneReply} DoneReply */

const DAY = 86_400_000;
/** What a session has in the stores beside itself, by the index of that name. */
const PARTS = ["steps", "gone", "observations"];

/** @param {string} id @returns {Promise<DoneReply>} */
export async function deleteSession(id) {
  if ((await recall("active"))?.id === id) await stop();
  await remove(id);
  await apart(roomMade);
  return { done: true };
}

/** @param {string} id */
async function remove(id) {
  await apart(() => dropJournal(id));
  // First of what is deleted: whatever the browser keeps of the rows is noise from here on. On a full disk the rows may have to
  // make room for it.
  const dropped = await apart(() => dropKey(id));
  const write = (await openStore()).transaction(["sessions", ...PARTS], "readwrite");
  await write.objectStore("sessions").delete(id);
  // Every key of theirs begins with the session.
  for (const part of PARTS) await write.objectStore(part).delete(IDBKeyRange.bound([id], [id, []]));
  await write.done;
  if (!dropped) await dropKey(id);
  await changeIndex((index) => void delete index[id]);
  await remember("stopped", (stopped) => ({
    value: stopped?.session === id ? undefined : stopped,
    result: undefined,
  }));
  sendStoreEvent({ session: id });
}

/** Deletes what is older than the person, or the policy, wants it kept. @returns {Promise<number>} how many sessions */
export async function expire() {
  const [{ retentionDays: own }, { retentionDays: most }] = await Promise.all([readSettings(), readPolicy()]);
  const days = keptFor(own, most);
  if (!days) return 0;
  const oldest = Date.now() - days * DAY;
  const active = await recall("active");
  const sessions = /** @type {import("../protocol").StoredSession[]} */ (await (await openStore()).getAll("sessions"));
  const old = sessions.filter(({ id, ended, started }) => id !== active?.id && (ended ?? started) < oldest);
  await apart(
    () => dropAside(oldest),
    ...old.map(
      ({ id }) =>
        () =>
          remove(id),
    ),
  );
  return old.length;
}

/** @param {import("../protocol").Receipt} receipt @returns {Promise<DoneReply>} */
export async function addReceipt(receipt) {
  const write = (await openStore()).transaction("receipts", "readwrite");
  await Promise.all([write.store.put(receipt), write.done]);
  sendStoreEvent({});
  return { done: true };
}

/** @param {string[]} ids @returns {Promise<DoneReply>} */
export async function deleteReceipts(ids) {
  const write = (await openStore()).transaction("receipts", "readwrite");
  await Promise.all([...ids.map((id) => write.store.delete(id)), write.done]);
  sendStoreEvent({});
  return { done: true };
}

/** Ends what records and empties every store and every storage area. @returns {Promise<DoneReply>} */
export async function wipe() {
  await stop();
  // First the index: where it is ended in the midst of this, nothing is missed.
  const cleared = await apart(() => api.storage.local.clear());
  const emptied = await apart(dropKeys, emptyStore, () => api.storage.session.clear());
  sendStoreEvent({});
  return cleared && emptied ? { done: true } : { done: false, reason: "proof_left_text" };
}

async function emptyStore() {
  try {
    const store = await openStore();
    const names = [...store.objectStoreNames];
    const write = store.transaction(names, "readwrite");
    await Promise.all([...names.map((name) => write.objectStore(name).clear()), write.done]);
  } catch {
    // It is damaged: it goes as a whole.
    await deleteStore();
  }
}
