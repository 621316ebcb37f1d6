// Tells what the page did with a key or a press of the pointer: that shows when all of its listeners have run, and a moment later.
"use strict";
(() => {
  const root = globalThis;
  if (root.overt.live?.alive()) return;

  const { getter } = root.overt.browser;
  const phase = getter(Event, "eventPhase");
  const prevented = getter(Event, "defaultPrevented");
  const focusIn = getter(Document, "activeElement");
  const focusInside = getter(ShadowRoot, "activeElement");
  const caretStart = getter(HTMLInputElement, "selectionStart");
  const caretIn = getter(HTMLTextAreaElement, "selectionStart");

  /** A way of the pointer of more places than so many keeps every second one. */
  const MOST_PLACES = 512;
  /** How far in CSS pixels the pointer goes before a press is a drag, as src/record/pointer.rs has it. */
  const DRAG = 8;
  /** What a page causes while it hears of a key: that it took it. Not a change: Firefox (140) changes a list as a part of the key's own dispatch. */
  const CAUSED = ["submit", "navigate", "urlchange"];
  /** What says nothing of a key that came before. */
  const ASIDE = ["pointerover", "wheel", "scroll", "resize"];

  /** The innermost element that has the focus. */
  const focused = () => {
    let inner = focusIn(document);
    for (;;) {
      const tree = inner && root.overt.page.shadow(inner);
      const next = tree && focusInside(tree);
      if (!next) return inner;
      inner = next;
    }
  };

  /** Where the caret is: a node or nothing, and a place in it. @param {Element} element @returns {[Node | null, number | null]} */
  const caret = (element) => {
    if (element instanceof HTMLInputElement) return [element, caretStart(element)];
    if (element instanceof HTMLTextAreaElement) return [element, caretIn(element)];
    const selection = getSelection();
    return [selection?.focusNode ?? null, selection?.focusOffset ?? null];
  };

  /** Whether an element has a text that only the page keeps. @param {Element & {editContext?: object | null}} element */
  const hasOwnText = (element) => Boolean(element.editContext);

  /** What is selected. */
  const selected = () => {
    const selection = getSelection();
    return selection
      ? [
          selection.anchorNode,
          selection.anchorOffset,
          selection.focusNode,
          selection.focusOffset,
          selection.isCollapsed,
        ]
      : [];
  };

  /**
   * Whether what changed may be what a key or a press does. Classes and data of the root, of the body or of the target itself change with
   * any key where a page draws its focus.
   * @param {MutationRecord[]} records
   * @param {Element} [target]
   */
  const says = (records, target) =>
    records.some(({ type, target: of, attributeName: name, addedNodes, removedNodes }) => {
      if (root.overt.isOurs?.(of)) return false;
      if (type === "childList") return ![...addedNodes, ...removedNodes].every((node) => root.overt.isOurs?.(node));
      if (type !== "attributes") return true;
      const is = of === target || of === document.body || of === document.documentElement;
      return !is || !(name === "class" || name === "style" || name?.startsWith("data-"));
    });

  const WHAT = { subtree: true, childList: true, characterData: true, attributes: true };
  /** Observes the document, and the shadow trees around the element. @param {MutationObserver} observer @param {Element} element */
  const observe = (observer, element) => {
    observer.observe(document, WHAT);
    for (let tree = element.getRootNode(); tree instanceof ShadowRoot; tree = tree.host.getRootNode())
      observer.observe(tree, WHAT);
  };

  /**
   * A key that the page has heard of, or still hears of.
   * @typedef {{event: KeyboardEvent, on: Element, focus: Element | null, caret: [Node | null, number | null], observer?: MutationObserver,
   *   changed: boolean, caused: boolean, left: boolean}} Key
   */
  /** @type {Key | undefined} */
  let key;
  /** The bits of src/dom/event.rs. */
  let effects = 0;

  /** Takes in what has changed until now. @param {Key} one */
  const look = (one) => {
    if (!one.observer) return;
    one.changed ||= says(one.observer.takeRecords(), one.on);
    one.observer.disconnect();
    one.observer = undefined;
  };

  /** The key's effects are known as far as they ever are. */
  const settleKey = () => {
    const one = key;
    if (!one) return;
    key = undefined;
    look(one);
    const [node, place] = caret(one.on);
    effects =
      (prevented(one.event) || one.caused ? 1 : 0) |
      (one.left || focused() !== one.focus ? 2 : 0) |
      (one.changed ? 4 : 0) |
      (node !== one.caret[0] || place !== one.caret[1] ? 8 : 0) |
      (hasOwnText(one.on) ? 16 : 0);
    root.overt.dispatchMade("keysettled", one.on);
  };

  /**
   * A press of the pointer.
   * @typedef {{x: number, y: number, places: Place[], selected: unknown[], observer?: MutationObserver, changed: boolean, up: boolean}} Press
   */
  /** @type {Press | undefined} */
  let press;
  /** @param {PointerEvent} event */
  const onMove = (event) => {
    if (!press || !event.isTrusted) return;
    const far = Math.max(Math.abs(event.clientX - press.x), Math.abs(event.clientY - press.y)) >= DRAG;
    if (far && !press.observer && event.target instanceof Element) {
      const one = press;
      one.observer = new MutationObserver((records) => {
        one.changed ||= says(records);
        if (one.changed) one.observer?.disconnect();
      });
      observe(one.observer, event.target);
    }
    press.places.push([Math.round(event.clientX), Math.round(event.clientY)]);
    if (press.places.length > MOST_PLACES) press.places = press.places.filter((_, at) => at % 2 === 0);
  };
  const MOVE = { capture: true, passive: true };

  /** How far in CSS pixels the line through the places that are kept may lie beside one that is not; and how many are kept. */
  const NEAR = 3;
  const MOST_TURNS = 40;
  /** @typedef {[x: number, y: number]} Place */
  /** How far a place lies from the line between two others. @param {Place} place @param {Place} from @param {Place} to */
  const distance = ([x, y], [fromX, fromY], [toX, toY]) => {
    const [alongX, alongY, ownX, ownY] = [toX - fromX, toY - fromY, x - fromX, y - fromY];
    const length = Math.hypot(alongX, alongY);
    return length < 1 ? Math.hypot(ownX, ownY) : Math.abs(alongX * ownY - alongY * ownX) / length;
  };
  /** The place between two that lies farthest from the line between them. @param {Place[]} all @param {number} from @param {number} to */
  const farthest = (all, from, to) => {
    let [at, far] = [from, 0];
    for (let one = from + 1; one < to; one++) {
      const own = distance(
        /** @type {Place} */ (all[one]),
        /** @type {Place} */ (all[from]),
        /** @type {Place} */ (all[to]),
      );
      if (own > far) [at, far] = [one, own];
    }
    return { at, far };
  };
  /** The places at which a way turns, without its ends (Douglas and Peucker's). @param {Place[]} all */
  const turns = (all) => {
    const kept = [0, all.length - 1];
    while (kept.length < MOST_TURNS + 2) {
      let next = { at: 0, far: NEAR };
      for (const [place, from] of kept.entries()) {
        const one = farthest(all, from, kept[place + 1] ?? from);
        if (one.far > next.far) next = one;
      }
      if (!next.at) break;
      kept.push(next.at);
      kept.sort((a, b) => a - b);
    }
    return kept.slice(1, -1).flatMap((place) => all[place] ?? []);
  };

  const endPress = () => {
    removeEventListener("pointermove", onMove, MOVE);
    press?.observer?.disconnect();
    press = undefined;
  };

  /** The page has heard that the pointer came up, and no click came. */
  const released = () => {
    endPress();
    root.overt.dispatchMade("pointersettled", document.documentElement);
  };

  root.overt.settle = {
    /** What came before has settled, when another event comes. @param {string} kind */
    before(kind) {
      if (press?.up && (kind === "pointerdown" || kind === "keydown")) released();
      if (!key || ASIDE.includes(kind)) return;
      // The page's own listeners still run.
      if (phase(key.event) !== 0) {
        if (CAUSED.includes(kind)) key.caused = true;
        else if (kind !== "focusout") return;
        else key.left = true;
      }
      settleKey();
    },
    /** A key went down. @param {KeyboardEvent} event @param {Element} on */
    key(event, on) {
      const one = (key = /** @type {Key} */ ({
        event,
        on,
        focus: focused(),
        caret: caret(on),
        changed: false,
        caused: false,
        left: false,
      }));
      if (event.key.length > 1 || !root.overt.page.takesText(on)) {
        one.observer = new MutationObserver((records) => (one.changed ||= says(records, on)));
        observe(one.observer, on);
      }
      // What the page does in a task of its own right after is done then; what it does with the sign that follows, later still.
      setTimeout(() =>
        setTimeout(() => {
          look(one);
          if (key === one && (prevented(event) || one.changed || focused() !== one.focus)) settleKey();
        }),
      );
    },
    /** The pointer went down. @param {PointerEvent} event */
    press(event) {
      endPress();
      const { clientX: x, clientY: y } = event;
      press = { x, y, places: [[Math.round(x), Math.round(y)]], selected: selected(), changed: false, up: false };
      addEventListener("pointermove", onMove, MOVE);
    },
    /** The pointer comes up; where it is no finger, a click would come in the same task. @param {PointerEvent} event */
    release(event) {
      if (!press) return;
      if (press.observer) press.changed ||= says(press.observer.takeRecords());
      press.up = event.pointerType !== "touch";
      const one = press;
      if (press.up) setTimeout(() => press === one && released());
    },
    effects: () => effects,
    stroke() {
      if (!press) return [0];
      const now = selected();
      const selects = now[4] === false && now.some((part, at) => part !== press?.selected[at]);
      return [(press.changed ? 1 : 0) | (selects ? 2 : 0), ...turns(press.places)];
    },
    reset: endPress,
  };
})();
