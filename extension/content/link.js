// Hands steps to the background so that no navigation loses one: write-ahead journal and message, in the tick of the event.
// Other sites' content scripts can read the journal: an entry is sealed with a key that only this document and the background
// have, under a random name.
{
  const api = globalThis.browser ?? globalThis.chrome;
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));

  /**
   * What is known of one journal entry. One write is in flight at a time; later revisions replace a waiting one.
   * @typedef {{name: string, busy: boolean, next: import("../protocol").SealedStep | undefined,
   *   latest: import("../protocol").SealedStep, kept: number, written: boolean}} Slot `written`: whether the journal took it. What a
   *   step was taken in comes with its first revision, and goes with each until one is kept.
   */

  shared.createLink = ({ document, onEnded, onFull, onState, onWitness }) => {
    /** By the step's sequence. @type {Map<number, Slot>} */
    const slots = new Map();
    /** @type {{seal: OvertSeal, ticket: string} | undefined} */
    let sealing;
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

    /** @type {OvertLink["send"]} */
    const send = async (message) => {
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

    const random = (/** @type {number} */ bytes) => crypto.getRandomValues(new Uint8Array(bytes));

    /** The entry as it is written: who it is from for the background, and what it holds. @param {import("../protocol").SealedStep} step */
    const sealed = (step) => {
      if (!sealing) throw new Error("nothing is kept before the background has let the document in");
      const bytes = sealing.seal.seal(random(12), JSON.stringify(step));
      return `${sealing.ticket}.${bytes.toBase64()}`;
    };

    /**
     * Brings the journal to the slot's state. Its first write starts before it yields.
     * @param {number} sequence
     * @param {Slot} slot
     */
    const write = async (sequence, slot) => {
      if (slot.busy) return;
      slot.busy = true;
      try {
        while (slot.next && slot.kept < slot.next.revision) {
          const entry = slot.next;
          slot.next = undefined;
          await api.storage.local.set({ [slot.name]: sealed(entry) });
          slot.written = true;
        }
        if (slot.kept >= slot.latest.revision) {
          slots.delete(sequence);
          await api.storage.local.remove(slot.name);
        }
      } catch {
        slot.written = false;
        if (!alive()) ended();
      } finally {
        slot.busy = false;
      }
    };

    /** @type {OvertLink["keep"]} */
    const keep = (step) => {
      if (!alive()) return ended();
      const { sequence } = step;
      const known = slots.get(sequence);
      const latest = known ? { ...step, observation: known.latest.observation } : step;
      const name = `journal/${random(16).toHex()}`;
      const slot = known ?? { name, busy: false, next: undefined, latest, kept: -1, written: false };
      slots.set(sequence, slot);
      slot.latest = latest;
      void handOver(slot);
    };

    /** Writes a slot's newest revision ahead, in this very tick, and sends it. @param {Slot} slot */
    const handOver = async (slot) => {
      const step = slot.latest;
      slot.next = step;
      const done = write(step.sequence, slot).finally(() => writing.delete(done));
      writing.add(done);
      const reply = await send({ type: "step", document, ...step });
      if (reply?.ended) ended();
      if (reply?.kept) {
        slot.kept = Math.max(slot.kept, step.revision);
        slot.latest = { ...slot.latest, observation: undefined };
        void write(step.sequence, slot);
      }
      await done;
      // Without the journal the next one may be lost with its page.
      if (reply?.full || !slot.written) onFull();
    };

    const retry = () => {
      for (const slot of slots.values()) if (slot.kept < slot.latest.revision) void handOver(slot);
    };

    /** @param {import("../protocol").ToPage} message @param {unknown} _sender @param {(seen?: import("../protocol").WitnessReply) => void} reply */
    const onMessage = (message, _sender, reply) => {
      if (message?.type === "over") return onEnded();
      if (message?.document !== document) return;
      if (message.type === "witness") return reply({ seen: onWitness(message.within) });
      if (message.type !== "state") return;
      onState(message);
      // At the end what was typed last is handed over: the background waits until it is in the journal.
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

    /** @type {OvertLink["sealWith"]} */
    const sealWith = (seal, ticket) => void (sealing = { seal, ticket });

    return { sealWith, keep, retry, send, alive, close };
  };
}
