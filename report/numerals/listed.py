"""Small numbers that the text itself proves or that count nothing: 两类：门诊和住院, 形成一个整体, 这两个数字.

A number word from two to nine is proved by a list of as many things beside it, so that no reader needs a source;
一个 in front of 过程 is an article; 这两个数字 are those that the text has named. 两家医院, 三成 and 两倍 are none.
Belongs here: where such words stand. Does not belong here: finding numerals (`zh`, `en`), names (`stock_names`).

Example:
    >>> listed_spans("分为两类：门诊和住院", "zh"), listed_spans("新建两家医院", "zh")
    ([(2, 5)], [])
"""

from __future__ import annotations

import re
from functools import cache

from languages import ORIGINAL
from report.numerals.base import Span, any_of, word_list
from report.numerals.fold import fold

_ZH = "二三四五六七八九"
_EN = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_HAN_NUMBER = f"(?<![第十百千万亿零〇一两{_ZH}0-9])(?P<n>[两{_ZH}])(?![十百千万亿成倍折分番两{_ZH}0-9])"
_BEHIND_COLON = re.compile(rf"{_HAN_NUMBER}[^，。；：、:,;0-9]{{1,10}}[：:](?P<list>[^。\n]+)")
# Each thing is short and holds no verb that might take the number as its object: 株洲和湘潭新建两项 lists nothing.
_THING = "[^，。；：、和与及0-9建增设开办投引获完达有成改推出实制发]"
_IN_FRONT = re.compile(
    rf"(?P<list>(?:{_THING}{{1,8}}(?:、|以及|和|与|及))+{_THING}{{1,6}}?)"
    rf"{_HAN_NUMBER}(?:个方面|方面|部分|项|类|种|者)"
)
_FIRSTLY = re.compile("([一二三四五六七八九])(?:是|要)")
_EN_LIST = re.compile(rf"\b(?P<n>{'|'.join(_EN)})\ [a-z][\w’-]*(?:\ [\w’-]+){{0,4}}:\ (?P<list>[^.\n]+)", re.IGNORECASE)
_YEAR = "(?:过去|这|上|新的|同|某|每|又)一年|一年(?:以?后|以?前|间|之间|之后|之前)"
_EN_IDIOM = re.compile(
    r"\b(?P<n>one)\ (?:(?:year|month|week|day)\ (?:later|earlier|on\b|before|after)"
    r"|(?:thing|example|reason|way|sort)\b)"
    r"|\b(?:in|at|on)\ (?P<at>one)\ (?:place|go|step|view|glance|page|table|sentence|sheet|line|screen)\b"
    r"|\bfrom\ (?P<of>one)\ [a-z]+\ to\ (?:another|the\ (?:next|other))\b",
    re.IGNORECASE,
)


def listed_spans(text: str, language: str) -> list[Span]:
    """Where numerals stand that the text lists, points to, or that are articles."""
    plain = fold(text)
    return list(_chinese(plain) if language == ORIGINAL else _english(plain))


def _chinese(text: str) -> list[Span]:
    found = [m for m in _BEHIND_COLON.finditer(text) if _behind(m["list"]) == _value(m["n"])]
    found += [
        m for m in _IN_FRONT.finditer(text) if len(re.findall("、|以及|和|与|及", m["list"])) + 1 == _value(m["n"])
    ]
    spans = [(m.start("n"), _end(text, m.end("n"))) for m in found]
    for match in _own_zh().finditer(text):
        start = next(match.start(name) for name in ("n", "p", "one") if match[name])
        spans.append((start, match.end()))
    return spans + [match.span() for match in re.finditer(_YEAR, text)]


def _value(digit: str) -> int:
    return 2 if digit == "两" else _ZH.index(digit) + 2


def _end(text: str, at: int) -> int:
    """The end of number and counter, up to two characters."""
    return min(at + 2, len(text))


def _behind(listed: str) -> int:
    """How many things stand behind a colon: 一是…，二是…; parts between semicolons; words between 、 and 和."""
    if counted := _FIRSTLY.findall(listed):
        return len(counted) if counted == list("一二三四五六七八九"[: len(counted)]) else 0
    if "；" in listed or ";" in listed:
        return len([part for part in re.split("[；;]", listed) if part.strip()])
    return len(re.split("、|以及|和|与|及|，", listed.strip("， ")))


def _english(text: str) -> list[Span]:
    spans = [m.span("n") for m in _EN_LIST.finditer(text) if _listed_en(m["list"]) == _EN.index(m["n"].lower()) + 2]
    spans += [m.span("n") for m in _own_en().finditer(text)]
    for match in _EN_IDIOM.finditer(text):
        spans += [match.span(name) for name in ("n", "at", "of") if match[name]]
    return spans


def _listed_en(listed: str) -> int:
    if ";" in listed:
        return len([part for part in listed.split(";") if part.strip()])
    return len(re.split(r",?\ (?:and|or)\ |,\ ", listed.strip()))


@cache
def _own_zh() -> re.Pattern[str]:
    own, pointed = any_of(word_list("own_parts")), any_of(word_list("pointed_parts"))
    introduced = any_of(word_list("introduced"))
    manner = any_of("重要 长期 完整 统一 主要 关键 突出 全新 新 大 小 整体 普遍 常见 基本 复杂 系统")
    pointing = _HAN_NUMBER.replace("?P<n>", "?P<p>")
    return re.compile(
        rf"{_HAN_NUMBER}(?:{own})|(?:这|那|上述|以上|下列|以下|前述|其余|另外|余下|该){pointing}"
        rf"(?:(?:{pointed})(?<![一两{_ZH}][项类种点段句节章条])|[项类种点段句节章条](?=$|[，。；：、都均是和与]|之间|分别))"
        rf"|(?P<one>一)[个种次项条段场](?=(?:[^，。；：、的]{{1,5}}的|{manner}){{0,2}}(?:{introduced})(?![率量数额值]))"
    )


@cache
def _own_en() -> re.Pattern[str]:
    numbers, own = "|".join(_EN), any_of(word_list("own_parts_en"))
    return re.compile(rf"\b(?:these|those|following|above)\ (?P<n>{numbers})\ (?:[a-z]+\ )?(?:{own})\b", re.IGNORECASE)
