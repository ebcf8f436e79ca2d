"""Specs that the tests of charts share, with the words of the report, and the boxes of what was drawn."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from charts import (
    ApartSpec,
    Bar,
    Drawn,
    Panel,
    RankSpec,
    Share,
    SharesSpec,
    StatusRow,
    StatusSpec,
    StatusSquare,
)

RANK = {
    "zh": RankSpec("zh", 4, 433, marker="株洲第4", first="第1名", last="第433名", block="一格十名"),
    "en": RankSpec("en", 4, 433, marker="Zhuzhou, 4th", first="1st", last="433rd", block="one block = ten places"),
}
SHARES = {
    "zh": SharesSpec(
        language="zh",
        scale=("0%", "50%", "100%"),
        rows=(
            Share("可提供6类15项中医药服务", "社区卫生服务中心和建制乡镇卫生院", Decimal(100), "100%"),
            Share("可提供中医非药物疗法", "村卫生室", Decimal("82.9"), "82.9%"),
        ),
    ),
    "en": SharesSpec(
        language="en",
        scale=("0%", "50%", "100%"),
        rows=(
            Share(
                "can offer 15 TCM services in six categories",
                "Community health service centres and established-township health centres",
                Decimal(100),
                "100%",
            ),
            Share("can offer non-drug TCM therapies", "Village clinics", Decimal("82.9"), "82.9%"),
        ),
    ),
}
APART = {
    "zh": ApartSpec(
        language="zh",
        caution="上下口径不同，不可相减",
        panels=(
            Panel(
                "互认",
                (
                    Bar("2024年，5家三甲医院", Decimal(200_000), "20余万人次", "baseline", open_ended=True),
                    Bar("截至2026年2月5日，范围未说明", Decimal(218_900), "21.89万次"),
                ),
            ),
            Panel(
                "节省费用",
                (
                    Bar("2024年，5家三甲医院", Decimal(3_000_000), "300余万元", "baseline", open_ended=True),
                    Bar("截至2026年2月5日，范围未说明", Decimal(8_808_600), "880.86万元"),
                ),
            ),
        ),
    ),
    "en": ApartSpec(
        language="en",
        caution="Units and scopes differ: not to be compared or subtracted",
        panels=(
            Panel(
                "Results recognised",
                (
                    Bar(
                        "2024, five Grade A tertiary hospitals",
                        Decimal(200_000),
                        "more than 200,000 recognitions",
                        "baseline",
                        open_ended=True,
                    ),
                    Bar("To 5 February 2026, scope not stated", Decimal(218_900), "218,900 recognitions"),
                ),
            ),
            Panel(
                "Saved for patients",
                (
                    Bar(
                        "2024, five Grade A tertiary hospitals",
                        Decimal(3_000_000),
                        "more than CNY 3 million",
                        "baseline",
                        open_ended=True,
                    ),
                    Bar("To 5 February 2026, scope not stated", Decimal(8_808_600), "CNY 8.8086 million"),
                ),
            ),
        ),
    ),
}
SQUARES = (StatusSquare("full"), StatusSquare("half"), StatusSquare("hollow"), StatusSquare("hollow", dot=True))
STATUS = {
    "zh": StatusSpec(
        "zh",
        rows=(StatusRow("加强服务能力", SQUARES * 3, "12"), StatusRow("推动中医药传承创新", SQUARES[2:], "2")),
        key=tuple(zip(SQUARES, ("已报告达成", "已报告进展", "第二篇文章未提及", "2026年再次提出"), strict=True)),
    ),
    "en": StatusSpec(
        "en",
        rows=(
            StatusRow("Strengthening service capacity", SQUARES * 3, "12"),
            StatusRow("Carrying TCM forward through inheritance and innovation", SQUARES[2:], "2"),
        ),
        key=tuple(
            zip(
                SQUARES,
                ("Reported as met", "Progress reported", "Not mentioned in the article", "Taken up again in 2026"),
                strict=True,
            )
        ),
    ),
}
SAMPLES: dict[str, dict[str, Drawn]] = {
    "rank": {**RANK},
    "shares": {**SHARES},
    "apart": {**APART},
    "status": {**STATUS},
}

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
        box for box in boxes if box.left < -0.5 or box.right > width + 0.5 or box.top < 0 or box.bottom > height
    ] == []
    pairs = [(one.name, two.name) for at, one in enumerate(boxes) for two in boxes[at + 1 :] if one.meets(two)]
    assert pairs == []
    beside = [box for box, text in zip(boxes, texts(figure), strict=True) if text.get_gid() != "inside"]
    filled = [box for gid in ("bar", "mark", "hollow", "stroke", "dotted") for box in marks(figure, gid)]
    assert [(box.name, mark) for box in beside for mark in filled if box.meets(mark)] == []
    assert min(text.get_fontsize() for text in texts(figure)) >= 13
