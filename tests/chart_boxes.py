"""The boxes of what was drawn, and that its labels stand free."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

SLACK = 1.10
MEETING = re.compile("[\u3400-\u9fff](?=[A-Za-z0-9])|[A-Za-z0-9%](?=[\u3400-\u9fff])")


@dataclass(frozen=True)
class Box:
    """A rectangle in CSS px, y downwards, and what it holds."""

    left: float
    top: float
    right: float
    bottom: float
    name: str

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def texts(figure: Figure) -> list[Text]:
    return [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]


def text_boxes(figure: Figure) -> list[Box]:
    """Boxes of the labels, a tenth wider than set here and with the gaps that browsers add."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = []
    for text in texts(figure):
        extent = text.get_window_extent(renderer)
        gaps = len(MEETING.findall(text.get_text())) * text.get_fontsize() / 8
        more = (extent.width + gaps) * SLACK - extent.width
        before = {"left": 0.0, "center": more / 2, "right": more}[text.get_horizontalalignment()]
        height = figure.bbox.height
        left, right = extent.x0 - before, extent.x1 + more - before
        boxes.append(Box(left, height - extent.y1, right, height - extent.y0, text.get_text()))
    return boxes


def marks(figure: Figure, gid: str) -> list[Box]:
    """Boxes of the marks whose gid begins so, in the order drawn."""
    return list(_marks(figure, gid))


def _marks(figure: Figure, gid: str) -> Iterator[Box]:
    for artist in figure.axes[0].get_children():
        found = artist.get_gid() or ""
        if found.startswith(gid):
            extent = artist.get_window_extent()
            height = figure.bbox.height
            yield Box(extent.x0, height - extent.y1, extent.x1, height - extent.y0, found)


def labels(figure: Figure) -> list[str]:
    return [text.get_text() for text in texts(figure)]


def assert_labels_stand_free(figure: Figure) -> None:
    """Every label is in the frame, none meets another, and none set beside marks meets a mark."""
    boxes = text_boxes(figure)
    width, height = figure.bbox.width, figure.bbox.height
    assert [
        box for box in boxes if box.left < -1.5 or box.right > width + 1.5 or box.top < 0 or box.bottom > height
    ] == []
    pairs = [(one.name, two.name) for at, one in enumerate(boxes) for two in boxes[at + 1 :] if one.meets(two)]
    assert pairs == []
    inside = [(text.get_gid() or "").startswith("inside") for text in texts(figure)]
    beside = [box for box, within in zip(boxes, inside, strict=True) if not within]
    filled = [box for gid in ("bar", "mark", "hollow", "stroke", "dotted", "dot", "ring") for box in marks(figure, gid)]
    assert [(box.name, mark) for box in beside for mark in filled if box.meets(mark)] == []
    assert min(text.get_fontsize() for text in texts(figure)) >= 14
