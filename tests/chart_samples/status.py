"""A sample of the kind `status`, with the words of the report."""

from charts.kinds.status import StatusRow, StatusSpec, StatusSquare
from languages import pair

ZH, EN = pair({}).values()

SQUARES = (StatusSquare("full"), StatusSquare("half"), StatusSquare("hollow"), StatusSquare("hollow", dot=True))
SAMPLE = {
    "zh": StatusSpec(
        ZH,
        rows=(StatusRow("加强服务能力", SQUARES * 3, "12"), StatusRow("推动中医药传承创新", SQUARES[2:], "2")),
        key=tuple(zip(SQUARES, ("已报告达成", "已报告进展", "第二篇文章未提及", "2026年再次提出"), strict=True)),
    ),
    "en": StatusSpec(
        EN,
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
