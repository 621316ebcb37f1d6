// Ways in which a page can hide the indicator while the person works, for ../hidden.test.mjs: what it does, and when.

/**
 * How a page hides the indicator and shows it again; both run in the page, where `host` is the indicator's element, `sheet(css)`
 * puts a style sheet there and `cover(css, attributes)` makes a popover, and what `off` needs is kept in `kept`.
 * @typedef {{on: string, off: string}} Way
 */

/** @param {string} css @returns {Way} */
const sheet = (css) => ({ on: `kept = sheet(${JSON.stringify(css)})`, off: "kept.remove()" });
/** Of the host's own style. @param {string} css */
const inline = (css) => ({ on: `host.style.cssText = ${JSON.stringify(css)}`, off: "host.removeAttribute('style')" });
/** @param {string} css @param {string} [inner] */
const popover = (css, inner = "") => ({
  on: `kept = cover(${JSON.stringify(css)}, ${JSON.stringify(inner)})`,
  off: "kept.remove()",
});

const WHOLE = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;padding:0;border:0;background:#fff;";
const ALL = "[popover], :popover-open";

/** @type {Record<string, Way>} */
const ON_HOST = {
  "opacity 0": inline("opacity:0!important"),
  "visibility hidden": inline("visibility:hidden!important"),
  "display none": inline("display:none!important"),
  "clip-path": inline("clip-path:inset(100%)!important"),
  mask: inline("mask:linear-gradient(transparent,transparent)!important"),
  filter: inline("filter:opacity(0)!important"),
  "zoom .02": inline("zoom:.02!important"),
  "scale 0": inline("scale:0!important"),
  transform: inline("transform:translateX(9999px)!important"),
  inset: inline("inset:-999px auto auto -999px!important"),
  "one pixel": inline("width:1px!important;height:1px!important;overflow:hidden!important"),
  "mix-blend-mode": inline("mix-blend-mode:destination-out!important"),
  "content-visibility": inline("content-visibility:hidden!important"),
  "position static": inline("position:static!important;margin-left:-9999px!important"),
  "all at once": inline("opacity:0!important;visibility:hidden!important;display:none!important;scale:0!important"),
  removed: { on: "host.remove()", off: "" },
  closed: { on: "host.hidePopover()", off: "host.isConnected && host.showPopover()" },
  "no popover": { on: "host.removeAttribute('popover')", off: "" },
  "popover auto": { on: "host.setAttribute('popover', 'auto')", off: "" },
  "moved into a hidden element": {
    on: "kept = document.createElement('div'); kept.style.display = 'none'; document.body.append(kept); kept.append(host)",
    off: "kept.remove()",
  },
  "moved into another document": { on: "document.implementation.createHTMLDocument().body.append(host)", off: "" },
  "an animation of its opacity": {
    on: "kept = host.animate({ opacity: [0, 0], transform: ['scale(0)', 'scale(0)'] }, { duration: 1e6, fill: 'both' })",
    off: "kept.cancel()",
  },
  "a definition of its tag": {
    on: "customElements.get(host.localName) || customElements.define(host.localName, class extends HTMLElement { constructor() { super(); try { this.attachInternals().shadowRoot.replaceChildren() } catch {} } })",
    off: "",
  },
  "hidden attribute": {
    on: "host.hidden = true; host.inert = true; host.ariaHidden = 'true'",
    off: "host.hidden = false",
  },
};

/** @type {Record<string, Way>} */
const BY_SHEET = {
  "sheet: opacity": sheet(`${ALL} { opacity: 0 !important }`),
  "sheet: everything": sheet(
    `${ALL} { opacity: 0 !important; visibility: hidden !important; clip-path: inset(100%) !important; scale: 0 !important }`,
  ),
  "sheet: a transition held at 0": sheet(
    `${ALL} { transition: all 1e6s -1s linear !important; opacity: 0 !important }`,
  ),
  "sheet: an animation": sheet(
    `@keyframes gone { to { opacity: 0; translate: 9999px } } ${ALL} { animation: gone 1s -2s both !important }`,
  ),
  "sheet: ::before over it": sheet(
    `${ALL}::before, *::before { content: 'All is well' !important; position: fixed !important; inset: 0 !important; background: #fff !important; z-index: 9 !important }`,
  ),
  "sheet: ::after over it": sheet(
    `*::after { content: 'Not recorded' !important; display: block !important; position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; background: #fff !important }`,
  ),
  "sheet: ::backdrop over it": sheet(
    "*::backdrop { display: block !important; background: #fff !important; position: fixed !important; inset: 0 !important; z-index: 9 !important }",
  ),
  "sheet: ::first-line and ::first-letter": sheet(
    "*::first-line, *::first-letter { color: transparent !important; font-size: 0 !important; background: #fff !important }",
  ),
  "sheet: custom tags hidden": sheet(":not(:defined), body > :last-child { display: none !important }"),
  "sheet: layered and important": sheet(
    `@layer a, b; @layer a { ${ALL} { display: none !important; opacity: 0 !important } }`,
  ),
  "sheet: a font without glyphs": sheet(
    "@font-face { font-family: system-ui; src: url(data:,) } * { font: 0/0 none !important; color: #fff !important }",
  ),
};

/** @type {Record<string, Way>} */
const ON_ROOT = Object.fromEntries(
  [
    "display:none",
    "zoom:.02",
    "zoom:.3",
    "content-visibility:hidden",
    "opacity:0",
    "opacity:.02;will-change:opacity",
    "visibility:hidden",
    "filter:opacity(0)",
    "filter:brightness(0)",
    "filter:contrast(0)",
    "filter:blur(40px)",
    "filter:invert(.5)",
    "mask:linear-gradient(transparent,transparent)",
    "clip-path:inset(100%)",
    "scale:.01",
    "transform:translateX(-5000px)",
    "mix-blend-mode:destination-out",
    "width:0;height:0;overflow:hidden;contain:strict",
    "perspective:1px;transform:rotateY(90deg)",
  ].flatMap((css) => {
    const important = css.replaceAll(";", "!important;") + "!important";
    return [
      [`html: ${css}`, sheet(`html { ${important} }`)],
      ...(/display|zoom:.02|content-vis|opacity:0|filter:opacity/.test(css)
        ? [[`body: ${css}`, sheet(`body { ${important} }`)]]
        : []),
    ];
  }),
);

/** @type {Record<string, Way>} */
const OVER_IT = {
  "a popover": popover(WHOLE),
  "a popover without the pointer": popover(`${WHOLE}pointer-events:none`),
  "a popover with a hole": popover(
    `${WHOLE}clip-path:polygon(evenodd,0 0,100% 0,100% 100%,0 100%,0 0,calc(100% - 130px) calc(100% - 40px),calc(100% - 120px) calc(100% - 40px),calc(100% - 120px) calc(100% - 30px),calc(100% - 130px) calc(100% - 30px));`,
  ),
  "a shadow of a small popover": popover(
    "position:fixed;inset:0 auto auto 0;width:4px;height:4px;box-shadow:0 0 0 9999px #fff;pointer-events:none",
  ),
  "an outline of a small popover": popover(
    "position:fixed;inset:0 auto auto 0;width:4px;height:4px;outline:9999px solid #fff;pointer-events:none",
  ),
  "a child of an empty popover": popover(
    "position:fixed;width:0;height:0;overflow:visible;pointer-events:none",
    `<div style="${WHOLE}"></div>`,
  ),
  "a modal dialog": {
    on: `kept = document.createElement("dialog"); kept.style.cssText = "${WHOLE}max-width:none;max-height:none;pointer-events:none"; document.body.append(kept); kept.showModal()`,
    off: "kept.remove()",
  },
  "the backdrop of a modal dialog": {
    on: `kept = document.createElement("dialog"); kept.id = "veil"; kept.append(sheet("#veil::backdrop { background: #fff; pointer-events: none }")); document.body.append(kept); kept.showModal()`,
    off: "kept.remove()",
  },
  "the backdrop of a popover": {
    on: `kept = cover("width:1px;height:1px"); kept.id = "veil"; kept.append(sheet("#veil::backdrop { background: #fff }"))`,
    off: "kept.remove()",
  },
  "a popover in an open shadow root": {
    on: `kept = document.createElement("section"); document.body.append(kept); kept.attachShadow({ mode: "open" }).append(cover("${WHOLE}")); kept.shadowRoot.firstChild.showPopover()`,
    off: "kept.remove()",
  },
  "a popover in a closed shadow root": {
    on: `kept = document.createElement("section"); document.body.append(kept); { const root = kept.attachShadow({ mode: "closed" }); root.append(cover("${WHOLE}")); root.firstChild.showPopover() }`,
    off: "kept.remove()",
  },
  "ten popovers": {
    on: `kept = document.createElement("div"); document.body.append(kept); for (let n = 0; n < 10; n++) kept.append(cover("${WHOLE}")); for (const one of kept.children) one.showPopover()`,
    off: "kept.remove()",
  },
  "a popover that comes back on each frame": {
    on: `kept = cover("${WHOLE}pointer-events:none"); { const mine = kept; const again = () => { if (!mine.isConnected) return; mine.hidePopover(); mine.showPopover(); requestAnimationFrame(again) }; again() }`,
    off: "kept.remove()",
  },
  "a popover that comes back when the indicator does": {
    on: `kept = cover("${WHOLE}pointer-events:none"); { const mine = kept; addEventListener("toggle", (event) => { if (mine.isConnected && event.target !== mine) { mine.hidePopover(); mine.showPopover() } }, true) }`,
    off: "kept.remove()",
  },
};

/** @type {Record<string, Way>} */
const OF_THE_DOCUMENT = {
  "a frozen view transition": {
    on: "kept = sheet('::view-transition { background: #fff } ::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) { animation-duration: 1e6s; opacity: 0; pointer-events: none } ::view-transition { pointer-events: none }'); kept.run = document.startViewTransition(() => {})",
    off: "kept.run.skipTransition(); kept.remove()",
  },
  "another root": { on: "document.documentElement.replaceWith(document.documentElement.cloneNode(true))", off: "" },
  "another body": { on: "document.body.replaceWith(document.body.cloneNode(true))", off: "" },
  "a details element around the page": {
    on: "kept = document.createElement('details'); document.body.append(kept); kept.append(host)",
    off: "kept.remove()",
  },
};

/** Ways that hide for as long as the trick is on. @type {Record<string, Way>} */
export const WAYS = { ...ON_HOST, ...BY_SHEET, ...ON_ROOT, ...OVER_IT, ...OF_THE_DOCUMENT };

/**
 * When a page does it: all the time; from the pointer's press to its click; from the mouse's press to its release; from the
 * pointer's coming to its press, the last also by listeners that stand before the recorder's; from a press that such a listener keeps from everyone else to its
 * click; or on and off by a timer.
 */
export const TIMES = /** @type {const} */ (["always", "press", "mouse", "before", "early", "kept", "pulse"]);
/** @typedef {typeof TIMES[number]} Time */
/** @typedef {{name: string, way: Way, time: Time}} Trick */

/** Which ways are worth another time than always: those that can be taken back at once. */
const RACED =
  /^(opacity 0|display none|removed|closed|sheet: (opacity|::before)|html: (display|zoom:.02|content|filter:opacity)|body: (display|zoom|content)|a popover$|a popover (without|with)|a modal dialog|the backdrop of a m|a popover in a closed|a frozen)/;

/**
 * The ways at the times that are worth it.
 * @param {Record<string, Way>} ways @param {RegExp} raced
 * @returns {Trick[]}
 */
export const atTimes = (ways, raced) =>
  Object.entries(ways).flatMap(([name, way]) =>
    TIMES.filter((time) => time === "always" || raced.test(name)).map((time) => ({
      name: `${name}, ${time}`,
      way,
      time,
    })),
  );

export const TRICKS = atTimes(WAYS, RACED);
