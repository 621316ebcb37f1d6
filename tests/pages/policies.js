// Keeps what the page is told: violations, reports, what was loaded; and breaks its own policy by a button.
"use strict";
window.told = [];
document.addEventListener("securitypolicyviolation", (event) =>
  told.push(`violation ${event.effectiveDirective} ${event.blockedURI} ${event.disposition} ${event.sourceFile}`),
);
if ("ReportingObserver" in window)
  new ReportingObserver(
    (reports) => {
      for (const { type, body } of reports)
        told.push(`report ${type} ${body?.effectiveDirective ?? body?.id ?? ""} ${body?.sourceFile ?? ""}`);
    },
    { buffered: true },
  ).observe();
addEventListener("error", (event) => told.push(`error ${event.message}`));
addEventListener("unhandledrejection", () => told.push("unhandled rejection"));
addEventListener("DOMContentLoaded", () => {
  // `eval` is against every policy of these that speaks of scripts.
  document.getElementById("violate").addEventListener("click", () => {
    try {
      Reflect.construct(Function, ["1"]);
    } catch {
      told.push("forbidden");
    }
    told.push("violated");
  });
});
