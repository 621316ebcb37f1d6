import React from "react";
import { createRoot } from "react-dom/client";
import Select from "react-select";
import Creatable from "react-select/creatable";
const o = ["Germany", "Greece", "Ghana", "France"].map((x) => ({ value: x, label: x }));
createRoot(document.getElementById("root")).render(
  React.createElement(
    "div",
    null,
    React.createElement("label", { htmlFor: "c" }, "Country"),
    React.createElement(Select, {
      inputId: "c",
      options: o,
      onChange: (v) => {
        window.out = v && v.label;
      },
    }),
    React.createElement("label", { htmlFor: "m" }, "Tags"),
    React.createElement(Creatable, {
      inputId: "m",
      isMulti: true,
      options: o,
      onChange: (v) => {
        window.out2 = v.map((x) => x.label);
      },
    }),
  ),
);
