"""The number of a build's warnings: a build with one is neither cached nor, in strict mode, published.

Belongs here: counting. Does not belong here: what is worth a warning.
"""

from __future__ import annotations

import logging

from mkdocs.utils import CountHandler

_LOGGER = logging.getLogger("mkdocs")
_NAME = "report-warnings"
"""Name of the handler: when edited code is loaded again, the old code's handler is found by it."""


def count_warnings() -> None:
    """Start counting warnings: MkDocs itself counts in strict mode only."""
    for handler in [handler for handler in _LOGGER.handlers if handler.name == _NAME]:
        _LOGGER.removeHandler(handler)
    counter = CountHandler(level=logging.WARNING)
    counter.name = _NAME
    _LOGGER.addHandler(counter)


def warnings() -> int:
    """Warnings of this build so far; MkDocs fails, in strict mode, only after its last event."""
    return sum(sum(handler.counts.values()) for handler in _LOGGER.handlers if isinstance(handler, CountHandler))
