// Does by itself what a person could have done, in the click or a moment after it; says so in its title once it is done.
const find = (id) => document.getElementById(id);
find("own").addEventListener("submit", (event) => event.preventDefault());
const act = () => {
  find("field").focus();
  document.execCommand("insertText", false, "by the page");
  find("own").requestSubmit();
  history.pushState(null, "", "?by-the-page");
  find("box").click();
  find("label").click();
  getSelection().selectAllChildren(find("there"));
  document.execCommand("copy");
  scrollTo(0, 900);
  setTimeout(() => (document.title = "done"), 400);
};
find("at-once").addEventListener("click", act);
find("soon").addEventListener("click", () => setTimeout(act, 150));
