"""The options of `report new`, and the questions that it asks at a terminal in their place.

Belongs here: which report is wanted. Does not belong here: its files (`report.begin`, `publish.new_report`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TypeVar

from languages import DEFAULTS, SIDES, Side, tags
from report.begin import SECTIONS, USUAL, Beginning
from report.command_words import message, message_line
from report.problems import Problem, ReportError

_Answer = TypeVar("_Answer")
YEAR = 2026
"""The year of an empty report for which none is given: that of the sample's edition, since no code reads the clock."""


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the options of `report new`."""
    kind = command.add_mutually_exclusive_group()
    kind.add_argument("--empty", action="store_true", help=message("cli.new-empty"))
    kind.add_argument("--sample", action="store_true", help=message("cli.new-sample"))
    words = {"sections": ",".join(SECTIONS), "usual": _listed(USUAL)}
    command.add_argument("--sections", type=_sections, metavar="LIST", help=message("cli.new-sections", **words))
    command.add_argument("--year", type=int, metavar="YEAR", help=message("cli.new-year-option"))
    known = message("cli.new-languages", languages=_forms())
    command.add_argument("--languages", type=_languages, default={}, metavar="ZH,EN", help=known)
    command.add_argument("--title-zh", default="", metavar="TITLE", help=message("cli.new-title-zh"))
    command.add_argument("--title-en", default="", metavar="TITLE", help=message("cli.new-title-en"))


def beginning_of(options: argparse.Namespace) -> Beginning | None:
    """The empty report that is wanted; `None` for the sample.

    Questions are asked where neither kind nor any part of an empty report is given, and only at a terminal; what is
    assumed instead is printed.
    """
    if options.sample and options.languages:
        raise ReportError([Problem("--languages", 0, "", "sample-language")])
    given = options.sections is not None or any((options.year, options.title_zh, options.title_en, options.languages))
    if not (options.empty or options.sample or given):
        if sys.stdin.isatty() and sys.stdout.isatty():
            return _asked()
        sys.stdout.write(message_line("cli.defaults-sample"))
        return None
    if options.sample:
        return None
    sections = USUAL if options.sections is None else options.sections
    year = options.year or YEAR
    if options.sections is None or not options.year:
        sys.stdout.write(message_line("cli.defaults-empty", year=str(year), sections=_listed(sections)))
    return Beginning(year, sections, (options.title_zh, options.title_en), options.languages)


def _asked() -> Beginning | None:
    """The answers to a few questions; an empty answer takes what stands in brackets."""
    if _ask("cli.ask-kind", "empty").startswith("s"):
        return None
    names = _ask("cli.new-title-zh", ""), _ask("cli.new-title-en", "")
    while not (year := _ask("cli.new-year-option", str(YEAR))).isdecimal() or len(year) != 4:
        pass
    languages = _asked_until_known(_languages, "cli.ask-languages", ",".join(DEFAULTS[side] for side in SIDES))
    return Beginning(int(year), _asked_until_known(_sections, "cli.ask-sections", _listed(USUAL)), names, languages)


def _asked_until_known(read: Callable[[str], _Answer], key: str, default: str) -> _Answer:
    while True:
        try:
            return read(_ask(key, default))
        except argparse.ArgumentTypeError as error:
            sys.stdout.write(f"{error}\n")


def _ask(key: str, default: str) -> str:
    choices = {"cli.ask-sections": {"sections": ", ".join(SECTIONS)}, "cli.ask-languages": {"languages": _forms()}}
    words = message(key, **choices.get(key, {}))
    return input(f"{words} [{default}]: ").strip() or default


def _sections(words: str) -> frozenset[str]:
    names = [name.strip() for name in words.split(",") if name.strip()]
    if unknown := [name for name in names if name not in (*SECTIONS, "figures")]:
        text = message("cli.new-sections-unknown", value=", ".join(unknown), sections=", ".join(SECTIONS))
        raise argparse.ArgumentTypeError(text)
    return frozenset(names) - {"figures"}  # They are always laid out.


def _languages(words: str) -> dict[Side, str]:
    named = [name.strip() for name in words.split(",")]
    if len(named) != len(SIDES) or any(tag not in tags(side) for side, tag in zip(SIDES, named, strict=True)):
        text = message("cli.new-languages-unknown", value=words, languages=_forms())
        raise argparse.ArgumentTypeError(text)
    return dict(zip(SIDES, named, strict=True))


def _forms() -> str:
    return "; ".join(", ".join(tags(side)) for side in SIDES)


def _listed(sections: frozenset[str]) -> str:
    return ",".join(name for name in SECTIONS if name in sections)
