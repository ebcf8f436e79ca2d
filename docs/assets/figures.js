/* The card that a figure opens. Without this script a figure is a plain link to its page.

   A click, a tap, Enter or the space bar opens the card, and a second one closes it: beside the figure, on a phone as
   a sheet from below. The focus moves into it. Escape, or a click or tap elsewhere, closes it; Escape and Tab
   beyond its last link bring the focus back to the figure. All figures of a page share one card element.

   The content of all cards is in one script, loaded when the first card is opened. */
"use strict";

(() => {
  const file = document.currentScript.dataset.cards;
  const GAP = 16; // Pixels between the card and its figure, or the edge of the window.

  const card = Object.assign(document.createElement("div"), { id: "figure-card", className: "fc", tabIndex: -1 });
  card.setAttribute("role", "dialog");
  let link = null; // The figure whose card is open.
  let wanted = null; // The figure whose card is being loaded.
  let loading = null;

  // A script, since a page read from disk cannot fetch.
  const load = () => (loading ??= new Promise((found, lost) => {
    window.figureCards = found;
    const script = Object.assign(document.createElement("script"), { src: file, onerror: lost });
    document.head.append(script);
  }));

  async function open(figure) {
    wanted = figure;
    const path = new URL(".", figure.href).pathname.split("/");
    const html = await load().then((cards) => cards[path[path.length - 2]], () => (loading = null));
    if (wanted !== figure) return;
    if (!html) {
      location.assign(figure.href); // The file is missing: follow the link.
      return;
    }
    close();
    link = wanted = figure;
    card.innerHTML = html;
    const named = [card.querySelector(".val"), card.querySelector(".what")];
    named.forEach((part, number) => (part.id = `figure-card-${number}`));
    card.setAttribute("aria-labelledby", named.map((part) => part.id).join(" "));
    card.querySelector("a").href = figure.href;
    figure.setAttribute("aria-expanded", "true");
    document.body.append(card);
    place();
    card.focus({ preventScroll: true });
  }

  function close(back = false) {
    wanted = null;
    if (!link) return;
    link.setAttribute("aria-expanded", "false");
    if (back) link.focus();
    card.remove();
    link = null;
  }

  // At the right of the figure where there is room, else below or above it, wherever there is more; never over it.
  // A sheet has its place from the style.
  function place() {
    const box = link.getBoundingClientRect(), sheet = innerWidth < 768;
    card.style.maxHeight = "";
    const beside = box.right + GAP + card.offsetWidth + GAP < innerWidth;
    const under = innerHeight - box.bottom > box.top;
    const room = (under ? innerHeight - box.bottom : box.top) - 2 * GAP;
    if (!beside && !sheet) card.style.maxHeight = `${room}px`;
    const left = beside ? box.right + GAP : box.left, lowest = innerHeight - card.offsetHeight - GAP;
    const top = beside ? Math.min(box.top - GAP, lowest) : under ? box.bottom + GAP : box.top - card.offsetHeight - GAP;
    card.style.left = `${Math.max(GAP, Math.min(left, innerWidth - card.offsetWidth - GAP))}px`;
    card.style.top = `${Math.max(GAP, top)}px`;
  }

  async function copy(button) {
    const canonical = document.querySelector("link[rel=canonical]"); // The published address, also in a copy on disk.
    const address = canonical ? new URL(link.getAttribute("href"), canonical.href).href : link.href;
    const text = button.dataset.copy + address.replace(/index\.html$/, "");
    try {
      await navigator.clipboard.writeText(text);
    } catch { // No permission, or no clipboard without https.
      const field = Object.assign(document.createElement("textarea"), { value: text });
      card.append(field), field.select(), document.execCommand("copy"), field.remove(), button.focus();
    }
    card.querySelector("[role=status]").textContent = button.textContent = button.dataset.done;
  }

  for (const figure of document.querySelectorAll("a.fig")) {
    figure.setAttribute("role", "button");
    figure.setAttribute("aria-expanded", "false");
  }

  addEventListener("click", (event) => {
    const figure = event.target.closest("a.fig"), button = event.target.closest("button");
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (card.contains(event.target)) {
      if (button && button.dataset.copy) copy(button);
      else if (button) close(true);
    } else if (figure) {
      event.preventDefault();
      if (figure === link) close(true);
      else open(figure).catch(() => location.assign(figure.href)); // An engine that lacks something still has the link.
    } else close();
  });

  addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches("a.fig")) event.preventDefault(), event.target.click();
    if (!link) return;
    if (event.key === "Escape") close(true);
    if (event.key !== "Tab" || !card.contains(document.activeElement)) return;
    const stops = [...card.querySelectorAll("a, button")], at = stops.indexOf(document.activeElement);
    if (event.shiftKey ? at <= 0 : at === stops.length - 1) event.preventDefault(), close(true);
  });

  // A card without its figure in sight says nothing: it closes once the figure is a window away.
  addEventListener("scroll", () => {
    if (link && Math.abs(link.getBoundingClientRect().top) > 2 * innerHeight) close();
  }, { passive: true });
  addEventListener("resize", () => link && place());
  document.querySelector("form.bar")?.addEventListener("input", () => close()); // The list is about to change.
})();
