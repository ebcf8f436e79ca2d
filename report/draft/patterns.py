"""The patterns of `words/drafting.yml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent.parent / "words" / "drafting.yml"


@cache
def pattern(key: str) -> re.Pattern[str]:
    """A pattern by its key."""
    return re.compile(_patterns()[key])


@cache
def _patterns() -> Mapping[str, str]:
    with _FILE.open(encoding="utf-8") as stream:
        return dict(yaml.safe_load(stream))
