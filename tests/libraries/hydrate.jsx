import React from "react";
import { hydrateRoot } from "react-dom/client";
const h = React.createElement;
function App() {
  const [n, s] = React.useState(0);
  return h(
    "html",
    { lang: "en" },
    h(
      "head",
      null,
      h("meta", { charSet: "utf-8" }),
      h("link", { rel: "icon", href: "data:," }),
      h("title", null, "hydrate"),
    ),
    h(
      "body",
      null,
      h("button", { onClick: () => s(n + 1) }, "Count"),
      h("p", { id: "n" }, String(n)),
      h("script", { src: "/lib/hydrate.js" }),
    ),
  );
}
window.errs = [];
setTimeout(
  () => hydrateRoot(document, h(App), { onRecoverableError: (e) => window.errs.push(String(e.message).slice(0, 120)) }),
  1500,
);
