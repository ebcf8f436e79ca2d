/* Search for Chinese words. It runs in place of Material's worker, and imports that worker.

   Material segments a query at the words it knows and drops the rest, so 中医 finds 中 once 中 is in the index.
   Here a query is segmented first, with the words of the index, and Material's segmentation is disabled.

   Of several words, in either language, all are required if any section has them all.

   Each form of a word finds the others: the index holds them all at the place of the one that is written. They are
   the ends of a longer word (夜市 of 中医夜市), 第4 for 第四, the other spelling, a compound in one word or two.
   What forms.js makes one is one in index and query. What depends on the text is in the configuration of the index
   (publish/site/search.py).

   The name of Material's worker follows the question mark of this script's address. */
"use strict";

const BREAK = "\u200b"; // Separates two Chinese words of the index.
const HAN = /^\p{Script=Han}+$/u;
const SETUP = 0, QUERY = 2, RESULT = 3; // Kinds of message that Material sends.
const COST = { word: 1, part: 1.5, unknown: 4 }; // The segmentation with the lowest cost is used: few pieces, known ones.
const SHORT = /^(第\d+|\p{Script=Han})$/u;
const OPERATOR = /["*~^:]|(^|\s)[+-]/; // Of lunr's queries.

const words = new Set();
const parts = new Set(); // Of words.
const latin = new Set(); // English words.
const hyphenated = new Set(); // Compounds with a hyphen, written without it.
const pairs = new Map(); // Two English words that follow each other, by what they make as one.
const known = new Map(); // The forms of each word of the text.
const written = new Set(); // Words as the text has them: the others are not suggested.
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
  if (message?.type === RESULT) {
    message.data.items = message.data.items.map((group) => group.map(clean));
    message.data.suggest = message.data.suggest?.filter((word) => written.has(word));
  }
  post(message, ...rest);
};

const here = new URL(self.document ? document.currentScript.src : location);
const scripts = ["forms.js", `javascripts/workers/${here.search.slice(1)}`];
const imported = importScripts(...scripts.map((script) => new URL(script, here).href));

// In a worker it is loaded by now; in the frame of an offline copy it loads later.
Promise.resolve(imported).then(() => {
  const { build, ref } = lunr.Builder.prototype;
  lunr.Pipeline.registerFunction(formsAt, "forms");
  lunr.Builder.prototype.ref = function (name) {
    this.pipeline.add(formsAt); // Material calls this once it has emptied the pipeline.
    ref.call(this, name);
  };
  lunr.Builder.prototype.build = function () {
    index = build.call(this);
    const has = (terms, term) => !HAN.test(term) && term in terms; // Material asks this to cut; lunr does not.
    index.invertedIndex = new Proxy(index.invertedIndex, { has });
    const search = index.search;
    index.search = (query) => search.call(index, query).map(markedOnce);
    return index;
  };
});

// Material marks each place that a word of the query has; two forms of a word have the same.
function markedOnce(result) {
  const seen = {};
  for (const fields of Object.values(result.matchData.metadata))
    for (const [field, found] of Object.entries(fields)) {
      const places = (seen[field] ??= new Set());
      fields[field] = { ...found, position: found.position.filter((place) => !places.has(place) && places.add(place)) };
    }
  return result;
}

function learn({ title, text }) {
  for (const word of plain(`${title}${BREAK}${text}`).split(BREAK)) {
    if (!HAN.test(word) || words.has(word)) continue;
    words.add(word);
    for (let start = 0; start < word.length; start++)
      for (let end = start + 2; end <= word.length; end++) parts.add(word.slice(start, end));
  }
  for (const [, word, mark, next] of `${title} ${text} `.toLowerCase().matchAll(/([a-z]+)(?=([ -]?)([a-z]*))/g)) {
    latin.add(word);
    if (!next) continue;
    pairs.set(word + next, [word, next]);
    if (mark === "-") hyphenated.add(word + next);
  }
}

function unbroken(text) {
  return text?.replaceAll(BREAK, "");
}

function plain(text) {
  return forms.plain(text, fold.characters);
}

// What the index holds for a word of the text, a token of lunr's: the word, and its other forms at the same place.
function formsAt(token, at, tokens) {
  const { word, others } = formsOf(`${token}`);
  const [before, next] = [tokens[at - 1], tokens[at + 1]].map((token) => (token ? formsOf(`${token}`).word : ""));
  const found = [...others];
  if (word.startsWith("第")) found.push(...(forms.ordinals(word === "第" || next.length === 1 ? word + next : word).match(/^第\d+/) ?? []));
  const joined = before + word;
  if (hyphenated.has(joined) || (latin.has(joined) && pairs.has(joined))) found.push(joined);
  if (before.length === 1 && word.length === 1 && HAN.test(joined)) found.push(joined); // As names are, that are no words.
  token.update(() => word);
  return found.length ? [token, ...found.map((form) => token.clone(() => form))] : token;
}

function formsOf(text) {
  let found = known.get(text);
  if (!found) {
    const word = plain(text), others = new Set(fold.words[word]);
    if (HAN.test(word)) for (let start = 1; start < word.length - 1; start++) others.add(word.slice(start));
    if (pairs.has(word)) others.add(pairs.get(word)[1]);
    others.delete(word);
    known.set(text, (found = { word, others }));
    written.add(word);
  }
  return found;
}

// The query as Material takes it: all its words required if a section has them all.
function best(typed) {
  const query = plain(typed.trim());
  if (OPERATOR.test(query)) return query;
  if (HAN.test(query) && query.length === 1) return [...words].filter((word) => word.includes(query)).join(" ");
  const pieces = compounds(cutQuery(query)), long = pieces.filter((piece) => piece.length > 1);
  const terms = long.length ? long : pieces; // 个 in 433个 begins half of all words.
  const required = terms.map((term) => (isWhole(term) ? `+${term}` : `+${term}*`)).join(" ");
  if (terms.length && found(required)) return required;
  const telling = terms.filter((term) => !SHORT.test(term));
  return telling.length ? telling.join(" ") : query;
}

// Whether a term is not looked for as the beginning of a word: 第4 of 第433, 干 of 干预.
function isWhole(term) {
  return SHORT.test(term) && (term.length > 1 || words.has(term));
}

function found(query) {
  try {
    return index.search(query).length > 0;
  } catch {
    return false; // lunr cannot parse it; Material repairs it.
  }
}

function cutQuery(query) {
  return forms.ordinals(query)
    .split(lunr.tokenizer.separator)
    .flatMap((part) => part.match(/第\d+|((?!第\d)\p{Script=Han})+|[^\p{Script=Han}]+/gu) ?? [])
    .flatMap((piece) => (HAN.test(piece) ? joinSingle(cut(piece)) : [piece]));
}

// Characters that make no words are looked for side by side, where they stand so.
function joinSingle(pieces) {
  if (pieces.length === 1 || pieces.some((piece) => piece.length > 1)) return pieces;
  const joined = pieces.slice(1).map((piece, at) => pieces[at] + piece);
  return joined.every(found) ? joined : pieces;
}

// A compound in one word or two, whichever the index has.
function compounds(terms) {
  return terms.flatMap((term, at) => {
    const [before, after] = [terms[at - 1] + term, term + terms[at + 1]];
    if (latin.has(before) && !pairs.has(before)) return [];
    if (latin.has(after) && !pairs.has(after)) return [after];
    return pairs.has(term) && !found(`${term}*`) ? pairs.get(term) : [term];
  });
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
