"""What helps an editor while typing: the reference of keys, the snippets.

Belongs here: that they are whole, fresh and true. The schemas have a module of their own, `test_schema`.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from charts.kinds import DATA_KINDS
from report.file_kinds import FILE_KINDS
from report.load import load_report
from report.model.base import models_of
from report.reference import reference
from report.schema import SNIPPETS as SNIPPETS_FILE
from report.schema import snippets
from report.words import keys
from samples import GOOD, ROOT

MODELS = {m.__name__: m for kind in FILE_KINDS for m in (*models_of(kind.common), *models_of(kind.model))}
SNIPPETS = json.loads((ROOT / ".vscode/report.code-snippets").read_text(encoding="utf-8"))


def test_every_key_has_a_chinese_line_and_every_line_a_key() -> None:
    expected = {name: {"_", *model.model_fields} for name, model in MODELS.items()}
    assert {name: set(lines) for name, lines in keys().items() if name != "_table"} == expected
    han = re.compile("[\u4e00-\u9fff]")
    lines = {f"{name}.{key}": line for name, lines in keys().items() if name != "_table" for key, line in lines.items()}
    assert [place for place, line in lines.items() if not han.search(line)] == []


def test_the_reference_is_fresh() -> None:
    assert (ROOT / "data/README.md").read_text(encoding="utf-8") == reference(), "run `report schema`"


def test_the_reference_names_every_file_and_every_key_once() -> None:
    text = reference()
    assert re.findall(r"(?m)^## data/(\S+)$", text) == [kind.pattern for kind in FILE_KINDS]
    sections = dict(re.findall(r"(?ms)^##+ (\w+) · .*?\n\n(.*?)(?=^#|\Z)", text))
    assert set(sections) == set(MODELS)
    for name, model in MODELS.items():
        rows = re.findall(r"(?m)^\| (\**)`(\w+)`", sections[name])
        assert [key for _, key in rows] == list(model.model_fields)
        required = [name in model.model_json_schema().get("required", ()) for name in model.model_fields]
        assert [bool(bold) for bold, _ in rows] == required


def test_the_snippet_of_a_chart_offers_the_kinds_there_are(tmp_path: Path) -> None:
    path = tmp_path / SNIPPETS_FILE
    path.parent.mkdir()
    shutil.copy(ROOT / ".vscode/report.code-snippets", path)
    before = path.read_text(encoding="utf-8")
    assert f"kind: ${{2|{','.join(DATA_KINDS)}|}}" in before, "run `report schema`"
    path.write_text(before.replace("bars,", "pies,"), encoding="utf-8")
    assert snippets(tmp_path) == {SNIPPETS_FILE: before}
    assert snippets(tmp_path / "none") == {}


def typed(name: str) -> str:
    """A snippet as it stands once an editor has gone through its places and kept what each proposes."""
    text = "\n".join(next(snippet["body"] for key, snippet in SNIPPETS.items() if key.endswith(name)))
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^{}]*)\}", r"\1", text)
    return text.removesuffix("$0")


# Where each snippet is pasted, how far it is indented there, and what it lays out. What the sample already has of it
# makes room: the text from the first mark to the second.
PASTED = {
    "figure": ("data/figures/reading.yml", "", "visits.2024", ("- id: visits.2024", "- id: visits.2026-01")),
    "chart": ("data/charts.yml", "", "visits-over-the-year", ()),
    "commitment": ("data/plans/2026.yml", "  ", "2026-weekend-hours", ()),
    "indicator": ("data/indicators.yml", "", "online-visits", ()),
    "result": ("data/results/2025.yml", "  ", "2025-reading-day", ("caution:", "caution:")),
    "ledger": ("data/ledger.yml", "", "2025-digital-target", ("- id: 2025-digital", "- id: 2025-reading-circle")),
}


@pytest.mark.parametrize("name", PASTED)
def test_a_snippet_can_be_pasted_into_the_sample(name: str, tmp_path: Path) -> None:
    shutil.copytree(GOOD / "data", tmp_path / "data")
    file, indent, id, room = PASTED[name]
    path = tmp_path / file
    text = path.read_text(encoding="utf-8")
    start, end = (text.index(mark) for mark in room) if room else (len(text), len(text))
    pasted = "".join(f"{indent}{line}\n" for line in typed(name).splitlines() if line)
    path.write_text(text[:start] + pasted + text[end:], encoding="utf-8")
    report = load_report(tmp_path)
    entries = (*report.figures, *report.charts, *report.all_commitments(), *report.indicators, *report.ledger)
    assert id in {entry.id for entry in (*entries, *report.all_results())}


def test_every_snippet_is_tried_and_typed_by_names_of_its_own() -> None:
    assert [name.rpartition(" ")[2] for name in SNIPPETS] == list(PASTED)
    prefixes = [prefix for snippet in SNIPPETS.values() for prefix in snippet["prefix"]]
    assert len(prefixes) == len(set(prefixes)) == 2 * len(PASTED)
