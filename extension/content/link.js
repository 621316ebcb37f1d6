// Hands steps to the background so that no navigation loses one: write-ahead journal and message, in the tick of the event.
// Other sites' content scripts can read the journal: an entry is sealed with a key that only this document and the background
// have, under a random name.
{
  const api = globalThis.browser ?? globalThis.chrome;
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));

  /** How often a message is sent at most until somebody answers. */
  const MOST_SENDS = 5;
  /** The pause before it is sent the second time, in ms; each later one is twice as long. */
  const FIRST_PAUSE = 250;
  /** An answer may take so many times the pause that would follow. */
  const PATIENCE = 4;

  /**
   * What is known of one journal entry. One write is in flight at a time; later revisions replace a waiting one.
   * @typedef {{name: string, busy: boolean, next: import("../protocol").SealedStep | undefined,
   *   latest: import("../protocol").SealedStep, kept: number, written: boolean}} Slot `written`: whether the journal took it. What a
   *   step was taken in comes with its first revision, and goes with each until one is kept.
   */

  /** What answers a message of the background. @typedef {(answer?: import("../protocol").WitnessReply | import("../protocol").FrameReply) => void} Reply */

  /**
   * @typedef {object} Link
   * @property {OvertLinkOptions} options
   * @property {Map<number, Slot>} slots by the step's sequence
   * @property {{seal: OvertSeal, ticket: string} | undefined} sealing
   * @property {Set<Promise<void>>} writing writes that are on their way
   * @property {boolean} closed
   */

  shared.createLink = (options) => {
    /** @type {Link} */
    const link = { options, slots: new Map(), sealing: undefined, writing: new Set(), closed: false };
    /** @param {import("../protocol").ToPage} message @param {unknown} _sender @param {Reply} reply */
    const listener = (message, _sender, reply) => onMessage(link, message, reply);
    api.runtime.onMessage.addListener(listener);
    return {
      sealWith: (seal, ticket) => void (link.sealing = { seal, ticket }),
      keep: (step) => keep(link, step),
      retry() {
        for (const slot of link.slots.values()) if (slot.kept < slot.latest.revision) void handOver(link, slot);
      },
      send: (message) => send(link, message),
      insist: (message, isWanted = () => true) => insist(link, message, () => !link.closed && isWanted()),
      alive,
      close() {
        link.closed = true;
        try {
          api.runtime?.onMessage?.removeListener(listener);
        } catch {
          // The extension is gone, and its listener with it.
        }
      },
    };
  };

  /** After an update or a reload of the extension `runtime.id` is undefined and every call throws. */
  const alive = () => {
    try {
      return Boolean(api.runtime?.id);
    } catch {
      return false;
    }
  };

  /** Deferred, because the recorder that called us is still on the stack and cannot be freed there. @param {Link} link */
  const ended = ({ options }) => queueMicrotask(options.onEnded);

  const random = (/** @type {number} */ bytes) => crypto.getRandomValues(new Uint8Array(bytes));

  // ---- Messages

  /**
   * @template {import("../protocol").FromPage} M
   * @param {Link} link
   * @param {M} message
   * @returns {Promise<import("../protocol").PageReply<M> | undefined>} undefined when nobody answered
   */
  const send = async (link, message) => {
    if (!alive()) {
      ended(link);
      return undefined;
    }
    try {
      return await api.runtime.sendMessage(message);
    } catch {
      // The background may be restarting: the journal has the step. Only a vanished extension ends us.
      if (!alive()) ended(link);
      return undefined;
    }
  };

  const pause = (/** @type {number} */ ms) =>
    new Promise((/** @type {(nothing?: undefined) => void} */ end) => setTimeout(end, ms));

  /**
   * Sends until somebody answers: a background that is ended with a message answers nothing.
   * @template {import("../protocol").FromPage} M
   * @param {Link} link
   * @param {M} message
   * @param {() => boolean} isWanted whether an answer is still needed
   * @returns {Promise<import("../protocol").PageReply<M> | undefined>} undefined when nobody answered
   */
  const insist = async (link, message, isWanted) => {
    for (let sends = 1, between = FIRST_PAUSE; ; sends++, between *= 2) {
      const reply = await Promise.race([send(link, message), pause(between * PATIENCE)]);
      if (reply || sends === MOST_SENDS || !isWanted() || !alive()) return reply;
      await pause(between);
      if (!isWanted()) return undefined;
    }
  };

  /**
   * @param {Link} link
   * @param {import("../protocol").ToPage} message
   * @param {Reply} reply
   */
  const onMessage = ({ options, writing }, message, reply) => {
    if (message?.type === "over") return options.onEnded();
    if (message?.document !== options.document) return;
    if (message.type === "taint") return options.onTaint(message.hashes);
    if (message.type === "witness") return reply({ seen: options.onWitness(message.within) });
    if (message.type === "frame") return reply({ target: options.onFrame(message.place) });
    if (message.type !== "state") return;
    options.onState(message);
    // At the end what was typed last is handed over: the background waits until it is in the journal.
    void Promise.all(writing).then(() => reply());
    return true;
  };

  // ---- Steps

  /** @param {Link} link @param {import("../protocol").SealedStep} step */
  const keep = (link, step) => {
    if (!alive()) return ended(link);
    const { sequence } = step;
    const known = link.slots.get(sequence);
    const latest = known ? { ...step, observation: known.latest.observation } : step;
    const name = `journal/${random(16).toHex()}`;
    const slot = known ?? { name, busy: false, next: undefined, latest, kept: -1, written: false };
    link.slots.set(sequence, slot);
    slot.latest = latest;
    void handOver(link, slot);
  };

  /**
   * Writes a slot's newest revision ahead, in this very tick, and sends it. Where nobody answered it would be in the journal alone, and
   * not be shown, until the session ends.
   * @param {Link} link
   * @param {Slot} slot
   */
  const handOver = async (link, slot) => {
    const { options, writing } = link;
    const step = slot.latest;
    slot.next = step;
    const done = write(link, step.sequence, slot).finally(() => writing.delete(done));
    writing.add(done);
    const isNewest = () => !link.closed && slot.latest === step;
    const reply = await insist(link, { type: "step", document: options.document, ...step }, isNewest);
    if (reply?.ended) ended(link);
    if (reply?.kept) {
      slot.kept = Math.max(slot.kept, step.revision);
      slot.latest = { ...slot.latest, observation: undefined };
      void write(link, step.sequence, slot);
    }
    await done;
    // Without the journal the next one may be lost with its page.
    if (reply?.full || !slot.written) options.onFull();
  };

  /**
   * Brings the journal to the slot's state. Its first write starts before it yields.
   * @param {Link} link
   * @param {number} sequence
   * @param {Slot} slot
   */
  const write = async (link, sequence, slot) => {
    if (slot.busy) return;
    slot.busy = true;
    try {
      while (slot.next && slot.kept < slot.next.revision) {
        const entry = slot.next;
        slot.next = undefined;
        await api.storage.local.set({ [slot.name]: sealed(link, entry) });
        slot.written = true;
      }
      if (slot.kept >= slot.latest.revision) {
        link.slots.delete(sequence);
        await api.storage.local.remove(slot.name);
      }
    } catch {
      slot.written = false;
      if (!alive()) ended(link);
    } finally {
      slot.busy = false;
    }
  };

  /** The entry as it is written: who it is from for the background, and what it holds. @param {Link} link @param {import("../protocol").SealedStep} step */
  const sealed = ({ sealing }, step) => {
    if (!sealing) throw new Error("nothing is kept before the background has let the document in");
    const bytes = sealing.seal.seal(random(12), JSON.stringify(step));
    return `${sealing.ticket}.${bytes.toBase64()}`;
  };
}
