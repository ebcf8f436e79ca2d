"""Search: how Chinese is segmented into words, and one index for each language.

Material segments Chinese with jieba and writes one index for the whole site. Its search looks for words
that begin with what a reader types, so a word inside a longer one would not be found. So each word of
jieba's is split into the words that make it up, as “family doctor” into “family” and “doctor”. What is
still inside a word is found by `docs/assets/search.js`, which segments what a reader types.

Belongs here: the vocabulary, the finer segmentation, splitting the index. Does not belong here: the separator and
the other settings, which are in `mkdocs.yml`.

Example:
    >>> Vocabulary({"family": 9, "doctor": 9}).pieces("familydoctor")
    ('family', 'doctor')
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from languages import ORIGINAL
from languages.variants import alike, in_script
from publish.site import dictionary
from publish.site.languages import Language, language_of
from report.model import Report
from report.validate.typography import respelled

BREAK = "\u200b"  # Zero-width space: what Material puts between Chinese words, and a separator in mkdocs.yml.
LONGEST_TERM = 4  # Characters. A term is made of words if it is longer, or if half of it is a known word.
TERM_COUNT = 1_000  # As common as the common words of the dictionary, so that jieba prefers the term.
INDEX = Path("search") / "search_index.json"
WEIGHTS = {
    "places": 3, "workstream": 2.4, "figure": 1.5, "errata": 1.2, "corrections": 1.2, "chart": 0.3, "glossary": 0.3,
}  # fmt: skip
"""Weights of files of `docs/`, else 1: a page of one subject before those that name it among others."""

_LIST = re.compile("</?(?:ul|ol|li)>")
_LATIN = re.compile(r"[a-z]{4,}")
SIMPLIFIED, TRADITIONAL = "Hans", "Hant"
SPELLINGS = ("british", "american")
REPEATING = {"summary/"}
"""Pages whose sections repeat other pages: search finds them by their title alone."""
Section = dict[str, Any]
"""An entry of Material's index: `location`, `title`, `text` and more."""


@dataclass(frozen=True)
class Vocabulary:
    """The words that a text may be segmented into, with their counts."""

    counts: Mapping[str, int]

    def pieces(self, word: str) -> tuple[str, ...]:
        """The fewest known words, of two characters at least, that make up `word`; else `word` itself."""
        best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
        for end in range(2, len(word) + 1):
            for start in range(end - 1):
                before, piece = best[start], word[start:end]
                if before is None or piece == word or piece not in self.counts:
                    continue
                found = best[end]
                if found is None or len(before) + 1 < len(found):
                    best[end] = (*before, piece)
        cut = best[len(word)]
        return tuple(part for piece in cut for part in self.pieces(piece)) if cut else (word,)

    def split_words(self, text: str) -> str:
        """A text that Material has segmented, with words split further."""
        words = text.split(BREAK)
        finer = (piece for word in words for piece in (self.pieces(word) if is_chinese(word) else (word,)))
        return BREAK.join(finer)


class EitherScript(dict[str, int]):
    """Counts of words, which are looked up in Simplified characters whatever the script of the key."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        """Fold the words given; of two that are alike, the more frequent one counts."""
        super().__init__()
        for word, count in counts.items():
            folded = in_script(word, SIMPLIFIED)
            super().__setitem__(folded, max(count, super().get(folded, 0)))

    def __contains__(self, word: object) -> bool:
        return super().__contains__(in_script(str(word), SIMPLIFIED))

    def __getitem__(self, word: str) -> int:
        return super().__getitem__(in_script(word, SIMPLIFIED))

    def get(self, word: str, default: Any = None) -> Any:
        """The count of a word, or a default."""
        return super().get(in_script(word, SIMPLIFIED), default)


def is_chinese(word: str) -> bool:
    """Whether a piece between two breaks is a run of Han characters: Material segments nothing else."""
    return bool(word) and all("\u3400" <= character <= "\u9fff" for character in word)


def terms(report: Report) -> Iterator[str]:
    """The short terms of the report's glossary, as far as they are one word each."""
    forms = {form for term in report.glossary for form in term.all_forms(ORIGINAL) if is_chinese(form)}
    for form in sorted(forms):
        halves = form[:2], form[2:]
        if len(form) == LONGEST_TERM and any(half in dictionary.read() for half in halves):
            yield from halves
        elif 2 <= len(form) <= LONGEST_TERM:
            yield form


def vocabulary(terms: Iterable[str], script: str) -> Vocabulary:
    """The dictionary and a report's own terms; the dictionary is Simplified, and serves Traditional words alike."""
    words = {**dictionary.read(), **dict.fromkeys(terms, TERM_COUNT)}
    return Vocabulary(EitherScript(words) if script == TRADITIONAL else words)


def prepare_jieba(words: Vocabulary) -> None:
    """Give jieba these words in place of its own dictionary.

    jieba would read its dictionary at the first call, report that on the terminal, and keep a copy in the
    machine's temporary folder that may be out of date. Filling the tokenizer avoids all three.
    """
    import jieba  # Takes 0.1 s, which a failed build does not pay.

    counts = dict(words.counts)
    counts = {**{word[:end]: 0 for word in counts for end in range(1, len(word) + 1)}, **counts}
    jieba.dt.FREQ = EitherScript(counts) if isinstance(words.counts, EitherScript) else counts
    jieba.dt.total = sum(words.counts.values())
    jieba.dt.initialized = True


def new_sections(
    site: Path, languages: Sequence[Language], words: Callable[[], Vocabulary]
) -> dict[str, list[Section]]:
    """The sections of Material's index, Chinese words split further, by the page's address below the root.

    Args:
        site: Folder of the built site.
        languages: Those of the site, the default first.
        words: Gives the vocabulary; not called where the index is empty.
    """
    index = json.loads((site / INDEX).read_text(encoding="utf-8"))
    found: dict[str, list[Section]] = {}
    for section in index["docs"]:
        page = _page_of(section)
        part = _section(section, language_of(page, languages), words())
        found.setdefault(page, []).extend([] if _repeats(part) else [part])
    return found


def write_indexes(
    site: Path, languages: Sequence[Language], sections: Mapping[str, Sequence[Section]], *, scripts: bool = False
) -> None:
    """Write an index for each language in place of Material's.

    Args:
        site: Folder of the built site.
        languages: Those of the site, the default first.
        sections: Those of every page, by its address below the root, in the order of the pages.
        scripts: Whether to write each as a script too, for pages that may not fetch: Material asks for `__index`.
    """
    config = json.loads((site / INDEX).read_text(encoding="utf-8"))["config"]
    for language in languages:
        own = [parts for page, parts in sections.items() if language_of(page, languages) == language]
        docs = list(chain.from_iterable(own))
        target = site / language.prefix / INDEX
        target.parent.mkdir(parents=True, exist_ok=True)
        index = {"config": {**config, "fold": folds(docs)}, "docs": docs}
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        target.write_text(text, encoding="utf-8", newline="\n")
        if scripts:
            target.with_suffix(".js").write_text(f"var __index = {text};\n", encoding="utf-8", newline="\n")
    if languages[0].prefix:  # No page asks for Material's index of all languages.
        (site / INDEX).unlink()


def folds(sections: Sequence[Section]) -> dict[str, dict[str, Any]]:
    """What stands for what in an index, whichever a reader types.

    Returns:
        `characters`: for a character, the one of the same meaning that the index has most often, the other script's
        or its own; `words`: for an English word of the index, the same in other spellings.
    """
    text = " ".join(f"{section['title']} {section['text']}" for section in sections)
    held = Counter(text)
    characters = {}
    for group in alike():
        most = max(group, key=lambda character: held[character])
        characters.update({character: most for character in group if character != most and held[most]})
    words = {}
    for word in sorted(set(_LATIN.findall(text.lower()))):
        spelled = (respelled(word, spelling) for spelling in SPELLINGS)
        if others := sorted({other for other in spelled if other and other != word and " " not in other}):
            words[word] = others
    return {"characters": characters, "words": words}


def _page_of(section: Section) -> str:
    """The address of a section's page, without the file's name that the offline copy has."""
    location: str = section["location"]
    return location.partition("#")[0].removesuffix("index.html")


def _repeats(section: Section) -> bool:
    return "#" in section["location"] and _page_of(section) in REPEATING


def _section(section: Section, language: Language, words: Vocabulary) -> Section:
    # Material joins an address to `base_url`, which is the root of the language (`template_context`).
    location = section["location"].removeprefix(language.prefix)
    # A list is shown whole when one of its items matches; its paragraphs are shown one by one.
    title, text = words.split_words(section["title"]), words.split_words(_LIST.sub(" ", section["text"]))
    return {**section, "location": location, "title": title, "text": text}
