"""Quantities: reading stated Chinese phrases, and writing them in Chinese and English.

A phrase is read once, with exact decimals; both languages are written from that one value, so that
they cannot disagree. A value is in base units (元, not 万元) and keeps how Chinese printed it:
the full Chinese form is always the phrase as stated, 20余万 and 20万余 each as it was.

This module is the door for the rest of the report. Behind it:

- `values`: the types, the error and its codes, rounding
- `characters`, `cursor`: a phrase in one spelling, and a place in it
- `head`, `numbers`, `shares`, `rates`, `amounts`, `spans`, `ranks`, `grades`, `noun`, `compound`: the productions of
  the grammar
- `label`, `periods`, `bases`, `verbs`, `bounds`: names in front of a number, words of time, what a share is of,
  verbs of change, sign and bound
- `tails`, `behind`: what stands behind a number
- `parser`, `fit`: their order, and which measure each goes with
- `units`, `words`, `name_words`, `rules`: the tables of units and words, and what a report adds to them
- `hand`: what an editor says of a phrase that is not read
- `zh`, `en`, `en_units`, `en_numbers`, `changes`: writing
- `crosscheck`: English read back by rules of its own

Here belongs nothing but names. Numbers in running text are `numerals`; dates are not quantities.

Example:
    >>> stated = parse("20余万人次", "count")
    >>> write_zh(stated), write_en(stated, ("recognition", "recognitions"))
    ('20余万人次', 'more than 200,000 recognitions')
"""

from report.quantity.changes import ChangeForm, states_change, write_change
from report.quantity.en import Noun, write_en
from report.quantity.hand import Hand, by_hand
from report.quantity.numbers import in_two_sizes, size_of
from report.quantity.parser import parse
from report.quantity.rules import House, Rules
from report.quantity.units import Units, UnitWords, unit_words, units_with
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
    "ChangeForm",
    "Code",
    "Direction",
    "Form",
    "Hand",
    "House",
    "Measure",
    "Noun",
    "Qualifier",
    "Quantity",
    "QuantityError",
    "Rules",
    "UnitWords",
    "Units",
    "Word",
    "by_hand",
    "in_two_sizes",
    "parse",
    "size_of",
    "states_change",
    "to_plain",
    "unit_words",
    "units_with",
    "write_change",
    "write_en",
    "write_zh",
]
