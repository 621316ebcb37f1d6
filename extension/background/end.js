// Ends a session. What records goes first, before anything else can fail; what pages wrote ahead is taken in after that.
import { sendStoreEvent } from "../shared/store-events.js";
import { changeIndex } from "../shared/store-index.js";
import { changeSession, openStore } from "../shared/store.js";
import { api } from "../shared/api.js";
import { apart, atMost } from "./apart.js";
import { showBadges } from "./badge.js";
import { checkStore } from "./check.js";
import { askToEnd, endEverywhere, liveDocuments, PATIENCE, unregister } from "./documents.js";
import { drainJournal } from "./journal.js";
import { recall, remember } from "./memory.js";
import { reconcile } from "./session.js";
import { deleteTags } from "./tags.js";

/** @typedef {import("../protocol").LiveDocument} LiveDocument */

/**
 * Ends the session, whatever stands in any store.
 * @returns {Promise<import("../protocol").DoneReply>}
 */
export async function stop() {
  const active = await recall("active");
  const documents = await liveDocuments().catch(() => []);
  // Should the background be ended in the midst of it, it goes on from here.
  const noted = active && (await apart(() => note(active.id, documents)));
  await remember("active", () => ({ value: undefined, result: undefined }));
  // Where the memory was full there is room now.
  if (active && !noted) await apart(() => note(active.id, documents));
  await apart(
    () => unregister(() => true),
    () => reconcile(),
    () => showBadges(documents.map((one) => one.tabId)),
    async () => active && api.storage.session.set({ stopped: { session: active.id, goal: active.goal } }),
    () => (active ? finish(active.id, documents) : atMost(PATIENCE, askToEnd(documents))),
  );
  // After those that have something to hand over, which were asked one by one.
  if (!(await recall("active"))) await apart(() => atMost(PATIENCE, endEverywhere()));
  return { done: true };
}

/** @param {string} id @param {LiveDocument[]} documents that may still have something to hand over */
const note = (id, documents) =>
  remember("ended", (all = {}) => ({ value: { ...all, [id]: documents }, result: undefined }));

/** Goes on where the background was ended in the midst of ending a session, or of looking after the store. */
export async function finishEnded() {
  if (await recall("recovering")) await recover();
  const ended = Object.entries((await recall("ended")) ?? {});
  await apart(
    ...ended.map(
      ([id, documents]) =>
        () =>
          finish(id, documents),
    ),
  );
}

/**
 * Takes in what the pages of an ended session wrote ahead, and then deletes its keys.
 * @param {string} id
 * @param {LiveDocument[]} documents
 */
async function finish(id, documents) {
  const acknowledged = askToEnd(documents);
  await atMost(PATIENCE, acknowledged);
  await apart(drainJournal);
  await close(id, {});
  void acknowledged.then(() => deleteEnded(id)).catch(() => {});
}

/** Every page has handed over what it had. @param {string} id */
async function deleteEnded(id) {
  // What the store does not take now is taken in later, and is barred then as it is now.
  if (!(await drainJournal())) return;
  // Nothing is on its way any more that could bring back what was deleted, and no site's name nor moment is kept for that.
  await changeSession(id, () => ({ deletions: undefined, outside: undefined }));
  await deleteTags(id);
  const last = await remember("ended", (all = {}) => {
    const { [id]: _, ...others } = all;
    const last = Object.keys(others).length === 0;
    return { value: last ? undefined : others, result: last };
  });
  if (last && !(await recall("active"))) await api.storage.session.remove(["tabs", "known", "full", "taint"]);
}

/** @param {string} id @param {{interrupted?: boolean, deletions?: undefined, outside?: undefined}} how */
async function close(id, how) {
  // A clock that was set back ends nothing before it began.
  const endOf = (/** @type {{started: number, ended?: number}} */ { started, ended }) =>
    ended ?? Math.max(Date.now(), Number.isFinite(started) ? started : 0);
  await apart(
    () => changeSession(id, (session) => ({ ended: endOf(session), ...how })),
    () =>
      changeIndex((index) => {
        if (index[id]) index[id].ended = endOf(index[id]);
      }),
  );
  sendStoreEvent({ session: id });
}

/** After the browser or the extension started: no session of before records on; what was on its way is taken in. */
export async function recover() {
  // Should the background be ended in the midst of it, it begins anew.
  await apart(() => api.storage.session.set({ recovering: true }));
  // First: steps that are on their way need their session.
  await apart(checkStore);
  await apart(drainJournal);
  await apart(
    closeInterrupted,
    // The browser keeps the badge of before.
    () => showBadges(),
    () => reconcile(),
  );
  await apart(() => api.storage.session.remove("recovering"));
}

async function closeInterrupted() {
  const [active, ended = {}] = await Promise.all([recall("active"), recall("ended")]);
  for (const session of await (await openStore()).getAll("sessions"))
    if (!session.ended && session.id !== active?.id && !(session.id in ended))
      await close(session.id, { interrupted: true, deletions: undefined, outside: undefined });
}
