// Pages of work of our own, each filled from a set of people: a clinic's list in a table, a board of cards, a mailbox and one open record.

/** @typedef {import("./people.mjs").People} People */

/** @param {string} title @param {string} body @param {string} [script] */
const page = (title, body, script = "") => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body{font:14px sans-serif;margin:12px}table{border-collapse:collapse}td,th{padding:3px 8px;border:1px solid #ccc}
.lane{display:inline-block;vertical-align:top;width:230px;margin-right:12px}.card{border:1px solid #bbb;padding:6px;margin:6px 0}
.mail{border-bottom:1px solid #ddd;padding:6px;cursor:pointer}dt{font-weight:bold}</style>
${body}<script>${script}</script></html>`;

const NAVIGATION = `<nav aria-label="Main"><a href="#overview">Overview</a> <a href="#calendar">Calendar</a> <a href="#help">Help</a></nav>`;

/** A ward list, with a record that opens below it. @param {People} people */
const clinic = ({ names, conditions, streets }) =>
  page(
    "Ward list",
    `${NAVIGATION}<h1>Patients on ward</h1><label>Find patient <input id="find" type="search"></label><button id="search">Search</button>
<table><thead><tr><th>Patient</th><th>Diagnosis</th><th>State</th><th>Actions</th></tr></thead><tbody>${names
      .slice(0, 9)
      .map(
        (name, at) =>
          `<tr><td><a href="#" class="open">${name}</a></td><td>${conditions[at % conditions.length]}</td>` +
          `<td>${["Waiting", "In treatment", "Discharged"][at % 3]}</td><td><button aria-label="Discharge ${name}">Discharge</button></td></tr>`,
      )
      .join("")}</tbody></table><div id="record"></div>`,
    `document.querySelectorAll(".open").forEach((link, at) => link.onclick = (event) => {
  event.preventDefault();
  const name = link.textContent;
  history.pushState(0, "", "/ward/patients/" + name.toLowerCase().replaceAll(" ", "-"));
  document.title = name + " · Ward list";
  record.innerHTML = "<h2>" + name + "</h2><dl><dt>Address</dt><dd>${streets[0]}</dd><dt>Next of kin</dt><dd>${names[10]}</dd></dl>" +
    "<label>Note <textarea id='note'></textarea></label><button id='save'>Save note for " + name + "</button>";
});`,
  );

/** A board with three lanes of cards, all of it made of `div`. @param {People} people */
const board = ({ names, subjects }) =>
  page(
    "Board",
    `${NAVIGATION}<h1>Support board</h1><button id="new">New card</button><div>${["To do", "In progress", "Done"]
      .map(
        (lane, at) =>
          `<div class="lane"><h2>${lane}</h2>${[0, 1, 2]
            .map((row) => {
              const place = at * 3 + row;
              return (
                `<div class="card" tabindex="0"><div class="title">${subjects[place % subjects.length]}</div>` +
                `<span class="who"><img alt="${names[place]}" width="16" height="16"> ${names[place]}</span> ` +
                `<button class="take">Assign to me</button> <button class="close" title="Close ${subjects[place % subjects.length]}">Close</button></div>`
              );
            })
            .join("")}</div>`,
      )
      .join("")}</div><div role="status" id="said"></div>`,
    `document.querySelectorAll(".take").forEach((button) => button.onclick = () => {
  said.textContent = button.closest(".card").querySelector(".title").textContent + " is yours now";
});`,
  );

/** A list of mails and the one that is open. @param {People} people */
const mailbox = ({ names, subjects, sentences }) =>
  page(
    "Inbox",
    `${NAVIGATION}<p>Signed in as <b>${names[0]}</b></p><h1>Inbox</h1><button id="compose">Compose</button><div id="list">${subjects
      .map(
        (subject, at) =>
          `<div class="mail" data-at="${at}"><strong>${names[at + 1]}</strong> <span>${subject}</span> <small>${sentences[at]}</small></div>`,
      )
      .join("")}</div><section id="open" aria-label="Message"></section>`,
    `document.querySelectorAll(".mail").forEach((mail) => mail.onclick = () => {
  const [who, subject, text] = [...mail.children].map((part) => part.textContent);
  document.title = subject;
  open.innerHTML = "<h2>" + subject + "</h2><p>From " + who + "</p><p>" + text + "</p><button id='reply'>Reply</button>" +
    "<button id='archive'>Archive</button><label>Answer <textarea id='answer'></textarea></label><button id='send'>Send to " + who + "</button>";
});
const open = document.querySelector("#open");`,
  );

/** One record, that of a customer. @param {People} people */
const customer = ({ names, streets, amounts, companies, sentences }) =>
  page(
    "Customer",
    `${NAVIGATION}<ol aria-label="Breadcrumb"><li><a href="#">Customers</a></li><li>${companies[0]}</li></ol><h1>${companies[0]}</h1>
<div role="tablist"><button role="tab" aria-selected="true" id="tab-details">Details</button><button role="tab" id="tab-orders">Orders</button></div>
<div role="tabpanel" aria-label="Details"><label>Contact <input id="contact" value="${names[3]}"></label>
<label>Account manager <select id="manager">${names
      .slice(5, 9)
      .map((name) => `<option>${name}</option>`)
      .join("")}</select></label>
<label>Priority <select id="priority"><option>Low</option><option>Normal</option><option>High</option></select></label>
<fieldset><legend>Invoices by</legend><label><input type="radio" name="by" value="mail"> Mail</label><label><input type="radio" name="by" value="post"> Post</label></fieldset>
<div>Street: <span>${streets[1]}</span></div><div>Open balance: <b>${amounts[0]}</b></div><div class="remark">${sentences[1]}</div>
<button id="save">Save changes</button><button id="remove">Delete customer</button></div><p role="status" id="said"></p>`,
    `save.onclick = () => { said.textContent = "${companies[0]} saved for " + contact.value; };`,
  );

/**
 * @typedef {["click" | "type" | "select", string, (string | number)?]} Act what is done, on which css, and with what: the text that is typed or
 *   how many options down
 * @typedef {{html: (people: People) => string, items: (people: People) => string[], do: Act[]}} Template `items`: what of a set stands in the page
 */

/** @type {Record<string, Template>} */
export const TEMPLATES = {
  clinic: {
    html: clinic,
    items: ({ names, conditions, streets }) => [...names.slice(0, 9), ...conditions, streets[0], names[10]],
    do: [
      ["type", "#find", "a"],
      ["click", "#search"],
      ["click", "tbody tr:nth-child(3) .open"],
      ["type", "#note", "seen today"],
      ["click", "#save"],
      ["click", "tbody tr:nth-child(5) button"],
    ],
  },
  board: {
    html: board,
    items: ({ names, subjects }) => [...names.slice(0, 9), ...subjects],
    do: [
      ["click", ".lane:nth-child(1) .card:nth-of-type(2) .take"],
      ["click", ".lane:nth-child(2) .card:nth-of-type(1) .close"],
      ["click", "#new"],
    ],
  },
  mailbox: {
    html: mailbox,
    items: ({ names, subjects, sentences }) => [...names.slice(0, 7), ...subjects, ...sentences],
    do: [
      ["click", ".mail:nth-child(2)"],
      ["click", "#reply"],
      ["type", "#answer", "thanks, I will"],
      ["click", "#send"],
      ["click", ".mail:nth-child(4)"],
      ["click", "#archive"],
    ],
  },
  customer: {
    html: customer,
    items: ({ names, streets, amounts, companies, sentences }) => [
      companies[0],
      names[3],
      ...names.slice(5, 9),
      streets[1],
      amounts[0],
      sentences[1],
    ],
    do: [
      ["select", "#manager", 2],
      ["select", "#priority", 1],
      ["click", "input[value=post]"],
      ["click", "#save"],
      ["click", "#tab-orders"],
    ],
  },
};
