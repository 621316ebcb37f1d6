// Tricks that go for how the indicator is watched, more than for how it is drawn: painted only when nobody asks, clobbered, elsewhere.

/** @typedef {import("./tricks.mjs").Way} Way */

const WHOLE = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:#fff;";
/** Holes in a cover where the indicator might be asked for: its middle and its corners. */
const HOLES = [210, 420, 24]
  .flatMap((x) => [34, 24, 46].map((y) => [x, y]))
  .map(([x, y]) => `radial-gradient(circle at calc(100% - ${x}px) calc(100% - ${y}px), transparent 3px, #000 4px)`)
  .join(",");

/**
 * A popover in a shadow root that tells nobody outside of it.
 * @param {string} css @param {string} [inner]
 */
const shadowCover = (css, inner = "") => `
  kept = document.createElement("section");
  document.body.append(kept);
  kept.root = kept.attachShadow({ mode: "closed" });
  kept.root.innerHTML = \`<div popover=manual style="${css}">${inner}</div>\`;
  kept.root.firstChild.showPopover();`;

/**
 * Hides in the frame and shows again before any event comes: each frame that is painted is without the indicator.
 * @param {string} hide @param {string} show @param {string} [make] @param {string} [clear]
 * @returns {Way}
 */
const paintedWithout = (hide, show, make = "", clear = "") => ({
  on: `kept = { on: true }; const mine = kept; ${make}
    const port = new MessageChannel(); port.port1.onmessage = () => { ${show} };
    const each = () => { if (!mine.on) return; ${hide}; port.port2.postMessage(0); requestAnimationFrame(each) }; requestAnimationFrame(each)`,
  off: `const mine = kept; mine.on = false; ${show}; ${clear}`,
});
const rootStyle = (/** @type {string} */ name, /** @type {string} */ value) =>
  paintedWithout(
    `document.documentElement.style.setProperty("${name}", "${value}", "important")`,
    `document.documentElement.style.removeProperty("${name}")`,
  );

/** Within which frame the host is opened again. @param {string} css */
const inFrame = (css) => `
  kept = document.createElement("iframe"); kept.style.cssText = "${css}"; document.body.append(kept);
  kept.contentDocument.body.append(host); host.showPopover()`;

/** @type {Record<string, Way>} */
export const SUBTLE = {
  "moved into a transparent frame and opened there": {
    on: inFrame("position:fixed;inset:0;width:100vw;height:100vh;border:0;opacity:0;pointer-events:none"),
    off: "kept.remove()",
  },
  "moved into a frame of a pixel and opened there": {
    on: inFrame("position:fixed;right:0;bottom:0;width:1px;height:1px;border:0"),
    off: "kept.remove()",
  },
  "moved, not removed, into what is not drawn": {
    on: "kept = document.createElement('div'); kept.hidden = true; document.body.append(kept); (kept.moveBefore ?? kept.insertBefore).call(kept, host, null)",
    off: "kept.remove()",
  },
  "moved, not removed, into a closed shadow root": {
    on: "kept = document.createElement('div'); document.body.append(kept); { const root = kept.attachShadow({ mode: 'closed' }); (root.moveBefore ?? root.insertBefore).call(root, host, null); kept.style.display = 'none' }",
    off: "kept.remove()",
  },
  "a shadow root of the body that has no place for it": {
    on: "try { kept = document.body.attachShadow({ mode: 'closed' }) } catch {}",
    off: "",
  },
  "a shadow root of the body whose place is not drawn": {
    on: "document.body.inner ??= document.body.attachShadow({ mode: 'closed' }); document.body.inner.innerHTML = '<div hidden><slot></slot></div>'",
    off: "document.body.inner.innerHTML = '<slot></slot>'",
  },
  "painted without a root": rootStyle("display", "none"),
  "painted with a root of nothing": rootStyle("filter", "opacity(0)"),
  "painted with a small root": rootStyle("zoom", ".02"),
  "painted without a body": paintedWithout(
    `document.body.style.setProperty("display", "none", "important")`,
    `document.body.style.removeProperty("display")`,
  ),
  "painted without a root, hidden by the observer of a size": {
    on: `kept = document.createElement("div"); kept.style.cssText = "position:fixed;left:0;top:0;height:1px"; document.body.append(kept);
      { const mine = kept; const deep = document.createElement("b"); deep.style.cssText = "display:block;height:1px"; let wide = 1; mine.append(deep);
      const port = new MessageChannel(); port.port1.onmessage = () => document.documentElement.style.removeProperty("display");
      new ResizeObserver(() => { if (!mine.isConnected) return; document.documentElement.style.setProperty("display", "none", "important"); port.port2.postMessage(0) }).observe(deep);
      const each = () => { if (!mine.isConnected) return; deep.style.width = (wide = 3 - wide) + "px"; requestAnimationFrame(each) }; each() }`,
    off: "kept.remove(); document.documentElement.style.removeProperty('display')",
  },
  "painted with a cover that no one hears of": paintedWithout(
    "mine.one.showPopover()",
    "mine.one.isConnected && mine.one.matches(':popover-open') && mine.one.hidePopover()",
    `mine.host = document.createElement("section"); document.body.append(mine.host);
     { const root = mine.host.attachShadow({ mode: "closed" }); root.innerHTML = '<div popover=manual style="${WHOLE}pointer-events:none"></div>'; mine.one = root.firstChild }`,
    "mine.host.remove()",
  ),
  "a cover that no one hears of, without the pointer": {
    on: shadowCover(`${WHOLE}pointer-events:none`),
    off: "kept.remove()",
  },
  "a cover that no one hears of, two shadow roots deep": {
    on: `kept = document.createElement("section"); document.body.append(kept);
      { const inner = document.createElement("p"); kept.attachShadow({ mode: "closed" }).append(inner); const root = inner.attachShadow({ mode: "closed" });
      root.innerHTML = '<div popover=manual style="${WHOLE}pointer-events:none"></div>'; root.firstChild.showPopover() }`,
    off: "kept.remove()",
  },
  "a cover that no one hears of, with holes where it is asked for": {
    on: shadowCover(`${WHOLE}mask:${HOLES};mask-composite:intersect`),
    off: "kept.remove()",
  },
  "a pane that blurs what lies behind it": {
    on: shadowCover(`${WHOLE}background:none;backdrop-filter:blur(60px) contrast(0);pointer-events:none`),
    off: "kept.remove()",
  },
  "a cover that no one hears of, while document.visibilityState is a form": {
    on: `${shadowCover(`${WHOLE}pointer-events:none`)} kept.insertAdjacentHTML("beforebegin", "<form name=visibilityState></form>"); kept.form = kept.previousSibling`,
    off: "kept.form.remove(); kept.remove()",
  },
  "a cover while document.elementFromPoint is a form": {
    on: `kept = cover("${WHOLE}pointer-events:none"); kept.insertAdjacentHTML("beforebegin", "<form name=elementFromPoint></form>"); kept.form = kept.previousSibling`,
    off: "kept.form.remove(); kept.remove()",
  },
  "a root of nothing while document.documentElement is a form": {
    on: `kept = sheet("html { filter: opacity(0) !important; display: none !important }"); document.body.insertAdjacentHTML("beforeend", "<form name=documentElement></form>"); kept.form = document.body.lastChild`,
    off: "kept.form.remove(); kept.remove()",
  },
  "a registered property in place of its colour": {
    on: "kept = sheet('@property --record { syntax: \"<length>\"; inherits: false; initial-value: 0px }')",
    off: "kept.remove()",
  },
  "the picker of a select": {
    on: `kept = document.createElement("select"); kept.id = "wide"; kept.innerHTML = "<option>One"; kept.append(sheet("#wide, #wide::picker(select) { appearance: base-select } #wide::picker(select) { ${WHOLE}inset:0!important;max-height:none;pointer-events:none;position-area:none }"));
      document.body.append(kept); try { kept.showPicker() } catch {}`,
    off: "kept.remove()",
  },
  "a frozen view transition of the body": {
    on: `kept = sheet("body { view-transition-scope: all; contain: layout } body::view-transition { background: #fff; position: fixed; inset: 0; pointer-events: none } ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 1e6s; opacity: 0; pointer-events: none }"); kept.run = document.body.startViewTransition?.(() => {})`,
    off: "kept.run?.skipTransition(); kept.remove()",
  },
  "a frame in full screen": {
    on: `kept = document.createElement("iframe"); kept.style.cssText = "background:#fff;pointer-events:none"; document.body.append(kept); kept.requestFullscreen().catch(() => {})`,
    off: "if (document.fullscreenElement) document.exitFullscreen(); kept.remove()",
  },
  "all of the body deleted by an editing command": {
    on: "kept = document.body.innerHTML; document.body.contentEditable = 'true'; getSelection().selectAllChildren(document.body); document.execCommand('delete')",
    off: "document.body.contentEditable = 'false'; if (!document.querySelector('#approve')) document.body.insertAdjacentHTML('afterbegin', kept)",
  },
  "removed whenever it comes back": {
    on: "host.remove(); kept = new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach((one) => one.localName?.startsWith('x-') && one.remove()))); kept.observe(document, { childList: true, subtree: true })",
    off: "kept.disconnect()",
  },
  "closed on each frame": {
    on: "kept = { on: true }; { const mine = kept; const each = () => { if (!mine.on) return; for (const one of document.querySelectorAll(':popover-open')) one.hidePopover(); requestAnimationFrame(each) }; each() }",
    off: "kept.on = false",
  },
  "a cover whose opening the page keeps to itself": {
    on: `kept = document.createElement("div"); kept.popover = "manual"; kept.style.cssText = "${WHOLE}pointer-events:none"; document.body.append(kept); window.quiet = kept; kept.showPopover()`,
    off: "kept.remove(); window.quiet = undefined",
  },
  "a body that is a popover, and closed": {
    on: "document.body.popover = 'manual'",
    off: "document.body.removeAttribute('popover')",
  },
  "a root that is a popover, and closed": {
    on: "document.documentElement.popover = 'manual'",
    off: "document.documentElement.removeAttribute('popover')",
  },
  "a body that is skipped, far off the window": {
    on: "kept = sheet('body { content-visibility: auto !important; margin-top: 100000px !important }')",
    off: "kept.remove()",
  },
  "moved with its body into a transparent frame": {
    on: `kept = document.createElement("iframe"); kept.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;border:0;opacity:0;pointer-events:none"; document.documentElement.append(kept);
      kept.contentDocument.documentElement.append(document.body); host.showPopover()`,
    off: "document.documentElement.append(kept.contentDocument.querySelector('body:has(#approve)') ?? ''); kept.remove()",
  },
  "a root forty times its size": {
    on: "kept = sheet('html { zoom: 40 !important }')",
    off: "kept.remove()",
  },
};

/** What of these is played at other times too. */
export const SUBTLE_RACED =
  /^(moved into a t|a shadow root of the body whose|a cover that no one hears of, w|the picker|a frame in full)/;
