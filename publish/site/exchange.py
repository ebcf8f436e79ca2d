"""Exchanging two folders in one step, as far as the system can.

Python has no such function; Linux has `renameat2`, macOS `renamex_np`.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are relative to the working directory.
_SWAP = 2  # RENAME_EXCHANGE, and RENAME_SWAP of macOS.


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders. False, and nothing is changed, where the system cannot, as across file systems."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(first, second, _SWAP) == 0)
        return bool(library.renameat2(_HERE, first, _HERE, second, _SWAP) == 0)
    except (AttributeError, OSError, TypeError):  # No such function, or no such library: Windows.
        return False
