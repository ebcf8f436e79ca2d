"""What helps an editor while typing: the reference of keys, the snippets.

Belongs here: that they are whole, fresh and true. The schemas have a module of their own, `test_schema`.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from samples import GOOD, ROOT

from report.load import KINDS, load_report
from report.reference import models_of, reference
from report.words import keys

MODELS = {model.__name__: model for kind in KINDS for model in models_of(kind.model)}
SNIPPETS = json.loads((ROOT / ".vscode/report.code-snippets").read_text(encoding="utf-8"))


def test_every_key_has_a_chinese_line_and_every_line_a_key() -> None:
    expected = {name: {"_", *model.model_fields} for name, model in MODELS.items()}
    assert {name: set(lines) for name, lines in keys().items() if name != "_table"} == expected
    han = re.compile("[\u4e00-\u9fff]")
    lines = {f"{name}.{key}": line for name, lines in keys().items() for key, line in lines.items()}
    assert [place for place, line in lines.items() if not han.search(line)] == []


def test_the_reference_is_fresh() -> None:
    assert (ROOT / "data/README.md").read_text(encoding="utf-8") == reference(), "run `report schema`"


def test_the_reference_names_every_file_and_every_key_once() -> None:
    text = reference()
    assert re.findall(r"(?m)^## data/(\S+)$", text) == [kind.pattern for kind in KINDS]
    sections = dict(re.findall(r"(?ms)^##+ (\w+) · .*?\n\n(.*?)(?=^#|\Z)", text))
    assert set(sections) == set(MODELS)
    for name, model in MODELS.items():
        rows = re.findall(r"(?m)^\| (\**)`(\w+)`", sections[name])
        assert [key for _, key in rows] == list(model.model_fields)
        required = [field.is_required() for field in model.model_fields.values()]
        assert [bool(bold) for bold, _ in rows] == required


def typed(name: str) -> str:
    """A snippet as it stands once an editor has gone through its places and kept what each proposes."""
    text = "\n".join(next(snippet["body"] for key, snippet in SNIPPETS.items() if key.endswith(name)))
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^{}]*)\}", r"\1", text)
    return text.removesuffix("$0")


@pytest.mark.parametrize(
    ("name", "file", "indent", "id"),
    [
        ("figure", "data/figures/new.yml", "", "visits.2024"),
        ("chart", "data/charts.yml", "", "visits-over-the-year"),
        ("commitment", "data/plans/2026.yml", "  ", "2026-weekend-hours"),
    ],
)
def test_a_snippet_can_be_pasted_into_the_sample(name: str, file: str, indent: str, id: str, tmp_path: Path) -> None:
    shutil.copytree(GOOD / "data", tmp_path / "data")
    path = tmp_path / file
    if name == "figure":  # What it proposes is a figure that the sample has: it takes that one's place.
        reading = tmp_path / "data/figures/reading.yml"
        text = reading.read_text(encoding="utf-8")
        reading.write_text(text[text.index("- id: visits.2026-01") :], encoding="utf-8")
        path.touch()
    pasted = "".join(f"{indent}{line}\n" for line in typed(name).splitlines() if line)
    path.write_text(path.read_text(encoding="utf-8") + pasted, encoding="utf-8")
    report = load_report(tmp_path)
    found = {"figure": report.figure, "chart": report.chart, "commitment": {c.id: c for c in report.all_commitments()}}
    assert id in found[name]


def test_there_is_a_snippet_for_each_of_the_three() -> None:
    assert [name.rpartition(" ")[2] for name in SNIPPETS] == ["figure", "chart", "commitment"]
    prefixes = [prefix for snippet in SNIPPETS.values() for prefix in snippet["prefix"]]
    assert len(prefixes) == len(set(prefixes)) == 6
