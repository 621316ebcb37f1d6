// A table of made-up clients; one opens below it, as a heading, a form and a note.
const clients = [
  ["Brunhilde Achterberg", "Kastanienweg 12, Gera", "4,812.50"],
  ["Oluwaseun Adeyemi", "3 Marina Close, Lagos", "912.75"],
  ["Czesława Wiśniewska", "ul. Lipowa 9, Łódź", "12,044.10"],
  ["Théophile Garnier", "41 rue des Halles, Tours", "7,390.00"],
  ["Ingeborg Süßmeier", "Am Anger 4, Passau", "631.20"],
  ["Rafael Quintanilha", "Rua Nova 88, Braga", "2,208.95"],
];
const slug = (name) => name.toLowerCase().replaceAll("ü", "ue").replaceAll("ß", "ss").replace(/[^a-z]+/g, "-");
const rows = document.getElementById("rows");
const open = document.getElementById("open");
for (const [name, street, balance] of clients) {
  const row = document.createElement("tr");
  row.innerHTML = `<td><a href="#" id="client-${slug(name)}" class="name">${name}</a></td><td>${street}</td><td>Private</td>
    <td>${balance}</td><td><button data-of="${slug(name)}" aria-label="Remove ${name}">Remove</button></td>`;
  rows.append(row);
  row.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    show(name, street);
  });
}
function show(name, street) {
  const [first, last] = name.split(" ");
  history.pushState(0, "", `/people/clients/${slug(name)}/edit`);
  open.innerHTML = `<nav aria-label="Trail"><a href="#clients">Clients</a> › <span>${last}, ${first}</span></nav>
    <h2>${name.toUpperCase()}</h2><img alt="Portrait of ${name}" src="data:," />
    <label>Street <input id="street" value="${street}" /></label>
    <label>Adviser <select id="adviser">${clients.map(([one]) => `<option>${one}</option>`).join("")}</select></label>
    <label>Note <textarea id="note"></textarea></label>
    <button id="keep">Save ${first[0]}. ${last}</button><div role="status" id="said"></div>`;
  document.getElementById("keep").addEventListener("click", () => {
    document.getElementById("said").textContent = `${name} was saved: ${document.getElementById("note").value}`;
    document.getElementById("keep").textContent = `Undo “${document.getElementById("note").value}”`;
  });
}
