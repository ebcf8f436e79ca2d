"""`python -m publish`: the `report` command."""

from __future__ import annotations

import sys

from publish.commands import main

if __name__ == "__main__":
    sys.exit(main())
