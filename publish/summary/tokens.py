"""Tokens of texts in the PDF, each a kind and a text, so that no text is taken for markup.

Belongs here: turning a report's texts, the product's words and places into tokens. Does not belong here: their
order (`publish.summary.document`), or how they look (`summary.typ`).

The kinds: `text`; `zh` or `en`, words in the language that is not the document's; `figure` with the id of its
figure; `bold`; `link` with an address; `squares`, a number of them, with the status they show.

Example::

    Writer(view).text(chart.finding)  # [["figure", "2nd", "service-rank.2024"], ["text", " in the county"]]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from languages import ORIGINAL
from macros.view import View, split_chinese
from report.model import Language, Locator, Text
from report.text import Plain, Reference, parse_text

Token = list[str]
Tokens = list[Token]


@dataclass(frozen=True)
class Writer:
    """Writes tokens for one document, of the report and in the language of `view`."""

    view: View

    def words(self, words: str) -> Tokens:
        """Plain words; in an English document, Chinese ones among them are marked."""
        if self.view.form.chinese:
            return [["text", words]] if words else []
        parts = enumerate(split_chinese(words))
        return [[ORIGINAL if number % 2 else "text", part] for number, part in parts if part]

    def word(self, key: str, **values: object) -> Tokens:
        """An interface word, with its values filled in."""
        return self.words(self.view.word(key, **values))

    def text(self, text: Text) -> Tokens:
        """A text of the report; each figure links to its row in the table of all figures."""
        tokens: Tokens = []
        for span in parse_text(text[self.view.language]):
            if isinstance(span, Plain):
                tokens += self.words(span.text)
            elif isinstance(span, Reference):
                tokens.append(["figure", self.view.facts(span.id).forms[span.form], span.id])
            else:
                term = self.view.report.term[span.id]
                tokens += self.words(term.zh if self.view.language == ORIGINAL else term.en)
        return tokens

    def title(self, text: Text) -> Tokens:
        """A text as a heading, which begins with a capital whatever it begins with in a sentence."""
        first, *others = self.text(text) or [[]]
        return [[first[0], begun(first[1]), *first[2:]], *others] if first else []

    def foreign(self, words: str, language: Language) -> Tokens:
        """Words in a given language."""
        return [["text" if language == self.view.language else language, words]]

    def joined(self, parts: Iterable[Tokens], key: str) -> Tokens:
        """Lists of tokens, one after the other, with an interface word between them."""
        tokens: Tokens = []
        for number, part in enumerate(parts):
            tokens += [*(self.word(key) if number else []), *part]
        return tokens

    def sources(self, places: Iterable[Locator]) -> Tokens:
        """The sections of places, each once, after the word for a source; empty without places."""
        named: dict[str, dict[str, None]] = {}
        for place in places:
            article = self.view.report.article[place.article]
            title = self.view.report.section_of(place).title
            quoted = self.view.word("summary.section", section=self.view.plain(title))
            named.setdefault(self.view.plain(article.title), {})[quoted] = None
        if not named:
            return []
        comma = self.view.word("list.comma")
        articles = (
            self.word("summary.place", title=title, sections=comma.join(sections)) for title, sections in named.items()
        )
        listed = self.joined(articles, "list.semicolon")
        return [*self.word("chart.source"), *self.word("list.colon"), *listed, *self.word("list.stop")]


def begun(words: str) -> str:
    """Words as they begin a heading: with a capital, unless their first word has one of its own, as in mRNA."""
    first = words.split(" ", 1)[0]
    return words[:1].upper() + words[1:] if first.islower() else words


def plain(tokens: Tokens) -> str:
    """The words of tokens."""
    return "".join(token[1] for token in tokens)
