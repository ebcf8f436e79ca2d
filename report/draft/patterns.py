"""The patterns of `words/drafting.yml`."""

from __future__ import annotations

import re
from functools import cache

from report.words import drafting


@cache
def pattern(key: str) -> re.Pattern[str]:
    """A pattern by its key."""
    return re.compile(drafting()[key])
