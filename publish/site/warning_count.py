"""How often a build has warned: what warned is neither kept nor, in strict mode, published.

Belongs here: counting. Does not belong here: what is worth a warning.
"""

from __future__ import annotations

import logging

from mkdocs.utils import CountHandler

_COUNT = CountHandler(level=logging.WARNING)


def count_warnings() -> None:
    """Count from now on: MkDocs itself counts in strict mode only."""
    _COUNT.counts.clear()
    logging.getLogger("mkdocs").addHandler(_COUNT)


def warnings() -> int:
    """Warnings of this build so far; MkDocs fails, in strict mode, only after its last event."""
    handlers = logging.getLogger("mkdocs").handlers
    return sum(sum(handler.counts.values()) for handler in handlers if isinstance(handler, CountHandler))
