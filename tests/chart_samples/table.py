"""A sample of the kind `table`, with the words of a report."""

from charts.kinds.table import TablePart, TableRow, TableSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {
    "zh": TableSpec(
        ZH,
        parts=(
            TablePart(
                "zh",
                (
                    TableRow("检查检验结果互认", "21.89万人次", "累计至2026年2月5日，起点未说明；全市二级以上医疗机构"),
                    TableRow("医改监测评价位次", "第4", "随2025年的结果报告，评价年度未说明；全国"),
                ),
                "结果",
            ),
            TablePart("zh", (TableRow("县域内诊疗量占比", "90%以上", "到2025年底；全市；目标"),), "目标"),
        ),
    ),
    "en": TableSpec(
        EN,
        parts=(
            TablePart(
                "en",
                (
                    TableRow(
                        "Mutual recognition of test results",
                        "more than 218,900 recognitions",
                        "cumulative to 5 February 2026, start not stated; hospitals of grade two and above",
                    ),
                    TableRow("Rank in the evaluation of reform", "4th", "reported with the results of 2025"),
                ),
                "Results",
            ),
            TablePart(
                "en",
                (
                    TableRow(
                        "Share of visits within the county", "at least 90%", "by the end of 2025; the city; target"
                    ),
                ),
                "Targets",
            ),
        ),
    ),
}
