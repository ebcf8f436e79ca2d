"""What every drawing depends on besides its spec: this package, its fonts, and the version of matplotlib.

Does not import matplotlib, so that a build with all drawings in the cache stays fast.

Belongs here: files and versions. Does not belong here: what one drawing shows (`drawing`).
"""

import os
from functools import cache
from importlib.metadata import version
from pathlib import Path

from cache.fingerprint import file_digests, fingerprint

PACKAGE = Path(__file__).parent
FONTS = PACKAGE / "fonts"
"""The fonts of charts, share cards and PDFs."""
FONT_FILES = {".otf", ".ttf"}
_OWN_FONTS = "REPORT_FONTS"  # In the environment, which the processes that draw inherit.


def use_fonts_of(root: Path) -> None:
    """Let a report's own fonts, in `fonts/` of its folder, follow those of the tool.

    Args:
        root: The project's folder.
    """
    os.environ[_OWN_FONTS] = str((root / "fonts").resolve())


def font_folders() -> list[Path]:
    """The folders that fonts are read from: the tool's, then the report's own if it has any."""
    own = Path(os.environ.get(_OWN_FONTS) or FONTS)
    has_fonts = own != FONTS and own.is_dir() and any(path.suffix.lower() in FONT_FILES for path in own.iterdir())
    return [FONTS, own] if has_fonts else [FONTS]


def drawing_fingerprint() -> str:
    """The fingerprint of all that draws: `package_fingerprint`, and the report's own fonts."""
    own = [path for folder in font_folders()[1:] for path in sorted(folder.iterdir())]
    if not own:
        return package_fingerprint()
    # Not by content: one font may have 30 MB, and every drawing asks.
    about = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in own]
    return fingerprint(package_fingerprint(), about)


@cache
def package_fingerprint(package: Path = PACKAGE) -> str:
    """The fingerprint of the code, style, colours and fonts that draw; computed once, as code is loaded once."""
    return fingerprint(file_digests([package]), version("matplotlib"))
