// The page's own handlers: a history move, a form that stays, a button in a shadow root.
document.querySelector("#more").addEventListener("click", () => history.pushState(null, "", "more"));
document.querySelector("#find").addEventListener("submit", (event) => event.preventDefault());
const shadow = document.querySelector("shadow-box").attachShadow({ mode: "open" });
const inner = document.createElement("button");
inner.textContent = "In the shadow";
inner.className = "shaded";
shadow.append(inner);
