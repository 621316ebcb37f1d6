// Tells the extension's own pages that something in the store changed, so that none of them has to ask again and again.

/**
 * What changed: one step, a session as a whole, or anything.
 * @typedef {{session?: string, document?: string, sequence?: number}} News
 */

const CHANNEL = "store";

/** @param {News} news */
export function tellNews(news) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/**
 * Calls when another context changed the store.
 * @param {(news: News) => void} changed
 * @returns {() => void} ends it
 */
export function onNews(changed) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => changed(data);
  return () => channel.close();
}
