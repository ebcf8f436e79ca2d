"""The kinds of chart, a file each.

A file holds the required keys, checks, spec, drawing and words of its kind. To add a kind, add its file, which defines
`KIND` (`charts.kind.ChartKind`), and its sample in `tests/chart_samples/`. What several kinds share is in
`charts.specs`, `charts.sheet`, `measure`, `scale` and `style`.

`report` and `macros` import this package for the declarations, so it must not import matplotlib: `charts.sheet` imports
it when a sheet is created. Unlike other modules these may hold visible words, so that a kind is one file.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from charts.kind import ChartKind

KINDS: dict[str, ChartKind[Any]] = {
    name.replace("_", "-"): import_module(f"charts.kinds.{name}").KIND
    for name in sorted(module.name for module in iter_modules(__path__))
}
"""Every kind by its name, in alphabetical order: the order of lists, schema and reference."""

DATA_KINDS: dict[str, ChartKind[Any]] = {name: kind for name, kind in KINDS.items() if kind.build is not None}
"""Those that `data/charts.yml` may name."""

FORMER_NAMES = {former: name for name, kind in DATA_KINDS.items() for former in kind.former_names}
"""Current names by the names in older data files."""


def kinds_with(key: str) -> list[str]:
    """The kinds that declare a key of charts, panels or rows; empty for a key that every kind may have."""
    return [name for name, kind in DATA_KINDS.items() if key in kind.keys]
