"""Which places and institutions an entry names.

A name inside a longer one is no name: the longest is found first, 石桥县图书馆 before 县图书馆. Nor is one right behind
the name of a place that it does not belong to: in 邻县图书馆 there is no 县图书馆.

Belongs here: finding the names in Chinese text. Does not belong here: which entries there are (`Report`), how they are
listed (`macros.places`).

Example:
    >>> [term.id for term in find_names("省图书馆与石桥县图书馆", glossary)]  # doctest: +SKIP
    ['county-library', 'provincial-library']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from languages import ORIGINAL
from report.model.plans import Commitment, Result
from report.model.words import Term
from report.text import STAND_IN, TermReference, plain_words


def named_in(entry: Result | Commitment, names: Sequence[Term]) -> tuple[str, ...]:
    """Ids of the places and institutions that an entry names, in the order given.

    Its text counts, since it is what readers see; where that names none, its quotation does.

    Args:
        entry: A result or a commitment.
        names: The names of the glossary, of every kind.
    """
    by_id = {term.id: term for term in names}
    added, removed = set(entry.places or ()) & by_id.keys(), set(entry.not_places or ())

    def named(words: str) -> set[str]:
        found = ({term.id for term in find_names(words, names)} | added) - removed
        whole = {place.id for id in found for place in _with_places(by_id[id], by_id) if place.is_listed}
        return whole - removed

    def term(reference: TermReference) -> str:
        return by_id[reference.id].zh if reference.id in by_id else STAND_IN

    found = named(plain_words(entry.text[ORIGINAL], lambda _: STAND_IN, term)) or named(entry.quote)
    return tuple(term.id for term in names if term.id in found)


def find_names(text: str, names: Sequence[Term]) -> Iterator[Term]:
    """The names in a Chinese text, the longest first, once for each time that one occurs."""
    by_id = {term.id: term for term in names}
    spans = [span for term in names for span in _spans(text, term)]
    before = [(start, end, term) for start, end, term in spans if term is not None]
    taken: list[tuple[int, int]] = []
    for start, end, term in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if any(start < other_end and other < end for other, other_end in taken):
            continue
        if term is None:
            taken.append((start, end))
            continue
        own = {place.id for place in _with_places(term, by_id)}
        if any(other < start <= other_end < end and place.id not in own for other, other_end, place in before):
            continue
        taken.append((start, end))
        yield term


def _spans(text: str, term: Term) -> Iterator[tuple[int, int, Term | None]]:
    """Where a name stands in a text, and where its characters mean something else."""
    meanings: list[tuple[str, Term | None]] = [(form, term) for form in term.all_forms(ORIGINAL)]
    meanings += [(exception.passage, None) for exception in term.exceptions]
    for words, meaning in meanings:
        if words in text:
            yield from ((found.start(), found.end(), meaning) for found in re.finditer(re.escape(words), text))


def _with_places(term: Term, names: dict[str, Term]) -> Iterable[Term]:
    """A name and the places that it belongs to, from the smallest."""
    chain: dict[str, Term] = {}
    while term.id not in chain:  # A circle of places has its own message.
        chain[term.id] = term
        term = names.get(term.place or "", term)
    return chain.values()
