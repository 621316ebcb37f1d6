// Makes the page large, and forges events while nobody touches it.
const many = document.querySelector("#many");
for (let count = 0; count < 50_000; count++) many.append(document.createElement("i"));

const send = document.querySelector("#send");
send.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
send.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, detail: 1 }));
document.querySelector("#number").dispatchEvent(new InputEvent("input", { bubbles: true, data: "forged" }));
document.querySelector("#number").dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, key: "Enter" }));
document.querySelector("#forged").click();
