// A menu that a script opens on hovering, a drop target, a sortable list, a slider of the page's own, a closed shadow root.
const more = document.querySelector("#more");
more.addEventListener("mouseenter", () => {
  const list = document.createElement("div");
  list.id = "menu";
  list.style.cssText = `position: absolute; left: 0; top: ${more.getBoundingClientRect().bottom}px; background: #eee`;
  list.innerHTML = '<button id="rename" type="button">Rename</button>';
  document.body.append(list);
});
const bin = document.querySelector("#bin");
bin.addEventListener("dragover", (event) => event.preventDefault());
bin.addEventListener("drop", (event) => {
  event.preventDefault();
  bin.textContent = "Full";
});
document.querySelector("#box").addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", "box"));
document.querySelector("#other").addEventListener("contextmenu", (event) => event.preventDefault());
// `forceFallback`: by pointer events, as on touch screens, and not by the browser's drag and drop.
new Sortable(document.querySelector("#rows"), { forceFallback: true });
const knob = document.querySelector("#knob");
knob.addEventListener("pointerdown", (down) => {
  knob.setPointerCapture(down.pointerId);
  knob.onpointermove = (move) => {
    knob.style.left = `${move.clientX - down.clientX}px`;
    knob.setAttribute("aria-valuenow", String(move.clientX - down.clientX));
  };
});
knob.addEventListener("pointerup", () => (knob.onpointermove = null));
customElements.define(
  "sealed-box",
  class extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: "closed" });
      root.innerHTML = '<button type="button">In the sealed shadow</button> <input type="checkbox" aria-label="Sealed">';
    }
  },
);
