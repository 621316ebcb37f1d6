// Builds the page that the query asks for, and measures how long a press keeps it waiting.
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
  label: () => `<button id="target" type="button" aria-label="${"Approve all ".repeat(n / 12)}">x</button>`,
  value: () => `<textarea id="target" aria-label="Reason">${"It was agreed so. ".repeat(n / 18)}</textarea>`,
  editor: () =>
    `<div id="target" class="box" contenteditable aria-label="Reason" role="textbox">${"It was agreed so. ".repeat(n / 18)}</div>`,
  options: () => `${TARGET}<select aria-label="Reason">${many(n, (at) => `<option>Reason ${at}`)}</select>`,
  address: () =>
    `<button id="target" type="button"><img alt="" width="9" height="9" src="data:image/png;base64,${"QUJD".repeat(n / 4)}">Approve</button>`,
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
  below: () =>
    `${TARGET}${many(n, (at) => `<p>Order ${at}</p>`)}<div role="dialog" aria-label="Saved" style="position: fixed; top: 0; right: 0">Saved</div>`,
  behind: () =>
    `<style>.pile i { position: absolute; left: 0; top: 0 }</style><div class="pile">${many(n, (at) => `<i role="img" aria-label="${at}"></i>`)}</div><p>${TARGET}</p>`,
  deep: () => `${"<div>".repeat(n)}${TARGET}${"</div>".repeat(n)}`,
};
document.body.insertAdjacentHTML("beforeend", BUILD[kind]());

/** Milliseconds from a press, and from its release, to this listener, which stands behind ours. */
let events = 0;
for (const type of ["mousedown", "click"])
  addEventListener(type, (event) => (events += performance.now() - event.timeStamp), { capture: true });

/** The longest task: between two turns of a loop that does nothing else. */
let longest = 0;
let last = 0;
let watching = false;
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
  if (watching) port2.postMessage(0);
};
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Waits until the page is drawn, and begins to measure. */
window.watch = async () => {
  await drawn();
  await drawn();
  events = longest = 0;
  last = performance.now();
  watching = true;
  port2.postMessage(0);
};
/** Waits for what comes after a press, and tells what was measured. */
window.watched = async () => {
  await drawn();
  await new Promise((resolve) => setTimeout(resolve, 100));
  watching = false;
  return { events, longest };
};
