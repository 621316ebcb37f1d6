// Tells whose an event is: made by the person's own press or key, or by the page, whose calls make trusted events too.
"use strict";
(() => {
  const root = globalThis;
  root.overt ??= /** @type {OvertShared} */ ({});
  // Injected twice into a document that is already attended to: what is there stays.
  if (root.overt.live?.alive()) return;

  /** How long in ms a wheel, a key or the person's own navigation counts as what makes the page scroll. */
  const JUST_BEFORE = 1_000;

  /** An event's innermost target. @typedef {(EventTarget & {form?: unknown}) | null | undefined} Target */
  /** What the person pressed last: an element, and a key or a button. @type {{on: Target, key: string, button: number, at: number} | undefined} */
  let press;
  /** A button is held, or was pressed on a scroll bar, which tells of no release. */
  let held = false;
  let wheeled = -JUST_BEFORE;
  /** The click that came last, until a form was submitted by it: `own` where no page made it. @type {{on: Target, own: boolean} | undefined} */
  let clicked;
  /** A click of the page may make trusted ones, as that of a label does, until the person presses again. */
  let scripted = false;
  /** The browser said that the person changes a text: what `execCommand` does it does not say before. */
  let typed = false;
  /** Fields whose last input was the page's. @type {WeakSet<object>} */
  let foreign = new WeakSet();
  /** The navigation that was begun last. */
  let went = { own: false, at: -JUST_BEFORE };

  /** @param {number} at */
  const just = (at) => performance.now() - at < JUST_BEFORE;

  /**
   * What is noted of an event, by its kind.
   * @type {{[K in keyof OvertEventMap]?: (event: OvertEventMap[K], on: Target) => void}}
   */
  const NOTES = {
    pointerdown(event, on) {
      press = { on, key: "", button: event.button, at: performance.now() };
      held = true;
      scripted = typed = false;
    },
    pointerup() {
      held = false;
    },
    pointerover(event) {
      if (event.buttons === 0) held = false;
    },
    keydown(event, on) {
      press = { on, key: event.key, button: -1, at: performance.now() };
      scripted = typed = false;
    },
    wheel() {
      wheeled = performance.now();
    },
    beforeinput() {
      typed = true;
    },
    click(event, on) {
      if (!event.isTrusted) scripted = true;
      clicked = { on, own: !scripted };
    },
    navigate(event) {
      went = { own: event.userInitiated === true, at: performance.now() };
    },
  };

  /** @param {Event & {inputType?: string}} event @param {EventTarget} on */
  const changes = (event, on) => {
    if (on instanceof HTMLInputElement && /^(checkbox|radio)$/.test(on.type))
      return clicked?.own === true && clicked.on === on;
    // Pickers, lists and dialogs of the browser: no call of a page makes these events.
    if (event.type === "change") return !foreign.has(on);
    const own = !event.inputType || typed;
    typed = false;
    if (own) foreign.delete(on);
    else foreign.add(on);
    return own;
  };

  /** @param {SubmitEvent} event */
  const submits = ({ submitter, target }) => {
    const by = clicked;
    // A click submits once.
    clicked = undefined;
    const pressed = by?.own && submitter && (submitter === by.on || submitter.contains(/** @type {Node} */ (by.on)));
    return (
      pressed ||
      (press?.key === "Enter" &&
        (press.on?.form === target || /** @type {Node} */ (target).contains(/** @type {Node} */ (press.on))) &&
        just(press.at))
    );
  };

  /** By a key or from the menu of the right button: what a page copies after a click is the page's. */
  const copies = () => press !== undefined && (press.button === 2 || press.button === -1);

  /** @typedef {{own: boolean}} Owned */
  /**
   * Kinds that a page makes too; what is not here no page can make.
   * @typedef {{input: InputEvent, change: Event, submit: SubmitEvent, copy: Event, cut: Event, scroll: Owned, download: Owned,
   *   urlchange: unknown, gap: unknown, frame: unknown}} PagesToo
   * @type {{[K in keyof PagesToo]?: (event: PagesToo[K], on: EventTarget) => boolean}}
   */
  const WHOSE = {
    input: changes,
    change: changes,
    submit: submits,
    copy: copies,
    cut: copies,
    scroll: ({ own }) => own,
    download: ({ own }) => own,
    urlchange: () => went.own,
    gap: () => navigator.userActivation?.isActive === true,
    frame: () => navigator.userActivation?.isActive === true,
  };

  /**
   * By their kinds, each for an event of that kind.
   * @typedef {{[kind: string]: ((event: Event, on: Target) => void) | undefined}} Notes
   * @typedef {{[kind: string]: ((event: OvertEvent | undefined, on: Target) => boolean) | undefined}} Whose
   */
  root.overt.causes = {
    /** Notes what an event, trusted or not, says of the person. */
    note(kind, event, on) {
      if (event.isTrusted || kind === "click") /** @type {Notes} */ (NOTES)[kind]?.(event, on);
    },
    byPerson: (kind, event, on) => /** @type {Whose} */ (WHOSE)[kind]?.(event, on) ?? true,
    /** Whether what scrolls now is scrolled by the person. */
    scrolls: () =>
      held ||
      press?.button === 1 ||
      just(wheeled) ||
      (press?.button === -1 && just(press.at)) ||
      (went.own && just(went.at)),
    reset() {
      press = clicked = undefined;
      held = scripted = typed = false;
      foreign = new WeakSet();
    },
  };
})();
