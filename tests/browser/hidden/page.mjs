// What the tests of the hidden indicator run in pages: a trick that is played until it ends; and what was kept.

/**
 * Runs in the page: plays a trick until `endTrick()`. What is played by a timer is hidden until `startPulse()`.
 * @param {{on: string, off: string, time: import("./tricks.mjs").Time}} trick
 */
export function play({ on, off, time }) {
  const root = /** @type {any} */ (window);
  const tools = `
    const sheet = (css) => { const style = document.createElement("style"); style.textContent = css; document.documentElement.append(style); return style };
    const cover = (css, inner = "") => { const one = document.createElement("div"); one.popover = "manual"; one.style.cssText = css; one.innerHTML = inner; document.body.append(one); one.showPopover(); return one };
    const hosts = [...document.querySelectorAll(":popover-open")].filter((one) => one.localName.startsWith("x-"));
    const host = hosts.at(-1) ?? document.createElement("div");`;
  const run = (/** @type {string} */ code) => {
    try {
      root.kept = new Function("kept", `${tools}\n${code}\nreturn kept`)(root.kept);
    } catch (error) {
      console.error(String(error));
    }
  };
  let hidden = false;
  const hide = () => {
    if (!hidden) run(on);
    hidden = true;
  };
  const show = () => {
    if (hidden) run(off);
    hidden = false;
  };
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  /** @type {Partial<Record<typeof time, [string, string]>>} */
  const pairs = {
    press: ["pointerdown", "click"],
    mouse: ["mousedown", "mouseup"],
    before: ["pointermove", "pointerdown"],
  };
  const [from, to] = pairs[time] ?? [];
  if (time === "early") {
    root.early = (/** @type {Event} */ { type }) => {
      if (type === "pointermove") hide();
      if (type === "pointerdown") show();
    };
    ended.signal.addEventListener("abort", () => (root.early = undefined));
  } else if (time === "kept") {
    root.early = (/** @type {Event} */ event) => {
      if (event.type === "click") return show();
      if (event.type === "pointerdown") hide();
      if (event.type !== "pointermove") event.stopImmediatePropagation();
    };
    ended.signal.addEventListener("abort", () => (root.early = undefined));
  } else if (from && to) {
    addEventListener(from, hide, options);
    addEventListener(to, show, options);
  } else hide();
  let timer = 0;
  root.startPulse = () => void (timer = setInterval(() => (hidden ? show() : hide()), 40));
  root.endTrick = () => {
    ended.abort();
    clearInterval(timer);
    show();
  };
}

/** Runs in the page: until the next frame is drawn. */
export function drawn() {
  return new Promise((resolve) => {
    setTimeout(resolve, 200);
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
}

/** Runs in each page before anything else does: its listeners stand before those of the recorder. */
export function listenEarly() {
  const root = /** @type {any} */ (window);
  for (const kind of ["pointermove", "pointerdown", "mousedown", "pointerup", "mouseup", "click"])
    addEventListener(kind, (event) => root.early?.(event), true);
  addEventListener("beforetoggle", (event) => event.target === root.quiet && event.stopImmediatePropagation(), true);
}

/**
 * What the last session kept, but for the ways in which its pages were come to.
 * @param {import("puppeteer-core").Page} control an own page of the extension
 * @returns {Promise<{made: number, what: string}[]>} `made` in epoch milliseconds
 */
export function keptSteps(control) {
  return control.evaluate(async () => {
    const { openStore } = await import(/** @type {any} */ ("/shared/store.js"));
    const store = await openStore();
    const sessions = await store.getAll("sessions");
    const newest = sessions.sort((/** @type {any} */ a, /** @type {any} */ b) => a.started - b.started).at(-1);
    const rows = await store.getAll("steps");
    return rows
      .filter((/** @type {any} */ { session, step }) => session === newest.id && step.action.type !== "navigate")
      .map((/** @type {any} */ { made, step }) => ({
        made,
        what: `${step.action.type} "${step.target?.name ?? step.target?.tag ?? ""}"`,
      }));
  });
}
