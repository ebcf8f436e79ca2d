/* Search for Chinese words. It runs in place of Material's worker, and imports that worker.

   Material segments a query at the words it knows and drops the rest, so 中医 finds 中 once 中 is in the index.
   Here a query is segmented first, with the words of the index, and Material's segmentation is disabled. A word that
   is only part of longer ones (夜市 in 中医夜市) is replaced by those.

   Of several words, in either language, all are required if any section has them all.

   What is typed in another form finds the form of the index: the other script or width, the other spelling, a compound
   in one word or two, 第4 for 第四. Forms that depend on the index are in its configuration (publish/site/search.py).

   The name of Material's worker follows the question mark of this script's address. */
"use strict";

const BREAK = "\u200b"; // Separates two Chinese words of the index.
const HAN = /^\p{Script=Han}+$/u;
const SETUP = 0, QUERY = 2, RESULT = 3; // Kinds of message that Material sends.
const COST = { word: 1, part: 1.5, unknown: 4 }; // The segmentation with the lowest cost is used: few pieces, known ones.
const ORDINAL = /第([0-9]{1,2}|[一二三四五六七八九十]{1,3})/gu;
const DIGITS = "零一二三四五六七八九";
const MOST = 4; // Longer words that may replace a part of them.

const words = new Set();
const parts = new Map(); // Parts of words, and the words that contain them.
const latin = new Set(); // English words.
let fold = { characters: {}, words: {} };
let index; // Of lunr, once it is built.

addEventListener("message", ({ data: message }) => {
  if (message.type === SETUP) {
    fold = message.data.config.fold ?? fold;
    message.data.docs.forEach(learn);
  }
  if (message.type === QUERY) message.data = best(message.data);
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
  for (const word of `${title} ${text}`.toLowerCase().match(/[a-z]{3,}/g) ?? []) latin.add(word);
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

// The query as Material takes it: in the first form that a section has, else as typed.
function best(typed) {
  const query = typed.normalize("NFKC");
  const forms = [query, query.replace(ORDINAL, (_, number) => `第${otherOrdinal(number)}`)];
  const found = [...new Set(forms)].flatMap((form) => [form, compounds(form)]).map(cutQuery).map(requireAll);
  return found.find(({ all }) => all)?.query ?? found[0].query;
}

function otherOrdinal(number) {
  if (/[0-9]/.test(number)) {
    const [ones, tens] = [number % 10, Math.floor(number / 10)];
    return `${tens > 1 ? DIGITS[tens] : ""}${tens ? "十" : ""}${ones || !tens ? DIGITS[ones] : ""}`;
  }
  const [tens, ones] = number.includes("十") ? number.split("十") : ["", number];
  return (number.includes("十") ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) + (ones ? DIGITS.indexOf(ones) : 0);
}

// English words in the spelling of the index; a compound in one word or two, whichever it has.
function compounds(query) {
  const words = query.replace(/[a-z]{4,}/giu, (word) => fold.words[word.toLowerCase()] ?? word).split(" ");
  return words
    .flatMap((word, at) => {
      if (latin.has(`${words[at - 1]}${word}`.toLowerCase())) return [];
      if (latin.has(`${word}${words[at + 1]}`.toLowerCase())) return [`${word}${words[at + 1]}`];
      return /^[a-z]{6,}$/iu.test(word) && !has(word.toLowerCase()) ? halves(word.toLowerCase()) : [word];
    })
    .join(" ");
}

function has(start) {
  for (const word of latin) if (word.startsWith(start)) return true;
  return false;
}

function halves(word) {
  for (let at = 3; at <= word.length - 3; at++)
    if (latin.has(word.slice(0, at)) && latin.has(word.slice(at))) return [word.slice(0, at), word.slice(at)];
  return [word];
}

// A run of characters in the script of the index; of several forms, the one that its words fit best.
function inScript(run) {
  let forms = [""];
  for (const character of run) {
    const each = [...(fold.characters[character] ?? character)];
    forms = forms.flatMap((form) => each.map((other) => form + other)).slice(0, 64);
  }
  return forms.length < 2 ? forms[0] : forms.reduce((one, other) => (costOf(other) < costOf(one) ? other : one));
}

function costOf(run) {
  return segmented(run).cost;
}

function cutQuery(query) {
  const pieces = query
    .replace(/\p{Script=Han}+/gu, (run) => cut(inScript(run)).flatMap(expand).join(" "))
    .replace(/([0-9a-z%.])(?=\p{Script=Han})/giu, "$1 ")
    .replace(/(\p{Script=Han})(?=[0-9a-z])/giu, "$1 ")
    .split(" ");
  const telling = pieces.filter((piece) => piece.length > 1); // 个 in 433个 begins half of all words.
  return (telling.length ? telling : pieces).join(" ");
}

function requireAll(query) {
  const terms = query.trim().split(/\s+/);
  if (/["+*~^:]|(^|\s)-/.test(query)) return { query, all: true }; // With operators.
  const required = terms.map((term) => `+${term}*`).join(" ");
  try {
    const all = index.search(required).length > 0;
    return { query: all && terms.length > 1 ? required : query, all };
  } catch {
    return { query, all: false }; // lunr cannot parse it; Material repairs it.
  }
}

function cut(run) {
  return segmented(run).pieces;
}

function segmented(run) {
  const best = [{ cost: 0, pieces: [] }];
  for (let end = 1; end <= run.length; end++)
    for (let start = 0; start < end; start++) {
      const piece = run.slice(start, end);
      const each = words.has(piece) ? COST.word : parts.has(piece) ? COST.part : COST.unknown * piece.length;
      const cost = best[start].cost + each;
      if (!best[end] || cost < best[end].cost) best[end] = { cost, pieces: [...best[start].pieces, piece] };
    }
  return best[run.length];
}

function expand(piece) {
  const inside = parts.get(piece) ?? [];
  const found = words.has(piece) || inside.some((word) => word.startsWith(piece));
  return found || !inside.length ? [piece] : inside.slice(0, MOST);
}
