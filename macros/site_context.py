"""Where the pages will stand, and which files beside them.

Whoever renders the pages says so; `macros` makes no files. Without it nothing is offered and no address told.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from report.model import Language

FOLDER = "data/"
"""Where the files of the open data stand below a language's root."""


@dataclass(frozen=True)
class Outlet:
    """What is known of the place where the pages will stand.

    Attributes:
        homes: Address of the home page of each language, with `/` at its end; empty where it is not known.
        sizes: Files beside the pages of each language: bytes by address below the language's root.
        index: Name of a page's file, where no server adds it to a link; else empty.
        apart: Whether each language stands at a root of its own, which holds its files of the annual summary.
    """

    homes: Mapping[Language, str] = field(default_factory=dict)
    sizes: Mapping[Language, Mapping[str, int]] = field(default_factory=dict)
    index: str = ""
    apart: bool = False
