"""What is on record as checked and reviewed, and what outlives a change of the entry, its place or its id."""

import re
import shutil
from pathlib import Path

import pytest
from signed import FIGURES, edit, refused, sign, signed_project, verify

from macros.pages import render_pages
from report.load import load_report
from report.problems import ReportError
from report.review.records import reviews_by_id
from report.validate.reviews import unreviewed
from samples import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return signed_project(tmp_path)


def test_what_is_verified_and_signed_passes(project: Path) -> None:
    assert refused(project) == []
    assert unreviewed(load_report(project)) == frozenset()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("quote: 购书支出36.5万元", "quote: 支出36.5万元", "verified-changed"),
        ("stated: 36.5万元", "stated: 5万元", None),
        ("    zh: 购书支出\n", "    zh: 买书支出\n", "translation-stale"),
        ("    en: Spending on books\n", "    en: Money spent on books\n", "signed-changed"),
        ("    year: 2024\n    compared_with: 2023", "    year: 2023\n    compared_with: 2023", "signed-changed"),
        ("  status: reported", "  status: context", "signed-changed"),
        ("paragraph: 2, sentence: 2", "paragraph: 2, sentence: 4", None),
    ],
)
def test_a_change_behind_a_review_is_refused(old: str, new: str, code: str | None, project: Path) -> None:
    edit(project, FIGURES, (old, new))
    codes = [found for found, _ in refused(project)]
    assert codes
    assert code is None or codes == [code]


CHANGED = ["signed-changed", "verified-changed"]
NUMBER = """value: 98
    unit: "%"
    en: satisfaction at 98%"""
READ = f"""stated: 读者满意率达98%。
  reading:
    {NUMBER}
    reason: {{zh: 照原文整句录入。, en: It is entered as the whole passage.}}"""


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("", "", []),
        ('    unit: "%"\n', '    unit: "%"\n    qualifier: about\n', ["chart-figures", "reading-english", *CHANGED]),
        (NUMBER, "en: high satisfaction", ["chart-figures", *CHANGED]),
        ("en: satisfaction at 98%", "en: readers content at 98%", ["signed-changed"]),
        ("照原文整句录入。", "整句录入。", ["translation-stale"]),
    ],
)
def test_a_reading_by_hand_must_be_signed(old: str, new: str, codes: list[str], project: Path) -> None:
    service, id = "data/figures/service.yml", "satisfaction.2024"
    edit(project, service, ("stated: 98%", READ), ("quote: 满意率达98%", "quote: 读者满意率达98%。"))
    assert sorted(code for code, path in refused(project)) == CHANGED
    verify(project)
    sign(project, id)
    edit(project, service, (old, new))
    assert sorted(code for code, _ in refused(project)) == codes


GONE = "withdrawn: figure"
ACCOUNTS = {
    "renamed": (FIGURES, "  stated: 提升12.5%\n", "  stated: 提升12.5%\n  former_ids: [book-spending.2024]\n"),
    "withdrawn": (
        "data/corrections.yml",
        "- date",
        f"- {{date: 2026-03-01, entry: book-spending.2024, {GONE}, old: {{zh: 购书支出, en: book spending}}, "
        "new: {zh: 不再列出, en: no longer listed}, reason: {zh: 抄录有误, en: It was miscopied.}}\n- date",
    ),
}


def take_out(project: Path) -> None:
    """A figure that nothing refers to leaves the report."""
    path = project / FIGURES
    entries = re.split(r"(?m)^(?=- id: )", path.read_text(encoding="utf-8"))
    path.write_text("".join(e for e in entries if "- id: book-spending.2024" not in e), encoding="utf-8")


@pytest.mark.parametrize("way", ACCOUNTS)
def test_what_is_gone_stays_on_record_and_must_be_accounted_for(way: str, project: Path) -> None:
    record = project / "data/verification.yml"
    take_out(project)
    for done in (lambda: 0, lambda: verify(project), lambda: sign(project, "--all")):
        assert done() == 0
        assert refused(project) == [("figure-gone", "book-spending.2024")]
        assert record.read_text(encoding="utf-8").count("- id: book-spending.2024\n") == 1
    file, before, after = ACCOUNTS[way]
    edit(project, file, (before, after))
    assert verify(project) == 0
    assert sign(project, "--all") == 0
    assert refused(project) == []
    assert record.read_text(encoding="utf-8").count("- id: book-spending.2024\n") == 1
    edit(project, file, (after, before))
    assert ("figure-gone", "book-spending.2024") in refused(project)


def test_a_figure_withdrawn_as_something_else_would_lose_its_address(project: Path) -> None:
    take_out(project)
    edit(project, ACCOUNTS["withdrawn"][0], ACCOUNTS["withdrawn"][1:])
    edit(project, ACCOUNTS["withdrawn"][0], (GONE, "withdrawn: result"))
    assert sign(project, "--all") == 0
    assert refused(project) == [("figure-gone", "book-spending.2024")]


def test_what_was_never_published_may_go(project: Path) -> None:
    """Signed but not checked against the articles, or the other way: no strict build has passed with it."""
    take_out(project)
    record = project / "data/verification.yml"
    text = record.read_text(encoding="utf-8")
    start = text.index("- id: book-spending.2024\n")
    entry = text[start : text.index("- id:", start + 1)]
    for half in ("verified", "signed"):
        lines = [line for line in entry.splitlines(keepends=True) if not line.startswith(f"  {half}:")]
        record.write_text(text.replace(entry, "".join(lines)), encoding="utf-8")
        assert refused(project) == []


def test_the_end_of_a_file_is_signed_too(project: Path) -> None:
    (project / "data/strings.yml").unlink()
    assert refused(project) == [("part-gone", "strings")]
    assert sign(project, "strings") == 0
    assert refused(project) == []


GLOSSARY_GONE = [("part-gone", id) for id in ("glossary", "glossary/service-evaluation", "glossary/six-ones")]


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("report.yml", "verification: required", "verification: optional", [("signed-changed", "report")]),
        ("report.yml", "official: no", "official: yes", [("signed-changed", "report")]),
        ("report.yml", "currency: CNY", "currency: HKD", [("signed-changed", "report")]),
        ("errata.yml", None, "[]\n", [("part-gone", "errata"), ("part-gone", "errata/weekend-hours")]),
        ("errata.yml", None, "", [("part-gone", "errata"), ("part-gone", "errata/weekend-hours")]),
        ("errata.yml", "printed: 延长周末", "printed: 延长", [("signed-changed", "errata/weekend-hours")]),
        ("corrections.yml", None, "[]\n", [("part-gone", "corrections"), ("part-gone", "corrections/1")]),
        ("charts.yml", "theme: service", "theme: reading", [("signed-changed", "charts/service-rank")]),
        ("sources.yml", "years: [2023, 2024]", "years: [2024]", [("signed-changed", "sources/l2025")]),
        ("units.yml", "en: [year, years]", "en: [month, months]", [("signed-changed", "units")]),
        ("home.yml", "- figure: visits.2024", "- figure: book-spending.2024", [("signed-changed", "home")]),
        ("glossary.yml", None, "[]\n", GLOSSARY_GONE),
    ],
)
def test_what_goes_away_and_what_ties_texts_is_reviewed(
    file: str, old: str | None, new: str, found: list[tuple[str, str]], project: Path
) -> None:
    path = project / "data" / file
    text = path.read_text(encoding="utf-8")
    path.write_text(new if old is None else text.replace(old, new, 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    said = [(code, id) for code, id in codes_and_ids(project) if code in ("signed-changed", "part-gone")]
    assert said == found


def codes_and_ids(project: Path) -> list[tuple[str, str]]:
    """Code and id of what a strict build refuses."""
    try:
        load_report(project, strict=True)
    except ReportError as error:
        return [(problem.code, problem.values.get("id", "")) for problem in error.problems]
    return []


def test_a_preview_is_as_before_when_an_entry_is_gone(project: Path) -> None:
    take_out(project)
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("assets"))
    assert marks(project) == {}


def test_moving_an_entry_changes_nothing(project: Path) -> None:
    path = project / FIGURES
    entries = re.split(r"(?m)^(?=- id: )", path.read_text(encoding="utf-8"))
    path.write_text("".join(reversed(entries)), encoding="utf-8")
    assert refused(project) == []


def test_both_languages_changed_is_no_stale_translation(project: Path) -> None:
    edit(project, FIGURES, ("    zh: 购书支出\n", "    zh: 买书支出\n"), ("Spending on books", "Money for books"))
    load_report(project)
    assert refused(project) == [("signed-changed", "book-spending.2024")]
    assert unreviewed(load_report(project)) == {"book-spending.2024"}
    assert sign(project, "book-spending.2024") == 0
    assert refused(project) == []


def test_a_stale_translation_is_refused_in_every_build_until_it_is_signed(project: Path) -> None:
    edit(project, FIGURES, ("    zh: 购书支出\n", "    zh: 买书支出\n"))
    with pytest.raises(ReportError) as raised:
        load_report(project)
    assert [(p.code, p.path) for p in raised.value.problems] == [("translation-stale", "book-spending.2024: label.en")]
    assert sign(project, "book-spending.2024") == 0
    assert refused(project) == []


def test_where_nothing_is_required_nothing_is_marked(project: Path) -> None:
    (project / "data/verification.yml").unlink()
    edit(project, "data/report.yml", ("verification: required\n", ""))
    assert refused(project) == []
    assert unreviewed(load_report(project)) == frozenset()


RENAME = ("- id: book-spending.2024\n", "- id: book-purchases.2024\n  former_ids: [book-spending.2024]\n")


def test_a_figure_with_a_new_id_keeps_its_check_and_its_review(project: Path) -> None:
    """Before a command has recorded it, and after; the record of the former id stays as it is."""
    was = reviews_by_id(load_report(project))["book-spending.2024"]
    edit(project, FIGURES, RENAME)
    for done in (lambda: 0, lambda: sign(project, "service-rank.2024"), lambda: verify(project)):
        assert done() == 0
        assert refused(project) == []
    reviews = {review.id: review for review in load_report(project).reviews}
    now = reviews["book-purchases.2024"]
    assert reviews["book-spending.2024"] == was
    assert (now.verified, now.texts) == (was.verified, was.texts)
    assert now.signed
    assert was.signed
    assert (now.signed.by, now.signed.on) == (was.signed.by, was.signed.on)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (("quote: 购书支出36.5万元", "quote: 支出36.5万元"), ["not-verified"]),
        (("  status: reported", "  status: context"), ["not-signed"]),
        (("    en: Spending on books\n", "    en: Money spent on books\n"), ["signed-changed"]),
    ],
)
def test_a_figure_with_a_new_id_keeps_what_has_not_changed(
    change: tuple[str, str], codes: list[str], project: Path
) -> None:
    path = project / FIGURES
    entries = re.split(r"(?m)^(?=- id: )", path.read_text(encoding="utf-8"))
    at = next(number for number, entry in enumerate(entries) if entry.startswith(RENAME[0]))
    assert change[0] in entries[at]
    entries[at] = entries[at].replace(*RENAME).replace(*change)
    path.write_text("".join(entries), encoding="utf-8")
    assert refused(project) == [(code, "book-purchases.2024") for code in codes]


def test_a_message_names_somebody_who_may_sign(project: Path) -> None:
    edit(project, FIGURES, ("    en: Spending on books\n", "    en: Money spent on books\n"))
    with pytest.raises(ReportError) as raised:
        load_report(project, strict=True)
    assert "`report sign book-spending.2024 --by librarians --on DATE`" in raised.value.render()


def test_a_preview_marks_every_entry_that_is_not_reviewed(project: Path) -> None:
    """Behind each entry on the page that holds it, and nowhere once all are reviewed."""
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("assets"))
    record = (project / "data/verification.yml").read_text(encoding="utf-8")
    assert marks(project) == {}
    (project / "data/verification.yml").unlink()
    found = marks(project)
    report = load_report(project)
    assert found["glossary/"] >= len(report.glossary)
    assert found["errata/"] >= len(report.errata)
    assert found["sources/"] >= len(report.articles)
    assert found["charts/"] >= len(report.charts)
    assert found["ledger/"] >= 2 * len(report.ledger)
    for address in ("", "2025/", "2026/", "method/", *(f"figures/{figure.id}/" for figure in report.figures)):
        assert found[address] > 0, address
    (project / "data/verification.yml").write_text(record, encoding="utf-8")
    assert marks(project) == {}


def marks(root: Path) -> dict[str, int]:
    """How many marks of an open review a page in Chinese shows, by its address."""
    pages = render_pages(load_report(root), root / "docs")
    counts = {page.address: page.markdown.count('class="unreviewed"') for page in pages if page.language == "zh"}
    return {address: count for address, count in counts.items() if count}
