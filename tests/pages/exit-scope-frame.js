// Asks the page to go elsewhere.
const leave = () => parent.postMessage("leave", "*");
document.querySelector("#press").addEventListener("pointerdown", leave);
document.querySelector("#click").addEventListener("click", leave);
