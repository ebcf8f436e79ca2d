/* The map of all entries: a mark each, with filters, a panel and the keyboard. Without this script the table holds the
   sentences themselves.

   The filters' choice is in the address, `#t=reading,sport&q=word`, so that it can be linked; words are in the page. It
   stands in <head> and marks the root at once: sentences never show before the marks do. */
"use strict";

document.documentElement.classList.add("with-map");
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".mapbar"), table = document.querySelector(".mapgrid"), panel = document.querySelector(".read");
  const said = panel.querySelector(".said"), count = form.querySelector(".count"), chips = [...form.querySelectorAll("[data-t]")];
  const years = [...table.tHead.querySelectorAll("th")];
  const marks = [...table.querySelectorAll(".cell a")].map((link) => {
    const cell = link.closest("td"), row = cell.parentNode;
    return { link, row, head: years[cell.cellIndex - 1], role: link.closest("ul").classList[1], text: link.textContent.trim() };
  });
  const markOf = new Map(marks.map((mark) => [mark.link, mark]));
  const byId = new Map(marks.map((mark) => [mark.link.hash.slice(1), mark]));
  let shown = marks, current = null, ringed = [];

  const make = (name, text, properties) => Object.assign(document.createElement(name), { textContent: text }, properties);
  const plain = (text) => forms.plain(text, {});
  for (const { link, text } of marks) { // map.css hides the sentences: ten thousand words need no layout then.
    link.tabIndex = -1;
    link.setAttribute("aria-label", text);
  }

  function stop(mark) { // The one mark that the Tab key reaches.
    if (current) current.link.tabIndex = -1;
    mark.link.tabIndex = 0;
  }

  function pick(mark) {
    if (mark === current) return;
    for (const { link } of ringed) link.classList.remove("kin");
    if (current) current.link.classList.remove("on");
    stop(mark);
    current = mark;
    mark.link.classList.add("on");
    ringed = (mark.link.dataset.k ?? "").split(" ").map((id) => byId.get(id)).filter(Boolean);
    for (const { link } of ringed) link.classList.add("kin");
    tell(mark);
  }

  function tell(mark) {
    const about = make("p", "", { className: "k" }), words = make("p", `${mark.text} `);
    about.append(make("i", "", { className: `dot ${mark.role}` }), make("span", nameOf(mark.head)), make("span", nameOf(mark.row.cells[0])));
    for (const id of mark.link.dataset.p?.split(" ") ?? []) about.append(place(id));
    const status = ["met", "progress"].find((name) => mark.link.classList.contains(name));
    if (status) about.append(make("span", panel.dataset[status], { className: "tag ok" }));
    for (const other of new Map(ringed.map((each) => [each.head, each])).values()) { // One for each year.
      const year = other.head.dataset.year, word = year > mark.head.dataset.year ? panel.dataset.later : panel.dataset.earlier;
      words.append(make("a", word.replace("{year}", year), { className: "tag", href: other.link.href }), " ");
    }
    words.append(make("a", panel.dataset.open, { href: mark.link.href }));
    said.textContent = "";
    said.append(about, words);
  }

  function place(id) {
    const { name } = [...form.elements.p.options].find((option) => option.value === id).dataset;
    return panel.dataset.places ? make("a", name, { href: `${panel.dataset.places}#${id}` }) : make("span", name);
  }

  const nameOf = (cell) => [...cell.childNodes].filter(({ nodeType }) => nodeType === 3).map((node) => node.textContent).join("").trim();

  // A tap tells the sentence, a second tap opens it; a mouse tells it on the way.
  let touched = false;
  table.addEventListener("pointerdown", (event) => (touched = event.pointerType !== "mouse"));
  for (const name of ["mouseover", "focusin"]) table.addEventListener(name, ({ target }) => {
    const mark = markOf.get(target.closest("a"));
    if (mark && !touched) pick(mark);
  });
  table.addEventListener("click", (event) => {
    const mark = markOf.get(event.target.closest("a"));
    if (mark && touched && mark !== current) event.preventDefault(), pick(mark);
  });
  table.addEventListener("keydown", (event) => {
    touched = false;
    const mark = markOf.get(event.target.closest("a"));
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = { ArrowRight: () => beside(1), ArrowLeft: () => beside(-1), ArrowDown: () => nearest(mark, 1), ArrowUp: () => nearest(mark, -1),
      Home: () => shown[0], End: () => shown[shown.length - 1] }[event.key];
    if (!next) return;
    event.preventDefault();
    next()?.link.focus();
  });
  panel.addEventListener("click", ({ target }) => {
    const mark = target.dataset.step && beside(Number(target.dataset.step));
    if (mark) pick(mark), mark.link.scrollIntoView({ block: "nearest" });
  });

  function beside(step) {
    return shown[current ? shown.indexOf(current) + step : 0];
  }

  function nearest(mark, sign) {
    const here = mark.link.getBoundingClientRect();
    let best = null, least = Infinity;
    for (const other of shown) {
      const there = other.link.getBoundingClientRect(), away = sign * (there.top - here.top);
      const distance = away * 3 + Math.abs(there.left - here.left);
      if (away > 4 && distance < least) best = other, least = distance;
    }
    return best;
  }

  // ---- filters
  const chosen = () => chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.t);
  const press = (chip, on) => chip.setAttribute("aria-pressed", String(on));

  function show() {
    const rows = chosen(), words = plain(form.elements.q.value).split(/\s+/).filter(Boolean);
    const place = form.elements.p?.value ?? "", filtered = Boolean(rows.length || words.length || place);
    shown = marks.filter((mark) => (!rows.length || rows.includes(mark.row.dataset.t))
      && (!place || (mark.link.dataset.p ?? "").split(" ").includes(place))
      && words.every((word) => (mark.find ??= plain(mark.text)).includes(word)));
    const fits = new Set(shown);
    for (const mark of marks) {
      const dim = !fits.has(mark);
      if (Boolean(mark.dim) !== dim) mark.link.classList.toggle("dim", (mark.dim = dim));
    }
    for (const row of table.tBodies[0].rows) row.hidden = rows.length > 0 && !rows.includes(row.dataset.t);
    const word = shown.length ? form.dataset.shown : form.dataset.none;
    count.textContent = filtered ? word.replace("{shown}", shown.length).replace("{all}", marks.length) : "";
    if (filtered && shown.length) pick(shown[0]);
    remember(rows, place);
  }

  function remember(rows, place) {
    const given = [["t", rows.join(",")], ["p", place], ["q", form.elements.q.value.trim()]].filter(([, value]) => value);
    const hash = new URLSearchParams(given).toString().replace(/%2C/g, ",");
    try {
      history.replaceState(null, "", location.pathname + location.search + (hash && `#${hash}`));
    } catch {} // Some browsers refuse this on a page read from disk.
  }

  function recall() {
    const given = new URLSearchParams(location.hash.slice(1)), rows = given.getAll("t").join(",").split(",");
    for (const chip of chips) press(chip, rows.includes(chip.dataset.t));
    for (const name of ["p", "q"]) if (form.elements[name]) form.elements[name].value = given.get(name) ?? "";
    if (form.elements.p?.selectedIndex < 0) form.elements.p.selectedIndex = 0;
    if (location.hash.includes("=") || count.textContent) show();
  }

  for (const chip of chips) chip.addEventListener("click", () => {
    press(chip, chip.getAttribute("aria-pressed") !== "true");
    show();
  });
  // While a word is being composed, its letters are no query yet.
  form.addEventListener("input", (event) => event.isComposing || show());
  form.addEventListener("compositionend", () => show());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    for (const chip of chips) press(chip, false);
    show();
  }));
  addEventListener("hashchange", recall);
  if (marks.length) stop(marks[0]);
  recall();
});
