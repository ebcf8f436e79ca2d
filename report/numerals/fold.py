"""One form for every way in which a digit or a number word may be typed, character for character.

Full-width and other digits become ASCII digits, full-width signs become half-width ones, Traditional characters and
formal ones of numbers become simplified ones. The length stays the same, so that what is found in the folded
text stands at the same place in the text as printed.

Belongs here: characters. Does not belong here: what a numeral is (`report.numerals.zh`, `report.numerals.en`).

Example:
    >>> fold("１２家、２０％、伍佰元、3萬個")
    '12家、20%、五百元、3万个'
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from languages.variants import in_script


def _pairs(words: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in words.split()}


_TRADITIONAL = _pairs("後后 於于")  # Which `variants` leaves, since 后 and 于 are words of Traditional Chinese too.
# 陆, 伍, 拾 and 肆 are parts of other words (大陆, 队伍, 收拾): alone they are numerals only before money. What stands
# in runs of two or more is always one.
_FORMAL_DIGITS = _pairs("壹一 贰二 貳二 叁三 參三 肆四 伍五 陆六 陸六 柒七 捌八 玖九 拾十 佰百 仟千 廿十 卅十 卌十")
_RUN = "".join(_FORMAL_DIGITS)
_FORMAL = re.compile(
    f"(?<![队隊退入])[{_RUN}](?!陆续|陸續)[{_RUN}零万萬亿億]+|[{_RUN}](?=[元圆圓])|[贰貳叁柒捌玖](?=[个個家項项名人次年])|[廿卅卌]"
)
_SIGNS = _pairs("﹪% ٪% ﹣- −- ‐- ‑- ﹢+ ∶: ﹕: ∼~ 〜~")
# Punctuation of Chinese is left as it is, for it parts clauses; between digits two of its marks are signs.
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；？！（）"}
_EACH = str.maketrans(_TRADITIONAL | _SIGNS | _WIDE)
_WIDE_COMMA = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9年]))")
_WIDE_COLON = re.compile(r"(?<=[0-9])：(?=[0-9])")
_ROUND_ZERO = re.compile("(?<=[一二三四五六七八九零〇○])[○◯]|[○◯](?=[一二三四五六七八九零〇])")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The text with one form for each digit, sign and number word; as long as the text itself."""
    if text.isascii():
        return text
    plain = _FORMAL.sub(lambda match: "".join(_FORMAL_DIGITS.get(c, c) for c in match[0]), text)
    plain = in_script("".join(map(_digit, plain.translate(_EACH))), "Hans")
    return _ROUND_ZERO.sub("〇", _WIDE_COLON.sub(":", _WIDE_COMMA.sub(",", plain)))


def _digit(character: str) -> str:
    """A decimal digit of any script or style as ASCII."""
    value = None if character.isascii() else unicodedata.decimal(character, None)
    return character if value is None else str(value)
