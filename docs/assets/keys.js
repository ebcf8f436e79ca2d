/* Keyboard access to search, menu and the choice of light or dark.

   The theme opens search and menu with labels, which cannot be focused; here buttons replace them, and the labels
   are for pages without scripts. Escape closes and restores the focus. Single letters are no shortcuts, since speech
   input would trigger them (WCAG 2.1.4). Must run before the theme's script, so that its key listeners come first. */
"use strict";

(() => {
  const toggle = (name) => document.querySelector(`[data-md-toggle=${name}]`);
  const button = (name) => document.querySelector(`[data-opens=${name}]`);
  const drawer = toggle("drawer"), search = toggle("search");
  const menu = document.querySelector(".md-sidebar--primary"), query = document.querySelector(".md-search__input");
  const results = () => [...document.querySelectorAll(".md-search-result :is(a, summary)")].filter((stop) => stop.getClientRects().length);

  for (const name of ["drawer", "search"]) {
    button(name).addEventListener("click", () => toggle(name).click());
    toggle(name).addEventListener("change", ({ target }) => button(name).setAttribute("aria-expanded", target.checked));
  }
  drawer.addEventListener("change", () => drawer.checked && menu.querySelector("a").focus());
  search.addEventListener("change", () => search.checked && query.focus());
  // In this menu nothing is collapsed, and a section is named by its own link, so the theme's labels must not be focused.
  for (const label of document.querySelectorAll(".md-nav label[tabindex]")) label.removeAttribute("tabindex");
  for (const part of document.querySelectorAll(".md-nav__container + .md-nav")) {
    part.setAttribute("aria-label", part.previousElementSibling.textContent.trim());
    part.removeAttribute("aria-labelledby");
  }
  // An open menu would cover the focused element.
  menu?.addEventListener("focusout", ({ relatedTarget }) => {
    if (drawer.checked && relatedTarget && !menu.contains(relatedTarget)) drawer.click();
  });

  // The theme completes a word when a key goes down, and searches when it comes up. Text that is pasted, dictated or
  // composed comes without one, and is cleared without one, after the event.
  const keyed = () => ["keydown", "keyup"].forEach((type) => query.dispatchEvent(new KeyboardEvent(type)));
  for (const type of ["input", "compositionend"]) query.addEventListener(type, keyed);
  query.form.addEventListener("reset", () => setTimeout(keyed));

  addEventListener("keydown", (event) => {
    const { key } = event, at = document.activeElement, typing = at.matches("input, select, textarea");
    if (key === "Escape" && drawer.checked) drawer.click(), button("drawer").focus();
    if (key === "Escape" && search.checked) setTimeout(() => button("search").focus()); // Without effect in a wide window, where it is hidden.
    // The theme would close the search at Tab and skip the results.
    if (key === "Tab" && search.checked) {
      const stops = [query, ...results()], next = stops[stops.indexOf(at) + (event.shiftKey ? -1 : 1)];
      if (next) event.preventDefault(), event.stopImmediatePropagation(), next.focus();
    }
    if (key === "Shift" && search.checked && at !== query) event.stopImmediatePropagation(); // Before Shift+Tab.
    if (key.length === 1 && key !== " " && !typing && !search.checked) event.stopImmediatePropagation();
  }, true);

  // The colour scheme follows the system until the reader chooses; only a choice is saved.
  const form = document.querySelector("[data-md-component=palette]"), options = [...form.querySelectorAll("input")];
  const save = __md_set;
  let chosen = Boolean(__md_get("__palette"));
  __md_set = (name, ...rest) => (name === "__palette" && !chosen ? undefined : save(name, ...rest));
  form.addEventListener("click", ({ target }) => {
    const from = target.closest("button");
    if (!from) return;
    chosen = true;
    options.find((option) => option.nextElementSibling !== from).click();
    form.querySelector("button:not([hidden])").focus();
  });
  form.addEventListener("keydown", (event) => event.stopImmediatePropagation()); // The theme would switch back.
  for (const option of options)
    matchMedia(option.dataset.mdColorMedia).addEventListener("change", ({ matches }) => matches && !chosen && option.click());
})();
