// The other site is the other name of this machine. How the page exits the scope stands in its fragment: pushState or replaceState.
const frame = document.createElement("iframe");
frame.id = "other";
frame.src = `http://localhost:${location.port}/exit-scope-frame.html`;
document.querySelector("#place").append(frame);
const how = location.hash.slice(1);
addEventListener("message", () => history[how](null, "", "/elsewhere"));
