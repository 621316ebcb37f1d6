// What the page shows where the indicator stands: why it cannot be seen, and what covers it that tells nobody.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));
  const { getter, method } = shared.browser;

  /** The least box in CSS pixels that can be read. */
  const LEAST = { width: 40, height: 20 };
  /** How far inside the box's corners it is asked what lies on top. */
  const INSET = 8;
  /** Also what a page leaves out because it lies far off, and what it makes invisible. */
  const DRAWN = { contentVisibilityAuto: true, visibilityProperty: true };
  /** `trackVisibility` is Chromium's (IntersectionObserver v2). */
  const tracks = "isVisible" in IntersectionObserverEntry.prototype;

  // `<form name=body>` replaces what a document says by itself, but never its prototype's.
  const visibility = getter(Document, "visibilityState");
  const rootOf = getter(Document, "documentElement");
  const bodyOf = getter(Document, "body");
  const elementFromPoint = method(Document, "elementFromPoint");
  const queryAll = method(Document, "querySelectorAll");
  const transitionOf = /** @type {const} */ ([
    getter(Document, "activeViewTransition"),
    getter(Element, "activeViewTransition"),
  ]);

  /** The page is a picture of itself while a view transition runs, and the page paints over that. */
  const transition = () => {
    const [ofDocument, ofElement] = transitionOf;
    return ofDocument?.(document) ?? ofElement?.(rootOf(document)) ?? ofElement?.(bodyOf(document));
  };

  /** The most and the least of a filter function with which the indicator is still read. @type {Record<string, (by: number) => boolean>} */
  const READABLE = {
    invert: (by) => by <= 0.25 || by >= 0.75,
    brightness: (by) => by >= 0.4 && by <= 2,
    contrast: (by) => by >= 0.5,
    opacity: (by) => by >= 0.5,
    blur: (by) => by <= 1,
    grayscale: () => true,
    sepia: () => true,
    saturate: () => true,
    "hue-rotate": () => true,
  };
  /** In Firefox a filter of the root element is one of the top layer too; pages have one for a dark theme. */
  const isFiltered = () => {
    if (tracks) return false;
    const { filter } = getComputedStyle(rootOf(document));
    if (filter === "none") return false;
    const parts = [...filter.matchAll(/([\w-]+)\(([-\d.]*)/g)];
    return !parts.every(([, name, by]) => READABLE[name ?? ""]?.(Number(by)));
  };

  /** What an element that was hit belongs to. @param {Element | null} hit */
  const layerOf = (hit) => hit?.closest(":modal, :popover-open, :fullscreen") ?? hit;

  shared.lookAtIndicator = (view) => {
    /** What was hit in its place when nothing could lie above it: it is inert beside a modal dialog. @type {Set<Element | null> | undefined} */
    let inert;
    /** What was open when it was raised. @type {Set<Element>} */
    let below = new Set();

    const allOpen = () =>
      new Set([...queryAll(document, ":popover-open, :modal")].filter((open) => open !== view().host));

    const hits = () => {
      const { left, right, top, bottom } = view().bar.getBoundingClientRect();
      return [
        [(left + right) / 2, (top + bottom) / 2],
        ...[left + INSET, right - INSET].flatMap((x) => [top + INSET, bottom - INSET].map((y) => [x, y])),
      ]
        .filter(([x = 0, y = 0]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
        .map(([x, y]) => elementFromPoint(document, x, y));
    };

    /** In the document of a frame it is connected too, and open in a top layer that nobody sees. */
    const isRemoved = () => {
      const { host, parent } = view();
      return !host.isConnected || host.parentNode !== parent || host.ownerDocument !== document;
    };

    return {
      tracks,
      transition,
      isRemoved,
      isShown: () => visibility(document) === "visible",
      why() {
        const { host, bar } = view();
        if (isRemoved()) return "removed";
        if (host.getAttribute("popover") !== "manual" || !host.matches(":popover-open")) return "closed";
        if (transition()) return "covered";
        const { left, right, top, bottom, width, height } = bar.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const inWindow = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
        if (!host.checkVisibility(DRAWN) || width < LEAST.width || height < LEAST.height || !inWindow || isFiltered())
          return "changed";
        const found = hits();
        if (found.every((hit) => hit === host)) inert = undefined;
        else if (!inert || !found.every((hit) => hit === host || inert?.has(layerOf(hit)))) return "covered";
        return undefined;
      },
      opened() {
        // In Chromium the browser tells of what covers it.
        if (tracks) return [];
        const open = allOpen();
        const fresh = [...open].filter((one) => !below.has(one));
        below = open;
        return fresh;
      },
      noteOnTop() {
        if (!tracks) below = allOpen();
        const found = hits();
        inert = found.every((hit) => hit === view().host) ? undefined : new Set(found.map(layerOf));
      },
      covers(element) {
        if (element.matches(":modal")) return true;
        const [a, b] = [element, view().bar].map((one) => one.getBoundingClientRect());
        return Boolean(a && b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
      },
    };
  };

  /**
   * Shadow roots tell nobody outside of what opens in them, and Firefox has no IntersectionObserver v2: each is listened to from
   * the first look after it was made. A page of very many elements is gone through over several looks.
   */
  shared.attendShadows = (onOpen, onFound, signal) => {
    /** @type {Set<ShadowRoot>} */
    const attended = new Set();

    /** @param {ShadowRoot} root */
    const attend = (root) => {
      attended.add(root);
      root.addEventListener("beforetoggle", /** @type {EventListener} */ (onOpen), { capture: true, signal });
      for (const open of root.querySelectorAll(":popover-open, :modal")) onFound(open);
    };
    /** @param {Document | ShadowRoot} tree @returns {Generator<Element, void, void>} */
    function* elementsOf(tree) {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
      for (let /** @type {Node | null} */ element; (element = walker.nextNode());)
        yield /** @type {Element} */ (element);
    }
    /** @returns {Generator<Element, void, void>} */
    function* elements() {
      yield* elementsOf(document);
      // With those that are found meanwhile.
      for (const root of attended)
        if (root.isConnected) yield* elementsOf(root);
        else attended.delete(root);
    }
    let all = elements();

    return (most) => {
      if (tracks) return;
      for (let left = most; left > 0; left--) {
        const { value, done } = all.next();
        if (done) return void (all = elements());
        const root = shared.isOurs(value) ? undefined : shared.page.shadow(value);
        if (root && !attended.has(root)) attend(root);
      }
    };
  };
}
