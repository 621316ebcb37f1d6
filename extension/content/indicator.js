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

  shared.createIndicator = ({ words, place, onPause, onStop, onOpen, onPlace, onState }) => {
    const at = { ...place };
    let state = { paused: false, outside: false, full: false, steps: 0 };
    /** Of the host that stands now. */
    let off = new AbortController();
    /** @type {OvertIndicatorView | undefined} */
    let view;
    /** @type {ReturnType<OvertShared["placeIndicator"]> | undefined} */
    let placed;

    /** A fresh host: of the one before the page may hold more than it should. */
    const put = () => {
      off.abort();
      off = new AbortController();
      const { signal } = off;
      const old = view?.host;
      view = shared.drawIndicator(words);
      view.setSmall(at.small);
      view.update(state);
      view.host.setAttribute("popover", "manual");
      old?.remove();
      try {
        view.parent = home();
        view.parent.append(view.host);
        placed = shared.placeIndicator(view, at, signal);
        watch.attend(signal);
        view.host.showPopover();
        placed.stand();
      } catch {
        return watch.fail("refused");
      }
      attend(view, placed, signal);
      watchTree(view.host, signal);
    };

    const kept = () => onPlace({ ...at });

    /** @param {OvertIndicatorView} view @param {NonNullable<typeof placed>} placed @param {AbortSignal} signal */
    const attend = (view, placed, signal) =>
      shared.attendControls({
        view,
        placed,
        acts: {
          pause: onPause,
          stop: onStop,
          open: onOpen,
          size() {
            at.small = !at.small;
            view.setSmall(at.small);
            placed.stand();
            kept();
          },
        },
        onPlaced: kept,
        isSeen: watch.isSeen,
        signal,
      });

    /** The host's own attributes, and the children of what it stands in: nothing is watched page-wide. @param {HTMLElement} host @param {AbortSignal} signal */
    const watchTree = (host, signal) => {
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

    const watch = shared.watchIndicator({
      view: () => /** @type {OvertIndicatorView} */ (view),
      put,
      stand: () => placed?.stand(),
      onState,
    });

    const waiting = new AbortController();
    const begin = () => {
      if (watch.isOver() || !document.documentElement) return;
      // What is read after it would stand behind it.
      if (document.readyState !== "loading") waiting.abort();
      if (!view || view.host.nextSibling || view.host.parentNode !== home()) put();
    };
    if (document.readyState === "loading") {
      document.addEventListener("readystatechange", begin, { signal: waiting.signal });
      const timer = setTimeout(begin, LONGEST_READ);
      waiting.signal.addEventListener("abort", () => clearTimeout(timer));
    } else begin();

    shared.witness = (kind, event) => view !== undefined && watch.witness(kind, event);
    shared.approach = () => view && watch.approach();

    return {
      shown: watch.shown,
      wasSeen: (within) => view !== undefined && watch.wasSeen(within),
      sample: () => view && { top: view.bar, element: view.buttons.stop },
      renew() {
        if (view) watch.comeBack();
      },
      update(now) {
        state = now;
        view?.update(now);
      },
      remove() {
        waiting.abort();
        watch.end();
        off.abort();
        view?.host.remove();
        shared.witness = shared.approach = undefined;
        shared.fallsOnIndicator = undefined;
      },
    };
  };
}
