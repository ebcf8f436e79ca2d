"""Which places and institutions an entry names. Refusals are in `sites/place-*`."""

from __future__ import annotations

import pytest

from report.model import Commitment, Locator, Report, Term, Text
from report.model.naming import find_names, named_in
from samples import good_report, real_report

NAMES = (
    Term(id="county", kind="place", zh="石桥", en="Shiqiao County", forms={"zh": ("石桥县",)}),
    Term(id="town", kind="place", zh="青石镇", en="Qingshi Town", place="county"),
    Term(id="county-library", kind="institution", zh="县图书馆", en="county library", place="county"),
    Term(id="town-library", kind="institution", zh="青石镇图书馆", en="Qingshi Library", place="town"),
    Term(id="reading-room", kind="name", zh="县图书馆读书室", en="reading room", place="county-library"),
    Term(id="province", kind="name", zh="东江省", en="Dongjiang"),
    Term(
        id="station", kind="institution", zh="东站", en="East Station",
        exceptions=({"passage": "山东站点", "reason": "Shandong"},),
    ),
)  # fmt: skip


def entry(text: str, quote: str = "无", **given: tuple[str, ...]) -> Commitment:
    place = Locator(article="a", section="s", paragraph="1", sentence="1")
    return Commitment(id="c", text=Text(zh=text, en="x"), quote=quote, sources=(place,), **given)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("支持石桥县图书馆。", "county county-library"),  # One name across another: it belongs to that place.
        ("石桥的学校和青石镇的学校。", "county town"),
        ("青石镇图书馆开放。", "county town town-library"),  # The longest, and what it belongs to.
        ("县图书馆读书室开放。", "county county-library"),  # A mere name is not listed; its library is.
        ("青石镇县图书馆开放。", "county town"),  # Right behind a place that it does not belong to.
        ("东江省县图书馆开放。", ""),
        ("东江省、县图书馆开放。", "county county-library"),
        ("山东站点开放。", ""),
        ("东站与山东站点开放。", "station"),
        ("{visits.2024}，{term:town-library}开放。", "county town town-library"),
        ("{term:unknown}开放。", ""),
    ],
)
def test_names_are_found_as_they_are_written(text: str, named: str) -> None:
    assert " ".join(named_in(entry(text), NAMES)) == named


def test_the_quotation_counts_where_the_text_names_none() -> None:
    assert named_in(entry("建设新馆。", quote="加快县图书馆、东站建设"), NAMES) == (
        "county",
        "county-library",
        "station",
    )
    assert named_in(entry("建设东站。", quote="加快县图书馆、东站建设"), NAMES) == ("station",)


def test_what_is_found_can_be_corrected() -> None:
    assert named_in(entry("建设东站。", places=("town",)), NAMES) == ("county", "town", "station")
    assert named_in(entry("建设东站。", not_places=("station",)), NAMES) == ()
    assert named_in(entry("县图书馆开放。", not_places=("county",)), NAMES) == ("county-library",)
    assert named_in(entry("县图书馆开放。", not_places=("county-library",)), NAMES) == ()


def test_places_in_a_circle_end() -> None:
    circle = (
        Term(id="a", kind="place", zh="甲地", en="A", place="b"),
        Term(id="b", kind="place", zh="乙地", en="B", place="a"),
    )
    assert [term.id for term in find_names("甲地", circle)] == ["a"]
    assert named_in(entry("甲地"), circle) == ("a", "b")


def test_a_report_without_places_lacks_the_part() -> None:
    assert good_report().named_places == ()
    assert "places" in good_report().absent


def test_every_entry_of_the_report_names_what_it_prints() -> None:
    """A name that stands in the Chinese of an entry is the name, or a part of a longer one, of a place of the entry."""
    report = real_report()
    assert {len(_entries(report, term.id)) for term in report.named_places} <= set(range(1, 10))
    youxian = [each.id for each in _entries(report, "youxian")]
    assert youxian == [
        "2024-youxian-hospital", "2024-huangling-site", "2024-village-doctor-grading", "2024-youxian-cdc-pilot",
        "2026-acceptance-of-centres",
    ]  # fmt: skip
    assert len(_entries(report, "central-hospital")) == 5
    for term in report.named_places:
        names = [form for other in report.glossary if other.is_name for form in other.all_forms("zh")]
        for each in _entries(report, term.id):
            assert any(name in each.text.zh + each.quote for name in names), (term.id, each.id)


def _entries(report: Report, place: str) -> list[object]:
    return [each for each in (*report.all_results(), *report.all_commitments()) if place in report.places_of(each)]
