"""The `report` command as it is installed: the core's commands, and those that need a whole site.

Belongs here: the entry point alone. `report.cli` may not import `publish`; so the commands that do are
passed to it here.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from publish.failures import find_problems
from publish.markdown_export import write_trees
from publish.new_report import describe_files, start_report
from report import cli
from report.begin_options import beginning_of
from report.command_words import message_line
from report.model import Report


def main() -> int:
    """Run one command of the command line."""
    writers = {"render": _render, "new": _new, "offline": _offline, "pdf": _pdf}
    return cli.main(writers=writers, check=_check, explain=find_problems)


def _check(root: Path, *, strict: bool, articles: Path | None) -> Report:
    from publish.check import check_project  # Imports all that makes pages and PDFs, which other commands do not need.

    return check_project(root, strict=strict, articles=articles)


def _new(options: argparse.Namespace) -> int:
    beginning = beginning_of(options)
    start_report(options.folder, beginning)
    for path, about in describe_files(options.folder):
        sys.stdout.write(f"{path}: {about}\n")
    key = "cli.started-empty" if beginning else "cli.started"
    sys.stdout.write(message_line(key, folder=options.folder.as_posix()))
    return 0


def _offline(options: argparse.Namespace) -> int:
    from publish.site.offline import write_zip  # Imports MkDocs, which other commands do not need.

    return write_zip(options.root, options.folder)


def _pdf(options: argparse.Namespace) -> int:
    from publish.summary.api import write_summaries

    write_summaries(options.root, options.folder)
    return 0


def _render(options: argparse.Namespace) -> int:
    for folder in write_trees(options.root, options.folder, os.environ.get("SITE_URL", "")):
        sys.stdout.write(f"{folder.as_posix()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
