// The invoice: two tabs kept in the address by the history API, and a form that leads to the confirmation.
const tabs = [...document.querySelectorAll("[role=tab]")];

function show(name) {
  for (const tab of tabs) {
    const chosen = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(chosen));
    document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
  }
}

for (const tab of tabs) {
  tab.addEventListener("click", () => {
    const name = tab.id.slice("tab-".length);
    history.pushState(null, "", `?part=${name}`);
    show(name);
  });
}
addEventListener("popstate", () => show(new URLSearchParams(location.search).get("part") ?? "details"));
show(new URLSearchParams(location.search).get("part") ?? "details");

document.querySelector("#number").textContent = localStorage.getItem("desk.invoice") ?? "NW-1042";
document.querySelector("#details").addEventListener("submit", (event) => {
  event.preventDefault();
  localStorage.setItem("desk.approved", document.querySelector("#number").textContent);
  location.assign("approved.html");
});
