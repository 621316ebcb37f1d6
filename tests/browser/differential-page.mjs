// What a page can know of itself, kept from its first moment on, and the use of it that the differential test compares.

/**
 * @typedef {object} Told
 * @property {string[]} events each that came to the window, with the focus and the selection at it
 * @property {string[]} state of the document at the end, without the host of our indicator
 * @property {string[]} said errors, reports and events that come later than what they tell of
 * @property {string[]} slow kinds of events whose handling a person would feel, each of several times
 */

/** @typedef {import("puppeteer-core").Page} Page */

const TYPED = "Dana";
/** Between two keys, in ms: Vue keeps what was typed in the field when Enter comes in the same turn as the letters. */
const PACE = { delay: 20 };
/** How many things are pressed. */
const PRESSES = 3;
const FIELDS = "input:not([type]), input[type=text], input[type=search], textarea, [contenteditable=true]";
/** What does not lead away. */
const PRESSED =
  "button:not([type=submit]), [role=button], [role=tab], summary, input[type=checkbox], input[type=radio], select, a[href^='#']";

/**
 * Types into the first field, presses the first things to press, selects a word, and scrolls.
 * @param {Page} page
 * @param {string[]} keys
 * @param {() => Promise<unknown>} still ends once the page has done what follows: what comes next must not meet it half done
 */
export async function act(page, keys, still) {
  const field = await page.evaluate(placeOf, FIELDS, 0);
  if (field) {
    await page.mouse.click(...field);
    await page.keyboard.type(TYPED, PACE);
    for (const key of /** @type {import("puppeteer-core").KeyInput[]} */ ([...keys, "Tab"])) {
      await still();
      await page.keyboard.press(key);
    }
  }
  for (let at = 0; at < PRESSES; at++) {
    const place = await page.evaluate(placeOf, PRESSED, at);
    if (!place) break;
    await still();
    await page.mouse.click(...place);
  }
  const word = await page.evaluate(placeOf, "h1, h2, p, td, label, body", 0);
  await still();
  if (word) await page.mouse.click(...word, { clickCount: 2 });
  for (const key of /** @type {const} */ (["Escape", "ArrowDown", "PageDown"])) await page.keyboard.press(key);
  await still();
}

/**
 * Runs in the page: the middle of what can be pressed, out of the indicator's corner.
 * @param {string} css
 * @param {number} at of those that match
 * @returns {[number, number] | undefined}
 */
function placeOf(css, at) {
  const all = document.querySelectorAll(css);
  /** @type {[number, number][]} */
  const places = [];
  for (let place = 0; place < all.length && places.length <= at; place++) {
    const element = /** @type {Element} */ (all[place]);
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + Math.min(width / 2, 200), top + Math.min(height / 2, 200)];
    if (y > innerHeight - 120 || x > innerWidth || width === 0) continue;
    const hit = document.elementFromPoint(x, y);
    if (hit && (hit === element || element.contains(hit))) places[places.length] = [x, y];
  }
  return places[at];
}

/** Ms without a change after which a page has done all. */
const STILL = 100;

/**
 * Runs in the page: whether nothing changes in it any more. Asked after two frames were drawn: a page that waits for its next frame
 * to change something (Vue does) changes nothing until then, and on a busy machine a frame takes longer than `STILL`.
 */
export const SETTLED = `new Promise((answer) =>
  requestAnimationFrame(() =>
    requestAnimationFrame(() => setTimeout(() => answer(performance.now() - differential.changed > ${STILL}))),
  ),
)`;

/** Runs in the page before its own scripts, which may replace everything that it uses. */
export function watch() {
  // What a page keeps of the visit before.
  localStorage.clear();
  /** @type {Told} */
  const seen = { events: [], state: [], said: [], slow: [] };
  /** @type {any} */ (window).differential = seen;
  const { matches } = Element.prototype;
  /** Our indicator's host: what a page may see of us. @param {unknown} node */
  const isHost = (node) =>
    node instanceof Element &&
    /^x-[0-9a-z]{8}$/.test(node.localName) &&
    matches.call(node, "[popover=manual]:not(:has(*))");
  /** How long the handling of each kind took, in ms. @type {Map<string, number[]>} */
  const took = new Map();
  Object.assign(seen, { isHost, took, changed: performance.now(), history: history.length });
  const name = (/** @type {any} */ node) => `${node?.localName ?? node?.nodeName ?? "window"}#${node?.id ?? ""}`;
  const KINDS =
    "pointerdown pointerup pointercancel mousedown mouseup click auxclick dblclick contextmenu keydown keypress keyup beforeinput " +
    "input change focus blur focusin focusout submit reset invalid copy paste dragstart touchstart";
  /** Those that come when the browser gets to it. */
  const LATER = "hashchange popstate beforetoggle toggle close select fullscreenchange";
  const { push } = Array.prototype;
  const keep = (/** @type {string[]} */ list, /** @type {string} */ text) => push.call(list, text);
  for (const kind of KINDS.split(" ")) {
    let begun = 0;
    /** @type {number[]} */
    const times = [];
    took.set(kind, times);
    addEventListener(
      kind,
      (/** @type {any} */ event) => {
        begun = performance.now();
        if (isHost(event.target)) return;
        const { isTrusted, defaultPrevented, detail, key, inputType, cancelable } = event;
        const at = [isTrusted, defaultPrevented, detail, key, inputType, cancelable].join(" ");
        keep(
          seen.events,
          `${kind} ${name(event.target)} ${at}, focus ${name(document.activeElement)}, selected ${getSelection()}`,
        );
      },
      true,
    );
    // Comes last, where no one stopped the event on its way.
    addEventListener(kind, () => push.call(times, performance.now() - begun));
  }
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(() => Object.assign(seen, { changed: performance.now() })).observe(document, all);
  for (const kind of LATER.split(" "))
    addEventListener(kind, ({ target }) => isHost(target) || keep(seen.said, `${kind} ${name(target)}`), true);
  addEventListener("error", (event) => keep(seen.said, `error ${event.message}`), true);
  addEventListener("unhandledrejection", (event) => keep(seen.said, `rejected ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) =>
    keep(seen.said, `violation ${event.effectiveDirective} ${event.blockedURI}`),
  );
  if ("ReportingObserver" in window)
    new ReportingObserver((reports) => reports.forEach(({ type }) => keep(seen.said, `report ${type}`)), {
      buffered: true,
    }).observe();
}

/** Runs in the page: what was kept, and what the document is now. @returns {Told} */
export function told() {
  const seen = /** @type {any} */ (window).differential;
  const root = document.documentElement;
  const open = [...document.querySelectorAll(":popover-open, dialog[open]")];
  // Its name is random, and it has nothing inside: its text stands nowhere else.
  const host = open.find(seen.isHost)?.outerHTML ?? "";
  const fields = [...document.querySelectorAll("input, select, textarea")].map(
    (/** @type {any} */ field) => `${field.localName}#${field.id} ${field.type} = ${field.value} ${field.checked}`,
  );
  const state = [
    root.outerHTML.replace(host, ""),
    ...fields,
    `focus ${document.activeElement?.localName}#${document.activeElement?.id}`,
    `selected ${getSelection()}`,
    `sheets ${document.styleSheets.length} ${document.adoptedStyleSheets.length}`,
    `names ${Object.getOwnPropertyNames(window).sort().join(" ")}`,
    `title ${document.title}, history ${history.length - seen.history}, at ${location.href}`,
    `open ${open.filter((node) => !seen.isHost(node)).map((node) => node.id)}`,
    `size ${root.scrollWidth} ${root.scrollHeight}`,
  ];
  /** Ms after which an answer is not felt to be immediate (https://web.dev/articles/rail). */
  const FELT = 100;
  /** Of events of a kind, before anything is said of it: others use the machine too, and one long wait tells nothing. */
  const ENOUGH = 3;
  const slow = [...seen.took]
    .filter(([, times]) => times.length >= ENOUGH && Math.min(...times) > FELT)
    .map(([kind]) => kind);
  return { events: [...seen.events], state, said: [...seen.said].sort(), slow };
}
