// Listens to the page's events, first in line, and hands them to the recorder: trusted ones, and clicks of the page too, by which a
// download begins; reads their fields for it.
"use strict";
(() => {
  const root = globalThis;
  // Injected twice into a document that is already attended to: what is there stays.
  if (root.overt.live?.alive()) return;

  // Ours also after an update of the extension has put another in its place.
  const { page } = root.overt;
  const { getter, method } = root.overt.browser;
  const composedPath = Event.prototype.composedPath;
  const scrollLeft = getter(Element, "scrollLeft");
  const scrollTop = getter(Element, "scrollTop");
  const elementsAt = method(Document, "elementsFromPoint");
  const focused = getter(Document, "activeElement");
  const hasFocus = method(Document, "hasFocus");
  const parentElement = getter(Node, "parentElement");
  const textContent = getter(Node, "textContent");
  const rootOf = method(Node, "getRootNode");
  const getRect = method(Element, "getBoundingClientRect");

  /** Within how many ms the window loses the focus and has it back around a dialog; our own popup takes longer to open and close. */
  const AT_ONCE = 20;

  /** What is attended to on the window. */
  const KINDS = [
    ...[
      "pointerover",
      "pointerdown",
      "pointerup",
      "mousedown",
      "mouseup",
      "click",
      "auxclick",
      "wheel",
      "keydown",
      "keyup",
    ],
    ...["dragstart", "drop", "dragend", "copy", "cut", "paste"],
    ...["beforeinput", "navigate"],
    ...["input", "compositionend", "change", "focusout", "submit", "scroll", "resize", "blur", "focus", "urlchange"],
  ];

  /** For what events of the mouse stand, where a listener of the page's before ours has stopped those of the pointer. */
  const STANDS_FOR = new Map([
    ["mousedown", "pointerdown"],
    ["mouseup", "pointerup"],
  ]);

  /** Of what of these no step comes by itself: it tells something of the person, or goes on until something else comes. */
  const UNTAKEN = ["beforeinput", "navigate", "newdocument", "rest", "scroll", "scrollbar"];
  /** What of these is taken wherever the indicator is: it ends what was done before, or the page did it. */
  const UNSEEN = ["focusout", "urlchange", "gap", "keysettled", "pointersettled"];
  /** After what of these a field holds another text. */
  const TYPED = ["input", "change", "paste", "cut", "drop"];

  /** Bits of what was hovered by which it may have revealed what is pressed. */
  const REVEALS = 6;

  /** Before what of these a page may make another thing of a field. */
  const NOTED = ["pointerdown", "keydown", "focusout", "change"];

  /**
   * The innermost target, through shadow roots; the page's events do not lead into closed ones, so we look there ourselves.
   * @param {OvertEvent} event
   * @returns {EventTarget | null | undefined}
   */
  const innermost = (event) => {
    if (event instanceof Event === false) return event.target;
    let node = composedPath.call(event)[0];
    while (node instanceof Element && !root.overt.isOurs?.(node)) {
      const closed = page.closedShadow(node);
      if (!closed) break;
      const inner =
        event instanceof MouseEvent ? closed.elementFromPoint(event.clientX, event.clientY) : closed.activeElement;
      if (!inner || inner === node) break;
      node = inner;
    }
    return node;
  };

  /** The page's own exceptions are its own; ours must not become the page's. @param {() => void} work @returns whether it came to its end */
  const attempt = (work) => {
    try {
      work();
      return true;
    } catch (error) {
      console.error("Overt: an event was not recorded.", error instanceof Error ? error.name : "");
      return false;
    }
  };

  let off = new AbortController();
  let back = false;
  /** The recorder's, while there is one. @type {OvertListener | undefined} */
  let listener;

  /** Fields that hold what was typed while the indicator could not be seen. @type {WeakSet<Element>} */
  const unwitnessed = new WeakSet();
  /** Whether it was done in sight of the indicator, the text in a field with it. @param {string} kind @param {OvertEvent} event @param {Element | undefined} node */
  const isWitnessed = (kind, event, node) => {
    if (!root.overt.witness || UNSEEN.includes(kind)) return true;
    const seen = root.overt.witness(kind, event);
    if (!TYPED.includes(kind) || !node || !page.takesText(node)) return seen;
    if (!seen) unwitnessed.add(node);
    else if (!page.value(node)) unwitnessed.delete(node);
    return seen && !unwitnessed.has(node);
  };

  /** Runs while something scrolls, which is the window where it is no element. */
  let timer = 0;
  /** @type {Element | undefined} */
  let scrolling;
  /** Whether a button of the pointer is held, as far as the pointer told last: one pressed on a scroll bar tells of no release. */
  let held = false;

  /** The name that a link gives its download. @param {Element} link */
  const downloadName = (link) =>
    page.attribute(link, "download") || (page.attribute(link, "href") ?? "").split(/[?#]/)[0];

  /** What may have revealed an element that is pressed: a box that a style sheet shows while something is hovered, and what was hovered. @param {Element} pressed */
  const hoveredBefore = (pressed) => {
    const { elements, bits } = root.overt.hover.hovered(pressed);
    const shown = root.overt.hover.shownByStyle(pressed);
    return shown || bits.some((one) => one & REVEALS) ? { shown, elements, bits } : undefined;
  };

  /** Bits of an event, as src/dom/event.rs has them. */
  const BITS = {
    alt: 1,
    control: 2,
    meta: 4,
    shift: 8,
    notAPress: 16,
    trusted: 32,
    ours: 64,
    byUser: 128,
    inputType: 256,
    userActive: 512,
    buttonHeld: 1024,
    witnessed: 2048,
    scrollWitnessed: 4096,
    hoverWitnessed: 8192,
    repeated: 16384,
  };
  /** What an event says of itself. @param {OvertEventFields} event */
  const bitsOf = (event) =>
    (event.altKey ? BITS.alt : 0) |
    (event.ctrlKey ? BITS.control : 0) |
    (event.metaKey ? BITS.meta : 0) |
    (event.shiftKey ? BITS.shift : 0) |
    (event.isComposing || event.getModifierState?.("AltGraph") ? BITS.notAPress : 0) |
    (event.repeat ? BITS.repeated : 0) |
    (event.isTrusted ? BITS.trusted : 0) |
    (event.userInitiated ? BITS.byUser : 0) |
    (event.inputType ? BITS.inputType : 0) |
    (navigator.userActivation?.isActive ? BITS.userActive : 0) |
    (held ? BITS.buttonHeld : 0);

  /**
   * Whether a step may come of the event, of the scroll that it ends and of the hover before it: bits. What is done now is looked at
   * last, because the indicator is judged from when that began.
   * @param {string} kind
   * @param {OvertEvent} event
   * @param {Element | undefined} on
   * @param {boolean} hovered whether something was hovered that may have revealed it
   */
  const witnessed = (kind, event, on, hovered) => {
    // What a page dispatches itself is nothing but a click, of which a download may come.
    if (!event.isTrusted && kind !== "download") return 0;
    const endsScroll = timer !== 0 && (kind !== "scroll" || on !== scrolling);
    const bits =
      (endsScroll && isWitnessed("scroll", event, scrolling) ? BITS.scrollWitnessed : 0) |
      (hovered && isWitnessed("hover", event, undefined) ? BITS.hoverWitnessed : 0);
    if (UNTAKEN.includes(kind) || root.overt.isOurs?.(on) || !isWitnessed(kind, event, on)) return bits;
    // Noted before "show password" changes a type.
    if (NOTED.includes(kind) && on) page.noteFields(on);
    page.startReading(on);
    return bits | BITS.witnessed;
  };

  /**
   * All that the recorder asks of an event, in the order that `listen` in src/dom/page.rs tells.
   * @param {string} kind
   * @param {OvertEventFields} event
   * @returns {Parameters<OvertListener>}
   */
  const packed = (kind, event) => {
    const node = innermost(event);
    // Text that is dragged is a node by itself.
    const on = node instanceof Element ? node : node instanceof Text ? (parentElement(node) ?? undefined) : undefined;
    const ours = root.overt.isOurs?.(node) === true;
    const isPress = kind === "pointerdown" && event.button === 0;
    const hovered = isPress && on && !ours ? hoveredBefore(on) : undefined;
    const seen = witnessed(kind, event, on, hovered !== undefined);
    // Numbers are given last: the recorder may have been paused by now, which ends a reading.
    const number = (/** @type {Element | null | undefined} */ element) => (element ? page.number(element) : -1);
    const numbers = [
      event.clientX ?? 0,
      event.clientY ?? 0,
      event.button ?? 0,
      event.detail ?? 0,
      bitsOf(event) | seen | (ours ? BITS.ours : 0),
      number(on),
      number(event.submitter),
    ];
    if (hovered)
      numbers.push(
        number(hovered.shown),
        ...hovered.elements.flatMap((one, at) => [number(one), hovered.bits[at] ?? 0]),
      );
    if (kind === "resize") numbers.push(innerWidth, innerHeight);
    if (kind === "pointerup") numbers.push(...root.overt.settle.stroke());
    if (kind === "keysettled") numbers.push(root.overt.settle.effects());
    const word = kind === "keydown" ? event.key : kind === "download" && on ? downloadName(on) : undefined;
    return [[kind, location.href, word ?? ""].join("\0"), page.now(), numbers, on];
  };

  /** Dispatches an event to the recorder. @param {string} kind @param {OvertEvent} event */
  const dispatch = (kind, event) => {
    if (!listener) return;
    attempt(() => {
      const parts = packed(kind, event);
      listener?.(...parts);
      if (kind === "scroll") scrolling = parts[3];
    });
  };
  /** The same for one that stands for another. @param {string} type @param {EventTarget | null} [target] @param {boolean} [isTrusted] */
  const dispatchMade = (type, target, isTrusted = true) => dispatch(type, { type, target, isTrusted });

  root.overt.dispatchMade = dispatchMade;

  /** A field that the browser said is about to change, until it says that it has. @type {{on: Element, text: string | null | undefined} | undefined} */
  let awaited;
  /** What a field holds, as far as that costs no layout. @param {Element} on */
  const heldBy = (on) => (page.labelable(on) ? page.value(on) : textContent(on));
  /** A page that cancels what the browser is about to do, and writes itself, gets no input event. */
  const flushInput = () => {
    const { on, text } = awaited ?? {};
    awaited = undefined;
    if (on && heldBy(on) !== text) dispatchMade("input", on);
  };

  /** Whether a press falls on the scroll bar of its target, which tells of no release. @param {PointerEvent} event */
  const onScrollBar = (event) => {
    const on = innermost(event);
    if (on instanceof Element === false || !on.clientWidth) return false;
    if (on === document.documentElement) return event.clientX >= on.clientWidth || event.clientY >= on.clientHeight;
    const { left, top } = getRect(on);
    const [x, y] = [event.clientX - left - on.clientLeft, event.clientY - top - on.clientTop];
    return (
      (on.scrollHeight > on.clientHeight && x >= on.clientWidth) ||
      (on.scrollWidth > on.clientWidth && y >= on.clientHeight)
    );
  };

  const rest = () => {
    dispatchMade("rest");
    clearTimeout(timer);
    timer = 0;
  };

  /**
   * The window has lost the focus to something outside the page a moment ago. Where it has the focus back by then it stood
   * still between: while a dialog of the browser is open no event comes and no timer runs, and after it both events come at
   * once (seen in Chromium 156).
   */
  let still = false;
  /**
   * What some kinds of events need beside being dispatched; a kind that is not here is dispatched as it is.
   * @type {{[K in keyof OvertEventMap]?: (event: OvertEventMap[K]) => void}}
   */
  const WAYS = {
    pointerover(event) {
      held = event.buttons !== 0;
      root.overt.approach?.();
      root.overt.hover.over(innermost(event));
    },
    pointerdown(event) {
      held = true;
      root.overt.settle.press(event);
      dispatch(onScrollBar(event) ? "scrollbar" : "pointerdown", event);
      root.overt.hover.reset();
    },
    pointerup(event) {
      root.overt.settle.release(event);
      dispatch("pointerup", event);
    },
    click(event) {
      root.overt.settle.reset();
      dispatch("click", event);
    },
    keydown(event) {
      root.overt.hover.reset();
      dispatch("keydown", event);
      const on = innermost(event);
      if (on instanceof Element) root.overt.settle.key(event, on);
    },
    // It only tells that the page has heard of the key.
    keyup() {},
    beforeinput(event) {
      flushInput();
      dispatch("beforeinput", event);
      const on = innermost(event);
      if (on instanceof Element === false || !page.takesText(on)) return;
      // Enter in a field of one line writes nothing, and no input event follows.
      if (on instanceof HTMLInputElement && event.inputType === "insertLineBreak") return;
      awaited = { on, text: heldBy(on) };
      setTimeout(flushInput);
    },
    input(event) {
      awaited = undefined;
      dispatch("input", event);
    },
    // Chromium sends no input event after it.
    compositionend: (event) => dispatchMade("input", innermost(event)),
    resize(event) {
      // The person makes the window larger; a frame is laid out by its page.
      if (event.target === window && window === window.top) dispatch("resize", event);
      else rest();
    },
    blur(event) {
      rest();
      if (event.target !== window) return;
      still = !hasFocus(document);
      setTimeout(() => (still = false), AT_ONCE);
      // The focus is in the frame only after the event.
      setTimeout(entered);
    },
    focus(event) {
      dispatchMade(event.target === window && still ? "gap" : "rest");
    },
  };

  /** A frame that took the focus and is not recorded: that it is there, and nothing from inside. */
  const entered = () => {
    const frame = focused(document);
    if (!listener || frame instanceof HTMLIFrameElement === false) return;
    const inside = frame.contentWindow;
    for (let place = 0; place < length; place++) if (window[place] === inside && root.overt.frames?.has(place)) return;
    dispatchMade("frame", frame);
  };

  /** Shadow trees whose scrolling is attended to: it does not leave them. @type {WeakSet<ShadowRoot>} */
  let attended = new WeakSet();
  /** What comes before a scroll. */
  const BEFORE_SCROLL = ["wheel", "pointerdown", "keydown"];
  /** @param {Event} event */
  const attendTrees = (event) => {
    const on = innermost(event);
    for (let tree = on instanceof Node && rootOf(on); tree instanceof ShadowRoot; tree = rootOf(tree.host)) {
      if (attended.has(tree) || root.overt.isOurs?.(tree.host)) continue;
      attended.add(tree);
      tree.addEventListener("scroll", (scroll) => scroll.isTrusted && dispatch("scroll", scroll), {
        capture: true,
        passive: true,
        signal: off.signal,
      });
    }
  };

  /** What the pointer told that the mouse has not told after it. @type {Set<string>} */
  const told = new Set();
  /** What an event is taken as; nothing where it was told already. @param {string} kind @param {Event} event */
  const takenAs = (kind, event) => {
    const pointer = STANDS_FOR.get(kind);
    if (!pointer) return (event.isTrusted && told.add(kind), kind);
    const { buttons } = /** @type {MouseEvent} */ (event);
    // While a button is held the pointer tells of no other.
    const another = kind === "mouseup" ? buttons : buttons & (buttons - 1);
    return !event.isTrusted || told.delete(pointer) || another ? undefined : pointer;
  };

  /** @param {string} attended */
  const attend = (attended) => {
    /** @param {Event} event */
    const onEvent = (event) => {
      if (event instanceof MouseEvent && root.overt.fallsOnIndicator?.(event)) return;
      const kind = listener && takenAs(attended, event);
      if (!kind) return;
      if (BEFORE_SCROLL.includes(kind)) attendTrees(event);
      if (event.isTrusted) root.overt.settle.before(kind);
      const way = /** @type {{[kind: string]: ((event: Event) => void) | undefined}} */ (WAYS)[kind];
      // What a page dispatches itself is nothing but a click, by which it may hand out a file.
      if (event.isTrusted && way) way(event);
      else if (event.isTrusted || kind === "click") dispatch(kind, event);
      if (kind === "click") downloads(event);
    };
    /** @type {AddEventListenerOptions} */
    const options = { capture: true, passive: true, signal: off.signal };
    if (attended === "navigate") {
      root.navigation?.addEventListener(attended, onEvent, options);
    } else if (attended === "urlchange") {
      root.navigation?.addEventListener("currententrychange", onEvent, options);
      addEventListener("popstate", onEvent, options);
      addEventListener("hashchange", onEvent, options);
    } else {
      addEventListener(attended, onEvent, options);
    }
  };

  /** @param {Event} event */
  const downloads = (event) => {
    const node = innermost(event);
    const link = node instanceof Element ? page.closest(node, "a[download]") : undefined;
    if (link) dispatchMade("download", link, event.isTrusted);
  };

  /** @type {OvertEvents} */
  const answers = {
    attempt,
    elementsAt: (x, y) => elementsAt(document, x, y),
    restAfter(ms) {
      clearTimeout(timer);
      timer = setTimeout(rest, ms);
    },
    scrolled: (target) =>
      target
        ? Int32Array.of(Math.round(scrollLeft(target)), Math.round(scrollTop(target)))
        : Int32Array.of(Math.round(scrollX), Math.round(scrollY)),
    url: () => location.href,
    now: () => performance.timeOrigin + performance.now(),
    /** The document comes from the browser's cache, which its own entry does not say. */
    cameBack() {
      back = true;
    },
    arrival() {
      if (back) return "backForward";
      const entry = /** @type {PerformanceNavigationTiming | undefined} */ (
        performance.getEntriesByType("navigation")[0]
      );
      return (
        { reload: "reload", back_forward: "backForward" }[/** @type {"reload" | "back_forward"} */ (entry?.type)] ??
        "load"
      );
    },
    listen(onEvent) {
      listener = onEvent;
      return () => {
        if (listener === onEvent) listener = undefined;
      };
    },
    /**
     * Stands first in line for every event, before the page's own scripts run; nothing is looked at until `listen`. A page
     * that writes its document anew (`document.open`) takes all listeners away with the old one: then it is done again, and
     * `onAttended` called each time.
     */
    attendAll(onAttended) {
      off.abort();
      off = new AbortController();
      attended = new WeakSet();
      KINDS.forEach(attend);
      root.overt.hover.reset();
      dispatchMade("newdocument");
      // What still scrolls when the page goes is dispatched now or never.
      addEventListener("pagehide", rest, { capture: true, signal: off.signal });
      const { documentElement } = document;
      const rewritten = new MutationObserver(() => {
        if (document.documentElement !== documentElement) page.attendAll(onAttended);
      });
      rewritten.observe(document, { childList: true });
      off.signal.addEventListener("abort", () => rewritten.disconnect());
      onAttended();
    },
    /** Removes every listener. */
    detach() {
      off.abort();
      clearTimeout(timer);
      listener = undefined;
      root.overt.hover.reset();
      root.overt.settle.reset();
    },
  };
  Object.assign(page, answers);
})();
