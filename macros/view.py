"""The report as one page in one language sees it: methods that templates call to turn values into HTML.

Belongs here: escaping, links between pages, `lang` on passages in the other language. Does not belong
here: formatting of numbers and dates (`report`), or the HTML of whole blocks (`templates/`).

Data is text, never markup: methods that return `Markup` escape it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from languages import ORIGINAL, TRANSLATION
from languages import Language as Form
from macros.site_context import SiteContext
from report.facts import FigureFacts, figure_facts
from report.figures import write_place, write_text
from report.file_size import write_size
from report.model import Article, Language, Locator, PageSection, PageWords, Report, Text
from report.problems import did_you_mean
from report.source_facts import full_title, source_facts
from report.text import Plain, Reference, TermReference, parse_text

_CHINESE = re.compile(r"([\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*)")
MAX_CLAUSE = 8
"""Characters of a large Chinese heading that fit on one line of the narrowest phone, 320 px wide."""
MAX_COMPOUND = 14
"""Characters of a hyphenated English word that do."""
_COMPOUND = re.compile(r"([A-Za-z]+(?:-[A-Za-z]+)+)")
_CLAUSE = re.compile(r"([\u3400-\u9fffA-Za-z0-9+“”‘’]+[，。：；、？！]*)")
# Characters that Markdown might read as markup, as entities.
_MARKDOWN = {character: f"&#{ord(character)};" for character in "\\`*_{}[]()#+-!|~^:.=$@"}


def split_chinese(words: str) -> list[str]:
    """Words as parts, every second one Chinese with the punctuation between and after its characters."""
    return _CHINESE.split(words)


class CallError(Exception):
    """A macro was called with the name of something that does not exist.

    Attributes:
        code: Key of the wording in `report/words/messages.yml`.
        values: Values of its placeholders.
    """

    def __init__(self, code: str, name: str, known: Iterable[str]) -> None:
        """Create the error from the name given and the names that exist."""
        names = list(known)
        super().__init__(code, name)
        self.code = code
        self.values = {"key": name, "near": did_you_mean(name, names), "known": ", ".join(names)}


@dataclass(frozen=True)
class View:
    """A page that is being rendered.

    Attributes:
        report: The whole report.
        language: Language of the page.
        address: Its address below the language's root, `2026/courses/`; empty for the home page.
        words: Its titles and prose.
        cache: Folder of cached drawings.
        subject: Its year, workstream, theme or figure, where one file in `docs/` generates many pages.
        site_context: Address of the site and files beside the pages.
        unreviewed: Ids of entries to mark, since their current text is not checked or reviewed.
    """

    report: Report
    language: Language
    address: str
    words: PageWords
    cache: Path
    subject: Any = None
    site_context: SiteContext = field(default_factory=SiteContext)
    unreviewed: frozenset[str] = frozenset()

    @property
    def form(self) -> Form:
        """The form of the page's language."""
        return self.report.languages[self.language]

    @property
    def original(self) -> Form:
        """The form of the language that phrases and quotations are in."""
        return self.report.languages[ORIGINAL]

    def word(self, key: str, **values: object) -> str:
        """An interface word, with its values filled in."""
        word = self.report.interface_word(key, self.language)
        return word.format_map(values) if values else word

    def plain(self, text: Text) -> str:
        """A text as plain words."""
        return write_text(self.report, text, self.language)

    def text(self, text: Text) -> Markup:
        """A text as HTML; each figure is a link to its page, each term to the glossary."""
        return Markup("").join(self._span(span, self.marked) for span in parse_text(text[self.language]))

    def heading(self, text: Text, entry: object = None) -> Markup:
        """A text for a Markdown heading: as `text`, and safe from Markdown too.

        In the preview it leads to the text's line, or to that of the entry which has it from elsewhere.

        Short Chinese clauses and hyphenated English words do not break, since breaks in large type are conspicuous.
        """
        spans = parse_text(text[self.language])
        write = self._compounds if not self.form.chinese else self.markdown
        # An unbreakable clause beside a figure would lose the thin space that browsers set before digits.
        if self.form.chinese and len(spans) == 1 and len(text.zh) > MAX_CLAUSE:
            write = self._clauses
        words = Markup("").join(self._span(span, write) for span in spans)
        return words + (self.edit_mark(text) or self.edit_mark(entry))

    def marked(self, words: str) -> Markup:
        """Plain words; Chinese ones among words of another language are marked as such."""
        if self.form.chinese:
            return escape(words)
        parts = enumerate(split_chinese(words))
        return Markup("").join(self.chinese(part) if number % 2 else escape(part) for number, part in parts)

    def markdown(self, words: str) -> Markup:
        """Plain words, escaped for Markdown."""
        return Markup("".join(_MARKDOWN.get(character, str(escape(character))) for character in words))

    def _clauses(self, words: str) -> Markup:
        """Plain words as `markdown`, with short clauses unbreakable."""
        return self._unbroken(_CLAUSE.split(words), MAX_CLAUSE)

    def _compounds(self, words: str) -> Markup:
        return self._unbroken(_COMPOUND.split(words), MAX_COMPOUND)

    def _unbroken(self, parts: list[str], longest: int) -> Markup:
        """Parts as `markdown`, every second one unbreakable unless it is longer than `longest`."""
        unbroken = Markup('<span class="keep">{}</span>')
        return Markup("").join(
            unbroken.format(self.markdown(part)) if number % 2 and 1 < len(part) <= longest else self.markdown(part)
            for number, part in enumerate(parts)
        )

    def facts(self, id: str) -> FigureFacts:
        """A figure in the language of the page."""
        return figure_facts(self.report, id, self.language)

    def figure(self, id: str, form: str = "full") -> Markup:
        """A live figure: its value, linked to the page that traces it."""
        facts = self.facts(id)
        live = Markup('<a class="fig" href="{}">{}</a>').format(self.link(facts.page), facts.forms[form])
        return live + self.unreviewed_mark(facts.id) + self.edit_mark(self.report.figure[id])

    def unreviewed_mark(self, id: str) -> Markup:
        """A visible mark after an entry whose current text is not reviewed; a strict build has none."""
        if id not in self.unreviewed:
            return Markup()
        return Markup('<span class="unreviewed">{}</span>').format(self.word("review.open"))

    def edit_mark(self, entry: object) -> Markup:
        """In the preview, what becomes a link to an entry's line as the page is served; else nothing.

        It names no line: all pages below an edit would change with the lines, and be rendered again.
        """
        key = self.site_context.line_keys.get(id(entry))
        if key is None:
            return Markup()
        return Markup('<a class="edit-line" data-edit="{}" title="{}"></a>').format(key, self.word("preview.edit"))

    def place(self, place: Locator, key: str = "place.full") -> str:
        """A place in an article."""
        return write_place(self.report, place, self.language, key)

    def chinese(self, words: str) -> Markup:
        """Words as printed in Chinese, marked as such on a page in another language."""
        return self.foreign(words, ORIGINAL)

    def english(self, words: str) -> Markup:
        """Words in English, marked as such on a page in another language."""
        return self.foreign(words, TRANSLATION)

    def full_title(self, article: Article) -> str:
        """An article's title and subtitle together, in Chinese."""
        return full_title(self.report, article, ORIGINAL)

    def source_facts(self, article: Article) -> list[tuple[str, Markup]]:
        """What is known of a source, a row each: key of its word, and what is said."""
        rows = source_facts(self.report, article, self.language)
        return [(key, self.text(said) if isinstance(said, Text) else self.marked(said)) for key, said in rows]

    def foreign(self, words: str, language: Language) -> Markup:
        """Words in a given language, marked if the page is in another."""
        if language == self.language:
            return escape(words)
        return Markup('<span lang="{}">{}</span>').format(self.report.languages[language].lang, words)

    def link(self, address: str) -> str:
        """A link from this page to another, or to a file, of the same language."""
        path, hash, anchor = address.partition("#")
        name = self.site_context.index if not path or path.endswith("/") else ""
        return "../" * self.address.count("/") + path + name + hash + anchor or "./"

    def size(self, address: str) -> str:
        """Size of a file beside the pages, formatted; empty where there is no such file."""
        size = self.site_context.file_sizes.get(self.language, {}).get(address)
        return "" if size is None else write_size(size, self.language, self.report.interface_word)

    def section(self, id: str) -> PageSection:
        """A section of this page.

        Raises:
            CallError: If `data/pages.yml` gives none.
        """
        for section in self.words.sections:
            if section.id == id:
                return section
        raise CallError("heading-missing", id, (section.id for section in self.words.sections))

    def _span(self, span: Plain | Reference | TermReference, plain: Callable[[str], str]) -> Markup:
        if isinstance(span, Plain):
            return Markup(plain(span.text))
        if isinstance(span, Reference):
            return self.figure(span.id, span.form)
        term = self.report.term[span.id]
        words = term.zh if self.language == ORIGINAL else term.en
        if "glossary" not in self.report.page:
            return Markup(plain(words))
        return Markup('<a class="term" href="{}#{}">{}</a>').format(self.link("glossary/"), span.id, words)
