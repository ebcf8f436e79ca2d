"""A report of figures of every measure, unit and period, to try every kind of chart on.

`sites/` shows single messages; here are all combinations. The articles do not hold these figures: only what is said
of charts is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from charts.kinds import DATA_KINDS
from report.load import read_report
from report.validate.charts import check_charts
from samples import lay_out

PHRASES: dict[str, tuple[str, str]] = {
    "count": ("12个", "count"),
    "count-other": ("30个", "count"),
    "count-people": ("20人", "count"),
    "age": ("78.6岁", "count"),
    "per-thousand-people": ("每千人口7.23张", "count"),
    "per-ten-thousand-people": ("每万人口3.99张", "count"),
    "money": ("361.6元", "money"),
    "money-per-person": ("人均6425.3元", "money"),
    "money-dollars": ("30美元", "money"),
    "percent": ("79.4%", "share"),
    "percent-other": ("40%", "share"),
    "permille": ("4.5‰", "share"),
    "per-100000": ("15.1/10万", "share"),
    "fraction": ("三分之二", "share"),
    "days": ("8.8日", "duration"),
    "years": ("26年", "duration"),
    "change-count": ("增加5个", "count"),
    "change-money": ("提高5元", "money"),
    "change-percent": ("下降5.2%", "change-percent"),
    "change-comparable": ("按可比价格下降5.2%", "change-percent"),
    "change-points": ("提升6.29个百分点", "change-points"),
    "rank": ("第4", "rank"),
    "grade": ("A+", "grade"),
    "compound": ("6类15项", "compound"),
    "range": ("10至15个", "count"),
    "more-than": ("20余个", "count"),
    "nearly": ("近20个", "count"),
    "at-most": ("不超过20个", "count"),
    "about": ("约20个", "count"),
}
"""A phrase of each kind of quantity, with its measure."""

PERIODS: dict[str, dict[str, Any]] = {
    "year": {"year": 2024},
    "cumulative": {"cumulative_to": date(2024, 12, 31)},
    "spell": {"about_years": 5},
    "target": {"by_end_of": 2025},
}

KEYS: dict[str, dict[str, Any]] = {
    "field": {"field": "library-field.2024"},
    "caution": {"caution": {"zh": "口径不同", "en": "Counted differently"}},
}
"""Keys of charts that a kind may need."""
TEXT = {"zh": "甲", "en": "A"}


class _Dumper(yaml.SafeDumper):
    """Writes values out each time, since editors write no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def figure(id: str, stated: str, measure: str, **more: Any) -> dict[str, Any]:
    """A figure of the year 2024, with what differs."""
    common = {"theme": "reading", "label": TEXT, "status": "reported", "scope": {"zh": "全镇", "en": "the town"}}
    source = {"article": "l2025", "section": "年度回顾", "paragraph": 1, "sentence": 1}
    entry = {**common, "id": id, "indicator": f"{id.partition('.')[0]}", "stated": stated, "quote": stated}
    noun = {"noun": {"en": ["thing", "things"]}} if measure == "count" else {}
    noun = {"noun": {"en": [["kind", "kinds"], ["thing", "things"]]}} if measure == "compound" else noun
    return {**entry, **noun, "measure": measure, "period": PERIODS["year"], "sources": [source], **more}


def chart(id: str, kind: str, rows: Sequence[Mapping[str, Any]], **panel: Any) -> dict[str, Any]:
    """A chart with one panel that holds the rows, and says that its figures differ."""
    words = {key: {"zh": f"{id}{key}", "en": f"{id} {key}"} for key in ("question", "finding", "subtitle", "alt")}
    keys: dict[str, Any] = {}
    for key in DATA_KINDS[kind].required_keys:
        keys |= KEYS.get(key, {})
    panels = [{"title": TEXT, **({"rows": list(rows)} if rows else {}), **panel}]
    return {"id": id, "kind": kind, "theme": "reading", **words, "differs": TEXT, **keys, "panels": panels}


def problems(
    folder: Path, figures: Sequence[Mapping[str, Any]], charts: Sequence[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """What is said of each chart, by its id: the messages, in their order, without what is missing."""
    root = lay_out("none", folder)
    known = yaml.safe_load((root / "data/indicators.yml").read_text(encoding="utf-8"))
    units = {each["indicator"]: each for each in figures}
    known += [{"id": id, "theme": "reading", "label": TEXT, "unit": "个"} for id in units]
    written = {"indicators": known, "figures/extra": list(figures), "charts": list(charts)}
    for name, entries in written.items():
        text = yaml.dump(entries, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
        (root / f"data/{name}.yml").write_text(text, encoding="utf-8")
    report, found = read_report(root)
    assert report is not None, [problem.render() for problem in found]
    said: dict[str, list[str]] = {each["id"]: [] for each in charts}
    for problem in check_charts(report):
        if problem.code != "missing":
            said[problem.path.partition(":")[0]].append(problem.message)
    return said
