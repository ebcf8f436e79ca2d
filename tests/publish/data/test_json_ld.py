"""JSON-LD: what pages say of themselves to programs, and that no word of the data ends the script."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from building import ADDRESS, ROOT, built_site
from hypothesis import given
from hypothesis import strategies as st

from publish.data.files import make_files
from publish.data.json_ld import linked_data, safe_json
from publish.site.languages import languages_of
from report.load import load_report
from report.model import Report

NAMES = ["figures.csv", "figures.json", "commitments.csv", "commitments.json", "report.xlsx", "datapackage.json"]
PREFIXES = ("", "en/")


@pytest.fixture(scope="module")
def report() -> Report:
    return load_report(ROOT)


class Scripts(HTMLParser):
    """The JSON-LD of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside, self.found = False, list[Any]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = (tag, dict(attrs).get("type")) == ("script", "application/ld+json")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found.append(json.loads(data))
            self.inside = False


@pytest.mark.parametrize("prefix", PREFIXES)
def test_pages_describe_themselves(prefix: str) -> None:
    folder = built_site() / prefix
    (told,) = Scripts((folder / "index.html").read_text("utf-8")).found
    assert (told["@type"], told["url"]) == ("Report", ADDRESS + prefix)
    assert "author" not in told
    assert "publisher" not in told
    assert not any({"datePublished", "publisher"} & set(article) for article in told["isBasedOn"])
    (told,) = Scripts((folder / "figures/index.html").read_text("utf-8")).found
    assert (told["@type"], told["url"]) == ("Dataset", ADDRESS + prefix + "figures/")
    assert [part["contentUrl"] for part in told["distribution"]] == [f"{ADDRESS}{prefix}data/{name}" for name in NAMES]
    for part in told["distribution"]:
        file = built_site() / part["contentUrl"].removeprefix(ADDRESS)
        assert part["contentSize"] == f"{file.stat().st_size} B"
    assert Scripts((folder / "glossary/index.html").read_text("utf-8")).found == []


def test_without_an_address_files_are_named_from_the_page(report: Report) -> None:
    told = json.loads(linked_data(report, languages_of(report)[1], "figures/", "", make_files(report, "")))
    found = [urljoin(ADDRESS + "en/figures/", part["contentUrl"]) for part in told["distribution"]]
    assert found == [f"{ADDRESS}en/data/{name}" for name in NAMES]
    assert "homepage" not in json.loads(make_files(report, "")["data/datapackage.json"])


@given(st.text())
def test_no_word_ends_the_script_it_stands_in(words: str) -> None:
    text = safe_json({"name": words + "</script><!--&amp;\u2028"})
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text)["name"] == words + "</script><!--&amp;\u2028"


def test_without_a_licence_none_is_named(report: Report) -> None:
    bare = replace(report, edition=report.edition.model_copy(update={"licence": None}))
    assert "license" not in json.loads(linked_data(bare, languages_of(bare)[0], "", "", make_files(bare, "")))
