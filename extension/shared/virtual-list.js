// A virtual list: of many rows only those on screen are in the page; a row's height is measured when it is shown.
import { html } from "./html.js";
import { render, repeat } from "../vendor/lit.js";

/** So many rows are shown whole: find-in-page and screen readers then have them all. */
const FEW = 120;
/** Rows beyond either edge of the window. */
const BEYOND = 8;
/** The height of a row that was never shown, in CSS pixels. */
const GUESS = 48;

/**
 * One row: `key` is the same for the same row, `content` makes its template when it is shown, `kind` is for styles.
 * @typedef {{key: string, content: () => unknown, kind?: string}} Row
 */
/** @typedef {ReturnType<typeof createVirtualList>} VirtualList */

/**
 * Makes an element the virtual list. Arrows, Home, End, Page Up and Page Down go from row to row; Tab goes into the row.
 * @param {HTMLElement} host
 * @param {HTMLElement} [scroller] in which it is scrolled; default: the document
 */
export function createVirtualList(host, scroller = /** @type {HTMLElement} */ (document.scrollingElement)) {
  /** @type {Row[]} */
  let rows = [];
  /** Measured heights by key. @type {Map<string, number>} */
  const heights = new Map();
  /** Where each row begins, and at last where the list ends, from the list's top. @type {number[]} */
  let tops = [0];
  let current = 0;
  let width = 0;
  let drawing = false;
  const whole = scroller === document.scrollingElement;
  host.setAttribute("role", "list");
  host.tabIndex = -1;

  function place() {
    let top = 0;
    tops = rows.map(({ key }) => {
      const at = top;
      top += heights.get(key) ?? GUESS;
      return at;
    });
    tops.push(top);
  }

  /** The row at a distance from the list's top. @param {number} top */
  function rowAt(top) {
    let low = 0;
    let high = Math.max(rows.length - 1, 0);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((tops[middle] ?? 0) <= top) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function shown() {
    if (rows.length <= FEW) return { from: 0, to: rows.length };
    const edge = whole ? 0 : scroller.getBoundingClientRect().top;
    const top = edge - host.getBoundingClientRect().top;
    const to = rowAt(top + scroller.clientHeight) + BEYOND + 1;
    return { from: Math.max(rowAt(top) - BEYOND, 0), to: Math.min(to, rows.length) };
  }

  /** @param {Row} row @param {number} at */
  const item = (row, at) =>
    html`<div
      role="listitem"
      data-key=${row.key}
      data-kind=${row.kind ?? ""}
      data-at=${at}
      aria-setsize=${rows.length}
      aria-posinset=${at + 1}
      tabindex=${at === current ? 0 : -1}
    >
      ${row.content()}
    </div>`;

  function draw() {
    if (drawing) return;
    drawing = true;
    const inside = host.contains(document.activeElement);
    const { from, to } = shown();
    const places = Array.from({ length: to - from }, (_, at) => from + at);
    render(
      repeat(
        places,
        (at) => rows[at]?.key,
        (at) => rows[at] && item(rows[at], at),
      ),
      host,
    );
    let different = false;
    for (const element of /** @type {Iterable<HTMLElement>} */ (host.children)) {
      const { height } = element.getBoundingClientRect();
      const key = element.dataset.key ?? "";
      different ||= heights.get(key) !== height;
      heights.set(key, height);
    }
    if (different) place();
    host.style.paddingBlockStart = `${tops[from] ?? 0}px`;
    host.style.paddingBlockEnd = `${(tops.at(-1) ?? 0) - (tops[to] ?? 0)}px`;
    // The row with the focus was scrolled away: the list has it then, and the next arrow goes on from there.
    if (inside && !host.contains(document.activeElement)) host.focus({ preventScroll: true });
    drawing = false;
  }

  /** @param {number} at */
  const element = (at) => /** @type {HTMLElement | null} */ (host.querySelector(`:scope > [data-at="${at}"]`));

  /**
   * Scrolls a row into view and makes it the one that Tab goes to.
   * @param {number} at
   * @param {{focus?: boolean, block?: ScrollLogicalPosition}} [options]
   */
  function reveal(at, { focus = false, block = "nearest" } = {}) {
    current = Math.max(0, Math.min(at, rows.length - 1));
    // Heights become known only where rows are shown, and move what is below them: each round comes nearer.
    for (let round = 0; round < 8; round++) {
      const edge = whole ? 0 : scroller.getBoundingClientRect().top;
      if (element(current)) element(current)?.scrollIntoView({ block });
      else
        scroller.scrollTop +=
          host.getBoundingClientRect().top - edge + (tops[current] ?? 0) - scroller.clientHeight / 2;
      draw();
      const box = element(current)?.getBoundingClientRect();
      if (box && box.top >= edge - 1 && box.bottom <= edge + Math.max(scroller.clientHeight, box.height) + 1) break;
    }
    if (focus) element(current)?.focus({ preventScroll: true });
  }

  const atEnd = () => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < GUESS;
  function toEnd() {
    for (let round = 0; round < 3; round++) {
      scroller.scrollTop = scroller.scrollHeight;
      draw();
    }
    scroller.scrollTop = scroller.scrollHeight;
  }

  host.addEventListener("focusin", ({ target }) => {
    const row = /** @type {HTMLElement} */ (target).closest?.("[data-at]");
    if (!row || !host.contains(row)) return;
    const at = Number(/** @type {HTMLElement} */ (row).dataset.at);
    if (at === current) return;
    current = at;
    draw();
  });
  host.addEventListener("keydown", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    // Fields and lists in a row have these keys for themselves.
    if (target.matches("input, textarea, select") || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(scroller.clientHeight / GUESS) - 1);
    const to = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    reveal(to, { focus: true });
  });
  (whole ? document : scroller).addEventListener("scroll", draw, { passive: true });
  new ResizeObserver(() => {
    if (host.clientWidth !== width) heights.clear();
    width = host.clientWidth;
    place();
    draw();
  }).observe(host);

  return {
    /** @param {Row[]} next */
    show(next) {
      rows = next;
      current = Math.max(0, Math.min(current, rows.length - 1));
      place();
      draw();
    },
    reveal,
    atEnd,
    toEnd,
    /** The row that Tab goes to. */
    current: () => current,
  };
}
