"""The languages that a report may be written in, each a record of `languages.yml`.

A report has two sides, `zh` and `en`, the keys of its texts. Each side has a form, named by its BCP 47 tag, which
says how pages and files of that side are marked, set, sorted and spelled. No other module compares languages by name.

Belongs here: the records and the pair of a report. Does not belong here: words (`report/words/`).

Example:
    >>> pair({"zh": "zh-Hant-HK"})["zh"].quotation
    '「」『』'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Side = Literal["zh", "en"]
"""A key of the report's texts: the original, which prevails, and its translation."""
ORIGINAL: Side = "zh"
TRANSLATION: Side = "en"
SIDES: tuple[Side, ...] = (ORIGINAL, TRANSLATION)
DEFAULTS: Mapping[Side, str] = {ORIGINAL: "zh-Hans-CN", TRANSLATION: "en-GB"}
"""The forms of a report that names none."""


@dataclass(frozen=True)
class Language:
    """One form of a language.

    Attributes:
        tag: Its BCP 47 tag in full, as `report.yml` names it.
        side: The side of a report that may be written in it.
        lang: The tag for `lang` and `hreflang`, which may leave out what goes without saying.
        script: ISO 15924, `Hans`, `Hant` or `Latn`.
        locale: Its CLDR locale, for dates.
        open_graph: Its name in Open Graph.
        theme: The theme's own words for it: a file of Material's `partials/languages`.
        joiner: What stands between two sentences.
        colon: What stands between a name and its value.
        quotation: Its quotation marks: outer pair, inner pair.
        wrong_quotation: Quotation marks that its texts must not have.
        fonts: Families for drawings, share cards and PDF, by preference.
        display: The family of headings and large figures, bold, one of `charts/fonts/`.
        font_stack: Families of pages and standalone drawings, which the reader's system has or has not.
        prepositions: Its words of one character that no line ends with, since they belong to the next word.
        words: Folders below `report/words/` whose words replace the product's, the last prevailing.
        currency: ISO 4217 code of what its region calls 元, for a report that is begun; empty for a translation.
        spelling: `british` or `american`; empty where spelling is not checked.
        hyphenation: Its patterns of pyphen; empty where words are not hyphenated.
    """

    tag: str
    side: Side
    lang: str
    script: str
    locale: str
    open_graph: str
    theme: str
    joiner: str
    colon: str
    quotation: str
    wrong_quotation: str
    fonts: tuple[str, ...]
    display: str
    font_stack: tuple[str, ...]
    prepositions: str = ""
    words: tuple[str, ...] = ()
    currency: str = ""
    spelling: str = ""
    hyphenation: str = ""

    @property
    def chinese(self) -> bool:
        """Whether it is set by the rules of Chinese: no space between words, full-width marks."""
        return self.script != "Latn"

    @property
    def region(self) -> str:
        """ISO 3166 code of its region, lower case."""
        return self.tag.rpartition("-")[2].lower()

    @property
    def font_family(self) -> str:
        """The stack as a value of CSS `font-family`."""
        named = (name if name.startswith("-") else f"'{name}'" for name in self.font_stack)
        return ", ".join([*named, "sans-serif"])


@cache
def forms() -> Mapping[str, Language]:
    """Every form, by its tag."""
    text = (Path(__file__).with_name("languages.yml")).read_text(encoding="utf-8")
    entries: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return {tag: _form(tag, entries) for tag in entries}


def tags(side: Side) -> list[str]:
    """The forms that a side may have."""
    return [tag for tag, form in forms().items() if form.side == side]


def pair(chosen: Mapping[Side, str]) -> Mapping[Side, Language]:
    """The two languages of a report, by side.

    Fonts of the original follow those of the translation, for names and quotations in it.

    Args:
        chosen: Tags by side; a side that is not given has its default.
    """
    return _pair(*(chosen.get(side, DEFAULTS[side]) for side in SIDES))


@cache
def _pair(original: str, translation: str) -> Mapping[Side, Language]:
    first, second = forms()[original], forms()[translation]
    fonts, stack = (*second.fonts, *first.fonts), (*second.font_stack, *first.font_stack)
    return {ORIGINAL: first, TRANSLATION: replace(second, fonts=fonts, font_stack=stack)}


def _form(tag: str, entries: Mapping[str, Mapping[str, Any]]) -> Language:
    given = dict(entries[tag])
    while like := given.pop("like", None):
        given = {**entries[like], **given}
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    return Language(tag, **values)
