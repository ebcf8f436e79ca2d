"""Counts what a person types for a figure: as the files of a report have it, and with all that may be inherited.

Run it: `PYTHONPATH=. .venv/bin/python tests/typed_lines.py FOLDER`. Belongs here: converting a report's figures to what
they need say, and counting lines and values. Does not belong here: what may be inherited (`report.inheritance`).
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from report.fill import figure_entries
from report.inheritance import measures_of
from report.load import load_report
from report.model.figure import OF_COMMAND, OF_INDICATOR
from report.yaml.reader import read_tree

Entry = dict[str, Any]
_IN_BRACES = ("period", "noun")


def converted(root: Path) -> tuple[list[Entry], dict[str, tuple[Entry, list[Entry]]]]:
    """The indicators, and of each file of figures its defaults and figures, saying nothing twice.

    A key that all figures of an indicator share goes to the indicator; status, period and article that most of a file
    share go to its defaults.
    """
    rules = load_report(root).rules
    indicators = {entry["id"]: dict(entry) for entry in _data(root / "data/indicators.yml")}
    files = {
        path.name: [dict(entry) for _, entry, _ in figure_entries(read_tree(path.read_text("utf-8"), path.name))]
        for path in sorted((root / "data/figures").glob("*.yml"))
    }
    figures = [figure for entries in files.values() for figure in entries]
    for id, indicator in indicators.items():
        own = [figure for figure in figures if figure["indicator"] == id]
        for key in OF_INDICATOR:
            found = [figure[key] for figure in own if key in figure]
            if found and key not in ("status", "measure"):
                indicator.setdefault(key, _commonest(found))
    return list(indicators.values()), {name: _file(entries, indicators, rules) for name, entries in files.items()}


def _file(entries: list[Entry], indicators: Mapping[str, Entry], rules: Any) -> tuple[Entry, list[Entry]]:
    defaults = {key: _commonest(entry[key] for entry in entries) for key in ("status", "period")}
    defaults["article"] = _commonest(entry["sources"][0]["article"] for entry in entries)
    return defaults, [_figure(entry, indicators[entry["indicator"]], defaults, rules) for entry in entries]


def _figure(entry: Entry, indicator: Entry, defaults: Entry, rules: Any) -> Entry:
    inherited = {**defaults, **{key: indicator[key] for key in OF_INDICATOR if key in indicator}}
    own = {key: value for key, value in entry.items() if key not in OF_COMMAND and inherited.get(key) != value}
    if "measure" in own and measures_of(entry["stated"], rules) == [own["measure"]]:
        del own["measure"]
    return own


def _commonest(values: Iterable[Any]) -> Any:
    found = list(values)
    return max(found, key=found.count)


def lines(entry: Entry) -> int:
    """The lines that an entry takes, a text two below its key, a period and a noun one."""
    braces = {key for key in _IN_BRACES if key in entry}
    rest = {key: value for key, value in entry.items() if key not in braces}
    return len(braces) + len(yaml.safe_dump(_plain(rest), allow_unicode=True, width=10_000).splitlines())


def values(entry: Any) -> int:
    """The values that an entry has."""
    if isinstance(entry, dict):
        return sum(map(values, entry.values()))
    return sum(map(values, entry)) if isinstance(entry, tuple | list) else 1


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _data(path: Path) -> Any:
    return read_tree(path.read_text(encoding="utf-8"), path.name).data


def measure(root: Path) -> dict[str, float]:
    """Lines and values a figure, of figures and indicators together, without `caveat` and `meaning`."""
    indicators, files = converted(root)
    figures = [figure for _, entries in files.values() for figure in entries]
    before = [
        dict(entry)
        for path in sorted((root / "data/figures").glob("*.yml"))
        for _, entry, _ in figure_entries(read_tree(path.read_text("utf-8"), path.name))
    ]
    known = [dict(entry) for entry in _data(root / "data/indicators.yml")]
    every = [_said(entry) for entry in (*figures, *indicators, *(defaults for defaults, _ in files.values()))]
    was = [_said(entry) for entry in (*before, *known)]
    count = len(figures)
    return {
        "figures": count,
        "lines before": round(sum(map(lines, was)) / count, 1),
        "values before": round(sum(map(values, was)) / count, 1),
        "lines after": round(sum(map(lines, every)) / count, 1),
        "values after": round(sum(map(values, every)) / count, 1),
        "lines of a figure after": round(sum(lines(_said(figure)) for figure in figures) / count, 1),
        "values of a figure after": round(sum(values(_said(figure)) for figure in figures) / count, 1),
    }


def _said(entry: Entry) -> Entry:
    """An entry without what differs by report: explanations."""
    return {key: value for key, value in entry.items() if key not in ("caveat", "meaning", "note")}


if __name__ == "__main__":
    for name, number in measure(Path(sys.argv[1])).items():
        sys.stdout.write(f"{name}: {number}\n")
