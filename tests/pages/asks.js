const note = (answer) => (document.querySelector("#answers").textContent += ` ${answer}`);
document.querySelector("#delete").onclick = () => note(confirm("Delete the invoice of Dana Whitfield?"));
document.querySelector("#rename").onclick = () => setTimeout(() => note(prompt("New name?")), 50);
document.querySelector("#work").onclick = () => {
  const start = performance.now();
  while (performance.now() - start < 700);
  note("worked");
};
