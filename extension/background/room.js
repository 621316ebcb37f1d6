// Makes the recording go on once there is room again: what waited is taken in, and pages take steps again.
import { checkStore } from "./check.js";
import { fits, noRoom, noteFull, sendAll } from "./full.js";
import { drainJournal } from "./journal.js";
import { recall } from "./memory.js";
import { admit } from "./session.js";

/** After something was deleted: steps that found no room may have it now. */
export async function roomMade() {
  if (await recall("full")) await askForRoom();
}

/** Goes on where a step's bytes fit. A page asks from time to time while it was told that they do not. */
export function askForRoom() {
  return navigator.locks.request("room", async () => {
    if (!(await fits())) return noRoom();
    // It may be for the store's own damage that a step was not kept.
    await checkStore();
    await noteFull(false);
    await drainJournal();
    // What waited found no room after all.
    if (await recall("full")) return;
    await sendAll();
    // Pages that were opened meanwhile may not have been let in.
    await admit([]);
  });
}
