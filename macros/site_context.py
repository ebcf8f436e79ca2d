"""Where the pages are published, and which files beside them; given by the caller of `render_pages`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from report.model import Language

DATA_FOLDER = "data/"
"""Folder of the open data, below a language's root."""


@dataclass(frozen=True)
class SiteContext:
    """The addresses and files that pages link to; by default none.

    Attributes:
        home_addresses: Address of the home page of each language, with `/` at its end; empty where it is not known.
        file_sizes: Files beside the pages of each language: bytes by address below the language's root.
        index: Name of a page's file, where no server adds it to a link; else empty.
        apart: Whether each language has a root of its own, which holds its files of the annual summary.
        line_keys: For the preview alone: the key of each entry's line, by the entry's identity.
        pdf_sizes: Bytes of the annual summary's files, by name; empty where they are not made, as in a preview.
    """

    home_addresses: Mapping[Language, str] = field(default_factory=dict)
    file_sizes: Mapping[Language, Mapping[str, int]] = field(default_factory=dict)
    index: str = ""
    apart: bool = False
    line_keys: Mapping[int, str] = field(default_factory=dict)
    pdf_sizes: Mapping[str, int] = field(default_factory=dict)
