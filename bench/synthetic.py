"""Reports larger than this one, made from it: every figure, indicator, result, commitment and chart, many times over.

A copy has its original's text and values, so that it passes the same checks, under ids of its own; its references
refer to figures of the same copy. Their order is random, by a seed. Copies of a chart show the same, so their
drawings are in the cache: drawing is timed on its own.
Not copied: articles, glossary, errata, pages, and whatever names a single entry (home page, directions' pages).

Example::

    write_report(Path("."), Path("larger"), times=10, seed=1)
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

SOURCES = ("cache", "charts", "data", "docs", "macros", "overrides", "publish", "report", "hooks.py", "mkdocs.yml")
_REFERENCE = re.compile(r"\{([a-z0-9-]+\.[a-z0-9-]+|[a-z0-9-]+)(?=[:}])")


def write_report(root: Path, target: Path, *, times: int, seed: int) -> None:
    """A copy of the project with a larger report.

    Args:
        root: The project's folder.
        target: Where the copy goes; what is there is removed.
        times: How often each entry is in it, itself included.
        seed: Makes the same report each time.
    """
    shutil.rmtree(target, ignore_errors=True)
    for name in SOURCES:
        source = root / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        target.mkdir(parents=True, exist_ok=True)
        copy(source, target / name)
    if times == 1:
        return
    data, chance = target / "data", random.Random(seed)
    names = set(_ids(data))
    for path in (data / "indicators.yml", data / "charts.yml", data / "ledger.yml", *data.glob("figures/*.yml")):
        entries = _read(path)
        more = [_renamed(entry, names, copy) for copy in range(1, times) for entry in entries]
        chance.shuffle(more)
        _write(path, entries + more)
    for path in (*data.glob("results/*.yml"), *data.glob("plans/*.yml")):
        year = _read(path)
        for part in year.get("chapters", []) + year.get("workstreams", []):
            name = "results" if path.parent.name == "results" else "commitments"
            entries = part.get(name, [])
            part[name] = entries + [_renamed(entry, names, copy) for copy in range(1, times) for entry in entries]
        _write(path, year)


def _ids(data: Path) -> Iterator[str]:
    """The ids that are copied."""
    for path in (data / "indicators.yml", data / "charts.yml", *data.glob("figures/*.yml")):
        yield from (entry["id"] for entry in _read(path))
    for path in (*data.glob("results/*.yml"), *data.glob("plans/*.yml")):
        year = _read(path)
        for part in year.get("chapters", []) + year.get("workstreams", []):
            yield from (entry["id"] for entry in part.get("results", []) + part.get("commitments", []))


def _renamed(value: Any, names: set[str], copy: int) -> Any:
    """A copy of a value, ids and references in it changed."""
    if isinstance(value, dict):
        unchanged = {key: value[key] for key in value if key == "noun"}  # Words, one of which may equal an id.
        return {key: unchanged.get(key) or _renamed(value[key], names, copy) for key in value if key != "former_ids"}
    if isinstance(value, list):
        return [_renamed(item, names, copy) for item in value]
    if value in names:
        return _name(value, copy)
    return _REFERENCE.sub(lambda found: "{" + (_name(found[1], copy) if found[1] in names else found[1]), value)


def _name(id: str, copy: int) -> str:
    """`consortia.2024` becomes `consortia-c1.2024`."""
    name, dot, period = id.partition(".")
    return f"{name}-c{copy}{dot}{period}"


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:
        return True  # A report may hold none.


def _write(path: Path, value: Any) -> None:
    text = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text, encoding="utf-8", newline="\n")
