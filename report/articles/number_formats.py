r"""Values of a workbook's cells as their number formats show them, ECMA-376 part 1, 18.8.31.

Belongs here: the formats that figures have: digits, thousands, percent, currency, words around a number, negative
numbers, days. Does not belong here: conditions, fractions, powers of ten, times, and what depends on the language of
a program; none of these is shown, since a wrong value is worse than none.

Example:
    >>> show(0.125, "0.0%"), show(-1234.5, '#,##0.00_);\\(#,##0.00\\)'), show(12345, '0\\.0,"万"')
    ('12.5%', '(1,234.50)', '1.2万')
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

_LITERAL = r"""
    "(?P<quoted>[^"]*)" | \\(?P<escaped>.) | _. | \*.
    | \[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\] | \[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color\ ?\d+)\]
    | (?P<literal>[^A-Za-z0-9\#?@%\[\]"*\\_;!.,])"""
_NUMBER = re.compile(
    rf"""(?P<general>General) | (?P<text>@) | (?P<percent>%)
    | (?=[0\#?.])(?P<whole>[0\#?](?:[0\#?,]*[0\#?])?)?(?P<decimals>(?<=[0\#?])\.[0\#?]*|\.[0\#?]+)?(?P<scale>,*)
    | {_LITERAL}""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY = re.compile(rf"(?P<year>yyyy)|(?P<month>mm?(?!m))|(?P<day>dd?(?!d))|{_LITERAL}", re.VERBOSE | re.IGNORECASE)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_GENERAL_WIDTH = 11
"""Characters of a number without a format at most; of a longer one, programs show the first digits."""


def show(value: object, code: str) -> str | None:
    """A value as its format shows it, without spaces at its ends.

    Args:
        value: What the cell holds.
        code: The format, as a workbook stores it: in English, whatever the program's language.

    Returns:
        The text; `None` where it is not known what would be shown.
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        number = Decimal(f"{value:.15g}")  # Programs keep 15 digits.
        return _clean(_number(number, _sections(code))) if number.is_finite() and number.adjusted() < 15 else None
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return _clean(_day(value, _sections(code)[0]))
    if not isinstance(value, str):
        return None
    own = [section for section in _sections(code) if "@" in re.sub(r'"[^"]*"', "", section)]
    return _clean(_shown(own[0], None, value) if own else value)


def _clean(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())


def _sections(code: str) -> list[str]:
    found = []
    for match in _SECTION.finditer(code or "General"):
        found.append(match[1])
        if match[0] == match[1]:  # No `;` behind it: the last.
            break
    return found


def _number(number: Decimal, sections: list[str]) -> str | None:
    """The first section is for all numbers, or for those above zero; the second for negative ones, the third for 0."""
    if len(sections) > 1 and number < 0:
        return _shown(sections[1], -number)
    if len(sections) > 2 and not number:
        return _shown(sections[2], number)
    shown = _shown(sections[0], abs(number))
    return f"-{shown}" if shown and number < 0 else shown


def _tokens(pattern: re.Pattern[str], section: str) -> list[re.Match[str]] | None:
    """The parts of a section; `None` where one is not known."""
    tokens, at = list[re.Match[str]](), 0
    while at < len(section):
        match = pattern.match(section, at)
        if match is None or not match[0]:
            return None
        tokens.append(match)
        at = match.end()
    return tokens


def _words(token: re.Match[str]) -> str:
    return token["quoted"] or token["escaped"] or token["currency"] or token["literal"] or ""


def _shown(section: str, number: Decimal | None, text: str = "") -> str | None:
    tokens = _tokens(_NUMBER, section)
    if tokens is None:
        return None
    digits = [token for token in tokens if token["whole"] or token["decimals"]]
    is_general = any(token["general"] for token in tokens)
    if number is None:
        return None if digits or is_general else "".join(text if t["text"] else _words(t) for t in tokens)
    if is_general:
        plain = f"{number.normalize():f}"
        if digits or len(plain) > _GENERAL_WIDTH or (number and number.adjusted() < -5):
            return None
        return "".join(plain if token["general"] else _words(token) for token in tokens)
    number *= 100 ** sum(bool(token["percent"]) for token in tokens)
    number = number.scaleb(-3 * sum(len(token["scale"] or "") for token in tokens))
    if len(digits) > 1:
        return _parted(tokens, digits, number)
    return "".join(
        _digits(token, number) if token in digits else ("%" if token["percent"] else _words(token)) for token in tokens
    )


def _digits(token: re.Match[str], number: Decimal) -> str:
    whole, places = token["whole"] or "", (token["decimals"] or ".")[1:]
    number = number.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP)
    before, _, behind = f"{number:f}".partition(".")
    while behind.endswith("0") and places[len(behind) - 1] != "0":
        behind = behind[:-1]
    before = before.lstrip("0").zfill(whole.count("0")) if before.strip("0") or whole.count("0") else ""
    before = f"{int(before):,}" if "," in whole and before else before
    return f"{before}.{behind}" if behind else before


def _parted(tokens: list[re.Match[str]], digits: list[re.Match[str]], number: Decimal) -> str | None:
    r"""A whole number with words between its digits, as `0\.0,"万"` has it to count by ten thousands."""
    first, last = digits[0], digits[-1]
    between = tokens[tokens.index(first) + 1 : tokens.index(last)]
    zeros = {*(first["whole"] or ""), *(last["whole"] or "")} == {"0"}
    if len(digits) > 2 or not zeros or first["decimals"] or last["decimals"] or first["scale"]:
        return None
    if any(token["literal"] or token["percent"] for token in between):
        return None
    count = len(last["whole"])
    whole = f"{number.quantize(Decimal(1), ROUND_HALF_UP):f}".zfill(count + len(first["whole"]))
    said = {first: whole[:-count], last: whole[-count:]}
    return "".join(said.get(token) or ("%" if token["percent"] else _words(token)) for token in tokens)


def _day(day: date, section: str) -> str | None:
    tokens = _tokens(_DAY, section)
    if tokens is None or not any(token["year"] for token in tokens):
        return None
    parts = []
    for token in tokens:
        name = next((name for name in ("year", "month", "day") if token[name]), "")
        number = f"{getattr(day, name)}" if name else _words(token)
        parts.append(number.zfill(len(token[name])) if name else number)
    return "".join(parts)
