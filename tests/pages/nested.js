// A blank frame that the page fills, a frame from a blob, and a frame inside the blank one.
const inner = document.querySelector("#blank").contentDocument;
inner.body.innerHTML = '<button type="button">In blank</button><iframe id="deep" srcdoc="<button>Deep inside</button>"></iframe>';
const page = new Blob(["<!doctype html><title>blob</title><button>In the blob</button>"], { type: "text/html" });
document.querySelector("#blob").src = URL.createObjectURL(page);
