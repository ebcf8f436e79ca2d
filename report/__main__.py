"""`python -m report`: the `report` command as it is installed.

It is found by its entry point, since this package imports none of those above it; where it is not installed, the
commands of this package alone are there.
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
