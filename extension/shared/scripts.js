// The content scripts in their order: the one list, for the pages that are recorded and for the practice page.
export const SCRIPTS = [
  "page",
  "reading",
  "find",
  "beside",
  "hover",
  "events",
  "indicator-view",
  "indicator-place",
  "indicator-controls",
  "indicator-sight",
  "indicator-watch",
  "indicator",
  "link",
  "recorder",
  "main",
];
