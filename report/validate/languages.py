"""Checks that a text is in its language, and is a text: no Chinese left as English, nothing still to be written.

Does not belong here: marks and spelling (`report.validate.typography`), texts that hold `TODO`, which a preview shows
and a strict build refuses (`report.todo_marks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages import ORIGINAL, TRANSLATION
from report.model import LANGUAGES, Language, Report, Text
from report.model.edition import Edition
from report.model.walk import Spot, walk
from report.problems import Problem, excerpt
from report.text import STAND_IN, words_around
from report.todo_marks import has_todo
from report.validate.typography import own_texts
from report.words import placeholders

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_OTHER = re.compile(r"[\u0400-\u052f\u0590-\u06ff\u3041-\u30fa\u30fd-\u30ff\uac00-\ud7a3]+")  # Cyrillic to Hangul.
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_WORD = re.compile(r"[a-z\u00df-\u024f]{3,}|[A-Z]{8,}")  # Shorter runs of capitals are abbreviations.
_X = re.compile(r"[x\u00d7\uff58]{2,}", re.IGNORECASE)
_OPEN = re.compile(r"(?<![A-Za-z])(?:TBD|FIXME)(?![A-Za-z])")
# Words that are mentioned, not used: “守牢”, (三明).
_MENTIONED = re.compile(r"[(（“‘《\"'][^)）”’》\"']*[)）”’》\"']")
_EXPLAINING = {"note", "note_source", "paragraphs", "reason", "old", "new", "caveat", "caution", "gap", "not_stated"}
"""Keys of texts that may speak of Chinese words: not all of it need be English."""
_ABBREVIATION = 10
"""Letters of the longest abbreviation that both languages may share without being a name of the report."""
_SHARE = 2
"""Of such a text, English words for each Chinese character that make it an English one."""


def check_languages(report: Report) -> Iterator[Problem]:
    """Texts that are placeholders, in another language, or the same in both."""
    names = _names(report)
    for spot in walk(report):
        if isinstance(spot.around, Edition) and "names" in spot.path:
            continue
        written = [text for text in own_texts(spot) if not has_todo(text[2])]
        texts = [(language, below, names.sub(STAND_IN, words_around(text))) for language, below, text in written]
        problems = [found for text in texts if (found := _wrong(spot, *text))]
        yield from problems
        if isinstance(spot.value, Text) and len(texts) == len({words for *_, words in texts}) + 1 and not problems:
            value = texts[0][2]
            if not spot.is_override and len("".join(_LATIN.findall(value))) > _ABBREVIATION:
                yield spot.problem("text-same", TRANSLATION, value=value)


def _names(report: Report) -> re.Pattern[str]:
    """The names that both languages share: `names:`, and those of the glossary."""
    names = {name[language] for name in report.edition.names for language in LANGUAGES}
    terms = [term for term in report.glossary if term.is_name]
    names |= {form for term in terms for language in LANGUAGES for form in term.all_forms(language)}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)")


def _wrong(spot: Spot, language: Language, below: tuple[str | int, ...], text: str) -> Problem | None:
    words = text.strip(" .。…!！?？-—")
    is_open = words.casefold() in placeholders() or _X.fullmatch(words) or _OPEN.search(words) or not words
    if is_open and not spot.is_override:
        return spot.problem("text-placeholder", *below, value=text)
    used = _MENTIONED.sub(" ", text)
    if found := _OTHER.search(used):
        return spot.problem("text-script", *below, value=excerpt(text, found[0]))
    if language == TRANSLATION and (found := _HAN.search(used)):
        enough = _SHARE * len("".join(_HAN.findall(used))) <= len(_LATIN.findall(used))
        if not (enough and _EXPLAINING.intersection(map(str, (*spot.path, *below)))):
            return spot.problem("text-chinese", *below, value=excerpt(text, found[0]))
    has_chinese = _HAN.search(text) or STAND_IN in text or "://" in text
    if language == ORIGINAL and isinstance(spot.value, Text) and not has_chinese and _WORD.search(text):
        return spot.problem("text-not-chinese", *below, value=text)
    return None
