// The indicator of a page that is recorded: seen in the top layer, or the page is not recorded.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));
  // `<form name=body>` replaces what a document says by itself, but never its prototype's.
  const [bodyOf, rootOf] = /** @type {const} */ (["body", "documentElement"]).map((name) =>
    shared.browser.getter(Document, name),
  );

  /** How many ms a page that is still being read may do without it. */
  const LONGEST_READ = 1_000;
  /** How often an attribute that the page sets on a host is taken off again. */
  const MOST_STRIPPED = 20;

  /**
   * Last in the body: React, which would report a stranger anywhere else in a document that it hydrates, passes over what
   * follows the elements that it knows there.
   */
  const home = () => {
    const body = bodyOf(document);
    return /** @type {HTMLElement} */ (body instanceof HTMLBodyElement ? body : rootOf(document));
  };

  /**
   * @typedef {object} Indicator
   * @property {OvertIndicatorOptions} options
   * @property {import("../protocol").IndicatorPosition} at where it stands, and whether it is small
   * @property {OvertIndicatorState} state what it shows
   * @property {OvertIndicatorWatch} watch
   * @property {AbortController} off of the host that stands now
   * @property {AbortController} waiting until the page has been read
   * @property {OvertIndicatorView} [view]
   * @property {OvertIndicatorPlace} [placed]
   */

  shared.createIndicator = (options) => {
    /** @type {Indicator} */
    const indicator = {
      options,
      at: { ...options.place },
      state: { paused: false, outside: false, full: false, steps: 0 },
      watch: shared.watchIndicator({
        view: () => /** @type {OvertIndicatorView} */ (indicator.view),
        put: () => put(indicator),
        stand: () => indicator.placed?.stand(),
        onState: options.onState,
      }),
      off: new AbortController(),
      waiting: new AbortController(),
    };
    const { watch } = indicator;
    putOnceRead(indicator);
    shared.witness = (kind, event) => indicator.view !== undefined && watch.witness(kind, event);
    shared.approach = () => indicator.view && watch.approach();
    return {
      shown: watch.shown,
      wasSeen: (within) => indicator.view !== undefined && watch.wasSeen(within),
      sample: () => indicator.view && { top: indicator.view.bar, element: indicator.view.buttons.stop },
      renew() {
        if (indicator.view) watch.comeBack();
      },
      update(state) {
        indicator.state = state;
        indicator.view?.update(state);
      },
      remove: () => remove(indicator),
    };
  };

  /** Puts it into the page, and again where the page is read on. @param {Indicator} indicator */
  const putOnceRead = (indicator) => {
    const { waiting, watch } = indicator;
    const begin = () => {
      if (watch.isOver() || !document.documentElement) return;
      // What is read after it would stand behind it.
      if (document.readyState !== "loading") waiting.abort();
      const host = indicator.view?.host;
      if (!host || host.nextSibling || host.parentNode !== home()) put(indicator);
    };
    if (document.readyState !== "loading") return begin();
    document.addEventListener("readystatechange", begin, { signal: waiting.signal });
    const timer = setTimeout(begin, LONGEST_READ);
    waiting.signal.addEventListener("abort", () => clearTimeout(timer));
  };

  /** A fresh host: of the one before the page may hold more than it should. @param {Indicator} indicator */
  const put = (indicator) => {
    const { options, at, state, watch } = indicator;
    indicator.off.abort();
    indicator.off = new AbortController();
    const { signal } = indicator.off;
    const old = indicator.view?.host;
    const view = (indicator.view = shared.drawIndicator(options.words));
    view.setSmall(at.small);
    view.update(state);
    view.host.setAttribute("popover", "manual");
    old?.remove();
    try {
      view.parent = home();
      view.parent.append(view.host);
      indicator.placed = shared.placeIndicator(view, at, signal);
      watch.attend(signal);
      view.host.showPopover();
      indicator.placed.stand();
    } catch {
      return watch.fail("refused");
    }
    attendControls(indicator, view, indicator.placed, signal);
    watchTree(watch, view.host, signal);
  };

  /** @param {Indicator} indicator @param {OvertIndicatorView} view @param {OvertIndicatorPlace} placed @param {AbortSignal} signal */
  const attendControls = ({ options, at, watch }, view, placed, signal) => {
    const onPlaced = () => options.onPlace({ ...at });
    shared.attendControls({
      view,
      placed,
      acts: {
        pause: options.onPause,
        stop: options.onStop,
        open: options.onOpen,
        size() {
          at.small = !at.small;
          view.setSmall(at.small);
          placed.stand();
          onPlaced();
        },
      },
      onPlaced,
      isSeen: watch.isSeen,
      signal,
    });
  };

  /** The host's own attributes, and the children of what it stands in: nothing is watched page-wide. @param {OvertIndicatorWatch} watch @param {HTMLElement} host @param {AbortSignal} signal */
  const watchTree = (watch, host, signal) => {
    let stripped = 0;
    const observer = new MutationObserver(() => {
      // With the page's body, too, which an application may well exchange.
      if (watch.isRemoved()) watch.comeBack();
      else if (host.getAttribute("popover") !== "manual") watch.trouble("closed");
      else
        for (const name of host.getAttributeNames())
          if (name !== "popover" && stripped++ < MOST_STRIPPED) host.removeAttribute(name);
    });
    for (const node of new Set([document, document.documentElement, host.parentNode]))
      if (node) observer.observe(node, { childList: true });
    observer.observe(host, { attributes: true });
    signal.addEventListener("abort", () => observer.disconnect());
  };

  /** @param {Indicator} indicator */
  const remove = ({ waiting, watch, off, view }) => {
    waiting.abort();
    watch.end();
    off.abort();
    view?.host.remove();
    shared.witness = shared.approach = undefined;
    shared.fallsOnIndicator = undefined;
  };
}
