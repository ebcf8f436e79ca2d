/* What the theme leaves to the mouse: search, menu and the choice of light or dark by key.

   The theme opens search and menu with labels, which no key reaches; here buttons stand for them, and the labels
   are for pages without scripts. Escape closes, and gives the focus back. Letters alone are no shortcuts: who
   speaks to a computer would set them off (WCAG 2.1.4). Runs before the theme's script, to come first at each key. */
"use strict";

(() => {
  const toggle = (name) => document.querySelector(`[data-md-toggle=${name}]`);
  const button = (name) => document.querySelector(`[data-opens=${name}]`);
  const drawer = toggle("drawer"), search = toggle("search");
  const menu = document.querySelector(".md-sidebar--primary"), query = document.querySelector(".md-search__input");
  const results = () => [...document.querySelectorAll(".md-search-result :is(a, summary)")].filter((stop) => stop.checkVisibility());

  for (const name of ["drawer", "search"]) {
    button(name).addEventListener("click", () => toggle(name).click());
    toggle(name).addEventListener("change", ({ target }) => button(name).setAttribute("aria-expanded", target.checked));
  }
  drawer.addEventListener("change", () => drawer.checked && menu.querySelector("a").focus());
  search.addEventListener("change", () => search.checked && query.focus());
  // In the menu nothing is folded, and a section is named by its own link: the theme's label of it is a sign.
  for (const label of document.querySelectorAll(".md-nav label[tabindex]")) label.removeAttribute("tabindex");
  for (const part of document.querySelectorAll(".md-nav__container + .md-nav")) {
    part.setAttribute("aria-label", part.previousElementSibling.textContent.trim());
    part.removeAttribute("aria-labelledby");
  }
  // A menu that the focus has left would cover what the focus is on.
  menu?.addEventListener("focusout", ({ relatedTarget }) => {
    if (drawer.checked && relatedTarget && !menu.contains(relatedTarget)) drawer.click();
  });

  addEventListener("keydown", (event) => {
    const { key } = event, at = document.activeElement, typing = at.matches("input, select, textarea");
    if (key === "Escape" && drawer.checked) drawer.click(), button("drawer").focus();
    if (key === "Escape" && search.checked) setTimeout(() => button("search").focus()); // Hidden in a wide window: no harm.
    // The theme would close the search at a Tab, and lead past what was found.
    if (key === "Tab" && search.checked) {
      const stops = [query, ...results()], next = stops[stops.indexOf(at) + (event.shiftKey ? -1 : 1)];
      if (next) event.preventDefault(), event.stopImmediatePropagation(), next.focus();
    }
    if (key === "Shift" && search.checked && at !== query) event.stopImmediatePropagation(); // On the way to Shift and Tab.
    if (key.length === 1 && !typing && !search.checked) event.stopImmediatePropagation();
  }, true);

  // Light or dark: as the system has it, until the reader chooses; a choice alone is kept.
  const form = document.querySelector("[data-md-component=palette]"), options = [...form.querySelectorAll("input")];
  const keep = __md_set;
  let chosen = Boolean(__md_get("__palette"));
  __md_set = (name, ...rest) => (name === "__palette" && !chosen ? undefined : keep(name, ...rest));
  form.addEventListener("click", ({ target }) => {
    const from = target.closest("button");
    if (!from) return;
    chosen = true;
    options.find((option) => option.nextElementSibling !== from).click();
    form.querySelector("button:not([hidden])").focus();
  });
  form.addEventListener("keydown", (event) => event.stopImmediatePropagation()); // The theme would choose again.
  for (const option of options)
    matchMedia(option.dataset.mdColorMedia).addEventListener("change", ({ matches }) => matches && !chosen && option.click());
})();
