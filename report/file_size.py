"""How large a file is, as readers see it.

Example:
    >>> from report.words import product_word
    >>> write_size(28128, "en", product_word), write_size(2812, "en", product_word)
    ('28 kB', '2.8 kB')
"""

from __future__ import annotations

from report.model import Language
from report.periods import InterfaceWord

_UNITS = (("gigabytes", 1_000_000_000), ("megabytes", 1_000_000), ("kilobytes", 1_000))


def write_size(size: int, language: Language, word: InterfaceWord) -> str:
    """A size in bytes, kB, MB or GB (of 1,000 each), to two digits at least; `word` gives the interface words."""
    for unit, step in _UNITS:
        if size >= step:
            number = f"{size / step:.1f}" if size * 20 < step * 199 else f"{(size * 2 + step) // (step * 2)}"
            return word(f"size.{unit}", language).format(size=number)
    return word("size.bytes", language).format(size=size)
