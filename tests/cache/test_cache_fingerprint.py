"""Keys of the cache, and files that are written whole: values and files told apart, nothing half left behind."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from cache.atomic import replacing, write_bytes
from cache.fingerprint import file_digests, fingerprint


@dataclass(frozen=True)
class Part:
    value: object


@dataclass(frozen=True)
class Other:
    value: object


def test_values_of_different_types_have_different_fingerprints() -> None:
    day = date(2026, 2, 5)
    scalars: list[object] = [1, True, "1", Decimal(1), Decimal("1.0"), None, "None", 0, False, "", Path("1"), day]
    scalars += [str(day), datetime(2026, 2, 5), "True", "null", Decimal("NaN")]
    parts = [*scalars, *([each] for each in scalars), *map(Part, scalars), *map(Other, scalars)]
    parts += [{"a": each} for each in scalars] + [{each: "a"} for each in scalars]
    parts += [[], {}, [[]], [{}], ["sequence"], ["Decimal", "1"], {"Decimal": "1"}, ["path", "1"], [1, 1], [[1], 1]]
    assert len({fingerprint(part) for part in parts}) == len(parts)
    assert fingerprint(1, 2) != fingerprint([1, 2]) != fingerprint([[1, 2]])


def test_equal_values_have_one_fingerprint() -> None:
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1}) != fingerprint({"a": 2, "b": 1})
    assert fingerprint(Part((1, 2))) == fingerprint(Part([1, 2]))


@pytest.mark.parametrize("part", [{1, 2}, 1.5, object(), b"", len, Part, [{"a": 1.0}]])
def test_a_type_without_a_form_is_refused(part: object) -> None:
    with pytest.raises(TypeError, match=r"^\w+ cannot be part of a key$"):
        fingerprint(part)


def test_names_and_contents_of_files_count(tmp_path: Path) -> None:
    (tmp_path / "data/figures").mkdir(parents=True)
    (tmp_path / "data/figures/a.yml").write_text("a", encoding="utf-8")
    first = file_digests([tmp_path / "data"])
    assert [name for name, _ in first] == ["data/figures/a.yml"]
    (tmp_path / "data/figures/a.yml").rename(tmp_path / "data/figures/b.yml")
    second = file_digests([tmp_path / "data"])
    (tmp_path / "data/figures/b.yml").write_text("b", encoding="utf-8")
    third = file_digests([tmp_path / "data"])
    assert len({*first, *second, *third}) == 3
    (tmp_path / "data/.#b.yml").symlink_to("someone@host.1")  # As an editor marks a file that is open.
    assert file_digests([tmp_path / "data"]) == third


def write_half(file: Path) -> None:
    file.write_bytes(b"ha")
    raise TypeError


def test_nothing_half_is_left_when_writing_fails(tmp_path: Path) -> None:
    write_bytes(tmp_path / "a", b"whole")
    with pytest.raises(TypeError), replacing(tmp_path / "a") as new:
        write_half(new)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"whole")]


def test_what_programs_leave_beside_files_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "home.yml").write_bytes(b"a: 1")
    alone = file_digests([tmp_path])
    for name in (".#home.yml", "._home.yml", "#home.yml#", "~$home.xlsx", "home.yml~", ".home.yml.swp"):
        (tmp_path / name).write_bytes(b"x")
    assert file_digests([tmp_path]) == alone
    (tmp_path / ".hidden").write_bytes(b"x")
    assert file_digests([tmp_path]) != alone
