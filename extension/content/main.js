// One document's recording, from the hello to the teardown: asks, shows, starts the engine, hands over each step.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));
  const began = performance.now();
  /** Most steps that wait for the indicator; a person makes a few in the moment until it is seen. */
  const MOST_HELD = 100;
  /** How often, in ms, the page in front asks for room while steps cannot be kept. */
  const ROOM_PERIOD = 1_000;
  /** What a press or a text begins with, and how many ms lie at least between two messages about one. */
  const PRESSES = ["pointerdown", "keydown", "wheel"];
  const BETWEEN = 200;
  /** How many nodes are read in each rehearsal; the first ones run slowly. */
  const REHEARSALS = [50, 50, 100, 200, 400, 400, 400];

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

  /** The element of a frame of this document. One of another origin is looked for outside shadow trees only. @param {number} place */
  const frameAt = (place) => {
    const inside = window[place];
    try {
      if (inside?.frameElement) return inside.frameElement;
    } catch {
      // It is of another origin.
    }
    const frames = shared.browser.query(document.documentElement, "iframe,frame");
    return (
      inside && Array.from(frames).find((frame) => /** @type {HTMLIFrameElement} */ (frame).contentWindow === inside)
    );
  };

  /**
   * The recording of one document.
   * @typedef {object} Recording
   * @property {string} document its id
   * @property {OvertPage} page ours, also after an update of the extension has put another in its place
   * @property {boolean} top
   * @property {OvertLink} link
   * @property {(event: PageTransitionEvent) => void} onPageShow its listener
   * @property {OvertLive} live
   * @property {Extract<import("../protocol").HelloReply, {on: true}>} [session]
   * @property {OvertIndicator} [indicator]
   * @property {OvertRecorder} [recorder]
   * @property {boolean} paused
   * @property {number} clock what the times of steps count from, in epoch milliseconds: later by each pause
   * @property {boolean} inside whether the page stands where the policy lets it be recorded; the recorder asks before each step, and
   *   calls `onPlaced`
   * @property {"asked" | "seen" | "unseen"} visibility whether the page's indicator is on screen. Until the browser has said so steps
   *   are held, masked, and not kept
   * @property {import("../protocol").SealedStep[]} held
   * @property {boolean} over
   * @property {number} steps
   * @property {number} reports how often it was reported whether the indicator is on screen
   * @property {number} asked when a frame's page was asked last to look at its indicator
   * @property {Promise<void>} placing one after the other: a page may exit the scope and enter it again before the first is
   *   acknowledged
   * @property {ReturnType<typeof setTimeout>} [due] runs only during a pause that ends by itself
   * @property {boolean} full whether steps cannot be kept now
   * @property {ReturnType<typeof setInterval>} [asking] runs only meanwhile
   */

  /** @returns {OvertLive} */
  const begin = () => {
    const document = newId();
    /** @type {Recording} */
    const recording = {
      document,
      page: shared.page,
      top: window === window.top,
      link: shared.createLink({
        document,
        onEnded: () => end(recording),
        onFull: () => {
          waitForRoom(recording, true);
          apply(recording);
        },
        onState: (state) => onState(recording, state),
        onTaint: (hashes) => recording.recorder?.learnTaint(hashes),
        onWitness: (within) => recording.indicator?.wasSeen(within) ?? false,
        onFrame: (place) => describeFrame(recording, place),
      }),
      onPageShow: (/** @type {PageTransitionEvent} */ event) => onPageShow(recording, event),
      live: { alive: () => !recording.over && recording.link.alive(), end: () => end(recording) },
      paused: false,
      clock: 0,
      inside: true,
      visibility: "asked",
      held: [],
      over: false,
      steps: 0,
      reports: 0,
      asked: -Infinity,
      placing: Promise.resolve(),
      full: false,
    };
    // A page that stops events at the window would stop them before us if we came after it.
    recording.page.attendAll(() => {
      addEventListener("pageshow", recording.onPageShow);
      recording.indicator?.renew();
    });
    void hello(recording);
    return recording.live;
  };

  // ---- Beginning and end

  /** @param {Recording} recording */
  const hello = async (recording) => {
    const { document, link, top } = recording;
    const viewport = { width: innerWidth, height: innerHeight };
    const reply = await link.insist({
      type: "hello",
      document,
      path: framePath(),
      born: performance.timeOrigin,
      at: Date.now(),
      viewport,
    });
    if (!reply?.on || recording.over) return end(recording);
    recording.session = reply;
    recording.paused = reply.paused;
    recording.clock = reply.clock;
    waitForRoom(recording, reply.full);
    recording.steps = reply.steps;
    resumeAt(recording, reply.until);
    if (top) recording.indicator = createIndicator(recording, reply);
    else shared.witness = (kind) => askPage(recording, kind);
    try {
      start(recording);
    } catch {
      // Neither engine starts, or the session's key is none: nothing is recorded, and no indicator says it is.
      return end(recording);
    }
    const seen = recording.indicator ? await recording.indicator.shown : reply.recording;
    // An indicator that failed has already sent that.
    if (!seen || recording.over) return;
    see(recording, true);
    requestIdleCallback(() => rehearse(recording));
    if (top) reportShown(recording, true);
  };

  /** @param {Recording} recording @param {Extract<import("../protocol").HelloReply, {on: true}>} reply */
  const createIndicator = (recording, { words, indicator: place }) => {
    const { link } = recording;
    return shared.createIndicator({
      words,
      place,
      onOpen: () => void link.send({ type: "activityList" }),
      onPlace: (position) => void link.send({ type: "placed", indicator: position }),
      onPause: () => void link.send({ type: recording.paused ? "resume" : "pause" }),
      onStop: () => void link.send({ type: "stop" }),
      onState: (shown, reason) => {
        see(recording, shown);
        reportShown(recording, shown, reason);
      },
    });
  };

  /**
   * Reports whether the page's indicator is on screen. Of a report that nobody got the badge would say something else until the page goes.
   * @param {Recording} recording
   * @param {boolean} shown
   * @param {import("../protocol").UnseenReason} [reason] why it is not
   */
  const reportShown = (recording, shown, reason) => {
    const { link, document } = recording;
    const report = ++recording.reports;
    void link.insist({ type: "shown", document, shown, reason }, () => report === recording.reports);
  };

  /** @param {Recording} recording */
  const start = (recording) => {
    const { document, link, session, indicator, clock, paused, full } = recording;
    if (recording.over || !session) return;
    const before = performance.now();
    const { engine, core } = shared.startEngine();
    const { key, seal, maskingLevel, terms, strings, tab, paths } = session;
    link.sealWith(new core.Seal(Uint8Array.fromBase64(seal.key)), seal.ticket);
    // A frame has no indicator of its own: its page's indicator is the one that the background waited for.
    recording.recorder = new core.Recorder(indicator ?? { remove() {} }, {
      key,
      maskingLevel,
      terms,
      strings,
      clock,
      paused: paused || full,
      tab,
      frame: framePath(),
      paths,
      onStep: (revision) => onStep(recording, revision),
      onPlaced: (inside) => onPlaced(recording, inside),
    });
    recording.recorder.learnTaint(session.taint);
    const now = performance.now();
    apply(recording);
    void link.send({ type: "started", document, engine, startMs: now - began, engineMs: now - before });
  };

  /**
   * The first press shall not wait until the browser has compiled what it needs, and has made that fast, for which it must have run
   * some times: it is done on the indicator and then on the page, a bit at each time that the browser has nothing else to do.
   * @param {Recording} recording
   * @param {number} [turn]
   */
  const rehearse = (recording, turn = 0) => {
    const { indicator, recorder, page } = recording;
    const most = REHEARSALS[turn];
    const sample = turn ? samplePress(page) : indicator?.sample();
    if (!indicator || !sample || !recorder || most === undefined) return;
    page.rehearse(most, () => recorder.describe(sample.top, sample.element));
    requestIdleCallback(() => rehearse(recording, turn + 1));
  };

  /** What a person may press first. @param {OvertPage} page */
  const samplePress = (page) => {
    const { documentElement } = document;
    const top = documentElement && page.body(documentElement);
    return top && { top, element: shared.browser.queryFirst(top, "a[href],button,input:not([type=hidden])") ?? top };
  };

  /** @param {Recording} recording */
  const end = (recording) => {
    const { link, page, top, indicator, live } = recording;
    if (recording.over) return;
    recording.over = true;
    link.close();
    clearTimeout(recording.due);
    clearInterval(recording.asking);
    removeEventListener("pageshow", recording.onPageShow);
    recording.recorder?.free();
    recording.recorder = undefined;
    recording.held.length = 0;
    indicator?.remove();
    if (!top) shared.witness = undefined;
    page.detach();
    page.reset();
    if (shared.live === live) shared.live = undefined;
  };

  /** A page that comes back from the cache may belong to a session that has ended. @param {Recording} recording @param {PageTransitionEvent} event */
  const onPageShow = (recording, event) => {
    if (!event.persisted) return;
    end(recording);
    recording.page.cameBack();
    shared.live = begin();
  };

  /** The target that a frame of this document is, as JSON. @param {Recording} recording @param {number} place */
  const describeFrame = ({ recorder }, place) => {
    const frame = frameAt(place);
    return (frame && recorder?.describe(document.documentElement, frame)) ?? "";
  };

  // ---- What is recorded, and shown, now

  /** @param {Recording} recording @param {import("../protocol").StateMessage} message */
  const onState = (recording, message) => {
    if (message.ended) return end(recording);
    recording.paused = message.paused;
    waitForRoom(recording, message.full);
    recording.clock = message.clock ?? recording.clock;
    resumeAt(recording, message.until);
    recording.steps = message.steps;
    shared.frames = new Set(message.frames);
    // A frame whose page is still asked for its indicator waits with it.
    if (!recording.top && (message.recording || recording.visibility === "seen")) see(recording, message.recording);
    else apply(recording);
  };

  /** @param {Recording} recording */
  const apply = ({ over, paused, full, visibility, recorder, clock, indicator, inside, steps }) => {
    if (over) return;
    const off = paused || full || visibility === "unseen";
    if (off) recorder?.pause();
    else recorder?.resume(clock);
    indicator?.update({ paused: off || !inside, outside: !inside, full, steps });
  };

  /** @param {Recording} recording @param {boolean} full */
  const waitForRoom = (recording, full) => {
    const { link, top } = recording;
    if (recording.over || recording.full === full) return;
    recording.full = full;
    clearInterval(recording.asking);
    if (!full) return link.retry();
    // At once too, so that every page and the badge show it.
    void link.send({ type: "room" });
    recording.asking = setInterval(() => {
      if (top && !document.hidden) void link.send({ type: "room" });
    }, ROOM_PERIOD);
  };

  /** Says when the time of a pause has passed: the background may sleep till then. @param {Recording} recording @param {number | undefined} until */
  const resumeAt = (recording, until) => {
    const { link, top } = recording;
    clearTimeout(recording.due);
    const due = () => void link.insist({ type: "due" }, () => recording.paused);
    if (until !== undefined && top) recording.due = setTimeout(due, until - Date.now());
  };

  /** The page's indicator is seen, or is not any more. @param {Recording} recording @param {boolean} seen */
  const see = (recording, seen) => {
    recording.visibility = seen ? "seen" : "unseen";
    const steps = recording.held.splice(0);
    if (seen) for (const step of steps) recording.link.keep(step);
    apply(recording);
  };

  /** The page around this frame gets no events from it: it is asked to look at its indicator. @param {Recording} recording @param {string} kind */
  const askPage = (recording, kind) => {
    if (PRESSES.includes(kind) && performance.now() - recording.asked > BETWEEN) {
      recording.asked = performance.now();
      void recording.link.send({ type: "press", document: recording.document });
    }
    return true;
  };

  // ---- What the recorder says

  /** @param {Recording} recording @param {OvertStepRevision} revision */
  const onStep = (recording, revision) => {
    const { visibility, link, held } = recording;
    const step = { ...revision, made: Date.now() };
    if (visibility === "seen") link.keep(step);
    else if (visibility === "asked" && held.length < MOST_HELD) held.push(step);
    shareTaint(recording);
  };

  /** Tells the session's other documents what this one has masked. @param {Recording} recording */
  const shareTaint = ({ over, recorder, link, document }) => {
    const hashes = over ? "" : recorder?.takeTaint();
    if (hashes) void link.insist({ type: "taint", document, hashes });
  };

  /** @param {Recording} recording @param {boolean} inside */
  const onPlaced = (recording, inside) => {
    const { document, top } = recording;
    recording.inside = inside;
    apply(recording);
    const at = Date.now();
    if (!top) return;
    recording.placing = recording.placing.then(async () => {
      // By it the background judges what is done in the page's frames.
      await recording.link.insist({ type: "place", document, inside: recording.inside, at });
    });
  };

  // Registered scripts and those injected at the start of a session may both reach a document; one runs.
  if (!shared.live?.alive()) {
    shared.live?.end();
    shared.live = begin();
  }
}
