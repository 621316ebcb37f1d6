import { EditorView, basicSetup } from "codemirror";
import { javascript } from "@codemirror/lang-javascript";
window.v = new EditorView({
  doc: "let a = 1\n",
  extensions: [basicSetup, javascript()],
  parent: document.getElementById("ed"),
});
