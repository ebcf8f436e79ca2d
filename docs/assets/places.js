/* The search box of the page of places. Without this script the page is the whole list.

   A name is found by any of its forms in either language and script, which are in the page. Words are in the page too. */
"use strict";

(() => {
  const form = document.querySelector("form.filterbox"), count = document.querySelector(".place-links + .count");
  const plain = (text) => forms.plain(text, {});
  const places = [...document.querySelectorAll(".place")].map((place) => {
    const id = place.querySelector("h3").id, link = document.querySelector(`.place-links a[href="#${CSS.escape(id)}"]`);
    return { place, id, chip: link.parentNode, find: plain(`${place.querySelector("h3").textContent} ${place.dataset.find}`) };
  });
  const sections = [...document.querySelectorAll(".row")].filter((section) => section.querySelector(".place"));

  function show() {
    const words = plain(form.elements.q.value).split(/\s+/).filter(Boolean);
    const shown = places.filter(({ find }) => words.every((word) => find.includes(word)));
    for (const each of places) each.place.hidden = each.chip.hidden = !shown.includes(each);
    for (const section of sections) section.hidden = !section.querySelector(".place:not([hidden])");
    const word = shown.length ? form.dataset.shown : form.dataset.none;
    count.textContent = words.length ? word.replace("{shown}", shown.length).replace("{all}", places.length) : "";
  }

  // While a word is being composed, its letters are no query yet.
  form.addEventListener("input", (event) => event.isComposing || show());
  form.addEventListener("compositionend", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => { // A link to a place that is not shown shows all.
    const wanted = places.find(({ id }) => `#${id}` === location.hash);
    if (!wanted?.place.hidden) return;
    form.reset();
    show();
    wanted.place.scrollIntoView();
  });
  form.hidden = false;
})();
