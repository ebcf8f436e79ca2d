"""A chart in one format and width, drawn or read from the cache, alone or many in parallel.

A drawing is a plain value that can be sent to another process, so that a cold build draws on every core. Reading
one from the cache needs no matplotlib.

Belongs here: formats, parallel drawing. Does not belong here: what all drawings depend on (`inputs`), saving
(`export`), the files of the cache (`cache.store`).

Example::

    drawing = Drawing("inline", "rank", spec, title="2nd of 16", description="Qingshi is 2nd …", width=320)
    drawing.content(Path(".cache"))
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import as_completed
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cache.fingerprint import fingerprint
from cache.store import Cache
from charts.inputs import drawing_fingerprint
from charts.kinds import KINDS
from charts.sheet import Sheet
from charts.specs.base import Spec
from charts.style import look
from charts.workers import workers

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Format = Literal["inline", "svg", "png"]

ID_PLACEHOLDER = "place-of-this-chart"
"""Prefix of the ids in a cached inline drawing; each page replaces it by its own."""
ID_PATTERN = re.compile(r"[a-z][a-z0-9-]*")
"""Valid prefixes of ids."""
CACHE_KIND = "charts"
DRAWINGS_PER_PROCESS = 4
"""Fewer are not worth another process, which must first import matplotlib."""

Progress = Callable[[int, int], None]
"""Called with the number of drawings done and the total."""


@dataclass(frozen=True)
class Drawing:
    """A chart in one format, language and width."""

    format: Format
    """`inline` for pages; `svg` and `png` for files of their own, framed by title and notes."""
    kind: str
    """Name of the kind, one of `charts.kinds.KINDS`."""
    spec: Spec
    """What it shows."""
    title: str
    """Its finding."""
    description: str
    """Its finding with the numbers, for those who do not see it."""
    width: int
    """In CSS px."""
    subtitle: str = ""
    """For files: what, unit and period."""
    notes: tuple[str, ...] = ()
    """For files: source and cautions, a paragraph each."""

    def content(self, folder: Path) -> bytes:
        """The drawing from the cache, or drawn now: SVG as UTF-8, or a picture.

        Args:
            folder: The cache, `.cache`.

        Raises:
            ValueError, TypeError, MissingGlyphError: As `charts.draw` does; nothing is stored then.
        """
        content = self.cached(folder)
        if content is None:
            content = self._draw()
            Cache(folder, CACHE_KIND).put(self._key, content)
        return content

    def cached(self, folder: Path) -> bytes | None:
        """The drawing from the cache, or `None`."""
        return Cache(folder, CACHE_KIND).get(self._key)

    def check(self) -> None:
        """Draw a file without saving it.

        Raises:
            ValueError, TypeError, MissingGlyphError: As `charts.draw` does.
        """
        _framed(replace(self, format="svg"))

    @cached_property
    def _key(self) -> str:
        return fingerprint(drawing_fingerprint(), self)

    def _draw(self) -> bytes:
        from charts import export  # imports matplotlib

        names = {"title": self.title, "description": self.description}
        if self.format == "inline":
            return export.svg(draw(self.kind, self.spec, self.width), prefix=ID_PLACEHOLDER, **names).encode()
        figure = _framed(replace(self, format="svg"))
        if self.format == "png":
            return export.png(figure)
        return export.standalone_svg(figure, prefix="chart", language=self.spec.language, **names).encode()


def draw(kind: str, spec: Spec, width: int) -> Figure:
    """Draw a chart; `width` in CSS px.

    Raises:
        ValueError: There is no such kind, or a label does not fit.
        TypeError: The spec is another kind's.
        MissingGlyphError: No font holds a character of a label.
    """
    if kind not in KINDS:
        raise ValueError(f"no kind of chart is called {kind!r}: there are {', '.join(KINDS)}")
    declared = KINDS[kind]
    if not isinstance(spec, declared.spec):
        raise TypeError(f"{kind} is drawn from {declared.spec.__name__}, not from {type(spec).__name__}")
    with look():
        sheet = Sheet(width, spec.language)
        return sheet.close(declared.draw(sheet, spec))


@lru_cache(maxsize=1)
def _framed(drawing: Drawing) -> Figure:
    """The figure of a file with its frame; cached, since SVG and PNG are saved from the same figure."""
    from charts.frame import add_frame

    figure = draw(drawing.kind, drawing.spec, drawing.width)
    add_frame(figure, drawing.spec.language, title=drawing.title, subtitle=drawing.subtitle, notes=drawing.notes)
    return figure


def draw_missing(drawings: Iterable[Drawing], folder: Path, progress: Progress) -> int:
    """Draw what is not in the cache, in parallel if it is many; return how many were missing.

    A drawing that fails is skipped: `Drawing.content` raises the error when a page asks for it.
    """
    missing = [drawing for drawing in dict.fromkeys(drawings) if drawing.cached(folder) is None]
    count = min(os.cpu_count() or 1, len(missing) // DRAWINGS_PER_PROCESS)
    if count < 2:
        return len(missing)  # Drawn one by one when a page asks for them.
    with workers(count) as pool:
        waiting = [pool.submit(_draw_batch, batch, folder) for batch in _by_spec(missing)]
        done = 0
        for each in as_completed(waiting):
            done += each.result()
            progress(done, len(missing))
    return len(missing)


def _by_spec(drawings: Iterable[Drawing]) -> list[list[Drawing]]:
    """Group drawings of the same chart and language, which share cached measurements."""
    found: dict[Spec, list[Drawing]] = {}
    for drawing in drawings:
        found.setdefault(drawing.spec, []).append(drawing)
    return list(found.values())


def _draw_batch(drawings: Sequence[Drawing], folder: Path) -> int:
    """Draw a batch in a worker process and return its size; errors are left to `Drawing.content`."""
    for drawing in drawings:
        with suppress(ValueError, TypeError):
            drawing.content(folder)
    return len(drawings)
