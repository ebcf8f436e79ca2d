"""`python -m report`: the installed `report` command.

It is found by its entry point, since this package may not import `publish`; where it is not installed, only the
commands of this package are available.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import entry_points

from report import cli


def installed() -> Callable[[], int]:
    """The command `report` of this environment."""
    found = entry_points(group="console_scripts", name="report")
    command: Callable[[], int] = next((entry.load() for entry in found), cli.main)
    return command


if __name__ == "__main__":
    sys.exit(installed()())
