// Posts the ticket of the button that is pressed, with its hours.
"use strict";
addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const row = target.closest("tr");
  const [ticket, hours] = [row.cells[0].textContent, row.querySelector("input").value];
  void fetch("/done", { method: "POST", body: JSON.stringify([ticket, hours]) });
});
