"""One drawing: which kind, of what, in which form; drawn or taken from the cache; and many of them at once.

A drawing is a value that any process can take, so that a cold build draws on every core. Finding one in
the cache needs no matplotlib.

Belongs here: forms, and the order of drawing. Does not belong here: what all drawings depend on (`inputs`), saving
(`export`), the files of the cache (`cache.store`).

Example::

    drawing = Drawing("inline", "rank", spec, title="4th of 433", description="Zhuzhou is 4th …", width=320)
    drawing.content(Path(".cache"))
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cache.fingerprint import fingerprint
from cache.store import Cache
from charts.inputs import package_fingerprint
from charts.kinds import KINDS
from charts.sheet import Sheet
from charts.specs.base import Spec
from charts.style import look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Form = Literal["inline", "svg", "png"]

PLACE = "place-of-this-chart"
"""Begins the ids of a cached inline drawing; a page puts its own prefix there."""
PREFIX = re.compile(r"[a-z][a-z0-9-]*")
"""What may begin an id."""
CACHE_KIND = "charts"
ENOUGH = 8
"""From so many drawings on, two processes are faster than one: each must first import matplotlib."""

Progress = Callable[[int, int], None]
"""Told how many are done, and how many there are."""


@dataclass(frozen=True)
class Drawing:
    """A chart in one form, language and width."""

    form: Form
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
            content = self._drawn()
            Cache(folder, CACHE_KIND).put(self._key, content)
        return content

    def cached(self, folder: Path) -> bytes | None:
        """The drawing from the cache; nothing where it is not there."""
        return Cache(folder, CACHE_KIND).get(self._key)

    def check(self) -> None:
        """Draw a file without saving it.

        Raises:
            ValueError, TypeError, MissingGlyphError: As `charts.draw` does.
        """
        _framed(replace(self, form="svg"))

    @cached_property
    def _key(self) -> str:
        return fingerprint(package_fingerprint(), self)

    def _drawn(self) -> bytes:
        from charts import export  # imports matplotlib

        names = {"title": self.title, "description": self.description}
        if self.form == "inline":
            return export.svg(self._figure(), prefix=PLACE, **names).encode()
        figure = _framed(replace(self, form="svg"))
        if self.form == "png":
            return export.png(figure)
        return export.standalone_svg(figure, prefix="chart", language=self.spec.language, **names).encode()

    def _figure(self) -> Figure:
        return draw(self.kind, self.spec, self.width)


def draw(kind: str, spec: Spec, width: int) -> Figure:
    """Draw a chart; `width` in CSS px.

    Raises:
        ValueError: There is no such kind, or a label cannot be made to fit.
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
    """The figure of a file, which is saved in one form after the other."""
    from charts.frame import framed

    figure = drawing._figure()
    framed(figure, drawing.spec.language, title=drawing.title, subtitle=drawing.subtitle, notes=drawing.notes)
    return figure


def draw_missing(drawings: Iterable[Drawing], folder: Path, progress: Progress) -> int:
    """Draw what the cache does not hold, on all cores if it is much; how many were missing.

    What cannot be drawn is passed over: the error is raised on the next request.
    """
    missing = [drawing for drawing in dict.fromkeys(drawings) if drawing.cached(folder) is None]
    workers = min(os.cpu_count() or 1, len(missing) // (ENOUGH // 2))
    if workers < 2:
        return len(missing)  # Too few to be worth two processes: drawn when asked for.
    # `spawn`, so that nothing of this process is in the others: its threads, its open files, its memory.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(_draw_some, together, folder) for together in _together(missing)]
        done = 0
        for each in as_completed(waiting):
            done += each.result()
            progress(done, len(missing))
    return len(missing)


def _together(drawings: Iterable[Drawing]) -> list[list[Drawing]]:
    """The drawings of one chart and language, which share measures and figures, in one list."""
    found: dict[Spec, list[Drawing]] = {}
    for drawing in drawings:
        found.setdefault(drawing.spec, []).append(drawing)
    return list(found.values())


def _draw_some(drawings: Sequence[Drawing], folder: Path) -> int:
    """Draw some, in a process of its own; how many. An error is not raised here, but on the next request."""
    for drawing in drawings:
        with suppress(ValueError, TypeError):
            drawing.content(folder)
    return len(drawings)
