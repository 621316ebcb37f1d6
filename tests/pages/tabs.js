const channel = new BroadcastChannel("tabs");
const find = (id) => document.getElementById(id);
find("popup")?.addEventListener("click", () => open("tab.html", "", "popup,width=500,height=400"));
find("there")?.addEventListener("click", () => channel.postMessage("pressed there"));
find("here")?.addEventListener("click", () => (find("said").textContent += ", then here"));
if (find("said")) channel.onmessage = ({ data }) => (find("said").textContent += data);
