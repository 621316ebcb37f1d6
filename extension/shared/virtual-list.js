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
 * @typedef {object} List
 * @property {HTMLElement} host
 * @property {HTMLElement} scroller in which it is scrolled
 * @property {boolean} whole whether that is the document
 * @property {Row[]} rows
 * @property {Map<string, number>} heights measured, by key
 * @property {number[]} tops where each row begins, and at last where the list ends, from the list's top
 * @property {number} current the row that Tab goes to
 * @property {number} width for which the heights were measured
 * @property {boolean} drawing whether it is being drawn
 */

/**
 * Makes an element the virtual list. Arrows, Home, End, Page Up and Page Down go from row to row; Tab goes into the row.
 * @param {HTMLElement} host
 * @param {HTMLElement} [scroller] in which it is scrolled; default: the document
 */
export function createVirtualList(host, scroller = /** @type {HTMLElement} */ (document.scrollingElement)) {
  const whole = scroller === document.scrollingElement;
  /** @type {List} */
  const list = { host, scroller, whole, rows: [], heights: new Map(), tops: [0], current: 0, width: 0, drawing: false };
  host.setAttribute("role", "list");
  host.tabIndex = -1;
  host.addEventListener("focusin", ({ target }) => onFocus(list, /** @type {HTMLElement} */ (target)));
  host.addEventListener("keydown", (event) => onKey(list, event));
  (whole ? document : scroller).addEventListener("scroll", () => draw(list), { passive: true });
  new ResizeObserver(() => onResize(list)).observe(host);
  return {
    /** @param {Row[]} rows */
    show: (rows) => showRows(list, rows),
    /** @param {number} at @param {RevealOptions} [options] */
    reveal: (at, options) => reveal(list, at, options),
    atEnd: () => isAtEnd(list),
    toEnd: () => toEnd(list),
    /** The row that Tab goes to. */
    current: () => list.current,
  };
}

// ---- Where rows are

/** @param {List} list */
function place(list) {
  let top = 0;
  list.tops = list.rows.map(({ key }) => {
    const at = top;
    top += list.heights.get(key) ?? GUESS;
    return at;
  });
  list.tops.push(top);
}

/** The row at a distance from the list's top. @param {List} list @param {number} top */
function rowAt({ rows, tops }, top) {
  let low = 0;
  let high = Math.max(rows.length - 1, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The upper edge of what is seen of it, from the window's. @param {List} list */
const edgeOf = ({ whole, scroller }) => (whole ? 0 : scroller.getBoundingClientRect().top);

/** The rows that are shown. @param {List} list */
function shown(list) {
  const { rows, scroller, host } = list;
  if (rows.length <= FEW) return { from: 0, to: rows.length };
  const top = edgeOf(list) - host.getBoundingClientRect().top;
  const to = rowAt(list, top + scroller.clientHeight) + BEYOND + 1;
  return { from: Math.max(rowAt(list, top) - BEYOND, 0), to: Math.min(to, rows.length) };
}

/** @param {List} list @param {number} at */
const elementAt = ({ host }, at) =>
  /** @type {HTMLElement | null} */ (host.querySelector(`:scope > [data-at="${at}"]`));

// ---- Drawing

/** @param {List} list @param {Row[]} rows */
function showRows(list, rows) {
  list.rows = rows;
  list.current = Math.max(0, Math.min(list.current, rows.length - 1));
  place(list);
  draw(list);
}

/** @param {List} list @param {Row} row @param {number} at */
const item = ({ rows, current }, row, at) =>
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

/** @param {List} list */
function draw(list) {
  const { host, rows } = list;
  if (list.drawing) return;
  list.drawing = true;
  const inside = host.contains(document.activeElement);
  const { from, to } = shown(list);
  const places = Array.from({ length: to - from }, (_, at) => from + at);
  render(
    repeat(
      places,
      (at) => rows[at]?.key,
      (at) => rows[at] && item(list, rows[at], at),
    ),
    host,
  );
  if (measure(list)) place(list);
  const { tops } = list;
  host.style.paddingBlockStart = `${tops[from] ?? 0}px`;
  host.style.paddingBlockEnd = `${(tops.at(-1) ?? 0) - (tops[to] ?? 0)}px`;
  // The row with the focus was scrolled away: the list has it then, and the next arrow goes on from there.
  if (inside && !host.contains(document.activeElement)) host.focus({ preventScroll: true });
  list.drawing = false;
}

/** Notes how high the rows are that are shown; whether one is not as high as was known. @param {List} list */
function measure({ host, heights }) {
  let different = false;
  for (const element of /** @type {Iterable<HTMLElement>} */ (host.children)) {
    const { height } = element.getBoundingClientRect();
    const key = element.dataset.key ?? "";
    different ||= heights.get(key) !== height;
    heights.set(key, height);
  }
  return different;
}

/** @param {List} list */
function onResize(list) {
  if (list.host.clientWidth !== list.width) list.heights.clear();
  list.width = list.host.clientWidth;
  place(list);
  draw(list);
}

// ---- Going to a row

/** @typedef {{focus?: boolean, block?: ScrollLogicalPosition}} RevealOptions */

/**
 * Scrolls a row into view and makes it the one that Tab goes to.
 * @param {List} list
 * @param {number} at
 * @param {RevealOptions} [options]
 */
function reveal(list, at, { focus = false, block = "nearest" } = {}) {
  const { host, scroller, rows } = list;
  const current = (list.current = Math.max(0, Math.min(at, rows.length - 1)));
  // Heights become known only where rows are shown, and move what is below them: each round comes nearer.
  for (let round = 0; round < 8; round++) {
    const edge = edgeOf(list);
    const element = elementAt(list, current);
    if (element) element.scrollIntoView({ block });
    else
      scroller.scrollTop +=
        host.getBoundingClientRect().top - edge + (list.tops[current] ?? 0) - scroller.clientHeight / 2;
    draw(list);
    const box = elementAt(list, current)?.getBoundingClientRect();
    if (box && box.top >= edge - 1 && box.bottom <= edge + Math.max(scroller.clientHeight, box.height) + 1) break;
  }
  if (focus) elementAt(list, current)?.focus({ preventScroll: true });
}

/** @param {List} list */
const isAtEnd = ({ scroller }) => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < GUESS;

/** @param {List} list */
function toEnd(list) {
  const { scroller } = list;
  for (let round = 0; round < 3; round++) {
    scroller.scrollTop = scroller.scrollHeight;
    draw(list);
  }
  scroller.scrollTop = scroller.scrollHeight;
}

/** @param {List} list @param {HTMLElement} target */
function onFocus(list, target) {
  const row = /** @type {HTMLElement | null} */ (target.closest?.("[data-at]"));
  if (!row || !list.host.contains(row)) return;
  const at = Number(row.dataset.at);
  if (at === list.current) return;
  list.current = at;
  draw(list);
}

/** @param {List} list @param {KeyboardEvent} event */
function onKey(list, event) {
  const { current, rows, scroller } = list;
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
  reveal(list, to, { focus: true });
}
