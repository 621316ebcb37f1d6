// What the person does on the indicator: its buttons and its grip, also while the browser holds it inert beside a modal dialog.
{
  const shared = (globalThis.overt ??= /** @type {OvertShared} */ ({}));

  /** By how many CSS pixels an arrow key moves the indicator, to the right edge and to the bottom. */
  const STRIDE = 32;
  /** @type {Record<string, [number, number]>} */
  const ARROWS = {
    ArrowLeft: [STRIDE, 0],
    ArrowRight: [-STRIDE, 0],
    ArrowUp: [0, STRIDE],
    ArrowDown: [0, -STRIDE],
  };
  /** All that the browser sends for a press. */
  const PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "dblclick", "contextmenu"];

  /** @param {Element} element @param {MouseEvent} event */
  const isWithin = (element, { clientX: x, clientY: y }) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  };

  shared.attendControls = ({ view, placed, acts, onPlaced, isSeen, signal }) => {
    const { host, bar, buttons } = view;
    for (const [name, act] of Object.entries(acts))
      buttons[/** @type {keyof typeof acts} */ (name)].addEventListener("click", (event) => event.isTrusted && act(), {
        signal,
      });

    buttons.move.addEventListener(
      "keydown",
      (event) => {
        const by = ARROWS[event.key];
        if (!event.isTrusted || !by) return;
        event.preventDefault();
        placed.moveBy(...by);
        onPlaced();
      },
      { signal },
    );

    /** @param {PointerEvent} down */
    const drag = (down) => {
      const at = placed.stand();
      const from = { right: at.right + down.clientX, bottom: at.bottom + down.clientY };
      const drop = new AbortController();
      const options = { capture: true, signal: AbortSignal.any([signal, drop.signal]) };
      const move = (/** @type {PointerEvent} */ event) =>
        placed.moveTo(from.right - event.clientX, from.bottom - event.clientY);
      const end = () => {
        drop.abort();
        onPlaced();
      };
      addEventListener("pointermove", move, options);
      addEventListener("pointerup", end, options);
      addEventListener("pointercancel", end, options);
    };
    buttons.move.addEventListener(
      "pointerdown",
      (down) => {
        if (!down.isTrusted) return;
        buttons.move.setPointerCapture(down.pointerId);
        drag(down);
      },
      { signal },
    );

    // Everything outside a modal dialog is inert, the indicator on top of it too: a press there falls on the dialog, or on
    // nothing. Where it fell is ours to see all the same, and no one else's.
    let ours = false;
    shared.fallsOnIndicator = (event) => {
      if (event.type === "pointerdown")
        ours = event.isTrusted && event.target !== host && isWithin(bar, event) && isSeen();
      // A key presses a button of the page without a pointer.
      return ours && (event.type !== "click" || event.detail > 0);
    };
    /** @type {HTMLElement | undefined} */
    let down;
    /** @param {Event} event */
    const press = (event) => {
      if (event instanceof MouseEvent === false || !shared.fallsOnIndicator?.(event)) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      const on = Object.values(buttons).find((button) => isWithin(button, event));
      if (event.type === "pointerdown") {
        down = event.button === 0 ? on : undefined;
        if (down === buttons.move) drag(/** @type {PointerEvent} */ (event));
      }
      if (event.type !== "pointerup" || !down || down !== on) return;
      const name = Object.keys(acts).find((one) => buttons[/** @type {keyof typeof acts} */ (one)] === down);
      down = undefined;
      // The click that comes of this press is still to be kept from the page.
      if (name) setTimeout(acts[/** @type {keyof typeof acts} */ (name)]);
    };
    for (const kind of PRESS) addEventListener(kind, press, { capture: true, signal });
  };
}
