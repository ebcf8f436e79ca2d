"""The page `guide/charts.md`: what each kind of chart is for, draws and refuses, found out by trying.

Belongs here: the page. Does not belong here: the figures that are tried (`chart_figures`).
"""

from __future__ import annotations

import re
from pathlib import Path

from chart_figures import OTHERWISE, PHRASES, figures, problems, try_on

from charts.kinds import DATA_KINDS
from report.words import messages
from samples import ROOT

PAGE = ROOT / "guide" / "charts.md"
PAIRS = {
    ("count", "count-other"): ("同一单位", "one unit"),
    ("count", "people"): ("单位不同", "unlike units"),
    ("count", "money"): ("种类不同", "unlike measures"),
    ("money", "dollars"): ("币种不同", "unlike currencies"),
    ("money", "money-per-person"): ("总额与人均", "a total and an amount per person"),
    ("percent", "permille"): ("百分比与千分比", "per cent and per thousand"),
    ("permille", "per-100000"): ("分母不同", "unlike denominators"),
    ("per-thousand", "per-ten-thousand"): ("分母不同", "unlike denominators"),
    ("days", "years"): ("日与年", "days and years"),
    ("rise-in-percent", "rise-in-points"): ("百分比与百分点", "per cent and percentage points"),
    ("rise-in-percent", "rise-at-comparable-prices"): ("可比价格与现价", "at comparable and at current prices"),
    ("rise", "rise-since-2020"): ("比较的年份不同", "against unlike years"),
    ("percent", "rise-in-percent"): ("占比与变化", "a share and a change"),
    ("count", "cumulative"): ("全年与累计", "a year and a cumulative total"),
    ("count", "half-year"): ("全年与半年", "a year and half of one"),
    ("count", "quarters"): ("全年与几个季度", "a year and some quarters"),
    ("percent", "of-country"): ("占比的基数不同", "shares of unlike bases"),
    ("percent", "target"): ("结果与目标", "a result and a target"),
    ("count", "assigned"): ("结果与交办", "a result and a task assigned"),
    ("money", "applied-for"): ("到位与申报", "money had and money applied for"),
    ("added", "year-end"): ("流量与存量", "what was added and what there is"),
    ("count", "elsewhere"): ("范围不同，写有`differs`", "unlike scopes, with `differs`"),
}
REASONS = {
    "a": ("measure", "种类不符", "another measure"),
    "b": ("change amount", "增减不是数量，数量不是增减", "a rise or fall is no amount, and an amount no rise"),
    "c": ("percent rate", "比率不能画在此轴上", "a rate per so many has no place on its axis"),
    "d": (
        "range words qualifier above-whole below-zero",
        "不是一个确数，或界限无标记可画",
        "not one exact number, or a bound without a sign for it",
    ),
    "e": ("target no-target status", "目标、交办、申报不是结果", "a target, task or application is no result"),
    "f": ("period-form lengths", "期间不符，或长短不一", "another form of period, or periods of unlike length"),
    "g": (
        "mixed units",
        "同轴而种类、单位、币种或分母不同",
        "unlike measure, unit, currency or denominator on one axis",
    ),
    "h": ("one panels", "只画一个", "it draws one"),
    "i": ("no-whole whole-words unlike-parts above overlap wholes", "不是同一整体的部分", "no parts of one whole"),
    "j": ("", "该种图另有的要求，如各年整年、连续年份", "what the kind asks besides, such as whole years"),
    "k": (
        "sides",
        "流量与存量、现价与可比价格、基期不同的指数",
        "a flow and a stock, unlike prices, indices of unlike base",
    ),
    "l": (
        "chained",
        "上年=100的指数，长短不表示水平",
        "an index of which last year is 100, whose length shows no level",
    ),
}


def guide_page(folder: Path) -> str:
    """The page as it must be."""
    pairs = [*((name,) for name in PHRASES), *PAIRS]
    charts = [try_on(kind, *names) for kind in DATA_KINDS for names in pairs]
    said = problems(folder / "project", figures(), charts)
    cells = {(kind, names): _cell(said[try_on(kind, *names)["id"]]) for kind in DATA_KINDS for names in pairs}
    one = [
        _line(f"{PHRASES[name][0]}{_otherwise(name)}", [cells[kind, (name,)] for kind in DATA_KINDS])
        for name in PHRASES
    ]
    two = [
        _line(f"{PHRASES[a][0]} + {PHRASES[b][0]}<br>{zh} {en}", [cells[kind, (a, b)] for kind in DATA_KINDS])
        for (a, b), (zh, en) in PAIRS.items()
    ]
    head = [_line("", [f"`{kind}`" for kind in DATA_KINDS]), "|---" * (len(DATA_KINDS) + 1) + "|"]
    kinds = [
        f"| `{name}` | {kind.about[0]}<br>{kind.about[1]} | ![{name}](charts/{name}.png) |"
        for name, kind in DATA_KINDS.items()
    ]
    return "\n".join(
        [
            "# 图表 · Charts",
            "",
            "每种图写明能画什么；画出来会误导的，`report check`拒绝并说明缘由和行号。"
            "各键见[data/README.md](../data/README.md)。本页由程序生成。",
            "",
            "Each kind of chart says what it may draw. What would mislead is refused by `report check`,",
            "with the reason and the line.",
            "The keys are in [data/README.md](../data/README.md). This page is generated.",
            "",
            "## 种类 · Kinds",
            "",
            "| kind | 用来画什么 · What it is for | |",
            "|---|---|---|",
            *kinds,
            "",
            "## 一个数字 · One figure",
            "",
            "✓ 画；字母为拒绝的缘由，见页末。 ✓: drawn; a letter: refused, for the reason at the end of the page.",
            "",
            *head,
            *one,
            "",
            "## 两个数字在一张图 · Two figures in one chart",
            "",
            *head,
            *two,
            "",
            "## 拒绝的缘由 · Reasons",
            "",
            *(f"- {letter}: {zh} · {en}" for letter, (_, zh, en) in REASONS.items()),
            "",
        ]
    )


def _line(first: str, cells: list[str]) -> str:
    return f"| {first} | {' | '.join(cells)} |"


def _otherwise(name: str) -> str:
    words = {
        "target": "（目标 a target）",
        "assigned": "（交办 assigned）",
        "applied-for": "（申报 applied for）",
        "years-running": "（连续 running）",
        "cumulative": "（累计至某日 cumulative to a day）",
        "year-end": "（年末 end of year）",
        "chained-index": "（上年=100 last year = 100）",
        "elsewhere": "（另一范围 another scope）",
        "rise-since-2020": "（比2020年 on 2020）",
    }
    return words[name] if name in OTHERWISE else ""


def _cell(said: list[str]) -> str:
    return "✓" if not said else _letter(said[0].partition("figures: ")[2])


def _letter(why: str) -> str:
    """The letter of a reason, found by its message."""
    names = "|".join(map(re.escape, messages()["_measure_names"].values()))
    for letter, (keys, *_) in REASONS.items():
        for key in keys.split():
            template = re.escape(messages()["_charts"][key]).replace(r"\{name\}", f"(?:{names})")
            pattern = re.sub(r"\\{\w+\\}", ".+", template)
            if re.fullmatch(pattern, why):
                return letter
    return "j"
