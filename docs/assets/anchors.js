/* A click on the sign beside a heading or an entry copies its link. Without this script the sign is a plain link,
   whose address the browser then shows. The word that tells of it comes from the page. */
"use strict";

(() => {
  const { done } = document.currentScript.dataset;
  const told = Object.assign(document.createElement("p"), { className: "vh" });
  told.setAttribute("role", "status");
  document.body.append(told);

  addEventListener("click", async (event) => {
    const link = event.target.closest("a.headerlink, a.anchor");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // No leave, or no clipboard without https: the address bar has it.
    }
    told.textContent = "";
    link.dataset.done = done;
    setTimeout(() => (told.textContent = done));
    setTimeout(() => delete link.dataset.done, 1500);
  });
})();
