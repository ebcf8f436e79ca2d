"""What every drawing depends on besides its spec: this package, its fonts, and matplotlib by version.

Nothing here imports matplotlib, so that a build which finds all drawings in the cache does not pay for it.

Belongs here: files and versions. Does not belong here: what one drawing shows (`drawing`).
"""

from functools import cache
from importlib.metadata import version
from pathlib import Path

from cache.fingerprint import file_digests, fingerprint

PACKAGE = Path(__file__).parent
FONTS = PACKAGE / "fonts"
"""What charts, share cards and PDFs are set with."""


@cache
def package_fingerprint(package: Path = PACKAGE) -> str:
    """The fingerprint of the code, style, colours and fonts that draw; taken once, as code is loaded once."""
    return fingerprint(file_digests([package]), version("matplotlib"))
