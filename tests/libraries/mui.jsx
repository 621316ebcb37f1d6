import React from "react";
import { createRoot } from "react-dom/client";
import {
  Autocomplete,
  TextField,
  Slider,
  Switch,
  Select,
  MenuItem,
  FormControl,
  InputLabel,
  FormControlLabel,
  Rating,
  Tooltip,
  IconButton,
} from "@mui/material";
const h = React.createElement;
function App() {
  const [v, setV] = React.useState("");
  return h(
    "div",
    null,
    h(Autocomplete, {
      options: ["Oslo", "Osaka", "Rome"],
      onChange: (e, x) => (window.city = x),
      renderInput: (p) => h(TextField, { ...p, label: "City" }),
    }),
    h(
      FormControl,
      { sx: { mt: 2, width: 200 } },
      h(InputLabel, { id: "l" }, "Status"),
      h(
        Select,
        {
          labelId: "l",
          label: "Status",
          value: v,
          onChange: (e) => {
            setV(e.target.value);
            window.status_ = e.target.value;
          },
        },
        ["Open", "Closed", "Waiting"].map((x) => h(MenuItem, { key: x, value: x }, x)),
      ),
    ),
    h("br"),
    h(FormControlLabel, { control: h(Switch, { onChange: (e, c) => (window.sw = c) }), label: "Alerts" }),
    h("br"),
    h(Rating, { name: "stars", onChange: (e, x) => (window.stars = x) }),
    h(
      "div",
      { style: { width: 300, padding: 20 } },
      h(Slider, { "aria-label": "Price", defaultValue: 20, onChangeCommitted: (e, x) => (window.price = x) }),
    ),
  );
}
createRoot(document.getElementById("root")).render(h(App));
