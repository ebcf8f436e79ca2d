"""The kinds of chart: each is one file and its sample, from which everything else is derived."""

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
import yaml

from charts import KINDS
from charts.kinds import DATA_KINDS, FORMER_NAMES, kinds_with
from report.load import read_entries
from report.model import Chart
from report.quantity import Measure
from samples import GOOD, ROOT, lay_out, real_report

ADDED = '''
"""Counts as lines of text."""

from dataclasses import dataclass

from charts.kind import ChartKind
from charts.marks import ChartContent
from charts.sheet import Sheet
from charts.specs.base import Spec


@dataclass(frozen=True)
class AbacusSpec(Spec):
    """Counts as lines of text."""

    lines: tuple[str, ...]
    """What stands below each other."""


def draw(sheet: Sheet, spec: AbacusSpec) -> float:
    """Draw a line for each count; the height in px."""
    return sheet.lines(0, 20, list(spec.lines), bold=True) + 8


def build(content: ChartContent) -> AbacusSpec:
    """A line for each mark."""
    pairs = (content.word("chart.abacus", label=mark.label, value=mark.number) for mark in content.marks)
    return AbacusSpec(content.language, tuple(pairs))


KIND = ChartKind(
    about=("逐行列数", "counts, line by line"),
    spec=AbacusSpec,
    draw=draw,
    build=build,
    measures=frozenset({"count"}),
    open_ended=True,
    words={"chart.abacus": ("{label}：{value}", "{label}: {value}")},
)
'''
SAMPLE = '''
"""A sample of the kind `abacus`."""

from charts.kinds.abacus import AbacusSpec
from languages import pair

ZH, EN = pair({}).values()

SAMPLE = {"zh": AbacusSpec(ZH, ("读者：1.2万人次",)), "en": AbacusSpec(EN, ("Readers: 12,000",))}
'''
USED = """
from pathlib import Path

from chart_boxes import assert_labels_stand_free
from chart_samples import SAMPLES
from charts import KINDS, NARROW, WIDE, draw
from macros.charts import chart_files
from report.file_kinds import FILE_KINDS as FILES
from report.load import load_report
from report.reference import reference
from report.schema import schema_of, snippets
from report.words import interface

assert "abacus" in KINDS
for width in (WIDE, NARROW):
    for spec in SAMPLES["abacus"].values():
        assert_labels_stand_free(draw("abacus", spec, width))
report = load_report(Path("project"))
files = {file.address: file.content for file in chart_files(report, Path("cache")) if file.language == "en"}
assert "Visits by readers: more than 12,000" in files["charts/reading.svg"].decode()
assert files["charts/reading.csv"].count(b"\\r\\n") == 3
assert "abacus：逐行列数" in reference() and "abacus: counts, line by line." in reference()
schema = schema_of(next(file for file in FILES if file.field == "charts"))
assert "abacus" in schema["items"]["properties"]["kind"]["enum"]
assert interface()["chart.abacus"]["zh"] == "{label}：{value}"
(text,) = snippets(Path()).values()
assert "|abacus," in text
"""


def test_a_kind_is_one_file_and_its_sample(tmp_path: Path) -> None:
    """With these two added, and nothing changed, a chart of that kind is checked, drawn, described and proposed."""
    without = shutil.ignore_patterns("*.pyc.*")  # Compiled code comes too, but what is still being written.
    for package in ("cache", "charts", "languages", "macros", "report", "tests/chart_samples"):
        shutil.copytree(ROOT / package, tmp_path / Path(package).name, ignore=without)
    shutil.copy(ROOT / "tests/chart_boxes.py", tmp_path)
    shutil.copytree(ROOT / ".vscode", tmp_path / ".vscode")
    (tmp_path / "charts/kinds/abacus.py").write_text(ADDED, encoding="utf-8")
    (tmp_path / "chart_samples/abacus.py").write_text(SAMPLE, encoding="utf-8")
    charts = lay_out("chart-by-yaml-alone", tmp_path / "project") / "data/charts.yml"
    text = charts.read_text(encoding="utf-8")
    assert text.count("kind: squares") == 1
    charts.write_text(text.replace("kind: squares", "kind: abacus"), encoding="utf-8")
    code = [sys.executable, "-c", USED]
    run = subprocess.run(code, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True,
                         text=True, encoding="utf-8", check=False)  # fmt: skip
    assert run.stderr == ""


def test_nothing_but_its_file_and_the_ledgers_page_imports_a_kind() -> None:
    """The squares of the ledger are no chart of charts.yml: its page builds what they are drawn from."""
    importers = [
        path.relative_to(ROOT).as_posix()
        for package in ("bench", "charts", "macros", "publish", "report")
        for path in sorted((ROOT / package).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("charts.kinds.")
    ]
    assert importers == ["macros/ledger_chart.py"]


@pytest.mark.parametrize("name", DATA_KINDS)
def test_a_kind_says_what_it_is_and_what_it_draws(name: str) -> None:
    kind = KINDS[name]
    assert all(kind.about)
    assert kind.measures
    assert kind.measures <= set(get_args(Measure))
    assert all(zh and en for zh, en in kind.words.values())


def test_keys_of_their_own() -> None:
    keys = ("field", "caution", "plan", "indicator", "breaks", "whole", "change", "result", "label")
    assert {key: kinds_with(key) for key in keys} == {
        "field": ["ladder"],
        "caution": ["cards"],
        "plan": ["bars"],
        "indicator": ["multiples", "series", "trend"],
        "breaks": ["trend"],
        "whole": ["parts"],
        "change": ["before-after"],
        "result": ["gauge"],
        "label": [],
    }


def test_the_names_of_older_data_files_are_read_as_those_of_today(tmp_path: Path) -> None:
    assert FORMER_NAMES == {
        "stages": "amounts",
        "log_dots": "amounts",
        "change": "before-after",
        "apart": "cards",
        "separated": "cards",
        "target": "gauge",
        "rank": "ladder",
        "spans": "timespans",
        "shares": "waffle",
    }
    text = (ROOT / "data/charts.yml").read_text(encoding="utf-8")
    for old, new in FORMER_NAMES.items():
        if f"  kind: {new}\n" in text:
            text = text.replace(f"  kind: {new}\n", f"  kind: {old}\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/charts.yml").write_text(text, encoding="utf-8")
    assert tuple(read_entries(tmp_path, "charts")) == real_report().charts


def test_a_kind_that_is_none_is_refused() -> None:
    entry = yaml.safe_load((GOOD / "data/charts.yml").read_text(encoding="utf-8"))[0]
    assert Chart.model_validate_json(json.dumps(entry)).kind == "ladder"
    for name in ("pie", "status", "", 4, None):
        with pytest.raises(ValueError, match="literal_error"):
            Chart.model_validate_json(json.dumps({**entry, "kind": name}))


def test_reading_a_report_imports_no_matplotlib() -> None:
    code = "import sys, charts.kinds, macros, report.load; sys.exit('matplotlib' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
