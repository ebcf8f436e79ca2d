/* The page for unknown addresses. A server has one for all languages: this script shows the language of the address
   asked for, in the frame of that language's home page, and suggests what is nearest to the words of the address.

   The theme's scripts are added when the frame stands, since they read it once. Words are in the page. */
"use strict";

(async () => {
  const MOST = 5, LONG = 5, LONGER = 8; // Suggestions; letters of a word from which one or two of them may be wrong.
  const sections = [...document.querySelectorAll(".not-found")], scripts = document.getElementById("scripts").content;
  const folder = (section) => new URL(section.dataset.home, location).pathname.replace(/[^/]*$/, "");
  const around = sections.filter((section) => location.pathname.startsWith(folder(section)));
  const here = around.sort((a, b) => folder(b).length - folder(a).length)[0] ?? sections[0];
  const home = new URL(here.dataset.home, location);
  const form = here.querySelector("form"), near = here.querySelector(".near");

  const rename = (element, name) => {
    const { id, textContent } = element, renamed = Object.assign(document.createElement(name), { textContent });
    if (id) renamed.id = id;
    element.replaceWith(renamed);
  };
  for (const section of sections) section.hidden = section !== here;
  here.querySelectorAll("h2").forEach((heading) => rename(heading, "h1"));
  here.querySelectorAll("h3").forEach((heading) => rename(heading, "h2"));
  document.title = here.dataset.title;
  document.documentElement.lang = here.lang;

  if (here !== sections[0]) await frame().catch(() => {}); // It can be read in the other frame too.
  form.hidden = false;
  for (const script of scripts.querySelectorAll("script")) {
    const copy = document.createElement("script");
    for (const { name, value } of script.attributes) copy.setAttribute(name, value);
    document.body.append(Object.assign(copy, { async: false, textContent: script.textContent }));
  }
  const pages = await titles();
  const asked = location.pathname.slice(folder(here).length);
  show(wordsOf(asked));
  // While a word is being composed, its letters are no query yet.
  form.addEventListener("input", (event) => event.isComposing || show(wordsOf(form.elements.q.value || asked)));
  form.addEventListener("compositionend", () => show(wordsOf(form.elements.q.value)));

  // Header, menu and footer of the home page of this language, around what this page says.
  async function frame() {
    const answer = await fetch(home), there = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const name of ["href", "src", "action"]) {
      for (const each of there.querySelectorAll(`body [${name}]:not([${name}^="#"])`)) {
        each.setAttribute(name, new URL(each.getAttribute(name), home));
      }
    }
    for (const each of there.querySelectorAll("[aria-current]")) each.removeAttribute("aria-current");
    for (const name of ["md-tabs__item--active", "md-nav__item--active"]) {
      for (const each of there.querySelectorAll(`.${name}`)) each.classList.remove(name);
    }
    const config = there.getElementById("__config"), { base, search, ...rest } = JSON.parse(config.textContent);
    const absolute = (address) => new URL(address, home).href;
    config.textContent = JSON.stringify({ ...rest, base: absolute(base), search: absolute(search) });
    for (const script of there.querySelectorAll("body script:not(#__config)")) script.remove();
    there.querySelector(".md-skip")?.setAttribute("href", `#${here.querySelector("h1").id}`);
    there.querySelector("article").replaceChildren(here);
    document.body.replaceChildren(...there.body.childNodes);
  }

  // Every page and heading with its address, of the index of the search.
  async function titles() {
    const { docs } = await (await fetch(new URL("search/search_index.json", home))).json();
    const text = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.replaceAll("\u200b", "");
    return docs.map(({ location, title, boost = 1 }) => ({ location, title: text(title), boost, parts: wordsOf(location) }));
  }

  function wordsOf(text) {
    try {
      text = decodeURIComponent(text);
    } catch {} // Not everything that is asked for is an address.
    const words = text.normalize("NFKC").toLowerCase().replace(/\.html?$/, "").split(/[\s/#?&=._\-]+/);
    return words.filter((word) => word && word !== "index");
  }

  // The last word of an address says most. Of two alike, the page comes before a part of it; each title and part once.
  function show(words) {
    const found = pages.map((page) => ({ page, score: words.reduce((sum, word, at) => sum + (at + 1) * likeness(word, page), 0) }));
    found.sort((a, b) => b.score - a.score || b.page.boost - a.page.boost || a.page.parts.length - b.page.parts.length);
    const best = [], seen = new Set();
    for (const { page, score } of found) {
      if (best.length === MOST || score === 0 || score < found[0].score / 3) break;
      const same = [page.title, page.location.split("#").pop()];
      if (!same.some((each) => seen.has(each))) best.push(page);
      for (const each of same) seen.add(each);
    }
    near.querySelector("ul").replaceChildren(...best.map(({ location, title }) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: new URL(location, home), textContent: title }));
      return item;
    }));
    near.hidden = !best.length;
  }

  function likeness(word, { parts, title }) {
    if (parts.includes(word)) return 3;
    if (title.toLowerCase().includes(word) && (word.length > 2 || /\p{Script=Han}/u.test(word))) return 2;
    if (word.length < LONG) return 0;
    const wrong = word.length < LONGER ? 1 : 2;
    return parts.some((part) => part.startsWith(word) || word.startsWith(`${part}s`) || distance(word, part) <= wrong) ? 2 : 0;
  }

  // How many letters must be changed, added or left out to make one word the other.
  function distance(a, b) {
    if (Math.abs(a.length - b.length) > 2) return Infinity;
    let row = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      row = next;
    }
    return row[b.length];
  }
})();
