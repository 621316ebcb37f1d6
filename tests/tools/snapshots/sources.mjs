// The pages of which snapshots are taken: those of this repository, and those of npm packages, each pinned to one version. Run by
// itself it prints the packages, a line each.

import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Source
 * @property {string} name of the snapshot's file
 * @property {string} package `name@version` on npm, or the folder of this repository
 * @property {string} path in it
 * @property {boolean} [scripts] whether the page's own scripts run before it is taken
 * @property {boolean} [heldOut] among those that nobody looks at while the core is worked on
 * @property {Action[]} [actions] what a person does before it is taken
 */

/** @typedef {{type?: [css: string, text: string], select?: [css: string, value: string], click?: string}} Action */

/** The packages on npm. */
export const PACKAGES = ["admin-lte@4.0.0", "govuk-frontend@6.6.0", "startbootstrap-sb-admin-2@4.1.4"];

/** @type {Source[]} */
export const SOURCES = [
  { name: "site-approved", package: "tests/site", path: "approved.html", scripts: true },
  { name: "site-invoice", package: "tests/site", path: "invoice.html", scripts: true },
  { name: "site-invoices", package: "tests/site", path: "invoices.html", scripts: true, heldOut: true },
  { name: "site-sign-in", package: "tests/site", path: "index.html", actions: [{ type: ["input", "Ann Example"] }] },
  {
    name: "pages-fields",
    package: "tests/pages",
    path: "fields.html",
    scripts: true,
    actions: [{ type: ["input[type=text],input:not([type])", "a word"] }],
  },
  { name: "pages-controls", package: "tests/pages", path: "controls.html", scripts: true, heldOut: true },
  { name: "pages-masking", package: "tests/pages", path: "masking.html", scripts: true },
  { name: "pages-nested", package: "tests/pages", path: "nested.html", scripts: true },
  { name: "pages-pointer", package: "tests/pages", path: "pointer.html", scripts: true, heldOut: true },
  { name: "pages-places", package: "tests/pages", path: "places.html", scripts: true },
  { name: "cases-select2", package: "tests/cases", path: "lib-select2/index.html", scripts: true },
  { name: "cases-tom-select", package: "tests/cases", path: "lib-tom-select/index.html", scripts: true, heldOut: true },
  { name: "cases-aggrid", package: "tests/cases", path: "lib-aggrid/index.html", scripts: true },
  { name: "cases-material-web", package: "tests/cases", path: "lib-material-web/index.html", scripts: true },
  { name: "cases-mui", package: "tests/cases", path: "lib-mui/index.html", scripts: true },
  { name: "cases-flatpickr", package: "tests/cases", path: "lib-flatpickr/index.html", scripts: true, heldOut: true },
  ...lte("dashboard", "index.html"),
  ...lte("dashboard-3", "index3.html", true),
  ...lte("forms-elements", "forms/elements.html"),
  ...lte("forms-layout", "forms/layout.html", true),
  ...lte("forms-validation", "forms/validation.html"),
  ...lte("forms-wizard", "forms/wizard.html"),
  ...lte("mailbox-inbox", "mailbox/inbox.html"),
  ...lte("mailbox-compose", "mailbox/compose.html", true),
  ...lte("login", "examples/login.html"),
  ...lte("register", "examples/register-v2.html", true),
  ...lte("chat", "pages/chat.html"),
  ...lte("invoice", "pages/invoice.html"),
  ...lte("projects", "pages/projects.html"),
  ...lte("settings", "pages/settings.html", true),
  ...lte("tables", "tables/simple.html"),
  ...lte("file-manager", "pages/file-manager.html", true),
  ...govuk("task-list", "task-list/template-with-all-possible-colours.html"),
  ...govuk("summary-list", "summary-list/template-as-a-summary-card-extreme.html"),
  ...govuk("navigation", "service-navigation/template-with-large-navigation.html", true),
  ...govuk("footer", "footer/template-full-gds-example.html"),
  ...bootstrap("dashboard", "index.html"),
  ...bootstrap("buttons", "buttons.html", true),
  ...bootstrap("tables", "tables.html"),
  ...bootstrap("register", "register.html"),
];

/** @param {string} name @param {string} path @param {boolean} [heldOut] @returns {Source[]} */
function lte(name, path, heldOut) {
  return [{ name: `admin-lte-${name}`, package: "admin-lte@4.0.0", path: `dist/${path}`, heldOut }];
}

/** @param {string} name @param {string} path @param {boolean} [heldOut] @returns {Source[]} */
function govuk(name, path, heldOut) {
  return [{ name: `govuk-${name}`, package: "govuk-frontend@6.6.0", path: `dist/govuk/components/${path}`, heldOut }];
}

/** @param {string} name @param {string} path @param {boolean} [heldOut] @returns {Source[]} */
function bootstrap(name, path, heldOut) {
  return [{ name: `sb-admin-${name}`, package: "startbootstrap-sb-admin-2@4.1.4", path, heldOut }];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(PACKAGES.join("\n"));
