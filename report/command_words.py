"""What the commands print, in the language of the locale.

Belongs here: choosing and filling the words. Does not belong here: the words (`words/interface.yml`).
"""

from __future__ import annotations

from report.words import interface
from report.words.forms import locale_side, message_folders


def message_line(key: str, **values: object) -> str:
    """A line of output."""
    return message(key, **values) + "\n"


def message(key: str, **values: object) -> str:
    """Words of the interface, their placeholders filled."""
    return interface(message_folders())[key][locale_side()].format_map(values)


def count_line(key: str, count: int, **values: object) -> str:
    """The words for a number of things; of one, they have a key of their own."""
    return message(f"{key}-one" if count == 1 else key, count=count, **values)
