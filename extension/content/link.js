// Hands steps to the background so that no navigation loses one: write-ahead journal and message, in the tick of the event.
{
  const api = globalThis.browser ?? globalThis.chrome;
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));

  /**
   * What is known of one journal key. One write is in flight at a time; later revisions replace a waiting one.
   * @typedef {{busy: boolean, next: import("../protocol").JournalEntry | undefined, latest: number, kept: number,
   *   observation: string | undefined}} Slot `observation` comes with the first revision and goes with each until one is kept
   */

  shared.createLink = ({ document, onEnded, onState }) => {
    /** @type {Map<string, Slot>} */
    const slots = new Map();
    /** Writes that are on their way. @type {Set<Promise<void>>} */
    const writing = new Set();

    /** After an update or a reload of the extension `runtime.id` is undefined and every call throws. */
    const alive = () => {
      try {
        return Boolean(api.runtime?.id);
      } catch {
        return false;
      }
    };

    // Deferred, because the recorder that called us is still on the stack and cannot be freed there.
    const ended = () => queueMicrotask(onEnded);

    /** @param {import("../protocol").FromPage} message */
    const tell = async (message) => {
      if (!alive()) {
        ended();
        return undefined;
      }
      try {
        return await api.runtime.sendMessage(message);
      } catch {
        // The background may be restarting: the journal has the step. Only a vanished extension ends us.
        if (!alive()) ended();
        return undefined;
      }
    };

    /**
     * Brings the journal to the slot's state. Its first write starts before it yields.
     * @param {string} key
     * @param {Slot} slot
     */
    const write = async (key, slot) => {
      if (slot.busy) return;
      slot.busy = true;
      try {
        while (slot.next && slot.kept < slot.next.revision) {
          const entry = slot.next;
          slot.next = undefined;
          await api.storage.local.set({ [key]: entry });
        }
        if (slot.kept >= slot.latest) {
          slots.delete(key);
          await api.storage.local.remove(key);
        }
      } catch {
        if (!alive()) ended();
      } finally {
        slot.busy = false;
      }
    };

    /** @type {OvertLink["keep"]} */
    const keep = (session, sequence, revision, json, observation, made) => {
      if (!alive()) return ended();
      const key = `journal/${document}/${sequence}`;
      const slot = slots.get(key) ?? { busy: false, next: undefined, latest: revision, kept: -1, observation };
      slots.set(key, slot);
      slot.latest = revision;
      const step = { document, sequence, revision, json, observation: slot.observation, made };
      slot.next = { session, ...step };
      const done = write(key, slot).finally(() => writing.delete(done));
      writing.add(done);
      void tell({ type: "step", ...step }).then((reply) => {
        if (reply?.ended) ended();
        if (!reply?.kept) return;
        slot.kept = Math.max(slot.kept, revision);
        slot.observation = undefined;
        void write(key, slot);
      });
    };

    /** @param {import("../protocol").StateMessage} message @param {unknown} _sender @param {() => void} reply */
    const onMessage = (message, _sender, reply) => {
      if (message?.type !== "state" || message.document !== document) return;
      onState(message);
      // At the end what was typed last is told: the background waits until it is in the journal.
      void Promise.all(writing).then(() => reply());
      return true;
    };
    api.runtime.onMessage.addListener(onMessage);
    const close = () => {
      try {
        api.runtime?.onMessage?.removeListener(onMessage);
      } catch {
        // The extension is gone, and its listener with it.
      }
    };

    return { keep, tell, alive, close };
  };
}
