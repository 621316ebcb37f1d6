// Puts the frame in; its host is the other name of this machine.
const frame = document.createElement("iframe");
frame.src = `http://localhost:${location.port}/frame.html`;
document.querySelector("#place").append(frame);
