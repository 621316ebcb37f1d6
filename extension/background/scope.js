// Pages that exit the scope, which is the paths where they may be recorded: from that moment nothing is kept of what is done in
// their frames. A frame of another site is told one message later, so the moment decides and not the message.
import { changeSession } from "../shared/store.js";
import { deleteInFrames } from "./delete-steps.js";

/**
 * @param {string} session
 * @param {number} tab its number
 * @param {number} at when, in epoch milliseconds
 */
export async function exitScope(session, tab, at) {
  await changeSession(session, ({ outside = [] }) =>
    outside.some((one) => isOpen(one, tab)) ? undefined : { outside: [...outside, { tab, from: at }] },
  );
  // What came before this message is in the store.
  await deleteInFrames(session, tab, at);
}

/**
 * @param {string} session
 * @param {number} tab its number
 * @param {number} at when, in epoch milliseconds
 */
export async function reenterScope(session, tab, at) {
  await changeSession(session, ({ outside = [] }) =>
    outside.some((one) => isOpen(one, tab))
      ? { outside: outside.map((one) => (isOpen(one, tab) ? { ...one, to: at } : one)) }
      : undefined,
  );
}

/** @param {import("../protocol").Outside} one @param {number} tab */
const isOpen = (one, tab) => one.tab === tab && one.to === undefined;
