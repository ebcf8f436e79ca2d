/* The value of a mark beside it, when it is pointed at, tapped or has the focus. Screen readers have it as the mark's
   name; without this script the table below each chart has it. */
"use strict";

(() => {
  const tip = Object.assign(document.createElement("div"), { className: "tip", hidden: true });
  tip.setAttribute("aria-hidden", "true");
  document.body.append(tip);

  function show(mark) {
    tip.textContent = mark.dataset.tip;
    tip.hidden = false;
    const box = mark.getBoundingClientRect(), width = tip.offsetWidth, height = tip.offsetHeight;
    tip.style.left = `${Math.max(4, Math.min(box.left + box.width / 2 - width / 2, innerWidth - width - 4))}px`;
    tip.style.top = `${box.top - height - 6 < 4 ? box.bottom + 6 : box.top - height - 6}px`;
  }

  const hide = () => (tip.hidden = true);
  for (const mark of document.querySelectorAll(".chart [data-tip]")) {
    const has = mark.hasAttribute("tabindex"); // A listener of focus would make any shape a stop of the Tab key.
    for (const event of ["mouseenter", "click", ...(has ? ["focus"] : [])]) mark.addEventListener(event, () => show(mark));
    for (const event of ["mouseleave", ...(has ? ["blur"] : [])]) mark.addEventListener(event, hide);
  }
  addEventListener("scroll", hide, { passive: true });
  addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
