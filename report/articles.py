r"""The articles' sentences: split, fingerprinted, and checked against what quotes them.

Belongs here: the one definition of paragraph and sentence, and what is kept of them. Does not belong
here: the articles' text, which stays outside the repository; `data/articles.yml` holds lengths, hashes
and numerals only, so that coverage can be checked anywhere.

The article files: `# title`, `@ front matter`, `## section`, then one paragraph a line.

Example:
    >>> [s.text for s in split_article("## 一\n甲。乙;丙。\n")]
    ['甲。', '乙;', '丙。']
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from report.coverage import Place, place_of, written
from report.model import Commitment, Evidence, Figure, Report, Result
from report.numerals import find_zh
from report.problems import Problem, ReportError
from report.validate.prose import owned_numerals
from report.validate.walk import walk

_SENTENCE = re.compile(r"[^。;；]*[。;；]?[”’）)]?")


@dataclass(frozen=True)
class Passage:
    """One sentence of an article, with its place."""

    section: str
    paragraph: int
    sentence: int
    text: str

    @property
    def sha256(self) -> str:
        """Its fingerprint."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()


def split_article(text: str) -> Iterator[Passage]:
    """The sentences of an article in their order.

    Args:
        text: The article, in the form above.
    """
    section, paragraph = "", 0
    for line in text.splitlines():
        if line.startswith("## "):
            section, paragraph = line[3:].strip(), 0
        elif line.strip() and not line.startswith(("#", "@")):
            paragraph += 1
            sentences = (found for found in _SENTENCE.findall(line.strip()) if found.strip())
            for number, sentence in enumerate(sentences, 1):
                yield Passage(section, paragraph, number, sentence.strip())


def read_articles(folder: Path, ids: list[str]) -> dict[str, list[Passage]]:
    """The articles of a folder, `<id>.txt` each.

    Raises:
        FileNotFoundError: If one of them is not there.
        ReportError: If one of them is not UTF-8.
    """
    return {name: list(split_article(_read(folder / f"{name}.txt"))) for name in ids}


def _read(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ReportError([Problem(path.as_posix(), line, "", "file-encoding")]) from None


def fingerprints(articles: dict[str, list[Passage]]) -> str:
    """The text of `data/articles.yml`."""
    lines = ["# Written by `report articles DIR`: what identifies each sentence of the articles; no text of theirs."]
    for name, passages in articles.items():
        lines += [f"- article: {name}", "  sentences:"]
        for passage in passages:
            numerals = [numeral.text for numeral in find_zh(passage.text)]
            lines += [
                f"  - section: {passage.section}",
                f"    paragraph: {passage.paragraph}",
                f"    sentence: {passage.sentence}",
                f"    length: {len(passage.text)}",
                f"    sha256: {passage.sha256}",
            ]
            lines += [f"    numerals: [{', '.join(_quoted(n) for n in numerals)}]"] if numerals else []
    return "\n".join(lines) + "\n"


def _quoted(numeral: str) -> str:
    return f'"{numeral}"'


def check_quotes(report: Report, articles: dict[str, list[Passage]]) -> Iterator[Problem]:
    """Quotes that do not occur once in the sentence that they name first."""
    texts = {(name, p.section, p.paragraph, p.sentence): p.text for name, found in articles.items() for p in found}
    for spot in walk(report):
        if isinstance(spot.value, Figure | Result | Commitment | Evidence):
            place = place_of(spot.value.sources[0])
            if texts.get(place, "").count(spot.value.quote) != 1:
                yield spot.problem("quote-not-found", "quote", place=written(place), value=spot.value.quote)


def check_numerals(report: Report, articles: dict[str, list[Passage]]) -> Iterator[Problem]:
    """Numerals that stand outside every term, name and quoted figure of their own sentence.

    Stricter than coverage by fingerprints: there a numeral is owned if any term holds it, here only
    if that term stands around it.
    """
    owned = owned_numerals(report, "zh")
    phrases: dict[Place, list[str]] = {}
    for figure in report.figures:
        for locator in figure.sources:
            phrases.setdefault(place_of(locator), []).extend((figure.quote, figure.stated))
    for name, passages in articles.items():
        for passage in passages:
            place = (name, passage.section, passage.paragraph, passage.sentence)
            text = owned.sub("\ufffc", passage.text)
            for phrase in phrases.get(place, []):
                text = text.replace(phrase, "\ufffc")
            for numeral in find_zh(text):
                if numeral.kind != "date":
                    values = {"numeral": numeral.text, "place": written(place)}
                    yield Problem("data/articles.yml", 0, "", "numeral-open", values)
