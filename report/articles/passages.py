r"""The articles' sentences: split, fingerprinted, and checked against what quotes them.

Belongs here: the one definition of paragraph and sentence, and what is kept of them. Does not belong
here: the articles' text, which stays outside the repository; `data/articles.yml` holds lengths, hashes
and numerals only, so that coverage can be checked anywhere.

The article files, `<id>.txt` each: `# title`, `@ front matter`, `## section`, then one paragraph a line.

Example:
    >>> [s.text for s in split_article("## 一\n甲。乙;丙。\n")]
    ['甲。', '乙;', '丙。']
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from report.articles.places import Place, place_of, written
from report.load import read_entries
from report.model import ArticlePrint, Commitment, Evidence, Figure, Report, Result, Sentence
from report.model.walk import walk
from report.numerals import find_zh
from report.numerals.fold import fold
from report.numerals.neighbours import printed_phrases
from report.numerals.stock_names import name_spans, printed_numerals
from report.problems import Problem, ReportError
from report.typed_numerals import owned_numerals

RULES = 2
"""Version of the rules by which numerals are found; 1 is that of fingerprints without a version."""
_MARKS = ("# ", "@ ", "## ")
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

    @property
    def length(self) -> int:
        """Its length in characters."""
        return len(self.text)

    @property
    def numerals(self) -> tuple[str, ...]:
        """Numerals in it, as printed, each with its counter; of a name that holds one, the name."""
        return tuple(numeral.text for numeral in printed_numerals(self.text))

    @property
    def phrases(self) -> tuple[str, ...]:
        """Each numeral with the words beside it that change its value; none where no numeral has any."""
        phrases = printed_phrases(self.text)
        return phrases if phrases != self.numerals else ()


def split_article(text: str) -> Iterator[Passage]:
    """The sentences of an article in their order.

    Args:
        text: The article, in the form above.
    """
    section, paragraph = "", 0
    for line in map(str.strip, text.splitlines()):
        if line.startswith("## "):
            section, paragraph = line[3:].strip(), 0
        elif line and not line.startswith(_MARKS):
            paragraph += 1
            sentences = (found for found in _SENTENCE.findall(line) if found.strip())
            for number, sentence in enumerate(sentences, 1):
                yield Passage(section, paragraph, number, sentence.strip())


def article_folders(root: Path) -> list[Path]:
    """Where the articles' texts are looked for: in `$REPORT_ARTICLES`, then in `articles/` beside `data/`."""
    named = os.environ.get("REPORT_ARTICLES")
    return [*([Path(named)] if named else []), root / "articles"]


def read_articles(folder: Path, ids: Sequence[str]) -> dict[str, list[Passage]]:
    """Those of the articles whose texts are in a folder, in the order of the ids.

    Raises:
        ReportError: If not one of them is there; if one is not UTF-8, or not in the form above.
    """
    paths = {id: folder / f"{id}.txt" for id in ids}
    texts = {id: (path, *_read(path)) for id, path in paths.items() if path.is_file()}
    if not texts:
        values = {"known": ", ".join(path.name for path in paths.values())}
        raise ReportError([Problem(folder.as_posix(), 0, "", "articles-missing", values)])
    problems = [problem for path, text, unread in texts.values() for problem in unread or _malformed(path, text)]
    if problems:
        raise ReportError(problems)
    return {id: list(split_article(text)) for id, (_, text, _) in texts.items()}


def _read(path: Path) -> tuple[str, list[Problem]]:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return "", [Problem(path.as_posix(), line, "", "file-encoding")]


def _malformed(path: Path, text: str) -> Iterator[Problem]:
    """What would give its sentences no place, or a place that others have."""
    headings: dict[str, int] = {}
    paragraphs = 0
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line.startswith(("#", "@")):
            if not line.startswith(_MARKS):
                yield Problem(path.as_posix(), number, "", "article-mark", {"value": line})
            if line in headings:
                values = {"value": line, "first": str(headings[line])}
                yield Problem(path.as_posix(), number, "", "article-heading-twice", values)
            elif line.startswith("##"):
                headings[line] = number
        elif line:
            paragraphs += 1
            if not headings and paragraphs == 1:
                yield Problem(path.as_posix(), number, "", "article-unheaded", {"value": line})
    if not paragraphs:
        yield Problem(path.as_posix(), 0, "", "article-empty")


def prints_beside(root: Path, ids: Sequence[str], articles: Mapping[str, object]) -> dict[str, ArticlePrint]:
    """The fingerprints that `data/articles.yml` has of those articles whose texts are not at hand.

    Args:
        root: The project's folder.
        ids: The articles of the report.
        articles: Those that are at hand, by id.

    Raises:
        ReportError: If they are needed and cannot be read.
    """
    away = [id for id in ids if id not in articles]
    if not away or not (root / "data/articles.yml").exists():
        return {}
    return {printed.article: printed for printed in read_entries(root, "prints") if printed.article in away}


def fingerprints(articles: Mapping[str, Sequence[Passage] | ArticlePrint]) -> str:
    """The text of `data/articles.yml`, from the articles' texts or from what the file has of those not at hand."""
    lines = ["# Written by `report articles DIR`: what identifies each sentence of the articles; no text of theirs."]
    for name, article in articles.items():
        rules, sentences = (article.rules, article.sentences) if isinstance(article, ArticlePrint) else (RULES, article)
        lines += [f"- article: {name}", *([f"  rules: {rules}"] if rules else []), "  sentences:"]
        for sentence in sentences:
            lines += [
                f"  - section: {_scalar(sentence.section)}",
                f"    paragraph: {sentence.paragraph}",
                f"    sentence: {sentence.sentence}",
                f"    length: {sentence.length}",
                f"    sha256: {sentence.sha256}",
            ]
            lines += [f"    {key}: [{_listed(words)}]" for key, words in _words_of(sentence) if words]
    return "\n".join(lines) + "\n"


def _words_of(sentence: Passage | Sentence) -> tuple[tuple[str, Sequence[str]], ...]:
    return ("numerals", sentence.numerals), ("phrases", sentence.phrases)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def _scalar(heading: str) -> str:
    """A heading as YAML, in quotes where it would be read as something else."""
    return str(yaml.safe_dump([heading], allow_unicode=True, width=1_000)).removeprefix("- ").rstrip("\n")


def check_quotes(report: Report, articles: Mapping[str, list[Passage]]) -> Iterator[Problem]:
    """Quotes that do not occur once in the sentence that they name first, where its article is at hand."""
    texts = {(name, p.section, p.paragraph, p.sentence): p.text for name, found in articles.items() for p in found}
    for spot in walk(report):
        if isinstance(spot.value, Figure | Result | Commitment | Evidence):
            place = place_of(spot.value.sources[0])
            if place in texts and texts[place].count(spot.value.quote) != 1:  # A wrong place is reported elsewhere.
                yield spot.problem("quote-not-found", "quote", place=written(place), value=spot.value.quote)


def _without_names(text: str, owned: re.Pattern[str]) -> str:
    """A sentence in which the names and terms are blanked out, character for character."""
    for start, end in (*(match.span() for match in owned.finditer(fold(text))), *name_spans(text, "zh")):
        text = text[:start] + "\ufffc" * (end - start) + text[end:]
    return text


def check_numerals(report: Report, articles: Mapping[str, list[Passage]]) -> Iterator[Problem]:
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
            text = _without_names(passage.text, owned)
            for phrase in phrases.get(place, []):
                text = text.replace(phrase, "\ufffc")
            for numeral in find_zh(text):
                if numeral.kind != "date":
                    values = {"numeral": numeral.text, "place": written(place)}
                    yield Problem("data/articles.yml", 0, "", "numeral-open", values)
