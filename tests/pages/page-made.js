// Makes every trusted event that a page can make without a person, once the sign stands; says so by its hash at the end.
const field = document.getElementById("own");
document.forms[0].addEventListener("submit", (event) => event.preventDefault());
const pause = () => new Promise((go) => setTimeout(go, 150));
const timer = setInterval(async () => {
  if (!document.querySelector(":popover-open")) return;
  clearInterval(timer);
  await pause();
  field.focus();
  document.execCommand("insertText", false, "by the page");
  field.blur();
  document.forms[0].requestSubmit();
  scrollTo(0, 900);
  await pause();
  history.pushState(null, "", "#one");
  history.pushState(null, "", "#two");
  history.back();
  await pause();
  location.hash = "#over";
}, 50);
