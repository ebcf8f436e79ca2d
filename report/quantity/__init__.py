"""Quantities: reading stated Chinese phrases, and writing them in Chinese and English.

A phrase is read once, with exact decimals; both languages are written from that one value, so that
they cannot disagree. A value is in base units (元, not 万元) and keeps how Chinese printed it:
the full Chinese form is always the phrase as stated, 20余万 and 20万余 each as it was.

This module is the door for the rest of the report. Behind it:

- `quantity_values`: the types, the error and its codes, rounding
- `quantity_parse`, `quantity_head`, `quantity_han`: the Chinese grammar
- `quantity_zh`, `quantity_en`: writing
- `quantity_words`: the English words, from `words/quantities.yml`

Here belongs nothing but names. Numbers in running text are `numerals`; dates are not quantities.

Example:
    >>> stated = parse("20余万人次", "count")
    >>> write_zh(stated), write_en(stated, ("recognition", "recognitions"))
    ('20余万人次', 'more than 200,000 recognitions')
"""

from report.quantity.en import Noun, write_en
from report.quantity.parser import parse, size_of
from report.quantity.values import (
    Amount,
    Code,
    Direction,
    Form,
    Measure,
    Qualifier,
    Quantity,
    QuantityError,
    Word,
    to_plain,
)
from report.quantity.zh import write_zh

__all__ = [
    "Amount",
    "Code",
    "Direction",
    "Form",
    "Measure",
    "Noun",
    "Qualifier",
    "Quantity",
    "QuantityError",
    "Word",
    "parse",
    "size_of",
    "to_plain",
    "write_en",
    "write_zh",
]
