/* The filter and the order of the list of figures. Without this script the list is the whole table, by theme.

   A word finds its other forms as in the search, whose index knows them (forms.js, search.js).

   The form alone holds the state; it is read from the address and written into it, so that a choice can be
   linked. Words and sort orders are in the page: only rows are counted here. */
"use strict";

(() => {
  const form = document.querySelector("form.bar"), table = document.querySelector("table.figures");
  if (!form || !table) return;
  const body = table.tBodies[0], count = document.querySelector(".count"), lines = [...body.rows];
  const heads = [...table.querySelectorAll("th[data-sort]")];
  const columns = heads.map((head) => head.dataset.sort).filter((key) => key !== "label"); // As in data-order.
  const compare = new Intl.Collator(document.documentElement.lang).compare;
  const plain = (text) => forms.ordinals(forms.plain(text, fold.characters));
  let fold = { characters: {}, words: {} };
  let group = null;
  const rows = lines.flatMap((line) => {
    if (line.matches(".grp")) group = line;
    if (line === group) return [];
    const order = line.dataset.order.split(" ").map(Number), label = line.querySelector(".key").textContent;
    return { line, group, order, label, find: allForms(line) };
  });
  let sorted = "";

  function allForms(line) {
    const text = plain(`${line.textContent} ${line.dataset.find}`);
    const others = text.match(/[a-z]+/g)?.flatMap((word) => fold.words[word] ?? []) ?? [];
    const joined = text.replace(/([a-z])[ -](?=[a-z])/g, "$1"); // For compounds in one word.
    return [text, joined, ...others].join(" ");
  }

  // The theme has the index already, in a script where a page may not fetch.
  async function learn() {
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const { config } = window.__index ?? (await (await fetch(new URL(`${base}/search/search_index.json`, location))).json());
    fold = config.fold;
    for (const row of rows) row.find = allForms(row.line);
    if (form.elements.q.value) show();
  }

  function show() {
    const given = [...new FormData(form)].filter(([, value]) => value.trim());
    const { q = "", sort = "", ...facets } = Object.fromEntries(given);
    const words = plain(q).split(/[\s-]+/);
    const groups = new Set();
    let shown = 0;
    for (const { line, group, find } of rows) {
      const fits = Object.entries(facets).every(([name, value]) => line.dataset[name].split(" ").includes(value));
      line.hidden = !fits || !words.every((word) => find.includes(word));
      if (!line.hidden) shown++, groups.add(group);
    }
    for (const line of lines) if (line.matches(".grp")) line.hidden = Boolean(sort) || !groups.has(line);
    if (sort !== sorted) order((sorted = sort));
    count.textContent = (shown ? form.dataset.count : form.dataset.none).replace("{shown}", shown).replace("{all}", rows.length);
    try {
      const query = new URLSearchParams(given).toString();
      history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash);
    } catch {} // Some browsers refuse this on a page read from disk.
  }

  function order(sort) {
    const key = sort.replace("-", ""), sign = sort.startsWith("-") ? -1 : 1, at = columns.indexOf(key);
    const by = at < 0 ? (a, b) => compare(a.label, b.label) : (a, b) => a.order[at] - b.order[at];
    body.append(...(sort ? [...rows].sort((a, b) => sign * by(a, b)).map(({ line }) => line) : lines));
    for (const head of heads) {
      if (head.dataset.sort === key) head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
  }

  for (const head of heads) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent });
    button.addEventListener("click", () => {
      const key = head.dataset.sort, now = form.sort.value; // Up, down, by theme again.
      form.sort.value = now === key ? `-${key}` : now === `-${key}` ? "" : key;
      show();
    });
    head.replaceChildren(button);
  }
  // On a phone the header of the table is hidden and must not be focused; the form sorts.
  const narrow = matchMedia("(max-width: 47.99em)");
  const reach = () => heads.forEach((head) => (head.firstChild.tabIndex = narrow.matches ? -1 : 0));
  narrow.addEventListener("change", reach), reach();
  for (const [name, value] of new URLSearchParams(location.search)) if (form.elements[name]) form.elements[name].value = value;
  for (const { options } of form.querySelectorAll("select")) if (options.selectedIndex < 0) options.selectedIndex = 0;
  form.addEventListener("input", show);
  const refine = () => learn().catch(() => {}); // Without the index, words are found as they are written.
  form.elements.q.addEventListener("input", refine, { once: true });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  form.hidden = false;
  if (location.search) show();
  if (form.elements.q.value) refine();
})();
