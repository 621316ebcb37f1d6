// What a person does in Firefox's own window, outside its tabs: the toolbar, the popup, the sidebar, the permission prompt.
//
// WebDriver BiDi lists neither a popup nor a sidebar among its pages and sends no input to the browser's window. But with
// `--remote-allow-system-access` it runs script in that window, and Firefox's own tests show how that makes input there: mouse
// events go into the window at a place, keys to what has the focus, and both on into the popup's process as a person's would.
// What such a view shows is read by an own page, which the extension API lets look at its sisters.
//
// A tab that a popup opens is looked at so too: it changes its process while it opens, and puppeteer loses it there.
// It is a page for BiDi, which sends it input.

import { pause, waitFor } from "./wait.mjs";

/** @typedef {import("./browser.mjs").Opened} Opened */
/** @typedef {"popup" | "sidebar" | "tab"} Kind of view, as `extension.getViews` has it */

/** The parts of Firefox's window that are pressed here. */
const MENU = "#unified-extensions-button";
const ENTRY = "#unified-extensions-panel .unified-extensions-item-action-button";
const ALLOW = "#notification-popup popupnotification:not([hidden]) .popup-notification-primary-button";
const REFUSE = "#notification-popup popupnotification:not([hidden]) .popup-notification-secondary-button";

/**
 * Runs a function in Firefox's window, with its privileges.
 * @param {Opened} opened
 * @param {(...args: any[]) => unknown} run without anything from around it
 * @param {...unknown} args
 * @returns {Promise<any>}
 */
export async function inWindow({ browser }, run, ...args) {
  const { connection } = /** @type {any} */ (browser);
  const tree = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const { result } = await connection.send("script.callFunction", {
    functionDeclaration: `(args) => JSON.stringify((${run})(...JSON.parse(args)))`,
    arguments: [{ type: "string", value: JSON.stringify(args) }],
    target: { context: tree.result.contexts[0].context },
    awaitPromise: true,
  });
  if (result.type === "exception") throw new Error(result.exceptionDetails.text);
  return result.result.value === undefined ? undefined : JSON.parse(result.result.value);
}

/**
 * Presses the mouse at a place of the window, in its CSS pixels.
 * @param {Opened} opened
 * @param {number} x
 * @param {number} y
 */
function press(opened, x, y) {
  return inWindow(
    opened,
    (x, y) => {
      for (const type of ["mousemove", "mousedown", "mouseup"]) {
        const pressed = { button: 0, buttons: type === "mousedown" ? 1 : 0, clickCount: type === "mousemove" ? 0 : 1 };
        /** @type {any} */ (window).synthesizeMouseEvent(type, x, y, pressed);
      }
    },
    x,
    y,
  );
}

/**
 * Presses a part of the window, as soon as it is there.
 * @param {Opened} opened
 * @param {string} selector
 */
async function pressPart(opened, selector) {
  const place = await waitFor(`${selector} in Firefox's window`, () =>
    inWindow(
      opened,
      (wanted) => {
        const part = document.querySelector(wanted);
        const { x, y, width, height } = part?.getBoundingClientRect() ?? new DOMRect();
        // What is still on its way in is not where it will be.
        const still = !part?.closest("panel, [animating]") || part.closest("panel")?.state === "open";
        return width > 0 && still ? [x + width / 2, y + height / 2] : undefined;
      },
      selector,
    ),
  );
  await press(opened, place[0], place[1]);
}

/**
 * Presses a key into what has the focus.
 * @param {Opened} opened
 * @param {string} key a letter, or a name as `KeyboardEvent.key` has it
 * @param {string[]} [held] keys that are held meanwhile: "Alt", "Shift"
 */
export function pressKey(opened, key, held = []) {
  return inWindow(
    opened,
    (key, held) => {
      const { Cc, Ci } = /** @type {any} */ (window);
      const keyboard = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const code = /^\d$/.test(key) ? `Digit${key}` : "";
      const events = [...held, key].map(
        (one) =>
          new KeyboardEvent("", one === key ? { key, code, keyCode: code ? 48 + Number(key) : 0 } : { key: one }),
      );
      for (const event of events) keyboard.keydown(event);
      for (const event of events.reverse()) keyboard.keyup(event);
    },
    key,
    held,
  );
}

/**
 * Answers the permission prompt by its button. Firefox takes no click for half a second after it came.
 * @param {Opened} opened
 * @param {"allow" | "deny"} answer
 */
export async function answerPrompt(opened, answer) {
  const gone = () => inWindow(opened, (wanted) => !document.querySelector(wanted), ALLOW);
  await waitFor("the prompt to take the answer", async () => {
    await pressPart(opened, answer === "allow" ? ALLOW : REFUSE);
    return waitFor("the prompt to go", gone, 300);
  });
}

/**
 * Presses the toolbar's button for extensions.
 * @param {Opened} opened
 */
export const openMenu = (opened) => pressPart(opened, MENU);

/**
 * Presses Overt in the menu of extensions, and waits for its popup.
 * @param {Opened} opened
 * @returns {Promise<View>}
 */
export async function chooseOvert(opened) {
  await pressPart(opened, ENTRY);
  return viewOf(opened, "popup", "#site-switch, #site-reason");
}

/**
 * Mouse and keys for a view in Firefox's window: places are in the view's CSS pixels.
 * @param {Opened} opened
 * @param {(run: (view: any) => unknown) => Promise<any>} look
 */
const handInWindow = (opened, look) => ({
  /** @param {number} x @param {number} y */
  async press(x, y) {
    const [left, top] = await look((view) => [view.mozInnerScreenX, view.mozInnerScreenY]);
    const from = await inWindow(opened, () => [
      /** @type {any} */ (window).mozInnerScreenX,
      /** @type {any} */ (window).mozInnerScreenY,
    ]);
    await press(opened, left + x - from[0], top + y - from[1]);
  },
  /** @param {string} letter */
  key: (letter) => pressKey(opened, letter),
});

/**
 * Mouse and keys for a tab that puppeteer does not know.
 * @param {Opened} opened
 * @param {string} url of the tab; of several the one opened last
 */
function handInTab({ browser }, url) {
  const { connection } = /** @type {any} */ (browser);
  /** @param {object} source */
  async function perform(source) {
    const { result } = await connection.send("browsingContext.getTree", {});
    const { context } = result.contexts.findLast((/** @type {any} */ one) => one.url === url);
    await connection.send("input.performActions", { context, actions: [source] });
  }
  return {
    /** @param {number} x @param {number} y */
    press: (x, y) =>
      perform({
        type: "pointer",
        id: "mouse",
        actions: [
          { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
          { type: "pointerDown", button: 0 },
          { type: "pointerUp", button: 0 },
        ],
      }),
    /** @param {string} letter */
    key: (letter) =>
      perform({
        type: "key",
        id: "keys",
        actions: [
          { type: "keyDown", value: letter },
          { type: "keyUp", value: letter },
        ],
      }),
  };
}

/** Runs in an own page: the view of a kind that can be seen. @param {Kind} type */
const inFront = (type) => chrome.extension.getViews({ type }).find(({ document }) => !document.hidden);

/** @typedef {Awaited<ReturnType<typeof viewOf>>} View a popup or a sidebar, with what tests need of puppeteer's `Page` */

/**
 * A view of the extension beside the tabs, once it shows something.
 * @param {Opened} opened
 * @param {Kind} kind
 * @param {string} ready
 */
export async function viewOf(opened, kind, ready) {
  /**
   * Runs a function in an own page, with the view's window as its first argument.
   * @param {(view: any, ...args: any[]) => unknown} run
   * @param {...unknown} args
   * @returns {Promise<any>}
   */
  const look = (run, ...args) =>
    // As text: a function of the view's cannot be made in it, its policy forbids that.
    opened.control.evaluate(
      `(async () => (${run})((${inFront})(${JSON.stringify(kind)}), ...${JSON.stringify(args)}))()`,
    );
  /**
   * @param {string} selector
   * @param {(element: any, ...args: any[]) => unknown} run
   * @param {...unknown} args
   */
  const $eval = (selector, run, ...args) =>
    look(
      `(view, selector, ...args) => {
      const found = view.document.querySelector(selector);
      if (!found) throw new Error("there is no " + selector);
      return (${run})(found, ...args);
    }`,
      selector,
      ...args,
    );
  await waitFor(`the ${kind}`, () => $eval(ready, () => true));
  const hand =
    kind === "tab" ? handInTab(opened, await look((view) => view.location.href)) : handInWindow(opened, look);
  /** @param {string} selector */
  const click = async (selector) => {
    const [x, y] = await look((view, wanted) => {
      const element = view.document.querySelector(wanted);
      if (!element) throw new Error(`there is no ${wanted}`);
      element.scrollIntoView({ block: "nearest" });
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    }, selector);
    await hand.press(x, y);
  };
  const view = {
    $eval,
    click,
    /** @param {string} selector @param {(elements: any[]) => unknown} run */
    $$eval: (selector, run) =>
      look(`(view, selector) => (${run})([...view.document.querySelectorAll(selector)])`, selector),
    /** Whether something is there. @param {string} selector */
    $: (selector) => look((view, wanted) => Boolean(view.document.querySelector(wanted)), selector),
    /** @param {string} selector @param {string} text @param {{delay?: number}} [pace] */
    async type(selector, text, { delay = 0 } = {}) {
      await click(selector);
      for (const letter of text) {
        await pause(delay);
        await hand.key(letter);
      }
    },
    isClosed: () => look((view) => !view).catch(() => true),
    close: () => look((view) => void view?.close()).catch(() => {}),
  };
  return view;
}
