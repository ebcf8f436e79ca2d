"""Coverage: each sentence of the articles is named by an entry or excused, and each numeral belongs to one.

Belongs here: what `report coverage` counts. It needs fingerprints only (`data/articles.yml`), so it runs
without the articles' texts. Does not belong here: whether quotes are right (`report.articles.passages`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from languages import ORIGINAL
from report.articles.places import Place, format_place, place_of, printed_sentences
from report.cached_per_report import cached_per_report
from report.model import Erratum, Excuse, Figure, LedgerEntry, Locator, Report, Sentence
from report.model.walk import Spot, walk
from report.numerals import find_zh
from report.numerals.fold import fold
from report.numerals.stock_names import is_stock_name
from report.problems import Problem
from report.typed_numerals import owned_numerals

MAX_EXCUSES = 15  # A limit, so that excuses do not become a way to leave facts out.


@dataclass(frozen=True)
class Coverage:
    """How far the report covers its articles.

    Attributes:
        sentences: How many sentences there are.
        named: How many are named by an entry.
        excused: The excuses, in their order.
        numerals: How many numerals there are.
        problems: What is open; empty when all is covered.
    """

    sentences: int
    named: int
    excused: tuple[Excuse, ...]
    numerals: int
    problems: tuple[Problem, ...]


@cached_per_report
def measure_coverage(report: Report) -> Coverage:
    """Count what is covered and list what is open."""
    sentences = printed_sentences(report)
    named, figures = _named(report)
    excused = {place_of(excuse.source): excuse for excuse in report.excuses}
    problems = [
        *_open_sentences(sentences, named, excused),
        *_excuses(report, named),
        *_open_numerals(report, sentences, figures),
    ]
    count = sum(len(sentence.numerals) for sentence in sentences.values())
    return Coverage(len(sentences), len(named & set(sentences)), report.excuses, count, tuple(problems))


def named_places(report: Report) -> set[Place]:
    """The sentences that entries name."""
    return _named(report)[0]


def _named(report: Report) -> tuple[set[Place], Mapping[Place, list[Figure]]]:
    """Sentences that entries name (errata, excuses and the ledger do not count), and the figures of each."""
    named: set[Place] = set()
    figures: dict[Place, list[Figure]] = {}
    for spot in walk(report):
        if isinstance(spot.value, Locator) and not _is_in_remark(spot):
            place = place_of(spot.value)
            named.add(place)
            figures.setdefault(place, []).extend(parent for parent in spot.parents if isinstance(parent, Figure))
    return named, figures


def _is_in_remark(spot: Spot) -> bool:
    return any(isinstance(parent, Erratum | Excuse | LedgerEntry) for parent in spot.parents)


def _open_sentences(
    sentences: Mapping[Place, Sentence], named: set[Place], excused: Mapping[Place, Excuse]
) -> Iterator[Problem]:
    for place in sentences:
        if place not in named and place not in excused:
            yield Problem("data/articles.yml", 0, "", "sentence-open", {"place": format_place(place)})


def _excuses(report: Report, named: set[Place]) -> Iterator[Problem]:
    for spot in walk(report):
        if isinstance(spot.value, Excuse) and place_of(spot.value.source) in named:
            yield spot.problem("sentence-twice", "source", place=format_place(place_of(spot.value.source)))
    if len(report.excuses) > MAX_EXCUSES:
        values = {"count": str(len(report.excuses)), "limit": str(MAX_EXCUSES)}
        yield Problem("data/coverage.yml", 0, "", "excuses-many", values)


def _open_numerals(
    report: Report, sentences: Mapping[Place, Sentence], figures: Mapping[Place, list[Figure]]
) -> Iterator[Problem]:
    """Numerals that belong to no figure of their sentence, and to no period, term or name."""
    owners = owned_numerals(report, ORIGINAL)
    forms = [form for term in report.glossary for form in term.all_forms(ORIGINAL)]
    forms += [name.zh for name in report.edition.names]
    for place, sentence in sentences.items():
        for numeral in sentence.numerals:
            by_figure = any(numeral in f.quote or f.stated in numeral for f in figures.get(place, []))
            by_term = _is_owned(owners, numeral) or any(numeral in form for form in forms) or is_stock_name(numeral)
            if not (by_figure or by_term or _is_date(numeral)):
                values = {"numeral": numeral, "place": format_place(place)}
                yield Problem("data/articles.yml", 0, "", "numeral-open", values)


def _is_owned(owners: re.Pattern[str], numeral: str) -> bool:
    """Whether terms and names contain the whole numeral: 120 is a name, 120所 a number."""
    spans = [match.span() for match in owners.finditer(fold(numeral))]
    return all(any(start <= n.start and n.end <= end for start, end in spans) for n in find_zh(numeral))


def _is_date(numeral: str) -> bool:
    """Dates belong to periods, which `validate.figures` checks."""
    return all(found.kind == "date" for found in find_zh(numeral))
