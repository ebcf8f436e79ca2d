"""A phrase in one spelling: digits, signs and characters of every kind as the grammar knows them, places kept.

２０％, 𝟐𝟎, 1 047, 1，047, 萬, 伍佰, 廿 and － become 20%, 20, 1,047, 1,047, 万, 五百, 二十 and -; spaces between
what belongs together fall away. Each character remembers where it stood, so that all that is read can be shown as
printed. Belongs here: spelling. Does not belong here: what the characters mean (`numbers`, `amounts`).

Example:
    >>> normal("１，047 萬家").text
    '1,047万家'
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from report.quantity.words import grammar

_DASHES = dict.fromkeys("－−–‐‑﹣", "-") | dict.fromkeys("―─", "—") | dict.fromkeys("～〜∼∽", "~")
_SIGNS = {
    "﹪": "%", "٪": "%", "∶": ":", "︰": ":", "·": "·", "＜": "<",
    "＞": ">", "≦": "≤", "≧": "≥", "≈": "~", "∕": "/", "⁄": "/",
}  # fmt: skip
_SPACES = " \u00a0\u2007\u2008\u2009\u200a\u202f\u3000\u2002\u2003\u2004\u2005\u2006"
_LONGER = {"廿": "二十", "卅": "三十", "卌": "四十", "〇": "〇", "○": "〇", "Ο": "〇"}
# One digit group as printed with any separator; a stray one is left, and refused where the number is read.
_GROUPED = re.compile(
    rf"(?<![0-9.,，'’{_SPACES}])[1-9][0-9]{{0,2}}(?:([,，'’{_SPACES}])[0-9]{{3}})(?:\1[0-9]{{3}})*(?![0-9])"
)
_FORMAL_RUN = re.compile("[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+")
_YEAR = re.compile("(?:一九|二[零〇])[零〇一二三四五六七八九]{2}(?=[年至/—-])|(?<=至)[零一二三四五六七八九]{2}(?=年度)")
_YEAR_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_TAKING_PART = tuple("与加保观赛考训军股照阅")  # 參與 is written with the numeral 參 and is none.
_LATIN = re.compile(rf"(?<=[0-9.])[{_SPACES}]+(?=[0-9])|(?<=[A-Za-z])[{_SPACES}]+(?=[A-Za-z])")


@dataclass(frozen=True)
class Normal:
    """A phrase in the grammar's spelling.

    Attributes:
        stated: As printed.
        text: In the grammar's spelling.
        places: For each character of `text`, and behind the last, where it stands in `stated`.
    """

    stated: str
    text: str
    places: tuple[int, ...]

    def source(self, start: int, end: int) -> str:
        """What is printed for a part of `text`, without spaces at its ends."""
        return self.stated[self.places[start] : self.places[end]].strip(_SPACES)

    @property
    def traditional(self) -> bool:
        """Whether it is printed in Traditional characters."""
        return any(character in grammar().characters for character in self.stated)


def normal(stated: str) -> Normal:
    """A phrase in the grammar's spelling."""
    letters = [(_one(character), place) for place, character in enumerate(stated)]
    text = "".join(letter for letter, _ in letters)
    places = [place for letter, place in letters for _ in letter]
    text, places = _regroup(text, places)
    text = _YEAR.sub(lambda match: match[0].translate(_YEAR_DIGITS), _formal(text))
    return Normal(stated, text, (*places, len(stated)))


def _one(character: str) -> str:
    if character in _DASHES or character in _SIGNS or character in _LONGER:
        return _DASHES.get(character) or _SIGNS.get(character) or _LONGER[character]
    if ("\uff01" <= character <= "\uff5e" and character != "，") or "\U0001d400" <= character <= "\U0001d7ff":
        return unicodedata.normalize("NFKC", character)
    if character.isdecimal() and not character.isascii():
        return str(unicodedata.decimal(character))
    return grammar().characters.get(character, character)


def _regroup(text: str, places: list[int]) -> tuple[str, list[int]]:
    """The separators of digits as commas, and no spaces but those that keep two words or two numbers apart."""
    out = list(text)
    for match in _GROUPED.finditer(text):
        for at in range(match.start(), match.end()):
            if not text[at].isdigit():
                out[at] = ","
    apart = {at for match in _LATIN.finditer("".join(out)) for at in range(*match.span())}
    inside = range(len(text) - len(text.lstrip(_SPACES)), len(text.rstrip(_SPACES)))
    left = [at for at, letter in enumerate(out) if letter not in _SPACES or at in apart or at not in inside]
    return "".join(out[at] for at in left), [places[at] for at in left]


def _formal(text: str) -> str:
    """伍佰 as 五百; a lone 陆 of 大陆 or 參 of 參與 is no numeral."""

    def plain(match: re.Match[str]) -> str:
        run = match[0]
        if (
            len(run) == 1
            and run in "陆伍"
            and text[match.end() : match.end() + 1] not in ("元", "万", "亿", "佰", "仟")
        ):
            return run
        if run == "叁" and text[match.end() : match.end() + 1] in _TAKING_PART:
            return run
        return "".join(grammar().formal.get(character, character) for character in run)

    return _FORMAL_RUN.sub(plain, text)
