// A chat that is made of boxes without roles; what is sent stands in the page, and in the buttons beside it.
const head = document.getElementById("head");
const bubbles = document.getElementById("bubbles");
const line = document.getElementById("line");
const say = (text) =>
  bubbles.insertAdjacentHTML("beforeend", `<div class="bubble"><div>${text}</div><button class="react" title="React to “${text}”">☺</button></div>`);
for (const who of document.querySelectorAll(".who"))
  who.addEventListener("click", () => {
    const name = who.querySelector("b").textContent;
    head.innerHTML = `<div>${name}</div><button class="call">Call ${name}</button>`;
    line.placeholder = `Message ${name}`;
    bubbles.innerHTML = "";
    say(who.querySelector("span").textContent);
  });
document.getElementById("send").addEventListener("click", () => {
  say(line.value);
  line.value = "";
});
