"""Drawings are kept by content: found again without matplotlib, never stale, never half."""

import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from chart_samples.rank import SAMPLE as RANK
from chart_samples.shares import SAMPLE as SHARES

from charts import NARROW, WIDE, cache, inline
from charts.cache import cached, key, package_hash

ROOT = Path(__file__).parent.parent
PARTS = {"kind": "rank", "spec": RANK["zh"], "width": 320}


def refuse() -> str:
    raise AssertionError("drawn again")


def test_made_once_then_found(tmp_path: Path) -> None:
    assert cached(tmp_path, PARTS, lambda: "<svg>株</svg>") == "<svg>株</svg>"
    assert cached(tmp_path, PARTS, refuse) == "<svg>株</svg>"


@pytest.mark.parametrize(
    "other",
    [
        {"width": 560},
        {"width": Decimal(320)},
        {"kind": "shares"},
        {"spec": RANK["en"]},
        {"spec": replace(RANK["zh"], language="en")},
        {"spec": replace(RANK["zh"], place=5)},
        {"more": ""},
    ],
)
def test_another_part_is_another_key(other: dict[str, object]) -> None:
    assert key(PARTS | other) != key(PARTS)


def test_equal_parts_in_another_order_are_the_same_key() -> None:
    assert key(dict(reversed(PARTS.items()))) == key(PARTS | {"spec": replace(RANK["zh"])})


def test_a_part_without_a_canonical_form_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^set cannot be part of a key$"):
        key({"spec": {1, 2}})


def test_code_style_fonts_and_matplotlib_are_in_the_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashes = set()
    for number, changed in enumerate(("rank.py", "report.mplstyle", "fonts/a.otf", "rank.py")):
        folder = tmp_path / str(number)
        (folder / "fonts").mkdir(parents=True)
        for name in ("rank.py", "report.mplstyle", "fonts/a.otf"):
            (folder / name).write_text(str(number) if name == changed else "same", encoding="utf-8")
        hashes.add(package_hash(folder))
    assert len(hashes) == 4
    before = key(PARTS)
    monkeypatch.setattr(cache, "_matplotlib", lambda: "0")
    assert key(PARTS) != before


@pytest.mark.parametrize("damage", [b"", b"<svg", b"\xff\xfe\n", b"0" * 64 + b"\n<svg/>"])
def test_a_damaged_entry_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    cached(tmp_path, PARTS, lambda: "whole")
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert cached(tmp_path, PARTS, lambda: "whole") == "whole"
    assert cached(tmp_path, PARTS, refuse) == "whole"


def test_a_shortened_entry_is_made_anew(tmp_path: Path) -> None:
    cached(tmp_path, PARTS, lambda: "whole")
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert cached(tmp_path, PARTS, lambda: "again") == "again"


def test_nothing_is_kept_when_drawing_fails(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="drawn again"):
        cached(tmp_path / "new", PARTS, refuse)
    assert list(tmp_path.iterdir()) == []


def test_nothing_half_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        cached(tmp_path, PARTS, lambda: "text")
    assert list(tmp_path.iterdir()) == []


def test_line_ends_are_kept_as_they_were(tmp_path: Path) -> None:
    for _ in range(2):
        assert cached(tmp_path, PARTS, lambda: "a\r\nb\n") == "a\r\nb\n"


def drawn(folder: Path, width: int, prefix: str = "tcm") -> str:
    return inline("shares", SHARES["en"], width, prefix=prefix, title="T", description="D", folder=folder)


def test_inline_keeps_each_width_and_name_apart(tmp_path: Path) -> None:
    texts = {drawn(tmp_path, WIDE), drawn(tmp_path, NARROW), drawn(tmp_path, WIDE, "other")}
    assert len(texts) == 3
    assert len(list(tmp_path.iterdir())) == 2, "another prefix is not another drawing"


def test_a_warm_call_does_not_import_matplotlib(tmp_path: Path) -> None:
    cold = drawn(tmp_path, NARROW)
    code = (
        f"import sys; sys.path[:0] = {[str(ROOT)]}\n"
        "from decimal import Decimal\n"
        "from pathlib import Path\n"
        "from charts import inline\n"
        "from charts.kinds.shares import SharesSpec\n"
        "from charts.specs.base import Share\n"
        f"text = inline('shares', {SHARES['en']!r}, {NARROW}, prefix='tcm', title='T', description='D',"
        f" folder=Path({str(tmp_path)!r}))\n"
        "assert not [name for name in sys.modules if name.partition('.')[0] in ('matplotlib', 'numpy')]\n"
        "sys.stdout.write(text)"
    )
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (run.stderr, run.stdout) == ("", cold)
