"""Reading a stated Chinese phrase into a `Quantity`.

A phrase is read from left to right, each part by a module of its own::

    截至2月5日,累计 超过   21.89万   人次   左右    患者
    head           bound  number   unit   tail   noun

What is left over refuses the phrase: nothing is read past. Belongs here: the order of the parts, lists, from–to, and
the noun behind. Does not belong here: writing, or finding numbers in running text.

Example:
    >>> parse("20余万人次", "count").value
    Decimal('200000')
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from report.quantity.amounts import read_amount
from report.quantity.behind import missing, read_behind, read_indexed, read_sum_behind
from report.quantity.bounds import bounded, signed
from report.quantity.characters import normal
from report.quantity.chinese_numerals import read_han
from report.quantity.compound import AND, read_compound
from report.quantity.cursor import Cursor
from report.quantity.en_numbers import ordinal
from report.quantity.fit import check_clause, check_fit, check_object, finished, in_one_unit, is_change
from report.quantity.grades import read_grade
from report.quantity.head import read_head
from report.quantity.noun import read_noun
from report.quantity.numbers import starts_number
from report.quantity.periods import read_year_of, with_years
from report.quantity.ranks import among, read_rank, read_top
from report.quantity.rules import Rules
from report.quantity.shares import ratio_terms
from report.quantity.spans import read_span
from report.quantity.values import (
    Amount,
    Kind,
    Measure,
    Qualifier,
    Quantity,
    QuantityError,
    Word,
    to_plain,
)
from report.quantity.verbs import with_paces
from report.quantity.words import grammar, quantity_words

_FROM = re.compile("从|由(?!原)|由原来的")
_TO = re.compile("到|至|为")
# A calendar year, a fiscal year, a year of the Republic, a month or a day: none is a quantity.
_DATE = re.compile(
    r"(?:公元)?(?:19|20)[0-9]{2}年(?:底|末|初|度|[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|(?:19|20)[0-9]{2}[/至—~-](?:[0-9]{2}|[0-9]{4})(?:财政|财)?年度?"
    r"|(?:中华)?民国[0-9一二三四五六七八九十百]+年(?:度|底)?|[0-9]{1,2}月(?:[0-9]{1,2}日|份|底)?|二〇[〇一二三四五六七八九]{2}年"
    r"|(?:19|20)[0-9]{2}(?:-|—|~|至|到)(?:19|20)[0-9]{2}年度?"
    r"|第?[一二三四1-4]季度?|前[二两三23]个?季度|[上下]半年|全年|[0-9]{1,2}月[上中下]旬|(?:19|20)世纪[0-9]{2}年代"
)
_CHANGES: frozenset[Measure] = frozenset({"change-points", "change-percent"})
_RECORD = re.compile(
    "(?:近)?(?P<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})年来的?(?:同期)?(?:(?P<low>最低|新低|最少)|最高|新高|最多)(?:水平|位|点)?"
)
_LISTED: frozenset[Kind] = frozenset({"percent", "points", "money", "fraction", "rate"})
"""What may be listed without being a compound: 分别增长14.5%和12.4%."""


def parse(stated: str, measure: Measure, rules: Rules | None = None) -> Quantity:
    """Read a phrase as printed.

    Args:
        stated: The exact phrase: 20余万人次, 至少有1家, 下降25.17%, 第11名, 6类15项, in either script.
        measure: What the phrase measures.
        rules: The report's units and currency; without them the product's units alone.

    Returns:
        Values in base units (元, not 万元), signed for changes; `write_zh` of it is `stated` again.

    Raises:
        QuantityError: The phrase cannot be read so; `code` says why. No other exception, whatever the text.
    """
    return _parse(stated, measure, rules or _DEFAULT)  # Remembered: every check of a figure asks for it again.


_DEFAULT = Rules()
_WITHOUT_UNIT = ("比值", "系数", "指数", "弹性", "倍差", "比", "汇率", "中间价")
_PIECES = ("块", "塊")  # 集成电路4514亿块 are pieces, 300块 are yuan.


@lru_cache(maxsize=16384)
def _parse(stated: str, measure: Measure, rules: Rules) -> Quantity:
    cursor = Cursor(normal(stated))
    if measure == "grade":
        return _graded(cursor, stated)
    if _DATE.fullmatch(cursor.phrase.text):
        raise QuantityError("date", text=stated)
    if measure == "compound":
        return read_compound(cursor, rules, stated)
    before = read_head(cursor, rules) if not _FROM.match(cursor.rest) else ()
    if before and not _FROM.match(cursor.rest):
        cursor.at, before = 0, ()
    start, ahead = _start(cursor, rules, measure)
    before = (*before, *ahead)
    if span := read_span(cursor, rules, (), measure):
        return finished(cursor, Quantity(measure, (span[0],), (), kind="span", stated=stated))
    head = with_years(with_paces((*before, *read_head(cursor, rules)), measure))
    if measure == "rank":
        head = among(head, cursor.printed_rest)
    if words := _in_words(cursor, measure, head, stated):
        return words
    if span := read_span(cursor, rules, head, measure):
        return finished(cursor, Quantity(measure, (span[0],), span[1], kind="span", stated=stated))
    kind, amount = _one(cursor, rules, measure, head)
    if measure == "count" and kind == "money" and amount.unit in _PIECES and amount.magnitude:
        core = amount.printed + amount.inner + amount.magnitude + amount.outer + amount.unit + amount.tail
        kind, amount = "count", replace(amount, currency="", unit="", core=core)
    if kind == "last":
        return _from_last(cursor, amount, head, measure, stated)
    if kind == "count" and amount.per and not amount.unit and not amount.magnitude:
        kind = "rate"
    if kind == "ratio" and 1 not in amount.terms and start is None and not is_change(head):
        return finished(cursor, Quantity(measure, ratio_terms(amount), head, kind="ratio", stated=stated))
    if kind == "ratio" and (len(amount.terms) != 2 or 1 not in amount.terms):
        raise QuantityError("several-amounts", text=stated)
    check_object(head, kind, stated)
    if kind == "multiple" and amount.value == 1 and amount.to is None and not is_change(head):
        raise QuantityError("multiple-open", text=stated)
    amounts = (bounded(signed(amount, kind, measure, head), head),)
    if measure == "money" and kind == "count" and not amount.unit:
        raise QuantityError("unit-missing", number=cursor.printed(0))
    if measure == "share" and kind == "count" and not amounts[0].value and not amounts[0].unit:  # 降为零
        kind, amounts = "percent", (replace(amounts[0], unit="%", core=amount.printed),)
    start = start and in_one_unit(start, amounts[0], kind, rules, stated)
    quantity = Quantity(measure, amounts, head, kind=kind, stated=stated, start=start)
    if measure == "money" and not is_change(head) and (behind := read_sum_behind(cursor)):
        quantity = replace(quantity, head=(*head, *behind))
    if measure == "share" and (behind := read_behind(cursor, kind, head)):
        quantity = replace(quantity, head=(*behind, *head))
    indexed = read_indexed(cursor) if kind == "count" and measure == "count" and not amount.unit else None
    if indexed:
        return finished(cursor, replace(quantity, head=(*head, indexed)))
    bare = kind == "count" and not amount.unit and not cursor.rest
    if measure == "count" and not (bare and (_is_index(head) or _are_indices(start, amount, narrowed=_narrowed(head)))):
        at = cursor.at
        read_noun(cursor, rules, amount, kind)
        quantity = replace(quantity, head=(*quantity.head, *missing(cursor.printed(at))))
        if kind == "age" and cursor.at > at and amounts[0].qualifier is Qualifier.EXACT and amount.to is None:
            quantity = replace(quantity, amounts=(replace(quantity.amounts[0], style="aged"),))
    quantity = _listed(cursor, rules, quantity)
    return finished(cursor, quantity)


def _is_index(head: tuple[Word, ...]) -> bool:
    """Whether the name in front is of a number that has no unit: 基尼系数, 比值."""
    return any(word.kind == "label" and normal(word.text).text.endswith(_WITHOUT_UNIT) for word in head)


def _narrowed(head: tuple[Word, ...]) -> bool:
    """Whether a difference became so much smaller or larger."""
    return any(normal(word.text).text[:2] in ("缩小", "扩大", "收窄") for word in head)


def _are_indices(start: Amount | None, amount: Amount, *, narrowed: bool) -> bool:
    """Whether 由2.39缩小到2.34 and 缩小0.05 have no unit: nothing that is counted has decimals without a size."""
    amounts = (start, amount) if start is not None else (amount,) if narrowed else ()
    return bool(amounts) and all(not a.unit and not a.magnitude and a.value % 1 for a in amounts)


def _from_last(cursor: Cursor, amount: Amount, head: tuple[Word, ...], measure: Measure, stated: str) -> Quantity:
    """倒数第二 and 后五名: said in words, so that no table takes them for the second and the fifth place."""
    forms = quantity_words().forms
    number = to_plain(amount.value)
    english = forms["bottom"] if amount.style == "bottom" else forms["last"]
    english = english.format(number=number if amount.style == "bottom" else ordinal(number))
    return finished(cursor, Quantity(measure, (), head, kind="last", stated=stated, english=english))


def _one(cursor: Cursor, rules: Rules, measure: Measure, head: tuple[Word, ...]) -> tuple[Kind, Amount]:
    if measure == "rank":
        if (
            not re.search(r"[第前强后末]", cursor.rest)
            and not starts_number(cursor.rest)
            and cursor.rest not in grammar().fixed
        ):
            raise QuantityError("no-number" if not cursor.rest else "not-a-rank", text=cursor.printed_rest)
        return read_rank(cursor, rules)
    if measure == "count" and (top := read_top(cursor, rules)):
        return "top", top
    return read_amount(cursor, rules, head)


def _start(cursor: Cursor, rules: Rules, measure: Measure) -> tuple[Amount | None, tuple[Word, ...]]:
    """Where it stood before: 由52.2% of 由52.2%提高到57.5%, with the words in front of it, which hold for both.

    The cursor then stands before 提高到.
    """
    at = cursor.at
    if not cursor.match(_FROM):
        return None, ()
    year = read_year_of(cursor)
    head = (*((year,) if year else ()), *read_head(cursor, rules))
    _, amount = _one(cursor, rules, measure, head)
    if any(word.kind not in ("lead", "date", "label", "per") for word in head) or amount.to is not None:
        raise QuantityError("trailing-text", rest=cursor.printed_rest, read=cursor.printed(at))
    cursor.match(",|，")
    if cursor.match(_TO):
        return amount, head
    ahead = Cursor(cursor.phrase, cursor.at)
    if not any(word.kind == "level" for word in read_head(ahead)):
        raise QuantityError("trailing-text", rest=cursor.printed_rest, read=cursor.printed(at))
    return amount, head


def _in_words(cursor: Cursor, measure: Measure, head: tuple[Word, ...], stated: str) -> Quantity | None:
    """What is said without a number: 历史新高, 若干项."""
    fixed = grammar().fixed.get(cursor.rest)
    if fixed and fixed.en and not fixed.rank and measure in fixed.measures:
        cursor.at += len(cursor.rest)
        amounts = (Amount(Decimal(fixed.value), "", core=stated),) if fixed.value else ()
        return finished(cursor, Quantity(measure, amounts, head, kind="words", stated=stated, english=fixed.en))
    if record := _RECORD.fullmatch(cursor.rest):
        cursor.at += len(cursor.rest)
        form = quantity_words().forms["lowest" if record["low"] else "highest"]
        same = quantity_words().forms["same"] if "同期" in record[0] else ""
        count = record["count"] if record["count"].isascii() else str(read_han(record["count"]))
        return finished(
            cursor,
            Quantity(measure, (), head, kind="words", stated=stated, english=form.format(count=count, same=same)),
        )
    for word, english in quantity_words().several.items():
        if measure == "count" and cursor.rest.startswith(word):
            cursor.at += len(word)
            read_noun(cursor, _DEFAULT, None, "count")
            return finished(cursor, Quantity(measure, (), head, kind="words", stated=stated, english=english))
    return None


def _listed(cursor: Cursor, rules: Rules, quantity: Quantity) -> Quantity:
    """Further amounts of the same kind: 同比增长12.5%，环比下降3%."""
    amounts, kind = list(quantity.amounts), quantity.kind
    while cursor.rest and kind in _LISTED and cursor.match(AND):
        head = read_head(cursor, rules)
        found, amount = read_amount(cursor, rules, head)
        if found != kind:
            raise QuantityError("several-amounts", text=quantity.stated)
        check_clause(quantity, head)
        if amount.per and any(word.per for word in quantity.head):  # 每人每月750元和7200元/年
            raise QuantityError("several-amounts", text=quantity.stated)
        own = head if is_change(head) else (*_shared(quantity.head), *head)
        amount = bounded(signed(amount, kind, quantity.measure, own), head)
        amounts.append(replace(amount, head=own))
    if (cursor.rest and len(amounts) == 1 and AND.match(cursor.rest)) or _next_amount(cursor):
        raise QuantityError("several-amounts", text=quantity.stated)
    return replace(quantity, amounts=tuple(amounts))


def _shared(head: tuple[Word, ...]) -> tuple[Word, ...]:
    """What the words in front of the first amount of a list say of the others too."""
    kinds = ("up", "down", "lead", "date", "per")
    return tuple(word for word in head if word.kind in kinds and word.english != "{number} respectively")


def _next_amount(cursor: Cursor) -> bool:
    return bool(cursor.rest) and starts_number(cursor.rest)


def _graded(cursor: Cursor, stated: str) -> Quantity:
    at = cursor.at
    try:
        grade = read_grade(cursor.printed_rest)
        head: tuple[Word, ...] = ()
    except QuantityError:
        cursor.at = at
        head = read_head(cursor)
        fixed = grammar().fixed.get(cursor.rest)
        if fixed and "grade" in fixed.measures:
            cursor.at += len(cursor.rest)
            return finished(cursor, Quantity("grade", (), head, kind="words", stated=stated, english=fixed.en))
        if any(word.kind == "qualifier" for word in head):
            raise QuantityError(
                "qualifier-not-allowed", word=next(w.text for w in head if w.kind == "qualifier")
            ) from None
        grade = read_grade(cursor.printed_rest)
    quantity = Quantity("grade", (), head, grade, kind="grade", stated=stated)
    check_fit(quantity, stated)
    return quantity
