"""Reports that lack parts, derived from the sample library: every pair of present and absent parts in a few reports.

Here belongs cutting a part out of the sample's data. What a report without it must look like belongs to the tests.

Example::

    root = lay_out_parts(tmp_path / "project", {"results": True, "plans": False, "years": 1, ...})
"""

import copy
import re
import shutil
from collections.abc import Iterator, Mapping
from itertools import combinations, product
from pathlib import Path
from typing import Any

import yaml
from building import built_sample, copy_drawings

from samples import GOOD, ROOT

Parts = Mapping[str, Any]
FACTORS: Mapping[str, tuple[Any, ...]] = {
    "results": (True, False),
    "plans": (True, False),
    "ledger": (True, False),
    "errata": (True, False),
    "corrections": (True, False),
    "glossary": (True, False),
    "charts": (True, False),
    "figures": (True, False),
    "themes": (True, False),
    "years": (1, 2, 10),
    "lean": (True, False),  # Whether pages.yml names present parts alone.
}
_PAGES = {part: [part] for part in ("errata", "corrections", "glossary", "charts", "ledger")} | {
    "figures": ["figures", "figure", "former-figure"],
    "themes": ["themes", "theme"],
    "plans": ["workstream"],
    "years": ["year"],
}
_SECTIONS = {"figures": "easier", "plans": "directions"}


def makes_sense(parts: Parts) -> bool:
    """A ledger records a plan and the results of its year, a chart draws figures."""
    return (not parts["ledger"] or (parts["results"] and parts["plans"])) and (parts["figures"] or not parts["charts"])


def pairwise_parts() -> list[Parts]:
    """As few reports as a greedy choice finds in which each pair of values that makes sense occurs."""
    names = list(FACTORS)
    every = [dict(zip(names, values, strict=True)) for values in product(*FACTORS.values())]
    every = [parts for parts in every if makes_sense(parts)]
    pairs = {parts_index: set(_pairs(parts)) for parts_index, parts in enumerate(every)}
    open_pairs = set().union(*pairs.values())
    chosen = []
    while open_pairs:
        best = max(pairs, key=lambda index: len(pairs[index] & open_pairs))
        chosen.append(every[best])
        open_pairs -= pairs[best]
    return chosen


def _pairs(parts: Parts) -> Iterator[tuple[Any, ...]]:
    return combinations(sorted(parts.items()), 2)


def name_of(parts: Parts) -> str:
    """The parts that a report has, for the name of a test."""
    return "-".join(name if value is True else f"{name}{value}" for name, value in parts.items() if value)


def lay_out_parts(root: Path, parts: Parts) -> Path:
    """A project with a report of these parts, with pages and settings as `report new` writes them.

    It has the drawings of the whole sample, many of which it needs.
    """
    shutil.copytree(GOOD / "data", root / "data")
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy2(ROOT / "hooks.py", root)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings.replace("  custom_dir: overrides\n", ""), encoding="utf-8")
    data = {p.relative_to(root / "data").as_posix(): _read(p) for p in (root / "data").rglob("*.yml")}
    _keep_years(data, parts)
    _keep_parts(data, parts)
    for path in (root / "data").rglob("*.yml"):
        path.unlink()
    for name, value in data.items():
        (root / "data" / name).parent.mkdir(exist_ok=True)
        (root / "data" / name).write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return copy_drawings(root, built_sample())


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


def _keep_years(data: dict[str, Any], parts: Parts) -> None:
    """Results and plans of one year, of two or of ten; of no year without both."""
    both, kept = parts["results"] and parts["plans"], parts["years"]
    last = 2026 if parts["plans"] and (kept > 1 or not parts["results"]) else 2025
    years = range(last - kept + 1, last + 1) if parts["results"] or parts["plans"] else range(0)
    for folder, model in (("results", "2024"), ("plans", "2025")):
        sample = data[f"{folder}/{model}.yml"]
        for year in years:
            if f"{folder}/{year}.yml" not in data and not (both and folder == "plans"):
                data[f"{folder}/{year}.yml"] = _of_year(sample, model, str(year))
        for name in [name for name in data if name.startswith(folder)]:
            if not parts[folder] or int(name[-8:-4]) not in years or (both and kept > 1 and name == "results/2026.yml"):
                del data[name]
    edition, ends = data["report.yml"], {name[-8:-4] for name in data if name.startswith(("results/", "plans/"))}
    sample = edition["years"][0]
    edition["years"] = [_of_year(sample, "2024", year) for year in sorted(ends)]
    if not edition["years"]:
        del edition["years"]
    if "plans/2026.yml" not in data:
        for entry in data["ledger.yml"]:
            entry.pop("taken_up", None), entry.pop("taken_up_note", None)
    known = {entry["id"] for name in data for entry in _entries(data[name]) if name.startswith(("results/", "plans/"))}
    data["coverage.yml"] = [each for each in data["coverage.yml"] if each.get("of", "") in known | {""}]


def _keep_parts(data: dict[str, Any], parts: Parts) -> None:
    for part in ("ledger", "errata", "corrections", "glossary", "charts"):
        if not parts[part]:
            del data[f"{part}.yml"]
    if not parts["glossary"]:
        words = {"zh": "服务评价", "en": "service evaluation"}
        for name in data:
            data[name] = _mapped(data[name], lambda key, text: re.sub(r"\{term:[^}]*\}", words.get(key, ""), text))
    if not parts["charts"] and parts["lean"]:
        data["home.yml"].pop("chart", None)
    if not parts["figures"]:
        for name in ("figures/reading.yml", "figures/service.yml", "indicators.yml", "units.yml"):
            del data[name]
        del data["home.yml"]["groups"], data["home.yml"]["tiles"]
        data |= {"corrections.yml": []} if parts["corrections"] else {}
        words = {"zh": "若干", "en": "several"}
        for name in data:
            data[name] = _mapped(data[name], lambda key, text: re.sub(r"\{[^}:]+\}", words.get(key, ""), text))
    if not parts["themes"]:
        del data["report.yml"]["themes"]
        for name in data:
            data[name] = _without(data[name], "theme")
    if parts["lean"]:
        parts = {**parts, "years": "years" in data["report.yml"]}
        absent = {part for part in _PAGES if not parts[part]}
        pages = {page for part in absent for page in _PAGES[part]}
        data["pages.yml"] = [page for page in data["pages.yml"] if page["id"] not in pages]
        for note in data["home.yml"]["know"]:
            note["pages"] = [page for page in note.get("pages", []) if page not in pages]
        for page in data["pages.yml"]:
            if page["id"] == "index":
                gone = {_SECTIONS[part] for part in absent if part in _SECTIONS}
                page["sections"] = [section for section in page["sections"] if section["id"] not in gone]


def _of_year(value: Any, model: str, year: str) -> Any:
    """A sample's year as another, with ids and words that name it."""
    return _mapped(copy.deepcopy(value), lambda key, text: text if key in _PLACES else _renamed(text, model, year))


_PLACES = {"quote", "article", "section", "paragraph", "sentence"}


def _renamed(text: str, model: str, year: str) -> str:
    return re.sub(rf"(?<!\.){model}", year, text)  # Figures keep their ids, which end in `.2024`.


def _mapped(value: Any, change: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _mapped(each, change, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_mapped(each, change, key) for each in value]
    return change(key, value)


def _without(value: Any, key: str) -> Any:
    if isinstance(value, dict):
        return {name: _without(each, key) for name, each in value.items() if name != key}
    return [_without(each, key) for each in value] if isinstance(value, list) else value


def _entries(part: Any) -> Iterator[Any]:
    for group in [*part.get("chapters", []), *part.get("workstreams", [])] if isinstance(part, dict) else []:
        yield from [*group.get("results", []), *group.get("commitments", [])]
