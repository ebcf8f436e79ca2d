r"""Figures in large type: digits at full size, what stands around them smaller.

Belongs here: splitting a value. Does not belong here: the value (`report.figures`), the sizes (`site.css`).

Example:
    >>> split_value("more than CNY 3 million"), split_value("直降35%"), split_value("A+")
    (('more than CNY ', '3', ' million'), ('直降', '35%', ''), ('', 'A+', ''))
"""

from __future__ import annotations

import re

from markupsafe import Markup

from macros.view import View

LONGEST = 5
"""Characters of a value without digits that still stand at full size."""
_NUMBER = r"\d[\d,.]*(?:[%‰]|(?:st|nd|rd|th)\b)?"
_DIGITS = re.compile(rf"[-−]?{_NUMBER}(?:\s?(?:[-–—~/\u81f3\u5230]|to)\s?{_NUMBER})*")


def split_value(value: str) -> tuple[str, str, str]:
    """What stands before the digits of a value, the digits with their per cent sign, what stands after them."""
    digits = _DIGITS.search(value)
    if digits is None:
        return (value, "", "") if len(value) > LONGEST else ("", value, "")
    return value[: digits.start()], digits[0], value[digits.end() :]


def key_number(view: View, id: str, form: str = "") -> Markup:
    """A live figure in large type; its digits do not part from the unit.

    Without a form it leaves out the noun, which stands below it; a change keeps the word that says which way it goes.
    """
    facts = view.facts(id)
    form = form or ("full" if facts.measure.startswith("change") or "number" not in facts.forms else "number")
    before, digits, after = split_value(facts.forms[form])
    whole = Markup('<span class="nb">{}</span>').format(digits) if digits else Markup("")
    words = _small(before) + whole + _small(after)
    live = Markup('<a class="fig" href="{}">{}</a>').format(view.link(facts.page), words)
    return live + view.unreviewed_mark(id) + view.edit_mark(view.report.figure[id])


def _small(words: str) -> Markup:
    return Markup("<small>{}</small>").format(words) if words else Markup("")
