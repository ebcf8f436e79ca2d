/* A click on the sign beside a heading or an entry copies its link and announces it with a word from the page.
   Without this script the sign is a plain link. An error is reported with the entry that the address names. */
"use strict";

(() => {
  const { done } = document.currentScript.dataset;
  const status = Object.assign(document.createElement("p"), { className: "vh" });
  status.setAttribute("role", "status");
  document.body.append(status);

  const report = document.querySelector("a.report-error[data-end]");
  const address = report?.getAttribute("href"), end = report?.dataset.end; // Where the page's address ends in it.
  report?.addEventListener("click", () => {
    report.href = address.slice(0, end) + encodeURIComponent(location.hash) + address.slice(end);
  });

  addEventListener("click", async (event) => {
    const link = event.target.closest("a.headerlink, a.anchor");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // No permission, or no clipboard without https: the address bar shows the link.
    }
    status.textContent = "";
    link.dataset.done = done;
    setTimeout(() => (status.textContent = done));
    setTimeout(() => delete link.dataset.done, 1500);
  });
})();
