import Sortable from "sortablejs";
Sortable.create(document.getElementById("a"), {
  handle: ".h",
  forceFallback: location.search.includes("fallback"),
  animation: 100,
});
window.order = () => [...document.querySelectorAll("#a li b")].map((x) => x.textContent);
