// Filters the list as one types, and remembers which invoice was opened.
const rows = [...document.querySelectorAll("#rows tr")];

document.querySelector("#search").addEventListener("input", (event) => {
  const words = event.target.value.toLowerCase();
  for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(words);
});

document.querySelector("#rows").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) localStorage.setItem("desk.invoice", link.dataset.invoice);
});
