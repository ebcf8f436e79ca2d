"""Which form of Chinese messages are in: that of the locale, else that of the report which was read last.

Belongs here: choosing the folders of words for messages. Does not belong here: the words of pages, which follow from
their own report (`Report.word_folders`).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from languages import DEFAULTS, ORIGINAL, TRANSLATION, Language, Side, forms, tags

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_of_report = ""


def locale_side() -> Side:
    """The side of the locale's language: what commands print."""
    return ORIGINAL if _locale().startswith(ORIGINAL) else TRANSLATION


def use_form(tag: str) -> None:
    """Write messages in the form of a report's Chinese, where the locale has none."""
    global _of_report
    _of_report = tag


def form_named_in(root: Path) -> str:
    """The tag of a report's Chinese in `data/report.yml`, whatever else is wrong there; empty where it names none."""
    path = root / "data/report.yml"
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    found = re.search(r"^languages:[^#]*?\b(zh-Han[st]-[A-Z]{2})\b", text, re.MULTILINE)
    return found[1] if found and found[1] in tags(ORIGINAL) else ""


def folders_of(root: Path) -> tuple[str, ...]:
    """The folders of words for what is written into a report's files."""
    return forms()[form_named_in(root) or DEFAULTS[ORIGINAL]].words


def report_folders() -> tuple[str, ...]:
    """The folders of words for what is written into the files of the report that was read last."""
    return forms()[_of_report or DEFAULTS[ORIGINAL]].words


def message_form() -> Language:
    """The form of Chinese that messages are in."""
    locale = _locale()
    if not locale.startswith(ORIGINAL):
        return forms()[_of_report or DEFAULTS[ORIGINAL]]
    named = set(locale.split("-")[1:])
    fitting = (tag for tag in tags(ORIGINAL) if named.intersection(tag.lower().split("-")))
    return forms()[next(fitting, DEFAULTS[ORIGINAL])]


def message_folders() -> tuple[str, ...]:
    """The folders of words for messages."""
    return message_form().words


def _locale() -> str:
    """The locale of messages as a tag in lower case, by the first of the variables that is set."""
    chosen = next((set_to for name in _VARIABLES if (set_to := os.environ.get(name))), "")
    return chosen.partition(".")[0].partition("@")[0].replace("_", "-").lower()
