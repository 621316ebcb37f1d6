// One document's recording, from the hello to the teardown: asks, shows, starts the engine, hands over each step.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));
  const began = performance.now();
  /** Most steps that wait for the indicator; a person makes a few in the moment until it is seen. */
  const MOST_HELD = 100;
  /** How often a page sends that it exited the scope, or is back in it: a background that restarts acknowledges nothing. */
  const MOST_SENDS = 5;
  /** How often, in ms, the page in front asks for room while steps cannot be kept. */
  const ROOM_PERIOD = 1_000;
  /** What a press or a text begins with, and how many ms lie at least between two messages about one. */
  const PRESSES = ["pointerdown", "keydown", "wheel"];
  const BETWEEN = 200;

  /** `crypto.randomUUID` is missing on pages served by http. */
  const newId = () => crypto.getRandomValues(new Uint8Array(16)).toHex();

  /** Indices of this frame below the top page, the outermost first. */
  const framePath = () => {
    const path = [];
    for (let inner = /** @type {Window} */ (window); inner !== inner.parent; inner = inner.parent) {
      let index = 0;
      while (index < inner.parent.length && inner.parent[index] !== inner) index++;
      path.unshift(index);
    }
    return path;
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
    /** What the times of steps count from, in epoch milliseconds: later by each pause. */
    let clock = 0;
    /** Whether the page stands where the policy lets it be recorded; the recorder asks before each step, and calls `onPlaced`. */
    let inside = true;
    /**
     * Whether the page's indicator is on screen. Until the browser has said so steps are held here, masked, and not kept.
     * @type {"asked" | "seen" | "unseen"}
     */
    let visibility = "asked";
    /** @type {import("../protocol").SealedStep[]} */
    const held = [];
    let over = false;
    let steps = 0;
    /** When a frame's page was asked last to look at its indicator. */
    let asked = -Infinity;
    /** One after the other: a page may exit the scope and enter it again before the first is acknowledged. */
    let placing = Promise.resolve();
    /** Runs only during a pause that ends by itself. @type {ReturnType<typeof setTimeout> | undefined} */
    let due;
    /** Whether steps cannot be kept now. */
    let full = false;
    /** Runs only meanwhile. @type {ReturnType<typeof setInterval> | undefined} */
    let asking;

    const link = shared.createLink({
      document,
      onEnded: () => end(),
      onFull: () => {
        waitForRoom(true);
        apply();
      },
      onState: (state) => onState(state),
      onWitness: (within) => indicator?.wasSeen(within) ?? false,
    });

    /** The page around this frame gets no events from it: it is asked to look at its indicator. @param {string} kind */
    const askPage = (kind) => {
      if (PRESSES.includes(kind) && performance.now() - asked > BETWEEN) {
        asked = performance.now();
        void link.send({ type: "press", document });
      }
      return true;
    };

    const end = () => {
      if (over) return;
      over = true;
      link.close();
      clearTimeout(due);
      clearInterval(asking);
      removeEventListener("pageshow", onPageShow);
      recorder?.free();
      recorder = undefined;
      held.length = 0;
      indicator?.remove();
      if (!top) shared.witness = undefined;
      page.detach();
      page.reset();
      if (shared.live === live) shared.live = undefined;
    };

    const apply = () => {
      if (over) return;
      const off = paused || full || visibility === "unseen";
      if (off) recorder?.pause();
      else recorder?.resume(clock);
      indicator?.update({ paused: off || !inside, outside: !inside, full, steps });
    };

    /** @param {boolean} now */
    const waitForRoom = (now) => {
      if (over || full === now) return;
      full = now;
      clearInterval(asking);
      if (!full) return link.retry();
      // At once too, so that every page and the badge show it.
      void link.send({ type: "room" });
      asking = setInterval(() => {
        if (top && !globalThis.document.hidden) void link.send({ type: "room" });
      }, ROOM_PERIOD);
    };

    /** Says when the time of a pause has passed: the background may sleep till then. @param {number | undefined} until */
    const resumeAt = (until) => {
      clearTimeout(due);
      if (until !== undefined && top) due = setTimeout(() => void link.send({ type: "due" }), until - Date.now());
    };

    /** @param {boolean} seen */
    const see = (seen) => {
      visibility = seen ? "seen" : "unseen";
      const steps = held.splice(0);
      if (seen) for (const step of steps) link.keep(step);
      apply();
    };

    /** @param {OvertStepRevision} revision */
    const onStep = (revision) => {
      const step = { ...revision, made: Date.now() };
      if (visibility === "seen") link.keep(step);
      else if (visibility === "asked" && held.length < MOST_HELD) held.push(step);
    };

    /** @param {boolean} now */
    const onPlaced = (now) => {
      inside = now;
      apply();
      const at = Date.now();
      if (top) placing = placing.then(() => sendPlace({ type: "place", document, inside, at }));
    };

    /** Until it is acknowledged: what is done in the page's frames is kept by it. @param {import("../protocol").FromPage} message */
    const sendPlace = async (message, left = MOST_SENDS) => {
      const acknowledged = await link.send(message);
      if (!acknowledged && !over && left > 1) await sendPlace(message, left - 1);
    };

    const start = () => {
      if (over || !session) return;
      const before = performance.now();
      const { engine, core } = shared.startEngine();
      const { key, seal, maskingLevel, terms, tab, paths } = session;
      link.sealWith(new core.Seal(Uint8Array.fromBase64(seal.key)), seal.ticket);
      // A frame has no indicator of its own: its page's indicator is the one that the background waited for.
      recorder = new core.Recorder(indicator ?? { remove() {} }, {
        key,
        maskingLevel,
        terms,
        clock,
        paused: paused || full,
        tab,
        frame: framePath(),
        paths,
        onStep,
        onPlaced,
      });
      const now = performance.now();
      apply();
      void link.send({ type: "started", document, engine, startMs: now - began, engineMs: now - before });
    };

    /** The first press shall not wait until the browser has compiled what it needs. */
    const rehearse = () => {
      const sample = indicator?.sample();
      if (sample) recorder?.rehearse(sample.top, sample.element);
    };

    /** @param {boolean} shown @param {import("../protocol").UnseenReason} [reason] */
    const onShown = (shown, reason) => {
      see(shown);
      void link.send({ type: "shown", document, shown, reason });
    };

    /** @type {(message: import("../protocol").StateMessage) => void} */
    const onState = (message) => {
      if (message.ended) return end();
      paused = message.paused;
      waitForRoom(message.full);
      clock = message.clock ?? clock;
      resumeAt(message.until);
      steps = message.steps;
      shared.frames = new Set(message.frames);
      // A frame whose page is still asked for its indicator waits with it.
      if (!top && (message.recording || visibility === "seen")) see(message.recording);
      else apply();
    };

    /** A page that comes back from the cache may belong to a session that has ended. @param {PageTransitionEvent} event */
    const onPageShow = (event) => {
      if (!event.persisted) return;
      end();
      page.cameBack();
      shared.live = begin();
    };

    const hello = async () => {
      const viewport = { width: innerWidth, height: innerHeight };
      const reply = await link.send({
        type: "hello",
        document,
        path: framePath(),
        born: performance.timeOrigin,
        at: Date.now(),
        viewport,
      });
      if (!reply?.on || over) return end();
      session = reply;
      ({ paused, clock } = reply);
      waitForRoom(reply.full);
      steps = reply.steps;
      resumeAt(reply.until);
      if (top)
        indicator = shared.createIndicator({
          words: reply.words,
          place: reply.indicator,
          onOpen: () => void link.send({ type: "activityList" }),
          onPlace: (position) => void link.send({ type: "placed", indicator: position }),
          onPause: () => void link.send({ type: paused ? "resume" : "pause" }),
          onStop: () => void link.send({ type: "stop" }),
          onState: onShown,
        });
      if (!top) shared.witness = askPage;
      try {
        start();
      } catch {
        // Neither engine starts, or the session's key is none: nothing is recorded, and no indicator says it is.
        return end();
      }
      const seen = indicator ? await indicator.shown : reply.recording;
      // An indicator that failed has already sent that.
      if (!seen || over) return;
      see(true);
      requestIdleCallback(rehearse);
      if (top) void link.send({ type: "shown", document, shown: true });
    };

    // A page that stops events at the window would stop them before us if we came after it.
    page.attendAll(() => {
      addEventListener("pageshow", onPageShow);
      indicator?.renew();
    });
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
