"""Drawings are cached by what they show and what draws them: found again without matplotlib, and never stale."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from chart_samples.ladder import SAMPLE as LADDER
from chart_samples.waffle import SAMPLE as WAFFLE

from charts import NARROW, WIDE, Drawing, inline, inputs
from charts.inputs import package_fingerprint

ROOT = Path(__file__).parents[2]
DRAWING = Drawing("inline", "ladder", LADDER["zh"], "T", "D", NARROW)


def test_code_style_fonts_and_matplotlib_are_in_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = set()
    for number, changed in enumerate(("ladder.py", "report.mplstyle", "fonts/a.otf", "none")):
        package = tmp_path / str(number) / "charts"
        (package / "fonts").mkdir(parents=True)
        for name in ("ladder.py", "report.mplstyle", "fonts/a.otf"):
            (package / name).write_text("changed" if name == changed else "same", encoding="utf-8")
        found.add(package_fingerprint(package))
    monkeypatch.setattr(inputs, "version", lambda name: f"another {name}")
    package_fingerprint.cache_clear()
    found.add(package_fingerprint(package))
    package_fingerprint.cache_clear()
    assert len(found) == 5


@pytest.mark.parametrize(
    "other",
    [
        {"width": WIDE},
        {"format": "svg"},
        {"title": "t"},
        {"notes": ("",)},
        {"spec": LADDER["en"]},
        {"spec": replace(LADDER["zh"], seal=None)},
    ],
)
def test_another_drawing_is_another_entry(tmp_path: Path, other: dict[str, object]) -> None:
    DRAWING.content(tmp_path / ".cache")
    assert DRAWING.cached(tmp_path / ".cache")
    assert replace(DRAWING, **other).cached(tmp_path / ".cache") is None


def test_nothing_is_stored_when_drawing_fails(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"^no kind of chart is called .none.: "):
        replace(DRAWING, kind="none").content(tmp_path / ".cache")
    assert list(tmp_path.iterdir()) == []


def drawn(folder: Path, width: int, prefix: str = "tcm") -> str:
    return inline("waffle", WAFFLE["en"], width, prefix=prefix, title="T", description="D", folder=folder)


def test_a_drawing_is_stored_once_for_all_prefixes(tmp_path: Path) -> None:
    texts = {drawn(tmp_path / ".cache", *more) for more in ((WIDE,), (NARROW,), (WIDE, "other"))}
    assert len(texts) == 3
    assert len(list((tmp_path / ".cache/charts").iterdir())) == 2


def test_a_warm_call_does_not_import_matplotlib(tmp_path: Path) -> None:
    folder = tmp_path / ".cache"
    cold = drawn(folder, NARROW)
    code = (
        f"import sys; sys.path[:0] = {[str(ROOT)]}\n"
        "from decimal import Decimal\n"
        "from pathlib import Path\n"
        "from charts import inline\n"
        "from charts.kinds.waffle import WaffleSpec\nfrom languages import Language\n"
        "from charts.specs.base import Share\n"
        f"text = inline('waffle', {WAFFLE['en']!r}, {NARROW}, prefix='tcm', title='T', description='D',"
        f" folder=Path({str(folder)!r}))\n"
        "assert not [name for name in sys.modules if name.partition('.')[0] in ('matplotlib', 'numpy')]\n"
        "sys.stdout.write(text)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.stderr, run.stdout) == ("", cold)
