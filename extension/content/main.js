// One document's recording, from the hello to the teardown: asks, shows, starts the engine, hands over each step.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));
  const api = globalThis.browser ?? globalThis.chrome;
  const began = performance.now();

  /** `crypto.randomUUID` is missing on pages served by http. */
  const newId = () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  /** Indices of this frame below the top page, the outermost first. */
  const framePath = () => {
    const path = [];
    for (let inner = /** @type {Window} */ (window); inner !== inner.parent; inner = inner.parent) {
      let index = 0;
      while (index < inner.parent.length && inner.parent[index] !== inner) index++;
      path.unshift(index);
    }
    return Uint32Array.from(path);
  };

  const begin = () => {
    const document = newId();
    // Ours, also after an update of the extension has put another in its place.
    const { page } = shared;
    const top = window === window.top;
    /** @type {Extract<import("../protocol").HelloReply, {on: true}> | undefined} */
    let session;
    /** @type {OvertIndicator | undefined} */
    let indicator;
    /** @type {OvertRecorder | undefined} */
    let recorder;
    let paused = false;
    /** What this document itself forbids: its sign is not on screen. */
    let unseen = false;
    let over = false;
    let steps = 0;

    const link = shared.createLink({ document, onEnded: () => end() });

    const end = () => {
      if (over) return;
      over = true;
      try {
        api.runtime?.onMessage?.removeListener(onMessage);
      } catch {
        // The extension is gone, and its listener with it.
      }
      removeEventListener("pageshow", onPageShow);
      recorder?.free();
      recorder = undefined;
      indicator?.remove();
      page.leave();
      if (shared.live === live) shared.live = undefined;
    };

    const apply = () => {
      if (paused || unseen) recorder?.pause();
      else recorder?.resume();
      indicator?.update({ paused: paused || unseen, steps, floor: session?.floor ?? "all" });
    };

    const start = () => {
      if (recorder || over || !session) return;
      const before = performance.now();
      const { engine, core } = shared.startEngine();
      const { session: id, key, floor, started } = session;
      // A frame has no sign of its own: its page's sign is the one that the background waited for.
      recorder = new core.Recorder(
        indicator ?? { remove() {} },
        key,
        floor,
        started,
        framePath(),
        (sequence, revision, json) => link.keep(id, sequence, revision, json),
      );
      const now = performance.now();
      apply();
      void link.tell({ type: "started", document, engine, startMs: now - began, engineMs: now - before });
    };

    /** @param {boolean} shown @param {string} [reason] */
    const onState = (shown, reason) => {
      unseen = !shown;
      apply();
      void link.tell({ type: "shown", document, shown, reason });
    };

    /** @type {(message: import("../protocol").StateMessage) => void} */
    const onMessage = (message) => {
      if (message?.type !== "state" || message.document !== document) return;
      if (message.ended) return end();
      paused = message.paused;
      steps = message.steps;
      if (!top && message.recording) start();
      if (!top) unseen = !message.recording;
      apply();
    };

    /** A page that comes back from the cache may belong to a session that has ended. @param {PageTransitionEvent} event */
    const onPageShow = (event) => {
      if (!event.persisted) return;
      end();
      shared.live = begin();
    };

    const hello = async () => {
      const viewport = { width: innerWidth, height: innerHeight };
      const reply = await link.tell({ type: "hello", document, born: performance.timeOrigin, viewport });
      if (!reply?.on || over) return end();
      session = reply;
      paused = reply.paused;
      steps = reply.steps;
      if (!top) {
        unseen = !reply.recording;
        return reply.recording ? start() : undefined;
      }
      indicator = shared.createIndicator({
        onPause: () => void link.tell({ type: paused ? "resume" : "pause" }),
        onStop: () => void link.tell({ type: "stop" }),
        onState,
      });
      indicator.update({ paused, steps, floor: reply.floor });
      if (!(await indicator.shown) || over) return;
      start();
      void link.tell({ type: "shown", document, shown: true });
    };

    api.runtime.onMessage.addListener(onMessage);
    addEventListener("pageshow", onPageShow);
    // A page that stops events at the window would stop them before us if we came after it.
    page.attendAll();
    void hello();
    const live = { alive: () => !over && link.alive(), end };
    return live;
  };

  // Registered scripts and those injected at the start of a session may both reach a document; one runs.
  if (!shared.live?.alive()) {
    shared.live?.end();
    shared.live = begin();
  }
}
