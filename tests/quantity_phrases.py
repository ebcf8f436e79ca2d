"""Phrases of many kinds with what they mean, from a grammar that shares no word list and no code with the reader.

Here belongs making phrases and what they must read as. What is done with them is in `test_quantity_silent`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

HAN = "零一二三四五六七八九"
SIZES = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
TRADITIONAL = str.maketrans(
    "万亿两几余个间项类张点占约过达无长条辆台处户亩吨岁钟",
    "萬億兩幾餘個間項類張點佔約過達無長條輛臺處戶畝噸歲鐘",
)
WIDE = str.maketrans("0123456789%.", "０１２３４５６７８９％．")


@dataclass(frozen=True)
class Meant:
    """A phrase and what it means.

    Attributes:
        text: As printed.
        measure: Its measure.
        value: In base units, signed for changes; of a range the lower end.
        qualifier: Its bound.
        to: The upper end of a range.
        currency: For money.
        per: The number that a rate is counted against.
    """

    text: str
    measure: str
    value: Decimal
    qualifier: str = "exact"
    to: Decimal | None = None
    currency: str = ""
    per: int | None = None


def han(value: int) -> str:
    """A whole number below a hundred million in number words."""
    if value == 0:
        return "零"
    text, gap = "", False
    for power, unit in ((7, "千"), (6, "百"), (5, "十"), (4, ""), (3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = value // 10**power % 10
        if digit:
            text += ("零" if gap and text else "") + HAN[digit] + unit
            gap = False
        elif text and text[-1] != "万":
            gap = True
        if power == 4 and value >= 10_000:
            text, gap = text + "万", value % 10_000 < 1000 and value % 10_000 > 0
    return text.removeprefix("一") if text.startswith("一十") else text


def number(dice: random.Random) -> tuple[str, Decimal]:
    """A number of any style that stands before a counter, and its value."""
    style = dice.choice(["plain", "commas", "decimal", "size", "han", "pair", "wide", "spaced", "thousands"])
    whole = dice.choice([dice.randint(1, 99), dice.randint(100, 9999), dice.randint(10_000, 9_999_999)])
    size, unit = dice.choice([(10**4, "万"), (10**8, "亿")])
    if style == "commas":
        return f"{whole:,}", Decimal(whole)
    if style == "decimal":
        tenth = Decimal(whole) / 10
        return f"{tenth:f}", tenth
    if style == "size":
        value = Decimal(dice.randint(1, 99_999)) / 10 ** dice.randint(0, 2)
        return f"{value:f}{unit}", value * size
    if style == "han":
        return han(whole), Decimal(whole)
    if style == "pair":
        high, low = dice.randint(1, 99), dice.randint(1000, 9999)
        return f"{high}亿{low}万", Decimal(high * 10**8 + low * 10**4)
    if style == "wide":
        return str(whole).translate(WIDE), Decimal(whole)
    if style == "spaced":
        return f"{whole} ", Decimal(whole)
    if style == "thousands":
        few = dice.randint(1, 9)
        return f"{few}千", Decimal(few * 1000)
    return str(whole), Decimal(whole)


COUNTERS = ["个", "家", "名", "项", "人次", "张", "所", "例", "床", "辆", "户", "宗", "间", "台", "件", "场次", "人"]
MONEY = {"元": "CNY", "美元": "USD", "港元": "HKD", "欧元": "EUR", "澳门元": "MOP"}
BEFORE = {
    **dict.fromkeys(("超过", "逾", "突破"), "more-than"),
    **dict.fromkeys(("至少", "不少于"), "at-least"),
    **dict.fromkeys(("近", "接近"), "nearly"),
    **dict.fromkeys(("不到", "不足", "低于"), "less-than"),
    "约": "about",
    "不超过": "at-most",
}
BEHIND = {"以上": "at-least", "左右": "about", "以下": "at-most", "以内": "at-most", "及以上": "at-least"}
LEADS = [
    "", "", "累计", "共", "达到", "首次达到", "全市", "截至2024年底，",
    "截至6月30日,共有", "年均", "日均", "其中", "仅",
]  # fmt: skip
NAMES = [
    "床位", "门诊量", "婴儿死亡率", "全科医生数", "居民人均可支配收入",
    "工业增加值", "城乡居民医保基金支出", "65岁以上老年人健康管理率", "3岁以下婴幼儿托位",
    "一般公共预算收入", "平均住院日", "不良贷款余额", "参保率", "规模以上工业企业", "新增病床", "PM2.5年均值",
]  # fmt: skip
UP = ["增长", "提高", "上升", "增加", "比上年增加", "同比增长"]
DOWN = ["下降", "减少", "降低", "较上年下降", "同比减少"]


def count(dice: random.Random) -> Meant:
    text, value = number(dice)
    return Meant(text + dice.choice(COUNTERS), "count", value)


def noun(dice: random.Random) -> Meant:
    value = Decimal(dice.randint(1, 9999))
    size = dice.choice(["万", "亿"])
    return Meant(
        f"{value}{size}{dice.choice(['', '居民', '儿童', '纳税人', '农村人口'])}", "count", value * SIZES[size]
    )


def money(dice: random.Random) -> Meant:
    text, value = number(dice)
    unit = dice.choice(sorted(MONEY))
    return Meant(text.strip() + unit, "money", value, currency=MONEY[unit])


def over(dice: random.Random) -> Meant:
    tens, size, word = dice.randint(1, 99) * 10, dice.choice(sorted(SIZES)), dice.choice("余多")
    inner = dice.random() < 0.5
    text = f"{tens}{word}{size}" if inner else f"{tens}{size}{word}"
    return Meant(text + dice.choice(COUNTERS), "count", Decimal(tens) * SIZES[size], "more-than")


def share(dice: random.Random) -> Meant:
    value = Decimal(dice.randint(0, 1000)) / 10
    text = dice.choice([f"{value}%", f"{value}％", f"百分之{han(int(value))}"])
    return Meant(text, "share", Decimal(int(value)) if "分" in text else value)


def tenths(dice: random.Random) -> Meant:
    digit = dice.randint(1, 9)
    text, more = dice.choice([("", 0), ("半", 5)])
    return Meant(f"{HAN[digit]}成{text}", "share", Decimal(digit * 10 + more))


def fraction(dice: random.Random) -> Meant:
    of = dice.randint(2, 9)
    parts = dice.randint(1, of - 1)
    text = dice.choice([f"{HAN[of]}分之{HAN[parts]}", f"{parts}/{of}"])
    return Meant(text, "share", (Decimal(100 * parts) / of).quantize(Decimal("0.01")))


def rate(dice: random.Random) -> Meant:
    value = Decimal(dice.randint(1, 999)) / 10
    of, size = dice.choice([("每千人口", 1000), ("每万人", 10_000), ("每10万人", 100_000), ("每百户", 100)])
    return Meant(f"{of}{value}{dice.choice(['张', '名', '例'])}", "count", value, per=size)


def span(dice: random.Random) -> Meant:
    low = dice.randint(1, 50)
    high = low + dice.randint(1, 40)
    mark = dice.choice(["至", "—", "-", "～", "到"])
    kind = dice.choice(["count", "share", "money", "age", "duration"])
    unit = {"count": "家", "share": "%", "money": "万元", "age": "岁", "duration": "天"}[kind]
    times = 10**4 if kind == "money" else 1
    first = unit if kind in ("share", "age") and dice.random() < 0.5 else ""
    measure = "count" if kind == "age" else kind
    currency = "CNY" if kind == "money" else ""
    text = f"{low}{first}{mark}{high}{unit}"
    return Meant(text, measure, Decimal(low * times), to=Decimal(high * times), currency=currency)


def vague(dice: random.Random) -> Meant:
    size, power = dice.choice([("十", 1), ("百", 2), ("千", 3), ("万", 4), ("百万", 6), ("亿", 8)])
    low, high = Decimal(2 * 10**power), Decimal(10 ** (power + 1) - 1)
    return Meant(f"{dice.choice('几数')}{size}{dice.choice(COUNTERS)}", "count", low, "about", to=high)


def age(dice: random.Random) -> Meant:
    value, word = dice.randint(1, 99), dice.choice(["岁", "周岁"])
    tail = dice.choice(["", "以上", "及以上", "以下"])
    return Meant(f"{value}{word}{tail}", "count", Decimal(value), BEHIND.get(tail, "at-most" if tail else "exact"))


def duration(dice: random.Random) -> Meant:
    value = dice.randint(1, 60)
    unit = dice.choice(["年", "个月", "天", "小时", "分钟", "个工作日"])
    if unit in ("小时", "个月") and dice.random() < 0.3:
        return Meant(f"{value}个半{unit.removeprefix('个')}", "duration", Decimal(value) + Decimal("0.5"))
    return Meant(f"{value}{unit}", "duration", Decimal(value))


def change(dice: random.Random) -> Meant:
    kind = dice.choice(["change-percent", "change-points", "count", "money"])
    value = Decimal(dice.randint(1, 999)) / 10
    down = dice.random() < 0.5
    unit = {"change-percent": "%", "change-points": "个百分点", "count": "万人", "money": "亿元"}[kind]
    size = {"count": 10**4, "money": 10**8}.get(kind, 1)
    currency = "CNY" if kind == "money" else ""
    text = f"{dice.choice(DOWN if down else UP)}{value}{unit}"
    return Meant(text, kind, value * size * (-1 if down else 1), currency=currency)


def rank(dice: random.Random) -> Meant:
    value = dice.randint(1, 30)
    place = dice.choice(["", "全省", "全国", "位列", "居全市"])
    if dice.random() < 0.3:
        return Meant(f"{place}前{value}名", "rank", Decimal(value), "at-most")
    return Meant(
        f"{place}第{dice.choice([str(value), han(value)])}{dice.choice(['', '名', '位'])}", "rank", Decimal(value)
    )


KINDS: tuple[Callable[[random.Random], Meant], ...] = (
    count, noun, money, over, share, tenths, fraction, rate, span, vague, age, duration, change, rank,
)  # fmt: skip
_BOUND_BEFORE = (count, noun, money, share)
_BOUND_BEHIND = (count, money, share)


def phrase(dice: random.Random) -> Meant:
    """A phrase of a random kind, in either script."""
    kind = dice.choice(KINDS)
    meant = kind(dice)
    chance = dice.random()
    if kind in _BOUND_BEFORE and chance < 0.3:
        word = dice.choice(sorted(BEFORE))
        meant = replace(meant, text=word + meant.text, qualifier=BEFORE[word])
    elif kind in _BOUND_BEHIND and chance < 0.5:
        word = dice.choice(sorted(BEHIND))
        meant = replace(meant, text=meant.text + word, qualifier=BEHIND[word])
    if kind in (count, money, over):
        meant = replace(meant, text=dice.choice(LEADS) + meant.text)
    named = kind in (count, money, share, change) and not meant.text.startswith(("其中", "截至", "首次"))
    if named and dice.random() < 0.2:
        name = dice.choice(NAMES)
        if "人均" in name and meant.measure in ("count", "money"):
            meant = replace(meant, per=1)
        meant = replace(meant, text=name + dice.choice(["", "", "为" if kind is not change else ""]) + meant.text)
    if dice.random() < 0.2 and meant.currency != "CNY":
        meant = replace(meant, text=meant.text.translate(TRADITIONAL))
    return meant


_NUMERAL = re.compile(r"[0-9][0-9.,]*|[零〇一二两三四五六七八九十百千万亿]")


def crude_values(text: str) -> set[Decimal]:
    """Every number that a run of numerals of a text can be, by plain arithmetic, where its sizes fall as they must.

    It knows no units and no words: whatever the reader takes for a value must be among these.
    """
    plain = text.translate({ord(wide): chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９％．，"})
    for traditional, simple in zip("萬億兩佰仟拾餘伍〇點", "万亿两百千十余五零点", strict=True):
        plain = plain.replace(traditional, simple)
    plain = re.sub(r"(?<=[0-9])[ \u2009,，’'](?=[0-9]{3})", "", plain).replace(" ", "")
    plain = plain.replace("廿", "二十").replace("卅", "三十")
    plain = re.sub("[百千万]分之|[百千]分点", " ", plain)
    found: set[Decimal] = set()
    for run in re.findall(r"[0-9.零一二两三四五六七八九十百千万亿兆点余多几来数好上]+", plain):
        found |= _evaluated(re.sub("[余多几来数好上]", "", run))
    return found


def _evaluated(run: str) -> set[Decimal]:
    """The number that a run of numerals is; a last digit behind 百, 千 or 万 also as one of the next lower unit."""
    if match := re.fullmatch("(.*)点([零一二三四五六七八九]+)", run):
        decimals = "".join(str("零一二三四五六七八九".index(digit)) for digit in match[2])
        return {value + Decimal(f"0.{decimals}") for value in _evaluated(match[1])}
    short = re.fullmatch("(.*[百千万])([一二三四五六七八九])", run)
    longer = short[1] + short[2] + {"百": "十", "千": "百", "万": "千"}[short[1][-1]] if short else run
    return {value for text in (run, longer) for value in _added(text.replace("兆", "万亿"))}


def _added(run: str) -> set[Decimal]:
    total, section, digit, last = Decimal(0), Decimal(0), None, 10**18
    for token in re.findall(r"[0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九]|[十百千]|万亿|[万亿]", run):
        if token[0].isdigit() and token[0].isascii():
            digit = Decimal(token)
        elif token in "零一二两三四五六七八九":
            digit = Decimal("零一二三四五六七八九".index(token.replace("两", "二")))
        elif token in "十百千":
            section += (1 if digit is None else digit) * {"十": 10, "百": 100, "千": 1000}[token]
            digit = None
        else:
            size = {"万": 10**4, "亿": 10**8, "万亿": 10**12}[token]
            if size >= last:
                return set()
            said = digit is not None or section > 0
            part = section + (digit or 0) if said else Decimal(1)
            total, section, digit, last = total + part * size, Decimal(0), None, size
    return {total + section + (digit or 0)}
