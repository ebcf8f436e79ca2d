"""What a figure need not say: its indicator, the `defaults:` of its file or its phrase says it.

The indicator may say theme, label, noun, measure, status and scope; the file status, period, scope and the article of
its places. The measure may follow from the phrase. A figure's own words prevail; where indicator and file say
different things of a figure that says nothing, neither is taken.

Belongs here: completing a figure as its file has it before it is validated, and what is said where that fails. Does
not belong here: place and quote, which a command writes into the file (`report.fill`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from languages import ORIGINAL
from report.model.edition import Edition
from report.model.figure import OF_FILE, OF_INDICATOR, WITHOUT_NOUN, Indicator
from report.model.report import Placed, rules_of
from report.model.units import Unit
from report.problems import Problem, did_you_mean
from report.quantity import Measure, QuantityError, Rules, parse
from report.yaml.reader import Steps, Tree

CONSEQUENCES = frozenset({"missing-inherited", "unknown-indicator", "measure-open"})
"""Codes of problems that may only follow from an indicator or a unit that cannot be read."""
Entry = Mapping[str, Any]
"""An entry as its file has it: nested mappings, tuples and text."""


@dataclass(frozen=True)
class Heritage:
    """What the figures of a file may inherit.

    Attributes:
        rules: How phrases are read.
        indicators: Each indicator by id.
        defaults: The defaults of the file.
    """

    rules: Rules
    indicators: Mapping[str, Entry]
    defaults: Entry = field(default_factory=dict)


def heritage(entries: Iterable[Placed]) -> Heritage:
    """What figures may inherit from the entries that were read before them."""
    placed = list(entries)
    units = [entry.value for entry in placed if isinstance(entry.value, Unit)]
    edition = next((entry.value for entry in placed if isinstance(entry.value, Edition)), None)
    indicators = {e.value.id: _data(e.tree, e.path) for e in placed if isinstance(e.value, Indicator)}
    return Heritage(rules_of(units, edition), indicators)


def complete(entry: Entry, of: Heritage) -> dict[str, Any]:
    """A figure as its file has it, with what it inherits; what is in doubt stays out."""
    indicator = of.indicators.get(str(entry.get("indicator")), {})
    own = [key for key in OF_INDICATOR if key in indicator and not (key == "measure" and "change_of" in entry)]
    whole = {key: of.defaults[key] for key in OF_FILE if key in of.defaults}
    whole = {**whole, **{key: indicator[key] for key in own}, **entry}
    for key in _contradictory(entry, indicator, of.defaults):
        del whole[key]
    if "measure" not in whole and "reading" not in entry and isinstance(entry.get("stated"), str):
        measures = measures_of(entry["stated"].strip(), of.rules)
        if len(measures) < 2:  # What none reads is refused with the reason of the commonest.
            whole["measure"] = next(iter(measures), "count")
    if "noun" not in entry and whole.get("measure") in WITHOUT_NOUN:
        whole.pop("noun", None)
    if "article" in of.defaults and isinstance(entry.get("sources"), tuple):
        whole["sources"] = tuple(
            {"article": of.defaults["article"], **place} if isinstance(place, dict) else place
            for place in entry["sources"]
        )
    return whole


def measures_of(stated: str, rules: Rules) -> list[Measure]:
    """The measures as which a phrase can be read; a grade only where nothing else reads it."""
    found = [measure for measure in get_args(Measure) if reads_as(stated, measure, rules)]
    return [measure for measure in found if measure != "grade"] or found


def reads_as(stated: str, measure: Measure, rules: Rules) -> bool:
    """Whether a phrase can be read as a measure."""
    try:
        parse(stated, measure, rules)
    except QuantityError:
        return False
    return True


def _contradictory(entry: Entry, indicator: Entry, defaults: Entry) -> list[str]:
    both = [key for key in OF_FILE if key in indicator and key in defaults and key not in entry]
    return [key for key in both if indicator[key] != defaults[key]]


def name_missing(problems: Iterable[Problem], tree: Tree, path: Steps, of: Heritage) -> Iterator[Problem]:
    """The problems of a figure; of a key that might have been inherited or written by a command, that it was not."""
    entry = _data(tree, path)
    id = str(entry.get("indicator", ""))
    indicator = of.indicators.get(id, {})
    twice = _contradictory(entry, indicator, of.defaults)
    is_unknown = "indicator" in entry and id not in of.indicators
    below = f"{tree.subject(path)}: "
    for problem in problems:
        key = problem.path.removeprefix(below)
        if problem.code != "missing" or key not in {*OF_INDICATOR, *OF_FILE}:
            yield problem
        elif key in twice:
            values = {"key": key, "id": id, "one": _words(indicator[key]), "other": _words(of.defaults[key])}
            yield replace(problem, code="inherited-twice", values=values)
        elif key == "measure" and (measures := measures_of(str(entry.get("stated", "")), of.rules)):
            yield replace(problem, code="measure-open", values={"measures": ", ".join(measures)})
        elif not (is_unknown and key in OF_INDICATOR):
            code = "missing-default" if key not in OF_INDICATOR else "missing-inherited"
            yield replace(problem, code=code, values={**problem.values, "id": id})
    if is_unknown and any(problem.code == "missing" for problem in problems):
        line = tree.line((*path, "indicator"))
        values = {"id": id, "near": did_you_mean(id, of.indicators)}
        yield Problem(tree.file, line, f"{below}indicator", "unknown-indicator", values)


def _words(value: Any) -> str:
    return str(value.get(ORIGINAL, "")) if isinstance(value, dict) else str(value)


def _data(tree: Tree, path: Steps) -> Entry:
    node = tree.at(path)
    return node if isinstance(node, dict) else {}
