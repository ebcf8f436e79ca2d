"""What MkDocs logs: the number of a build's warnings, and its messages.

A build with a warning is neither cached nor, in strict mode, published.

Does not belong here: what is worth a warning.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def logged_messages() -> Iterator[dict[int, list[str]]]:
    """The warnings and errors that MkDocs logs meanwhile, by level."""
    messages: dict[int, list[str]] = {logging.ERROR: [], logging.WARNING: []}

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            messages.setdefault(record.levelno, []).append(record.getMessage())

    handler = Handler(logging.WARNING)
    _LOGGER.addHandler(handler)
    try:
        yield messages
    finally:
        _LOGGER.removeHandler(handler)
