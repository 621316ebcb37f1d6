// Takes any e-mail and password, keeps that somebody signed in, and goes on to the list.
document.querySelector("#signin").addEventListener("submit", (event) => {
  event.preventDefault();
  localStorage.setItem("desk.signedIn", "yes");
  location.assign("invoices.html");
});
