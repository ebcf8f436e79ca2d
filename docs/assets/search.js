/* Search for Chinese words. It runs in place of Material's worker, and imports that worker.

   Material segments a query at the words it knows and drops the rest, so 中医 finds 中 once 中 is in the index.
   Here a query is segmented first, with the words of the index, and Material's segmentation is disabled. A word that
   is only part of longer ones (夜市 in 中医夜市) is replaced by those.

   Of several words, in either language, all are required if any section has them all.

   The name of Material's worker follows the question mark of this script's address. */
"use strict";

const BREAK = "\u200b"; // Separates two Chinese words of the index.
const HAN = /^\p{Script=Han}+$/u;
const SETUP = 0, QUERY = 2, RESULT = 3; // Kinds of message that Material sends.
const COST = { word: 1, part: 1.5, unknown: 4 }; // The segmentation with the lowest cost is used: few pieces, known ones.
const MOST = 4; // Longer words that may replace a part of them.

const words = new Set();
const parts = new Map(); // Parts of words, and the words that contain them.
let index; // Of lunr, once it is built.

addEventListener("message", ({ data: message }) => {
  if (message.type === SETUP) message.data.docs.forEach(learn);
  if (message.type === QUERY) message.data = requireAll(cutQuery(message.data));
});

// Breaks are removed from results: they would let a line begin with a comma.
const post = self.postMessage.bind(self);
self.postMessage = (message, ...rest) => {
  const clean = (item) => ({ ...item, title: unbroken(item.title), text: unbroken(item.text) });
  if (message?.type === RESULT) message.data.items = message.data.items.map((group) => group.map(clean));
  post(message, ...rest);
};

const here = new URL(self.document ? document.currentScript.src : location);
const imported = importScripts(new URL(`javascripts/workers/${here.search.slice(1)}`, here).href);

// In a worker it is loaded by now; in the frame of an offline copy it loads later.
Promise.resolve(imported).then(() => {
  const build = lunr.Builder.prototype.build;
  lunr.Builder.prototype.build = function () {
    index = build.call(this);
    const has = (terms, term) => !HAN.test(term) && term in terms; // Material asks this to cut; lunr does not.
    index.invertedIndex = new Proxy(index.invertedIndex, { has });
    return index;
  };
});

function learn({ title, text }) {
  for (const word of `${title}${BREAK}${text}`.split(BREAK)) {
    if (!HAN.test(word) || words.has(word)) continue;
    words.add(word);
    for (let start = 0; start < word.length; start++)
      for (let end = start + 2; end <= word.length; end++) {
        const part = word.slice(start, end);
        parts.set(part, [...(parts.get(part) ?? []), word]);
      }
  }
}

function unbroken(text) {
  return text?.replaceAll(BREAK, "");
}

function cutQuery(query) {
  const pieces = query
    .replace(/\p{Script=Han}+/gu, (run) => cut(run).flatMap(expand).join(" "))
    .replace(/([0-9a-z%.])(?=\p{Script=Han})/giu, "$1 ")
    .replace(/(\p{Script=Han})(?=[0-9a-z])/giu, "$1 ")
    .split(" ");
  const telling = pieces.filter((piece) => piece.length > 1); // 个 in 433个 begins half of all words.
  return (telling.length ? telling : pieces).join(" ");
}

function requireAll(query) {
  const terms = query.trim().split(/\s+/);
  if (terms.length < 2 || /["+*~^:]|(^|\s)-/.test(query)) return query; // One word, or a query with operators.
  const all = terms.map((term) => `+${term}*`).join(" ");
  try {
    return index.search(all).length ? all : query;
  } catch {
    return query; // lunr cannot parse it; Material repairs it.
  }
}

function cut(run) {
  const best = [{ cost: 0, pieces: [] }];
  for (let end = 1; end <= run.length; end++)
    for (let start = 0; start < end; start++) {
      const piece = run.slice(start, end);
      const each = words.has(piece) ? COST.word : parts.has(piece) ? COST.part : COST.unknown * piece.length;
      const cost = best[start].cost + each;
      if (!best[end] || cost < best[end].cost) best[end] = { cost, pieces: [...best[start].pieces, piece] };
    }
  return best[run.length].pieces;
}

function expand(piece) {
  const inside = parts.get(piece) ?? [];
  const found = words.has(piece) || inside.some((word) => word.startsWith(piece));
  return found || !inside.length ? [piece] : inside.slice(0, MOST);
}
