// Tells the extension's own pages that something in the store changed, so that none of them has to ask again and again.

/**
 * What changed: one step, a session as a whole, or anything.
 * @typedef {{session?: string, document?: string, sequence?: number}} StoreEvent
 */

const CHANNEL = "store";

/** @param {StoreEvent} event */
export function sendStoreEvent(event) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(event);
  channel.close();
}

/**
 * Calls when another context changed the store.
 * @param {(event: StoreEvent) => void} changed
 * @returns {() => void} ends it
 */
export function onStoreEvent(changed) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => changed(data);
  return () => channel.close();
}
