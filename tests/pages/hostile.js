// Runs first: stops every event at the window, throws in a second listener, and notes what it saw in window.seen.
window.seen = [];
for (const type of ["pointerdown", "mousedown", "keydown", "input", "change", "click", "submit"]) {
  addEventListener(
    type,
    (event) => {
      if (event.isTrusted) window.seen.push(`${type} ${event.target.id}`);
      if (type === "submit") event.preventDefault();
      event.stopImmediatePropagation();
      throw new Error("the page throws");
    },
    true,
  );
}
Object.defineProperty(Array.prototype, "toJSON", { value: () => "stolen", configurable: true });
Element.prototype.closest = () => null;
Element.prototype.getAttribute = () => "stolen";
