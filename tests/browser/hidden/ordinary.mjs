// What ordinary pages do that looks like hiding the indicator, for ../hidden.test.mjs: every press there is kept.

/** Each runs in the page. @type {Record<string, () => unknown>} */
export const ORDINARY = {
  "opens a dialog at each press": () =>
    document.querySelector("#approve")?.addEventListener("click", () => {
      const dialog = document.createElement("dialog");
      document.body.append(dialog);
      dialog.showModal();
      setTimeout(() => dialog.close(), 30);
    }),
  "has a button whose popover the browser opens": () => {
    const popover = document.createElement("div");
    popover.popover = "auto";
    document.body.append(popover);
    const button = document.querySelector("#approve");
    if (button instanceof HTMLButtonElement) button.popoverTargetElement = popover;
  },
  "shows a tooltip by a popover at each move": () =>
    addEventListener("pointermove", () => {
      document.querySelector(".tip")?.remove();
      const tip = document.createElement("div");
      tip.popover = "manual";
      tip.className = "tip";
      tip.textContent = "Tip";
      document.body.append(tip);
      tip.showPopover();
    }),
  "is inverted for a dark theme": () =>
    void (document.documentElement.style.filter = "invert(1) hue-rotate(180deg) brightness(1.05) contrast(0.9)"),
  "is zoomed out by its style": () => void (document.documentElement.style.zoom = ".8"),
  "has a body at half its size": () => void (document.body.style.zoom = ".5"),
  "fades in": () => document.body.animate({ opacity: [0, 1] }, 400),
  "changes by a view transition after each press": () =>
    document
      .querySelector("#approve")
      ?.addEventListener("click", () => void document.startViewTransition(() => document.body.append("more"))),
  "swaps its body in a view transition at each press": () => {
    const filled = document.body.innerHTML;
    addEventListener(
      "click",
      () =>
        void document.startViewTransition(() => {
          const body = document.createElement("body");
          body.innerHTML = filled;
          document.body.replaceWith(body);
        }),
    );
  },
  "sets aria-hidden and inert on all beside its dialog": () => {
    for (const one of document.body.children) {
      if (one.id !== "approve") one.setAttribute("aria-hidden", "true");
      if (one.localName.startsWith("x-")) one.setAttribute("inert", "");
    }
  },
  "fills itself anew at each press": () =>
    document.querySelector("#approve")?.addEventListener("click", () => {
      const log = document.querySelector("#log");
      if (log) log.innerHTML = "<p>anew</p>".repeat(500);
    }),
};
