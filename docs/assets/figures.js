/* The card that a figure opens. Without this script a figure is a plain link to its page.

   The pointer resting on a figure, Enter or a tap opens its card; a second Enter or tap follows the link.
   Escape closes. In a wide window the card is in the margin; else below the paragraph, where it stays until
   it is closed, so that the text does not move under the pointer. All figures of a page share one card element.

   The content of all cards is in one script, loaded when the first card is opened. */
"use strict";

(() => {
  const file = document.currentScript.dataset.cards;
  const REST = { margin: 250, text: 600 }; // Milliseconds until a resting pointer opens; more where the text moves.
  const LEAVE = 600; // Time to reach the card with the pointer.
  const GAP = 16; // Pixels between the card and the edge of the window.

  const card = Object.assign(document.createElement("div"), { id: "figure-card", className: "card opened" });
  card.setAttribute("role", "group");
  let link = null; // The figure whose card is open.
  let wanted = null; // The figure whose card is being loaded.
  let over = null; // What the pointer is over: a figure, the card or neither.
  let timer = 0, loading = null;

  // A script, since a page read from disk cannot fetch.
  const load = () => (loading ??= new Promise((found, lost) => {
    window.figureCards = found;
    const script = Object.assign(document.createElement("script"), { src: file, onerror: lost });
    document.head.append(script);
  }));

  const hasMargin = (article) => parseFloat(getComputedStyle(article).paddingInlineEnd) > 200; // site.css, § 8.

  async function open(figure, follow) {
    wanted = figure;
    const id = new URL(".", figure.href).pathname.split("/").slice(-2)[0];
    const html = await load().then((cards) => cards[id], () => (loading = null));
    if (wanted !== figure || figure === link) return;
    if (!html) {
      if (follow) location.assign(figure.href); // The file is missing: follow the link.
      return;
    }
    const before = figure.getBoundingClientRect().top;
    close();
    link = wanted = figure;
    card.innerHTML = html;
    const [what, value] = card.children;
    what.id = "figure-card-what", value.id = "figure-card-value";
    card.setAttribute("aria-labelledby", `${what.id} ${value.id}`);
    card.querySelector("a").href = figure.href;
    figure.setAttribute("aria-expanded", "true");
    figure.setAttribute("aria-controls", card.id);
    place();
    scrollBy({ top: figure.getBoundingClientRect().top - before, behavior: "instant" });
  }

  function close() {
    clearTimeout(timer);
    wanted = null;
    if (!link) return;
    link.setAttribute("aria-expanded", "false");
    link.removeAttribute("aria-controls");
    link.closest("article").style.minHeight = "";
    (card.closest("tr.opened") ?? card).remove();
    link = null;
  }

  // The card covers no text: it is in the flow, or in the empty margin.
  function place() {
    const article = link.closest("article"), margin = hasMargin(article);
    const row = link.closest("tr"), chart = link.closest("figure.chart"), item = link.closest(".three div");
    const block = item ?? link.closest("p, figcaption, blockquote, dt, h1, h2, h3, h4, li, dd, div");
    (card.closest("tr.opened") ?? card).remove();
    if (margin && (chart || row)) (chart ?? row.closest("table")).after(card);
    else if (row) {
      const cell = row.cloneNode().appendChild(document.createElement("td")), line = cell.parentElement;
      line.className = "opened", line.id = "", cell.colSpan = row.cells.length;
      if (row.hasAttribute("role")) line.setAttribute("role", "row"), cell.setAttribute("role", "cell");
      cell.append(card), row.after(line);
    } else if (item || block.matches("li, dd, div")) block.append(card);
    else block.after(card);
    card.style.top = "";
    if (!margin) return;
    const page = article.getBoundingClientRect(), first = article.querySelector("h1").getBoundingClientRect().bottom;
    const lowest = Math.max(GAP, innerHeight - card.offsetHeight - GAP);
    const top = Math.max(first, Math.min(link.getClientRects()[0].top, lowest));
    article.style.minHeight = `${top - page.top + card.offsetHeight}px`; // Make room above the footer.
    card.style.top = `${top - card.offsetParent.getBoundingClientRect().top}px`;
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

  for (const figure of document.querySelectorAll("a.fig")) figure.setAttribute("aria-expanded", "false");

  addEventListener("click", (event) => {
    const figure = event.target.closest("a.fig"), button = event.target.closest("button");
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (card.contains(event.target)) {
      if (button?.dataset.copy) copy(button);
      else if (button) leave();
    } else if (figure && figure !== link) {
      event.preventDefault();
      open(figure, true).catch(() => location.assign(figure.href)); // An engine that lacks something still has the link.
    } else if (!figure) close();
  });

  // Not “pointerover”, which also fires when the page scrolls below a resting pointer.
  addEventListener("pointermove", ({ target, pointerType }) => {
    const now = target.closest?.("a.fig, #figure-card") ?? null;
    if (pointerType === "touch" || now === over) return;
    over = now;
    clearTimeout(timer);
    const margin = (now ?? link) && hasMargin((now ?? link).closest("article"));
    if (now?.matches("a.fig") && now !== link) timer = setTimeout(open, margin ? REST.margin : REST.text, now);
    else if (!now && margin && !card.contains(document.activeElement)) timer = setTimeout(close, LEAVE);
  });

  addEventListener("keydown", (event) => {
    if (!link) return;
    const stops = [...card.querySelectorAll("a, button")], at = stops.indexOf(document.activeElement);
    if (event.key === "Escape") leave();
    if (event.key !== "Tab") return;
    const next = document.activeElement === link ? (event.shiftKey ? null : stops[0]) : at === 0 && event.shiftKey ? link : null;
    if (next) event.preventDefault(), next.focus();
    else if (at === stops.length - 1 && !event.shiftKey) {
      link.focus(); // Tab then moves on from the figure, past the card.
      card.inert = true, setTimeout(() => (card.inert = false));
    }
  });

  // Closing must not lose the focus: it returns to the figure.
  function leave() {
    const back = card.contains(document.activeElement) && link;
    close();
    if (back) back.focus();
  }

  addEventListener("resize", () => link && place());
  document.querySelector("form.bar")?.addEventListener("input", close); // The list is about to change.
})();
