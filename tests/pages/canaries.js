// Fields in shadow trees, secrets in addresses, in what is dragged and downloaded, and in the page's own errors.
for (const [id, mode] of [
  ["open", "open"],
  ["closed", "closed"],
]) {
  const root = document.querySelector(`#${id}`).attachShadow({ mode });
  root.innerHTML = `<label>In ${mode} <input></label>`;
}
const on = (id, kind, act) => document.querySelector(id).addEventListener(kind, act);
on("#reveal", "click", () => (document.querySelector("#password").type = "text"));
on("#push", "click", () =>
  history.pushState(null, "", "/users/path.k28%40canary.example;session=matrix-k29?query=query-k30#fragment-k31"),
);
on(
  "#echo",
  "click",
  () => (document.querySelector("#echo").textContent = `Known: ${document.querySelector("#password").value}`),
);
on("#download", "click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["a"], { type: "text/plain" }));
  link.download = "of-download-k32.smith";
  document.body.append(link);
  link.click();
  link.remove();
});
on("#dragged", "dragstart", (event) => event.dataTransfer.setData("text/plain", "dragged-k33@canary.example"));
on("#target", "dragover", (event) => event.preventDefault());
on("#target", "drop", (event) => event.preventDefault());
on("#form", "submit", (event) => event.preventDefault());
