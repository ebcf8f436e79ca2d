"""What a person types for a figure, with all that may be inherited: no more than six lines."""

import shutil
from pathlib import Path

import pytest
import yaml
from typed_lines import converted, measure

from report.load import load_report
from samples import GOOD, ROOT


@pytest.mark.parametrize("root", [GOOD, ROOT], ids=["library", "real"])
def test_a_figure_takes_six_lines_at_most(root: Path) -> None:
    found = measure(root)
    assert found["lines before"] > 18
    assert found["lines of a figure after"] <= 6
    assert found["lines after"] < found["lines before"] * 0.6


def test_the_shorter_files_say_the_same(tmp_path: Path) -> None:
    """What was taken out of the figures' files is inherited: every figure is the one it was."""
    before = load_report(GOOD)
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    indicators, files = converted(GOOD)
    shorter: dict[str, object] = {"indicators.yml": indicators}
    for name, (defaults, figures) in files.items():
        found = {figure.id: figure for figure in before.figures}
        for figure in figures:  # `report fill` writes these; here they are as they were.
            whole = found[figure["id"]]
            figure["quote"] = whole.quote
            figure["sources"] = [place.model_dump() for place in whole.sources]
        shorter[f"figures/{name}"] = {"defaults": defaults, "figures": figures}
    for name, data in shorter.items():
        text = yaml.dump(plain(data), allow_unicode=True, sort_keys=False)
        (tmp_path / "data" / name).write_text(text, encoding="utf-8")
    assert load_report(tmp_path).figures == before.figures


def plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple | list) else value
