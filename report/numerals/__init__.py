"""Finding numerals in running text, Chinese and English.

Two checks need it: coverage (each numeral of an article belongs to a figure, a term or a name) and the rule that prose
holds no typed number. So it finds what a reader takes for a number, and leaves words that only contain one: 统一,
进一步, 一体化, 第一时间, "one-stop", "no one".

This module is the door for the rest of the report. Behind it:

- `zh`, `en`: the rules of each language
- `fold`: full-width, Traditional and formal ways of writing digits and number words
- `stock_names`: names that hold a numeral in any report, COVID-19 and 第一人民医院
- `neighbours`: what stands beside a numeral and belongs to it, 不到 in 不到50%
- `bare_quantity`: words that are a number with its unit and nothing else

Belongs here: where numerals stand and what kind they are. Does not belong here: their value (`quantity`), or whether
one is allowed (`coverage`, `validate`).

Example:
    >>> [(n.text, n.kind) for n in find_zh("2024年，四区20余万人次，二级医院进一步统一")]
    [('2024年', 'date'), ('四区', 'number'), ('20余万人次', 'number'), ('二级', 'level')]
"""

from report.numerals.base import Kind, Numeral
from report.numerals.en import find_en
from report.numerals.zh import find_zh, is_step

__all__ = ["Kind", "Numeral", "find_en", "find_zh", "is_step"]
