"""Records of what was verified and signed, in `data/verification.yml`.

Each entry has two records. `report verify` covers number, unit, qualifier, quote and place; `report sign` covers what
people review: label, scope, period, status and the English of every text; of all other data too, with which entries a
file has and in which order. Each stores fingerprints under the entry's id and the place in the entry, so that entries
may be moved.

Belongs here: the fingerprints. Does not belong here: writing the records (`report.review.commands`), refusing what
has changed since (`report.validate.reviews`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from languages import ORIGINAL, SIDES
from report.articles.places import place_of, printed_sentences
from report.cached_per_report import cached_per_report
from report.file_kinds import FILE_KINDS
from report.model import Commitment, Evidence, Figure, LedgerEntry, Report, Result, Review, Term, Text
from report.model.review import Signed
from report.model.walk import Spot, walk, walk_inherited
from report.quantity import Amount
from report.series import quantity_of
from report.yaml.reader import Steps, child

QuotedEntry = Figure | Result | Commitment
_CHECKED = {"stated", "quote", "sources"}  # What `report verify` covers; people need not review it again.
_WRITTEN_BY_COMMANDS = {"articles", "verification"}
_IN_ANY_ORDER = {"coverage", "glossary", "indicators", "units"}
_NAMED_BY = ("id", "year", "figure", "heading")


@dataclass
class Subject:
    """An entry, or another part of the data, that is reviewed as a whole.

    Attributes:
        id: As `data/verification.yml` names it.
        spot: Its location.
        texts: Spot and fingerprints of its texts, by their place in it.
        rest: What else it holds, as plain data; of an entry with a model of its own that says it, nothing.
    """

    id: str
    spot: Spot
    texts: dict[str, tuple[Spot, str]] = field(default_factory=dict)
    rest: Any = ""

    @property
    def facts(self) -> str:
        """Fingerprint of what people review besides the texts."""
        return fingerprint(self.rest) if self.rest else _facts(self.spot.value)

    def has_changed(self, signed: Signed) -> bool:
        """Whether it is no longer what was signed, its texts apart.

        Before there was a record of what is neither entry nor text, all of it had that of nothing.
        """
        return signed.print not in ((self.facts, _NOTHING) if self.rest else (self.facts,))

    @property
    def is_whole_file(self) -> bool:
        """Whether it is a file of entries, of which it has the names and the order."""
        return isinstance(self.rest, list) and "/" not in self.id

    @property
    def cites(self) -> frozenset[str]:
        """Ids of the articles that its quotes are taken from."""
        value = self.spot.value
        parts = value.evidence if isinstance(value, LedgerEntry) else (value,) if isinstance(value, QuotedEntry) else ()
        return frozenset(place.article for part in parts for place in part.sources)

    def checked(self, report: Report) -> str:
        """Fingerprint of what is checked against the articles; empty for what has no quote."""
        value = self.spot.value
        if isinstance(value, LedgerEntry):
            return fingerprint([_cited(report, part) for part in value.evidence]) if value.evidence else ""
        return _checked(report, value) if isinstance(value, QuotedEntry) else ""


def fingerprint(value: Any) -> str:
    """The beginning of the SHA-256 sum of a value."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


_NOTHING = fingerprint("")


def _facts(value: object) -> str:
    covered = _CHECKED if isinstance(value, QuotedEntry) else frozenset[str]()
    return fingerprint(_without_texts(value, covered) if isinstance(value, QuotedEntry | LedgerEntry) else "")


def _checked(report: Report, entry: QuotedEntry) -> str:
    stated = [entry.measure, entry.stated, _parsed(report, entry)] if isinstance(entry, Figure) else []
    return fingerprint([stated, *_cited(report, entry)])


def _cited(report: Report, entry: QuotedEntry | Evidence) -> list[Any]:
    """A quote, its places, and the fingerprints of the sentences there."""
    sentences, places = printed_sentences(report), [place_of(locator) for locator in entry.sources]
    at = [place[:4] for place in places]  # As records have had it from the first.
    return [entry.quote, at, [sentences[place].sha256 if place in sentences else "" for place in places]]


@cached_per_report
def subjects(report: Report) -> dict[str, Subject]:
    """Everything that is reviewed, by id."""
    found: dict[str, Subject] = {}
    trees: dict[str, Spot] = {}
    for spot in (*walk(report), *walk_inherited(report)):
        if not spot.is_inherited:
            trees.setdefault(spot.tree.file, spot)
        if isinstance(spot.value, QuotedEntry | LedgerEntry | Text | Term):
            id, place = _address(spot)
            subject = found.setdefault(id, Subject(id, spot))
            if isinstance(spot.value, Term):
                prints = tuple(spot.value.all_forms(side) for side in SIDES)
            elif isinstance(spot.value, Text):
                prints = ((spot.value.zh,), (spot.value.en,))
            else:
                continue
            while place in subject.texts:  # Two rows of a chart may name one figure.
                place += "+"
            subject.texts[place] = (spot, " ".join(map(fingerprint, prints)))
    for spot in trees.values():
        _add_rest(found, spot)
    return found


def _add_rest(found: dict[str, Subject], spot: Spot) -> None:
    """Add what a file holds besides entries and texts: settings, the names of its entries and their order."""
    file, data = _named_by_file(spot), spot.tree.data
    if file in _WRITTEN_BY_COMMANDS or (isinstance(data, tuple) and file.startswith("figures/")):
        return  # Figures stand in any file and order.
    if not isinstance(data, tuple):
        found.setdefault(file, Subject(file, spot)).rest = _outline(data, found[file].texts, ()) or ""
        return
    for item in data:
        subject = found.get(f"{file}/{_name(item)}")
        if subject is not None and not isinstance(subject.spot.value, LedgerEntry):
            subject.rest = _outline(item, subject.texts, ()) or ""
    entries = [name if f"{file}/{(name := _name(item))}" in found else _outline(item, (), ()) for item in data]
    found[file] = Subject(file, spot, rest=sorted(entries, key=str) if file in _IN_ANY_ORDER else entries)


def _outline(node: Any, texts: Container[str], path: tuple[str, ...]) -> Any:
    """Data without its texts, and with the names alone of entries below it, which are reviewed by themselves."""
    if ".".join(path) in texts:
        return None
    if isinstance(node, dict):
        if path and {"quote", "id"} <= node.keys():
            return node["id"]
        parts = {key: _outline(value, texts, (*path, key)) for key, value in node.items()}
        return {key: part for key, part in parts.items() if part not in (None, {}, [])}
    if isinstance(node, tuple):
        return [_outline(each, texts, (*path, _name(each) or str(at))) for at, each in enumerate(node, start=1)]
    return node


def is_verified(report: Report, entry: QuotedEntry) -> bool:
    """Whether an entry is on record as checked against the articles, unchanged."""
    review = reviews_by_id(report).get(entry.id)
    return bool(review and review.verified and review.verified.print == _checked(report, entry))


def reviewable(report: Report) -> list[str]:
    """Ids of all that can be signed: what the report holds, and what it no longer holds."""
    return [*subjects(report), *(review.id for review in gone_parts(report))]


def gone_parts(report: Report) -> list[Review]:
    """The records of other parts of the data, signed and no longer there: an erratum, a chart, a file."""
    known, files = subjects(report), {kind.pattern.removesuffix(".yml") for kind in FILE_KINDS}
    signed = (review for review in report.reviews if review.signed and review.id not in known)
    return [review for review in signed if "/" in review.id or review.id in files]  # All others are entries.


def former_entries(report: Report) -> list[Review]:
    """The records of figures, results and commitments that were published and are no longer in the report."""
    known = subjects(report)
    # Only entries are both checked and signed under a bare id; that of a whole file, `home`, is never checked.
    published = (review for review in report.reviews if review.verified and review.signed and "/" not in review.id)
    return [review for review in published if review.id not in known]


@cached_per_report
def reviews_by_id(report: Report) -> Mapping[str, Review]:
    """The record of each entry, by id; a renamed figure takes over what is still valid under its former ids."""
    reviews = {review.id: review for review in report.reviews}
    renamed = [id for figure in report.figures for id in figure.former_ids if id in reviews]
    return reviews | _from_former_ids(report, reviews) if renamed else reviews


def _from_former_ids(report: Report, reviews: Mapping[str, Review]) -> dict[str, Review]:
    """The records of renamed figures: a check of the same phrase and quote, a review of the same facts."""
    found = {}
    for figure in report.figures:
        subject = subjects(report)[figure.id]
        review = reviews.get(figure.id) or Review.model_construct(id=figure.id)
        for was in (reviews[id] for id in figure.former_ids if id in reviews):
            others = tuple(id for id in figure.former_ids if id != was.id)
            facts = _facts(figure.model_copy(update={"id": was.id, "former_ids": others}))
            if not review.verified and was.verified and was.verified.print == _checked(report, figure):
                review = review.model_copy(update={"verified": was.verified})
            if not review.signed and was.signed and was.signed.print == facts:
                signed = was.signed.model_copy(update={"print": subject.facts})
                review = review.model_copy(update={"signed": signed, "texts": was.texts})
        if review.verified or review.signed:
            found[figure.id] = review
    return found


def _address(spot: Spot) -> tuple[str, str]:
    """The id of the subject that a spot belongs to, and its path there, with ids instead of list positions."""
    names = list(named_steps(spot.tree.data, spot.path))
    owner = next((m for m in reversed((*spot.parents, spot.value)) if isinstance(m, QuotedEntry)), None)
    if owner is not None:
        start = len(names) - names[::-1].index(owner.id)
        return owner.id, ".".join(names[start:])
    file = _named_by_file(spot)
    if isinstance(spot.tree.data, tuple):
        return f"{file}/{names[0]}", ".".join(names[1:]) or "."
    return file, ".".join(names)


def _named_by_file(spot: Spot) -> str:
    return spot.tree.file.removeprefix("data/").removesuffix(".yml")


def named_steps(data: Any, path: Steps) -> Iterator[str]:
    """A path with ids instead of list positions, so that it stays the same when entries are moved."""
    node = data
    for step in path:
        node = child(node, step)
        yield str(step) if isinstance(step, str) else _name(node) or str(step + 1)


def _name(node: Any) -> str:
    """The name that identifies an item of a list at any position; empty where it has none."""
    if not isinstance(node, dict):
        return ""
    unit = (ORIGINAL,) if "kind" in node else ()
    return next((str(node[key]) for key in (*_NAMED_BY, *unit) if key in node), "")


def _parsed(report: Report, figure: Figure) -> Any:
    quantity = quantity_of(report, figure)  # None where its phrase is a problem of its own.
    return [quantity.grade, [_amount(amount) for amount in quantity.amounts]] if quantity else None


def _amount(amount: Amount) -> list[str]:
    """Value, unit and qualifier, and other parts where it has them, so that older records stay valid."""
    more = {
        "to": amount.to and str(amount.to),
        "per": amount.per and f"{amount.per.size} {amount.per.unit}",
        "currency": "" if amount.currency == "CNY" else amount.currency,
        "style": amount.style,
    }
    named = [f"{name}: {value}" for name, value in more.items() if value]
    return [str(amount.value), amount.unit, amount.qualifier, *named]


def _without_texts(value: Any, left_out: Set[str] = frozenset()) -> Any:
    """A model as plain data, without its texts."""
    if isinstance(value, Text):
        return None
    if isinstance(value, BaseModel):
        fields = (name for name in type(value).model_fields if name not in left_out)
        parts = {name: _without_texts(getattr(value, name)) for name in fields}
        return {name: part for name, part in parts.items() if part is not None}
    if isinstance(value, tuple):
        return [_without_texts(part) for part in value]
    return value
