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

PERIODS: dict[str, dict[str, Any]] = {
    "year": {"year": 2024},
    "cumulative": {"cumulative_to": date(2024, 12, 31)},
    "spell": {"about_years": 5},
    "running": {"through": 2024, "years": 26},
    "by-end": {"by_end_of": 2025},
    "on-year-before": {"year": 2024, "compared_with": 2023},
    "on-2020": {"year": 2024, "compared_with": 2020},
}

PHRASES: dict[str, tuple[str, str]] = {
    "count": ("12个", "count"),
    "count-other": ("30个", "count"),
    "people": ("20人", "count"),
    "age": ("78.6岁", "count"),
    "per-thousand": ("每千人口7.23张", "count"),
    "per-ten-thousand": ("每万人口3.99张", "count"),
    "money": ("361.6元", "money"),
    "dollars": ("30美元", "money"),
    "money-per-person": ("人均6425.3元", "money"),
    "percent": ("79.4%", "share"),
    "permille": ("4.5‰", "share"),
    "per-100000": ("15.1/10万", "share"),
    "fraction": ("三分之二", "share"),
    "days": ("8.8日", "duration"),
    "years": ("26年", "duration"),
    "rise": ("增加5个", "count"),
    "rise-of-money": ("提高5元", "money"),
    "rise-in-percent": ("提高5.2%", "change-percent"),
    "rise-at-comparable-prices": ("按可比价格下降5.2%", "change-percent"),
    "rise-in-points": ("提升6.29个百分点", "change-points"),
    "rank": ("第4", "rank"),
    "grade": ("A+", "grade"),
    "list": ("6类15项", "compound"),
    "range": ("10至15个", "count"),
    "more-than": ("20余个", "count"),
    "nearly": ("近20个", "count"),
    "at-most": ("不超过20个", "count"),
    "about": ("约20个", "count"),
    "target": ("90%", "share"),
    "assigned": ("14个", "count"),
    "applied-for": ("50元", "money"),
    "years-running": ("26年", "duration"),
    "cumulative": ("40个", "count"),
    "half-year": ("上半年20个", "count"),
    "quarters": ("1至3季度20个", "count"),
    "of-country": ("占全国的20%", "share"),
    "added": ("新增20个", "count"),
    "year-end": ("90个", "count"),
    "chained-index": ("100.2%", "share"),
    "elsewhere": ("9个", "count"),
    "rise-since-2020": ("增加9个", "count"),
}
"""A phrase of each kind of quantity, with its measure."""

OTHERWISE: dict[str, dict[str, Any]] = {
    "target": {"status": "target", "period": PERIODS["by-end"]},
    "assigned": {"status": "assigned"},
    "applied-for": {"status": "applied-for"},
    "years-running": {"period": PERIODS["running"]},
    "cumulative": {"period": PERIODS["cumulative"]},
    "year-end": {"scope": {"zh": "全镇，年末", "en": "the town, end of year"}},
    "chained-index": {"label": {"zh": "指数（上年=100）", "en": "index (last year = 100)"}},
    "elsewhere": {"scope": {"zh": "全县", "en": "the county"}},
    "rise-since-2020": {"period": PERIODS["on-2020"]},
}
"""In what a figure differs from one reported for the town in 2024."""

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


def figures() -> list[dict[str, Any]]:
    """A figure of each phrase, its like a year later and a whole of it, so that series and parts can be tried too."""
    found = []
    for name, (stated, measure) in PHRASES.items():
        more = {"part_of": f"{name}-whole.2024", **OTHERWISE.get(name, {})}
        if stated[0] in "增提按":
            more = {"period": PERIODS["on-year-before"], **more}
        found.append(figure(f"{name}.2024", stated, measure, **more))
        found.append(figure(f"{name}-whole.2024", stated, measure, **OTHERWISE.get(name, {})))
        later = {"period": {"year": 2025}} if "period" not in OTHERWISE.get(name, {}) else {}
        found.append(figure(f"{name}.2025", stated, measure, **{**OTHERWISE.get(name, {}), **later}))
    return found


def try_on(kind: str, *names: str) -> dict[str, Any]:
    """A chart of a kind that draws figures, or the years of their indicators."""
    id = "-".join((kind.replace("_", ""), *names))
    if "indicator" in DATA_KINDS[kind].required_keys:
        made = chart(id, kind, [], indicator=names[0])
        made["panels"] = [{"title": TEXT, "indicator": name} for name in names]
        return made
    return chart(id, kind, [{"figure": f"{name}.2024"} for name in names])


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
