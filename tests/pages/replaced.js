const find = (id) => document.getElementById(id);
const again = (id) => find(id).replaceWith(find(id).cloneNode(true));
find("removed").addEventListener("pointerdown", () => find("removed").remove());
find("replaced").addEventListener("pointerdown", () => again("replaced"));
find("after").addEventListener("click", () => again("after"));
