"""What every drawing depends on besides its spec: this package, its fonts, and the version of matplotlib.

Does not import matplotlib, so that a build with all drawings in the cache stays fast.

Belongs here: files and versions. Does not belong here: what one drawing shows (`drawing`).
"""

from functools import cache
from importlib.metadata import version
from pathlib import Path

from cache.fingerprint import file_digests, fingerprint

PACKAGE = Path(__file__).parent
FONTS = PACKAGE / "fonts"
"""The fonts of charts, share cards and PDFs."""


@cache
def package_fingerprint(package: Path = PACKAGE) -> str:
    """The fingerprint of the code, style, colours and fonts that draw; computed once, as code is loaded once."""
    return fingerprint(file_digests([package]), version("matplotlib"))
