// Show-password, and an address with secrets in its query and fragment.
document.querySelector("#reveal").addEventListener("click", () => (document.querySelector("#password").type = "text"));
document.querySelector("#address").addEventListener("click", () => history.pushState(null, "", "?token=query-secret-77#fragment-secret-88"));
