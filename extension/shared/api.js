// The browser's extension API under one name: Firefox has it as `browser`, with promises.

/** @type {typeof chrome} */
export const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/**
 * Sends the background a message of an own page. One that falls asleep at that moment is not there to receive it
 * (seen in Firefox 153: "Receiving end does not exist"); the second try wakes it.
 * @param {import("../protocol").FromOwnPage} message
 * @returns {Promise<import("../protocol").DoneReply | undefined>}
 */
export async function send(message) {
  for (let left = 2; ; left--) {
    try {
      return await api.runtime.sendMessage(message);
    } catch (error) {
      if (!left) throw error;
    }
  }
}
