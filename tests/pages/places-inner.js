// Runs in the frame inside the shadow root.
document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML = "<button>In shadow in frame in shadow</button>";
