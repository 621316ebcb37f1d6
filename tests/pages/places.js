// Built by script, as pages with components build themselves; window.pressed says what each press reached.
window.pressed = [];
addEventListener("click", (event) => window.pressed.push(event.composedPath()[0].textContent.trim()));

/** A root on an element, with markup in it. */
const root = (host, mode, html) => {
  const shadow = host.attachShadow({ mode });
  shadow.innerHTML = html;
  return shadow;
};

// A button of the page that is shown in a slot of a component, one that is shown where no slot was filled, and one in a slot of a slot.
customElements.define(
  "x-card",
  class extends HTMLElement {
    connectedCallback() {
      root(this, this.getAttribute("mode"), "<slot name=act></slot><slot><button id=four>Fallback</button></slot>");
    }
  },
);
customElements.define(
  "x-panel",
  class extends HTMLElement {
    connectedCallback() {
      root(this, "open", "<x-card mode=open><slot slot=act></slot></x-card>");
    }
  },
);
document.querySelector("section").innerHTML = `
<x-card mode="open"><button slot="act" id="one">Slotted</button></x-card>
<x-card mode="closed"><button slot="act" id="two">Slotted in closed</button></x-card>
<x-panel><button id="three">Slotted twice</button></x-panel>`;

// A shadow root, in it a frame, in that a shadow root.
const inner = "<div id=host></div><script src=places-inner.js><\/script>";
root(document.querySelector("#outer"), "open", "<iframe title=Inner></iframe>").querySelector("iframe").srcdoc = inner;

// Blank frames, each in the one before.
let around = document.querySelector("#blanks");
for (let depth = 0; depth < 12; depth++) {
  const frame = around.ownerDocument.createElement("iframe");
  around.append(frame);
  const made = frame.contentDocument;
  // Firefox nests ten.
  if (!made) break;
  made.body.innerHTML = `<style>body { margin: 0 } iframe { width: 90%; height: 80%; border: 1px solid } </style><button>Depth ${depth}</button>`;
  around = made.body;
}
