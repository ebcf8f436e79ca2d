"""One truth: a figure is the same on every page, in every table and file, in both languages.

The truth is the Chinese `figures.csv`; everything else that the build holds is read and compared with it, by
readers of the tests' own (`reading`). So is the year: on a year's page every figure is of that year, or stands in an
element marked as baseline, target or outlook.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pypdf
import pytest
from building import built_site
from reading import Element, falls, read_page, read_qualifier, read_values, read_workbook

from report.load import load_report

PREFIXES = ("", "en/")
OF_LANGUAGE = {"noun", "scope", "caveat", "label", "written", "period", "inferred", "reason"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
Row = dict[str, str]


@cache
def table(prefix: str, name: str = "figures") -> list[Row]:
    text = (built_site() / prefix / f"data/{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@cache
def rows(prefix: str) -> dict[str, list[Row]]:
    """Rows of each figure: one, or one an amount."""
    found: dict[str, list[Row]] = {}
    for row in table(prefix):
        found.setdefault(row["id"], []).append(row)
    return found


@cache
def pages(prefix: str) -> dict[str, Element]:
    """Every page of a language by its address below the language's root."""
    folder = built_site() / prefix
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("index.html")]
    return {
        path.removesuffix("index.html"): read_page((folder / path).read_text("utf-8"))
        for path in paths
        if prefix or not path.startswith("en/")
    }


def live(page: Element) -> Iterator[tuple[str, Element]]:
    """Every figure on a page: its id, and the link that writes it."""
    for link in page.all("a", class_="fig"):
        yield link.attrs["href"].rstrip("/").rpartition("/")[2], link


def day(words: str) -> str | None:
    """A day as a page writes it, as a file writes it."""
    if match := re.fullmatch(r"(\d{4})年(\d+)月(\d+)日", words):
        return date(*map(int, match.groups())).isoformat()
    if match := re.fullmatch(r"(\d+) (\w+) (\d{4})", words):
        return date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])).isoformat()
    return None


def disagreement(words: str, said: list[Row], *, whole: bool = True) -> str:
    """Why a figure as written is not the figure of the file; empty where it is. Not whole: without its direction."""
    if said[0]["measure"] == "grade":
        return "" if words == said[0]["stated"] else f"{words} is not {said[0]['stated']}"
    if day(words):
        return "" if day(words) == said[0]["period_end"] else f"{words} is not {said[0]['period_end']}"
    values = [Decimal(row["value"]) for row in said]
    if read_values(words) != [abs(value) for value in values]:
        return f"{words} is not {values}"
    if read_qualifier(words) not in {row["qualifier"] for row in said}:
        return f"{words} is not {said[0]['qualifier']}"
    if (falls(words) and values[0] > 0) or (whole and values[0] < 0 and not falls(words)):
        return f"{words} goes the other way than {values[0]}"
    return ""


def test_a_disagreement_is_seen() -> None:
    """The comparison refuses what it must: else all below would prove nothing."""
    row = {"measure": "count", "value": "200000", "qualifier": "more-than", "period_end": "2024-12-31"}
    change = {"measure": "change-percent", "value": "-25.17", "qualifier": "exact", "period_end": ""}
    for words in ("20余万人次", "more than 200,000 recognitions", "31 December 2024", "2024年12月31日"):
        assert disagreement(words, [row]) == ""
    for words in ("20万人次", "200,000 recognitions", "more than 20,000", "21余万人次", "about 200,000", "1 May 2025"):
        assert disagreement(words, [row]) != ""
    assert disagreement("down 25.17%", [change]) == disagreement("25.17%", [change], whole=False) == ""
    assert disagreement("up 25.17%", [change]) != ""


def test_both_languages_have_the_same_values() -> None:
    assert [row["id"] for row in table("")] == [row["id"] for row in table("en/")]
    for zh, en in zip(table(""), table("en/"), strict=True):
        same = set(zh) - OF_LANGUAGE
        assert {name: zh[name] for name in same} == {name: en[name] for name in same}
    for zh, en in zip(table("", "commitments"), table("en/", "commitments"), strict=True):
        same = set(zh) - {"workstream_title", "text", "note", "note_source"}
        assert {name: zh[name] for name in same} == {name: en[name] for name in same}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_json_says_what_the_table_says(prefix: str) -> None:
    folder = built_site() / prefix
    records = json.loads((folder / "data/figures.json").read_text("utf-8"))["figures"]
    assert [record["id"] for record in records] == list(rows(prefix))
    for record in records:
        alone = json.loads((folder / f"figures/{record['id']}/figure.json").read_text("utf-8"))["figure"]
        assert {name: alone[name] for name in record} == record
        for row, amount in zip(rows(prefix)[record["id"]], record["amounts"], strict=True):
            of_other_places = dict.fromkeys(("cell", "page"))  # JSON has the keys of the place's kind alone.
            said = {**of_other_places, **record, **amount, **record["sources"][0], "amount": row["amount"]}
            said |= {"period_start": record["period"]["start"], "period_end": record["period"]["end"]}
            said |= {"period": record["period"]["words"], "inferred": record["period"]["inferred"]}
            assert {name: str(said[name] or "") for name in row} == row


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_workbook_says_what_the_tables_say(prefix: str) -> None:
    figures, commitments, columns = read_workbook(built_site() / prefix / "data/report.xlsx")
    for sheet, name in ((figures, "figures"), (commitments, "commitments")):
        for line, row in zip(sheet, table(prefix, name), strict=True):
            assert Decimal(line.pop("value", "0") or 0) == Decimal(row.get("value", "0") or 0), row["id"]
            assert line == {column: cell for column, cell in row.items() if column != "value"}
    assert [line["column"] for line in columns] == [*table(prefix)[0], *table(prefix, "commitments")[0]]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_writes_every_figure_as_the_table_says(prefix: str) -> None:
    wrong, seen = [], Counter[str]()
    for address, page in pages(prefix).items():
        for id, link in live(page):
            seen[id] += 1
            if why := disagreement(link.text, rows(prefix)[id], whole=link.text == rows(prefix)[id][0]["written"]):
                wrong.append((address, id, why))
    assert wrong == []
    assert set(seen) == set(rows(prefix)), "a figure that stands on no page"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_each_figures_own_page_says_what_the_table_says(prefix: str) -> None:
    for id, said in rows(prefix).items():
        page = pages(prefix)[f"figures/{id}/"]
        card = next(page.all("div", class_="card"))
        first = said[0]
        assert next(card.all("p", class_="val")).text == first["written"]
        assert disagreement(first["written"], said) == ""
        assert next(page.all("h1")).text.rstrip("¶") == first["label"]
        told = [definition.text for definition in card.all("dd")]
        assert {first["stated"], first["quote"], first["scope"]} <= set(told), id
        assert not first["caveat"] or first["caveat"] in told, id
        assert any(text.startswith(first["period"]) and first["inferred"] in text for text in told), id
        if first["measure"] not in ("rank", "grade"):
            plain = re.split("、|, ", next(d.text for d in card.all("dd", class_="tnum")))
            assert [words.split()[0] for words in plain] == [row["value"] for row in said], id
            if not prefix:  # In English the unit is the noun's.
                assert [words.split()[1:] for words in plain] == [[row["unit"]] for row in said], id


@pytest.mark.parametrize("prefix", PREFIXES)
def test_charts_draw_and_list_what_the_table_says(prefix: str) -> None:
    page = pages(prefix)["charts/"]
    charts = list(page.all("figure", class_="chart"))
    assert charts
    for chart in charts:
        drawn = [text.text for text in chart.all("text")]
        listed = list(next(chart.all("tbody")).all("tr"))
        assert listed
        for line in listed:
            figures = list(live(line))
            if not figures:
                continue  # A derived or counted value, marked as such: test_charts_report.py.
            (id, link), *_ = figures
            first = rows(prefix)[id][0]
            cells = [cell.text for cell in line.inside if isinstance(cell, Element)]
            assert cells[0]
            assert cells[1] == link.text == first["written"]
            assert cells[2].startswith(first["period"])
            assert first["inferred"] in cells[2]
            assert cells[3] == first["scope"]
            size = read_values(first["written"])  # A grade has none.
            shown = [size[0] in read_values(text) if size else first["written"] in text for text in drawn]
            assert any(shown), (id, drawn)


def solid(text: str) -> str:
    """A text without its spaces and hyphens, which lines of a page may hold or not."""
    return re.sub(r"[\s\u00ad-]+", "", text)


@cache
def paper(prefix: str, end: str = "") -> str:
    """The annual summary in print, without the lines at the edges of its pages."""
    language = prefix.removesuffix("/") or "zh"
    file = pypdf.PdfReader(built_site() / f"downloads/annual-summary-{language}{end}.pdf")
    assert file.metadata
    assert file.metadata.title
    head = re.split("：|, ", file.metadata.title)[0]
    lines = [line for page in file.pages for line in page.extract_text().splitlines()[:-1]]  # The last is the foot.
    return solid("".join(line for line in lines if head not in line))


def row_of(first: Row, *, english: bool) -> str:
    """A pattern of the row of a figure in print: exactly what the table says, cell by cell."""
    told = {name: re.escape(solid(words)) for name, words in first.items()}
    caveat = r"\w+[：:]" + told["caveat"] if first["caveat"] else ""
    stated = told["stated"] if english or first["stated"] != first["written"] else ""
    return told["label"] + told["scope"] + caveat + told["written"] + stated + r"\w*?" + told["period"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_summary_in_print_says_what_the_table_says(prefix: str) -> None:
    patterns = {id: row_of(said[0], english=bool(prefix)) for id, said in rows(prefix).items()}
    assert {id: n for id, row in patterns.items() if (n := len(re.findall(row, paper(prefix, "-annex")))) != 1} == {}
    first = next(iter(rows(prefix).values()))[0]
    wrong = row_of({**first, "written": "7" + first["written"]}, english=bool(prefix))
    assert not re.search(wrong, paper(prefix, "-annex"))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_summary_in_print_tells_every_entry_as_its_page_does(prefix: str) -> None:
    years = [page for address, page in pages(prefix).items() if re.match(r"\d{4}/", address)]
    entries = [e.inside for page in years for e in page.all("li") if re.match(r"\d{4}-", e.attrs.get("id", ""))]
    told = ["".join(part if isinstance(part, str) else part.text for part in its if not_a_tag(part)) for its in entries]
    assert len(told) > 250
    assert [text for text in told if solid(text) not in paper(prefix)] == []


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_hand_out_says_what_the_home_page_says(prefix: str) -> None:
    values = [link.text for part in pages(prefix)[""].all("dt", class_="big") for _, link in live(part)]
    assert len(values) > 4
    assert [text for text in values if solid(text) not in paper(prefix, "-2pages")] == []


def not_a_tag(part: "Element | str") -> bool:
    """Whether a part of an entry is of its text: no tag, status, sign or link."""
    return isinstance(part, str) or part.attrs.get("class", "").split()[:1] in ([], ["fig"], ["keep"], ["nb"])


def wrong_year(prefix: str, year: int, page: Element) -> list[tuple[str, str]]:
    """Figures on a year's page that are of another year, and in no element that says so."""
    sections = {
        (article.id, section.heading): section.years
        for article in load_report(Path(__file__).parents[2]).articles
        for section in article.sections
    }
    wrong = []
    for id, link in live(page):
        row = rows(prefix)[id][0]
        start, end = (int(row[name][:4] or 0) for name in ("period_start", "period_end"))
        named = {start, end} - {0} or set(sections[row["article"], row["section"]])
        marks = {element.attrs.get("data-kind") for element in link.ancestors()}
        if year not in named and not marks & {"baseline", "target", "outlook"}:
            wrong.append((id, link.text))
    return wrong


@pytest.mark.parametrize("prefix", PREFIXES)
def test_a_years_page_marks_what_is_not_of_that_year(prefix: str) -> None:
    for year in (year.year for year in load_report(Path(__file__).parents[2]).edition.years):
        of_year = [page for address, page in pages(prefix).items() if address.startswith(f"{year}/")]
        assert of_year
        for page in of_year:
            assert wrong_year(prefix, year, page) == [], year


def test_a_figure_in_the_wrong_year_is_seen() -> None:
    """Without its mark, and on another year's page, a figure is found out."""
    of_2024 = next(id for id, said in rows("").items() if said[0]["period_end"] == "2024-12-31")
    link = f'<a class="fig" href="../figures/{of_2024}/">x</a>'
    assert wrong_year("", 2025, read_page(f"<ul><li>{link}</li></ul>")) == [(of_2024, "x")]
    assert wrong_year("", 2025, read_page(f'<ul><li data-kind="baseline"><p>{link}</p></li></ul>')) == []
    assert wrong_year("", 2024, read_page(f"<p>{link}</p>")) == []


@pytest.mark.parametrize("prefix", PREFIXES)
def test_plans_and_the_baseline_are_marked_whole(prefix: str) -> None:
    """The 2024 page is a baseline throughout, and no promise of a plan looks like a result."""
    entries = [line for line in pages(prefix)["2024/"].all("li") if line.attrs.get("id", "").startswith("2024-")]
    assert entries
    assert {entry.attrs["data-kind"] for entry in entries} == {"baseline"}
    for promise in table(prefix, "commitments"):
        page = pages(prefix).get(f"{promise['year']}/{promise['workstream']}/") or pages(prefix)[f"{promise['year']}/"]
        entry = next(element for element in page.all("li") if element.attrs.get("id") == promise["id"])
        assert {e.attrs.get("data-kind") for e in entry.ancestors()} & {"target", "outlook"}, promise["id"]
        assert promise["text"] in entry.text
