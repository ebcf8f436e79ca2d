"""The kinds of chart, a file each.

A file holds what its kind needs and refuses, what it is drawn from, its drawing, its words. To add one, add its
file, which defines `KIND` (`charts.kind.Kind`), and its sample in `tests/chart_samples/`.
What several kinds share stands in `charts.specs` and `charts.sheet`, `measure`, `scale` and `style`.

`report` and `macros` import this package for the declarations. That costs them the standard library alone:
matplotlib is imported when a sheet is made. Files may hold visible words, so that a kind is one file.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from charts.kind import Kind

KINDS: dict[str, Kind[Any]] = {
    name: import_module(f"charts.kinds.{name}").KIND
    for name in sorted(module.name for module in iter_modules(__path__))
}
"""Every kind by its name, in the order of the alphabet: the order of lists, schema and reference."""

OF_DATA: dict[str, Kind[Any]] = {name: kind for name, kind in KINDS.items() if kind.build is not None}
"""Those that `data/charts.yml` may name."""

FORMER_NAMES = {kind.former_name: name for name, kind in OF_DATA.items() if kind.former_name}
"""Names of today by those of older data files."""


def kinds_with(key: str) -> list[str]:
    """The kinds that have a key of charts, panels or rows for themselves; none if it is every kind's."""
    return [name for name, kind in OF_DATA.items() if key in kind.keys]
