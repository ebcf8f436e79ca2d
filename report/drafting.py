"""The commands that spare typing: `report draft`, `report fill` and `report translate`.

Belongs here: reading their arguments and printing what they wrote. Does not belong here: what is written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from report.articles.passages import read_texts
from report.articles.tables import TABLES, write_template
from report.command_words import count_line, message_line
from report.draft.prepare import draft_article
from report.fill import fill
from report.problems import Problem, ReportError
from report.translation.commands import hand_out, take_in
from report.words.forms import locale_side, message_folders
from report.write_files import settle, write_files


def write_draft(options: argparse.Namespace) -> int:
    """Write stubs for what an article holds and the report does not."""
    if options.template:
        write_template(Path(options.source), locale_side(), message_folders())
        sys.stdout.write(f"{options.source}\n")
        return 0
    source, folder = options.source, options.articles
    if (path := Path(source)).suffix.lower() in (*TABLES, ".xls", ".xlsm"):
        if path.suffix not in TABLES:
            raise ReportError([Problem(source, 0, "", "table-kind")])
        source, folder = path.stem, path.parent if path.is_file() else folder
    draft = draft_article(options.root, source, read_texts(options.root, folder))
    for path in write_files(options.root, draft.files):
        sys.stdout.write(f"{path.as_posix()}\n")
    counts = {
        "figures": sum(not figure.is_unread for figure in draft.figures),
        "indicators": len(draft.indicators),
        "unread": sum(figure.is_unread for figure in draft.figures),
        "results": sum(not entry.is_planned for entry in draft.entries),
        "commitments": sum(entry.is_planned for entry in draft.entries),
        "terms": len(draft.terms),
    }
    sys.stdout.write(message_line("cli.drafted", **counts))
    return 0


def translate(options: argparse.Namespace) -> int:
    """Hand out the texts that lack English, or take their English back."""
    settle(options.folder)
    if options.way == "out":
        files, count = hand_out(options.root, options.folder)
        written = write_files(options.folder, files)
        said = count_line("cli.handed-out", count)
    else:
        files, count, still_open = take_in(options.root, options.folder)
        written = write_files(options.root, files)
        said = f"{count_line('cli.taken-in', count)} {count_line('cli.untranslated', still_open)}"
    for path in written:
        sys.stdout.write(f"{path.as_posix()}\n")
    sys.stdout.write(f"{said}\n")
    return 0


def write_filled(options: argparse.Namespace) -> int:
    """Write place and quote of each figure that lacks them."""
    filled = fill(options.root, read_texts(options.root, options.articles))
    for path in write_files(options.root, filled.files):
        sys.stdout.write(f"{path.as_posix()}\n")
    sys.stdout.write(f"{count_line('cli.filled', filled.count)}\n")
    return 0
