"""How large a file is, as readers see it.

Example:
    >>> write_size(28128, "en"), write_size(2812, "en")
    ('28 kB', '2.8 kB')
"""

from __future__ import annotations

from report.model import Language
from report.words import interface

_UNITS = (("gigabytes", 1_000_000_000), ("megabytes", 1_000_000), ("kilobytes", 1_000))


def write_size(size: int, language: Language) -> str:
    """A size in bytes, kB, MB or GB (of 1,000 each), to two digits at least."""
    for unit, step in _UNITS:
        if size >= step:
            number = f"{size / step:.1f}" if size * 20 < step * 199 else f"{(size * 2 + step) // (step * 2)}"
            return interface()[f"size.{unit}"][language].format(size=number)
    return interface()["size.bytes"][language].format(size=size)
