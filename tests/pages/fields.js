// A button that hands out a file, as web applications do: by a click of its own on a link of its own.
document.querySelector("#export").addEventListener("click", () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["a,b\n"], { type: "text/csv" }));
  link.download = "dana-salary.csv";
  document.body.append(link);
  link.click();
  link.remove();
});
