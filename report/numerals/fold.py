"""One form for every way in which a digit or a number word may be typed, character for character.

Full-width and other digits become ASCII digits, full-width signs become half-width ones, Traditional and formal
characters of numbers and units become simplified ones. The length stays the same, so that what is found in the folded
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


def _pairs(words: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in words.split()}


# Characters of numbers, counters, bounds and directions alone, each before its simplified form.
_TRADITIONAL = _pairs(
    """
    個个 萬万 億亿 兩两 餘余 幾几 數数 點点 歲岁 間间 張张 輛辆 戶户 條条 項项 處处 級级 層层 場场 種种 週周 鐘钟 時时
    內内 過过 滿满 達达 約约 後后 從从 較较 負负 與与 單单 雙双 國国 長长 減减 漲涨 縣县 區区 鎮镇 門门 課课 節节 劑剂
    對对 組组 隊队 歐欧 產产 獲获 總总 計计 標标 準准 噸吨 裡里 畝亩 頃顷 釐厘 筆笔 冊册 臺台 縮缩 擴扩 寬宽 調调 臨临
    創创 環环 幣币 兒儿 並并 師师 學学 術术 業业 轉转 遞递 躍跃 銳锐 進进 佔占 績绩 價价 實实 際际 盧卢 韓韩 鎊镑 優优
    強强 於于 圓圆 釋释 醫医 書书 別别 獎奖 關关 開开 號号 樓楼 線线 電电 話话 熱热 壓压 預预 鄉乡 圍围 報报 確确 診诊
    傷伤 訴诉 檢检 陽阳
    """
)
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
    plain = "".join(map(_digit, plain.translate(_EACH)))
    return _ROUND_ZERO.sub("〇", _WIDE_COLON.sub(":", _WIDE_COMMA.sub(",", plain)))


def _digit(character: str) -> str:
    """A decimal digit of any script or style as ASCII."""
    value = None if character.isascii() else unicodedata.decimal(character, None)
    return character if value is None else str(value)
