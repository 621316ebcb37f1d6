// Builds a field, a list and a button for each hostile name, and posts what it was given.
"use strict";
const NAMES = [
  `Say "yes" 'or' \\"no\\"`,
  "`${process.exit(7)}`",
  "${globalThis.leaked = process.env.HOME}",
  "bidi \u202eevil\u202c \u2066x\u2069 end",
  "line\u2028paragraph\u2029next\u0085last",
  "</script><!-- --> ]]>",
  "*/ process.exit(7); /*",
  '")); process.exit(7); ((("',
];
addEventListener("DOMContentLoaded", () => {
  const done = [];
  NAMES.forEach((name, at) => {
    const field = document.createElement("input");
    field.setAttribute("aria-label", name);
    const list = document.createElement("select");
    list.setAttribute("aria-label", `List ${name}`);
    list.append(new Option("none", ""), new Option(name, `value ${name}`));
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", () => done.push([at, field.value, list.value]));
    const line = document.createElement("p");
    line.append(field, list, button);
    document.body.append(line);
  });
  const finish = document.createElement("button");
  finish.type = "button";
  finish.textContent = "Finish";
  finish.addEventListener("click", () => fetch("/done", { method: "POST", body: JSON.stringify(done) }));
  document.body.append(finish);
});
