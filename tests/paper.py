"""Measures of a printed page: how much of it is filled, how small its smallest type is."""

from collections.abc import Iterator

import pypdf

EDGE = 60.0
"""Points at the head and the foot of a page that hold what is on every page."""


def typed(page: pypdf.PageObject) -> Iterator[tuple[float, float]]:
    """Height above the foot of the page, and size in points, of every piece of text."""
    found: list[tuple[float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            found.append((tm[5] * cm[3] + cm[5], size * abs(tm[3] * cm[3])))

    page.extract_text(visitor_text=visit)
    return iter(found)


def filled_share(page: pypdf.PageObject) -> float:
    """The part of a page that is above its lowest text, without what stands at its foot."""
    heights = [height for height, _ in typed(page) if height > EDGE]
    return 1 - (min(heights, default=float(page.mediabox.height)) - EDGE) / (float(page.mediabox.height) - 2 * EDGE)


def smallest_type(page: pypdf.PageObject) -> float:
    """Size in points of the smallest text on a page, to a hundredth."""
    return round(min(size for _, size in typed(page)), 2)
