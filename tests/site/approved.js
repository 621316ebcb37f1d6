// Says which invoice was approved.
document.querySelector("#confirmation").textContent = `Invoice ${localStorage.getItem("desk.approved") ?? ""} approved`;
