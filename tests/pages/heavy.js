// Builds the page that the query asks for, and keeps how long the browser took from each press to the page's first listener.
"use strict";
const [kind, size] = [...new URLSearchParams(location.search)][0];
const n = Number(size);
const TARGET = '<button id="target" type="button">Approve</button>';
const many = (count, part) => Array.from({ length: count }, (_, at) => part(at)).join("");

/** What is in the body: `n` is letters, elements, ids, levels or rules. */
const BUILD = {
  none: () => TARGET,
  name: () =>
    `<button id="target" type="button" style="height: 30px; width: 300px; overflow: hidden">${"Approve all ".repeat(n / 12)}</button>`,
  text: () => `<p>${TARGET}</p><div class="box">${"What is said here goes on. ".repeat(n / 27)}</div>`,
  texts: () => `<p>${TARGET}</p><div class="box">${many(n, (at) => `line ${at}<br>`)}</div>`,
  labelledby: () =>
    `<button id="target" type="button" aria-labelledby="${many(n, (at) => `i${at} `)}">x</button>
     <div class="box">${many(n, (at) => `<i id="i${at}">part </i>`)}</div>`,
  table: () =>
    `<table><tr><td>${TARGET}</td></tr>${many(n / 10, (row) => `<tr>${many(10, (at) => `<td>${row * at}</td>`)}</tr>`)}</table>`,
  alike: () => `${TARGET}<div class="box">${many(n, () => '<button type="button">Approve</button>')}</div>`,
  rows: () =>
    many(
      n,
      (at) =>
        `<div class="box"><b>Order ${at}</b> <button type="button"${at ? "" : ' id="target"'}>Approve</button></div>`,
    ),
  labels: () => `${many(n, () => "<label>a ")}<input type="checkbox" id="target">${"</label>".repeat(n)}`,
  fields: () => `<p>${TARGET}</p><div class="box">${many(n, (at) => `<label>Field ${at} <input></label>`)}</div>`,
  has: () =>
    `<style>${many(n, (at) => `.m${at}:hover .on:has(b:not(.x${at})) { display: block }`)}</style><div class="on">${TARGET}</div>`,
  deep: () => `${"<div>".repeat(n)}${TARGET}${"</div>".repeat(n)}`,
};
document.body.insertAdjacentHTML("beforeend", BUILD[kind]());

/** Milliseconds from the event to this listener, which stands behind ours: by the event's kind. */
window.delays = {};
for (const type of ["pointerdown", "click"])
  addEventListener(type, (event) => (delays[type] = performance.now() - event.timeStamp), { capture: true });
