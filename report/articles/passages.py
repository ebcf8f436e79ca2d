r"""The articles' sentences: split, fingerprinted, and checked against what quotes them.

Belongs here: the definition of paragraph and sentence, and their fingerprints. Does not belong
here: the articles' text, which stays outside the repository; `data/articles.yml` holds lengths, hashes
and numerals only, so that coverage can be checked anywhere.

The article files, `<id>.txt` each: `# title`, `@ front matter`, `## section`, then one paragraph a line; or pages
(`report.articles.pages`). A table is `<id>.xlsx` or `<id>.csv` (`report.articles.tables`).

Example:
    >>> [s.text for s in split_article("## 一\n甲。乙;丙。\n")]
    ['甲。', '乙;', '丙。']
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from languages import ORIGINAL
from report.articles.pages import is_paged, pages_of
from report.articles.places import WORDS, Place, format_place, place_in, place_keys, place_of
from report.articles.tables import TABLES, read_table
from report.load import read_entries
from report.model import ArticlePrint, Commitment, Evidence, Figure, Report, Result
from report.model.base import PAGES, PlaceKind
from report.model.walk import walk
from report.numerals import find_zh
from report.numerals.fold import fold
from report.numerals.neighbours import printed_phrases
from report.numerals.stock_names import name_spans, printed_numerals
from report.problems import Problem, ReportError
from report.text_files import conflict_problems, decode
from report.typed_numerals import owned_numerals
from report.yaml.edit import scalar

NUMERAL_RULES = 2
"""Version of the rules by which numerals are found; 1 is that of fingerprints without a version."""
_TEXT = ".txt"
_MARKS = ("# ", "@ ", "## ")
_SENTENCE = re.compile(r"[^。;；]*[。;；]?[”’）)]?")


@dataclass(frozen=True)
class Passage:
    """One sentence of an article, with its place."""

    section: str
    paragraph: int
    sentence: int
    text: str
    kind: PlaceKind = "sentence"
    """Of a row of a table, section, paragraph and sentence are sheet, row and column; of a page, see `PAGES`."""
    label: str = ""
    """Of a row of a table, its label."""
    value: str = ""
    """Of a row of a table, its value with unit."""

    @property
    def is_cell(self) -> bool:
        """Whether it is a row of a table."""
        return self.kind == "cell"

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
    if is_paged(text):
        for page in pages_of(text):
            found = [match for block in page.blocks for match in _SENTENCE.findall(block) if match.strip()]
            for number, sentence in enumerate(found, 1):
                yield Passage(PAGES, page.number, number, sentence.strip(), "page")
        return
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
    """Folders that may hold the articles' texts: `$REPORT_ARTICLES`, then `articles/` beside `data/`."""
    named = os.environ.get("REPORT_ARTICLES")
    return [*([Path(named)] if named else []), root / "articles"]


def read_articles(folder: Path, ids: Sequence[str]) -> dict[str, list[Passage]]:
    """Those of the articles whose texts are in a folder, in the order of the ids.

    Raises:
        ReportError: If none of them is there; if one is not UTF-8, or not in the form above.
    """
    paths = {id: path for id in ids if (path := text_file(folder, id))}
    if not paths:
        values = {"known": ", ".join(f"{id}.txt" for id in ids)}
        raise ReportError([Problem(folder.as_posix(), 0, "", "articles-missing", values)])
    texts = {id: (path, *_read(path)) for id, path in paths.items() if path.suffix == _TEXT}
    problems = [problem for path, text, unread in texts.values() for problem in unread or _malformed(path, text)]
    if problems:
        raise ReportError(problems)
    return {id: list(split_article(texts[id][1]) if id in texts else _cells(path)) for id, path in paths.items()}


def _cells(path: Path) -> Iterator[Passage]:
    for row in read_table(path):
        yield Passage(row.sheet, row.row, row.column, row.text, "cell", row.label, row.value)


def text_file(folder: Path, id: str) -> Path | None:
    """The file of a source's text or table, if it is there.

    Raises:
        ReportError: There is more than one.
    """
    found = [path for end in (_TEXT, *TABLES) if (path := folder / f"{id}{end}").is_file()]
    if len(found) > 1:
        values = {"id": id, "files": ", ".join(path.name for path in found)}
        raise ReportError([Problem(folder.as_posix(), 0, "", "table-two", values)])
    return found[0] if found else None


def read_texts(root: Path, named: Path | None = None) -> dict[str, list[Passage]]:
    """The texts that are at hand, from the folder named or the first of `article_folders` that holds any.

    Raises:
        ReportError: As `read_articles`; also where `sources.yml` cannot be read.
    """
    ids = [article.id for article in read_entries(root, "articles")]
    folders = [named] if named else article_folders(root)
    holding = (f for f in folders if any(text_file(f, id) for id in ids))
    return read_articles_below(root, next(holding, folders[-1]), ids)


def read_articles_below(root: Path, folder: Path, ids: Sequence[str]) -> dict[str, list[Passage]]:
    """As `read_articles`, with files named below the project's root, where they stand there."""
    try:
        return read_articles(folder, ids)
    except ReportError as error:
        raise ReportError(replace(found, file=_below(root, found.file)) for found in error.problems) from None


def _below(root: Path, file: str) -> str:
    """A file as messages name it: below the project's root, where it stands there."""
    path, folder = Path(file).resolve(), root.resolve()
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else file


def _read(path: Path) -> tuple[str, list[Problem]]:
    text, problems = decode(path.read_bytes(), path.as_posix())
    return text, problems or conflict_problems(text, path.as_posix())


def _malformed(path: Path, text: str) -> Iterator[Problem]:
    """Lines that would leave sentences without a place, or give two sentences the same place."""
    if is_paged(text):
        yield from _malformed_pages(path, text)
        return
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


def _malformed_pages(path: Path, text: str) -> Iterator[Problem]:
    """Pages whose number is not above that of the page before."""
    last = 0
    for page in pages_of(text):
        if page.number <= last:
            values = {"value": f"{page.number}", "last": f"{last}"}
            yield Problem(path.as_posix(), page.line, "", "article-page", values)
        last = page.number
    if not any(page.blocks for page in pages_of(text)):
        yield Problem(path.as_posix(), 0, "", "article-empty")


def remaining_prints(root: Path, ids: Sequence[str], articles: Mapping[str, object]) -> dict[str, ArticlePrint]:
    """The fingerprints in `data/articles.yml` of the articles whose texts are not available.

    Args:
        root: The project's folder.
        ids: The articles of the report.
        articles: Those whose texts are available, by id.

    Raises:
        ReportError: If they are needed and cannot be read.
    """
    missing = [id for id in ids if id not in articles]
    if not missing or not (root / "data/articles.yml").exists():
        return {}
    return {printed.article: printed for printed in read_entries(root, "prints") if printed.article in missing}


def fingerprints(articles: Mapping[str, Sequence[Passage] | ArticlePrint]) -> str:
    """The text of `data/articles.yml`, from the articles' texts, or unchanged where a text is missing."""
    lines = ["# Written by `report articles DIR`: what identifies each sentence of the articles; no text of theirs."]
    for name, article in articles.items():
        rules = article.rules if isinstance(article, ArticlePrint) else NUMERAL_RULES
        sentences = article.sentences if isinstance(article, ArticlePrint) else article
        lines += [f"- article: {name}", *([f"  rules: {rules}"] if rules else []), "  sentences:"]
        for sentence in sentences:
            _, *place = place_keys(place_in(name, sentence)).items()
            first, *rest = (f"{key}: {scalar(said) if key in WORDS else said}" for key, said in place)
            lines += [
                f"  - {first}",
                *(f"    {row}" for row in rest),
                f"    length: {sentence.length}",
                f"    sha256: {sentence.sha256}",
            ]
            lists = {"numerals": sentence.numerals, "phrases": sentence.phrases}
            lines += [f"    {key}: [{_quoted_list(words)}]" for key, words in lists.items() if words]
    return "\n".join(lines) + "\n"


def _quoted_list(words: Sequence[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def check_article_quotes(report: Report, articles: Mapping[str, list[Passage]]) -> Iterator[Problem]:
    """Quotes that do not occur once in the sentence that they name first, of articles whose texts are given."""
    texts = {place_in(name, passage): passage.text for name, found in articles.items() for passage in found}
    for spot in walk(report):
        if isinstance(spot.value, Figure | Result | Commitment | Evidence):
            place = place_of(spot.value.sources[0])
            if place in texts and texts[place].count(spot.value.quote) != 1:  # A wrong place is reported elsewhere.
                yield spot.problem("quote-not-found", "quote", place=format_place(place), value=spot.value.quote)


def _blank_names(text: str, owned: re.Pattern[str]) -> str:
    """A sentence with each character of its names and terms replaced by a placeholder."""
    for start, end in (*(match.span() for match in owned.finditer(fold(text))), *name_spans(text, ORIGINAL)):
        text = text[:start] + "\ufffc" * (end - start) + text[end:]
    return text


def check_article_numerals(report: Report, articles: Mapping[str, list[Passage]]) -> Iterator[Problem]:
    """Numerals outside every term, name and quoted figure of their own sentence.

    Stricter than coverage by fingerprints: there any term that contains a numeral owns it, here only
    a term that is printed around it.
    """
    owned = owned_numerals(report, ORIGINAL)
    phrases: dict[Place, list[str]] = {}
    for figure in report.figures:
        for locator in figure.sources:
            phrases.setdefault(place_of(locator), []).extend((figure.quote, figure.stated))
    for name, passages in articles.items():
        for passage in passages:
            place = place_in(name, passage)
            text = _blank_names(passage.text, owned)
            for phrase in phrases.get(place, []):
                text = text.replace(phrase, "\ufffc")
            for numeral in find_zh(text):
                if numeral.kind != "date":
                    values = {"numeral": numeral.text, "place": format_place(place)}
                    yield Problem("data/articles.yml", 0, "", "numeral-open", values)
