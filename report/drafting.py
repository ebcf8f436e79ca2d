"""The commands that spare typing: `report fill`.

Belongs here: reading their arguments and printing what they wrote. Does not belong here: what is written.
"""

from __future__ import annotations

import argparse
import sys

from report.articles.passages import read_texts
from report.command_words import count_line
from report.fill import fill
from report.write_files import write_files


def write_filled(options: argparse.Namespace) -> int:
    """Write place and quote of each figure that lacks them."""
    filled = fill(options.root, read_texts(options.root, options.articles))
    for path in write_files(options.root, filled.files):
        sys.stdout.write(f"{path.as_posix()}\n")
    sys.stdout.write(f"{count_line('cli.filled', filled.count)}\n")
    return 0
