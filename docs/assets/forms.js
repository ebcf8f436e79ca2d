/* Forms that are one in a search of the site (search.js) and in the filter of the list (list.js): characters of either
   script, full and half width, 218,900 and 218900, 第四 and 第4. Which characters are one is in the index of the
   search (publish/site/search.py). */
"use strict";

const forms = (() => {
  const ORDINAL = /第\s*(\d{1,2}(?!\d)|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])/gu;
  const DIGITS = "零一二三四五六七八九";

  function plain(given, characters) {
    const each = [...given.normalize("NFKC").toLowerCase()].map((character) => characters[character] ?? character);
    const text = each.join("").replace(/[‘’]/g, "'").replace(/\u2010/g, "-").replace(/\u00ad/g, ""); // Soft hyphens too.
    return text.replace(/(\d),(?=\d{3})/g, "$1").replace(/(^|\s)[+\-−](?=\d)/g, "$1"); // Signs are written in several ways.
  }

  function ordinals(text) {
    return text.replace(ORDINAL, (_, number) => `第${/\d/.test(number) ? Number(number) : valueOf(number)}`);
  }

  function valueOf(numeral) {
    const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["零", numeral];
    return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
  }

  return { plain, ordinals };
})();
