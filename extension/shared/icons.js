// The one family of small icons: drawn on a grid of 16 with a line of 1.5, in the colour of the text around them.
import { html } from "./html.js";
import { svg } from "../vendor/lit.js";

/** What each icon is drawn of. */
const SHAPES = {
  /** A disc in a ring, as in the extension's own icon: recording. */
  record: svg`<circle cx="8" cy="8" r="6.25" /><circle cx="8" cy="8" r="3" fill="currentColor" stroke="none" />`,
  /** An empty ring: not recording. */
  off: svg`<circle cx="8" cy="8" r="6.25" />`,
  pause: svg`<path d="M5.5 3.5v9M10.5 3.5v9" stroke-width="2.25" />`,
  resume: svg`<path d="M5 3.25v9.5L12.5 8z" fill="currentColor" />`,
  stop: svg`<rect x="3.75" y="3.75" width="8.5" height="8.5" rx="1.25" fill="currentColor" />`,
  list: svg`<path d="M6 4h7.5M6 8h7.5M6 12h7.5" /><path d="M2.75 4h.01M2.75 8h.01M2.75 12h.01" stroke-width="2" />`,
  review: svg`<path d="M9 1.75H4.25a1 1 0 0 0-1 1v10.5a1 1 0 0 0 1 1h7.5a1 1 0 0 0 1-1V5.5z" /><path d="M9 1.75V5.5h3.75M5.75 10l1.5 1.5 3-3.25" />`,
  settings: svg`<path d="M2 4.5h5M11 4.5h3M2 11.5h3M9 11.5h5" /><circle cx="9" cy="4.5" r="1.75" /><circle cx="7" cy="11.5" r="1.75" />`,
  delete: svg`<path d="M2.5 4.25h11M6 4V2.5h4V4M4 4.25l.6 8.6a1 1 0 0 0 1 .9h4.8a1 1 0 0 0 1-.9l.6-8.6M6.75 7v4M9.25 7v4" />`,
  history: svg`<path d="M2.5 8a5.5 5.5 0 1 0 1.9-4.2L2.5 5.5" /><path d="M2.5 2.25V5.5h3.25M8 5v3.25l2.25 1.25" />`,
  mistake: svg`<path d="M3.5 14.25v-12M3.5 2.75c3-1.5 5.5 1.5 9 0v6.5c-3.5 1.5-6-1.5-9 0" />`,
  /** A word under a bar. */
  mask: svg`<rect x="1.75" y="4.75" width="12.5" height="6.5" rx="1.5" /><path d="M4.5 9l2-2M7.5 9l2-2M10.5 9l1-1" />`,
  site: svg`<circle cx="8" cy="8" r="6.25" /><path d="M1.75 8h12.5M8 1.75c4 4 4 8.5 0 12.5M8 1.75c-4 4-4 8.5 0 12.5" />`,
  /** A barred ring: not allowed. */
  barred: svg`<circle cx="8" cy="8" r="6.25" /><path d="M3.6 3.6l8.8 8.8" />`,
  check: svg`<path d="M2.75 8.5l3.5 3.5 7-7.5" />`,
  close: svg`<path d="M3.75 3.75l8.5 8.5M12.25 3.75l-8.5 8.5" />`,
  warn: svg`<path d="M8 2l6.25 11.25H1.75z" /><path d="M8 6.5v3M8 11.4v.01" stroke-width="1.75" />`,
  info: svg`<circle cx="8" cy="8" r="6.25" /><path d="M8 7.25v4M8 4.75v.01" stroke-width="1.75" />`,
  down: svg`<path d="M3.5 6l4.5 4.5L12.5 6" />`,
  next: svg`<path d="M6 3.5L10.5 8 6 12.5" />`,
  search: svg`<circle cx="7" cy="7" r="4.5" /><path d="M10.5 10.5L14 14" />`,
  export: svg`<path d="M8 10V2M5 4.75L8 1.75l3 3M3 8.5v4.75a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V8.5" />`,
  import: svg`<path d="M8 2v8M5 7.25l3 3 3-3M3 8.5v4.75a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V8.5" />`,
  keyboard: svg`<rect x="1.5" y="3.75" width="13" height="8.5" rx="1.5" /><path d="M4.25 6.75h.01M7 6.75h.01M9.5 6.75h.01M11.75 6.75h.01M5 9.5h6" />`,
  pin: svg`<path d="M6 1.75h4M6.75 1.75v4.5L4.5 9h7L9.25 6.25v-4.5M8 9v5.25" />`,
  edit: svg`<path d="M10.5 2.75l2.75 2.75-7.75 7.75-3.5.75.75-3.5z" />`,
  person: svg`<circle cx="8" cy="5" r="2.75" /><path d="M2.75 14c.5-3 2.5-4.5 5.25-4.5s4.75 1.5 5.25 4.5" />`,
  company: svg`<path d="M2.75 14.25V3.5l5.5-1.75v12.5M8.25 6l5 1.25v7M1.5 14.25h13M5.25 5.5v.01M5.25 8.25v.01M5.25 11v.01M10.75 9.25v.01M10.75 11.75v.01" />`,
  device: svg`<rect x="2" y="2.75" width="12" height="8" rx="1" /><path d="M5.5 13.75h5M8 10.75v3" />`,
};

/** @typedef {keyof typeof SHAPES} IconName */

/** An icon beside a word, which says the same: not spoken. @param {IconName} name */
export const icon = (name) =>
  html`<svg
    class="icon"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${SHAPES[name]}
  </svg>`;
