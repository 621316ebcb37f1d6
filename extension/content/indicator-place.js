// Where the indicator stands: inside the window whatever the window's size, the page's zoom and the words are.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));

  shared.placeIndicator = (view, place, signal) => {
    const { host } = view;

    const stand = () => {
      // A page that zooms itself does not zoom the indicator with it.
      const zoom = 1 / (host.parentElement?.currentCSSZoom || 1);
      let right = Math.max(0, Math.round(place.right));
      let bottom = Math.max(0, Math.round(place.bottom));
      view.stand({ right, bottom, zoom });
      // What is left of the window's edge moves in; how wide the scroll bars are need not be known for that.
      const { left, top } = host.getBoundingClientRect();
      if (left < 0 || top < 0) {
        right = Math.max(0, right + Math.min(0, Math.floor(left)));
        bottom = Math.max(0, bottom + Math.min(0, Math.floor(top)));
        view.stand({ right, bottom, zoom });
      }
      return { right, bottom };
    };

    // Other words, another count, the small form; and another window.
    const resized = new ResizeObserver(() => void stand());
    resized.observe(host);
    signal.addEventListener("abort", () => resized.disconnect());
    addEventListener("resize", stand, { signal, passive: true });

    return {
      stand,
      moveTo(right, bottom) {
        Object.assign(place, { right, bottom });
        // From where it could go, so that it comes back at once.
        Object.assign(place, stand());
      },
      moveBy(right, bottom) {
        const at = stand();
        this.moveTo(at.right + right, at.bottom + bottom);
      },
    };
  };
}
