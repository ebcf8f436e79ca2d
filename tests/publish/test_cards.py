"""Share cards: what stands on them, how large they are, and the tags that name them."""

import re
import struct
from pathlib import Path

import pytest
from building import ADDRESS, built_site

from macros.pages import Page
from publish import cards
from publish.site.languages import languages_of
from report.model import Figure, Language, Text
from report.problems import ReportError
from samples import changed, real_pages, real_report

TAG = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')


@pytest.fixture(scope="module")
def pages() -> dict[tuple[Language, str], Page]:
    return {(page.language, page.address): page for page in real_pages().values()}


def words(card: cards.Card) -> str:
    return "".join(piece for clause in card.title for _, piece in clause)


def test_a_figures_card_says_what_keeps_the_number_honest(pages: dict[tuple[Language, str], Page]) -> None:
    card = cards.card_of(real_report(), pages["en", "figures/mutual-recognition.2026-02/"])
    assert (words(card), card.value) == ("Recognitions of examination and laboratory results", "218,900")
    assert card.about == "cumulative to 5 February 2026, start not stated (the year is our inference)"
    assert card.caveat.startswith("The article prints day and month only")
    assert card.notice == "Compiled from two published articles; not an official publication."


def test_a_target_is_called_one(pages: dict[tuple[Language, str], Page]) -> None:
    card = cards.card_of(real_report(), pages["zh", "2026/population/"])
    assert (words(card), card.value, card.status) == ("生育与托育", "至少1家", "target")
    assert card.about.split(cards.SEPARATOR)[1] == "目标"


def test_a_change_says_which_way_it_went(pages: dict[tuple[Language, str], Page]) -> None:
    assert cards.card_of(real_report(), pages["en", "figures/class-b-change.2024/"]).value == "down 25.17%"
    assert cards.card_of(real_report(), pages["zh", "figures/class-b-change.2024/"]).value == "下降25.17%"


def test_the_home_pages_card_says_the_finding(pages: dict[tuple[Language, str], Page]) -> None:
    card = cards.card_of(real_report(), pages["zh", ""])
    first, second = card.title
    assert first == (("text", "检查少重复，"),)
    assert second == (("text", "为患者节省"), ("figure", "880.86万元"))
    assert card.value == ""


def test_a_page_without_a_figure_has_its_title_alone(pages: dict[tuple[Language, str], Page]) -> None:
    card = cards.card_of(real_report(), pages["en", "glossary/"])
    assert (words(card), card.value, card.about, card.caveat) == ("Glossary", "", "", "")


def test_cards_are_drawn_once(
    tmp_path: Path, pages: dict[tuple[Language, str], Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    some = [pages["zh", ""], pages["en", "2026/population/"], pages["en", "glossary/"]]
    made = cards.make_cards(real_report(), some, tmp_path)
    assert list(made) == ["card.png", "en/2026/population/card.png", "en/glossary/card.png"]
    again = cards.make_cards(real_report(), some[:1], tmp_path / "elsewhere")
    assert again["card.png"] == made["card.png"]  # Drawn alone or among others.
    monkeypatch.setattr(cards, "_draw", lambda _: pytest.fail("drawn twice"))
    assert cards.make_cards(real_report(), some, tmp_path) == made


def test_a_character_that_no_font_holds_is_named(tmp_path: Path, pages: dict[tuple[Language, str], Page]) -> None:
    strange = changed(
        real_report(),
        Figure,
        lambda f: f.model_copy(update={"label": Text(zh="\u1200", en="\u1200")}) if f.id == "consortia.2024" else f,
    )
    page = pages["en", "figures/consortia.2024/"]
    other = Page(page.address, "en", page.source, "\u1200", "", page.key_figure, "")
    with pytest.raises(ReportError, match="U\\+1200"):
        cards.make_cards(strange, [other], tmp_path)
    assert not (tmp_path / cards.CACHE).exists()


def test_every_page_has_a_card_of_the_size_it_names() -> None:
    site, sizes = built_site(), list[int]()
    for file in site.rglob("index.html"):
        tags = dict(TAG.findall(file.read_text(encoding="utf-8")))
        png = (site / tags["og:image"].removeprefix(ADDRESS)).read_bytes()
        assert file.parent / cards.NAME == site / tags["og:image"].removeprefix(ADDRESS)
        sides = struct.unpack(">II", png[16:24])
        assert sides == (int(tags["og:image:width"]), int(tags["og:image:height"])) == (1200, 630)
        sizes.append(len(png))
    assert len(sizes) > 150
    assert max(sizes) < 45_000
    assert sum(sizes) / len(sizes) < 25_000


def test_previews_are_of_the_language() -> None:
    said: dict[str, list[tuple[str, str]]] = {}
    for language in languages_of(real_report()):
        others = [other.locale for other in languages_of(real_report()) if other != language]
        for file in (built_site() / language.prefix).rglob("index.html"):
            address = file.parent.relative_to(built_site()).as_posix() + "/"
            if address.startswith("en/") != (language.code == "en"):
                continue
            html = file.read_text(encoding="utf-8")
            tags = dict(TAG.findall(html))
            assert (tags["og:locale"], [tags["og:locale:alternate"]]) == (language.locale, others), address
            assert tags["og:url"] == ADDRESS + address.removeprefix("./"), address
            assert tags["og:type"] == ("website" if address in ("./", "en/") else "article")
            assert tags["twitter:card"] == "summary_large_image"
            assert f'<meta name="description" content="{tags["og:description"]}">' in html, address
            assert tags["og:title"] in tags["og:image:alt"]
            said.setdefault(language.code, []).append((tags["og:title"], tags["og:description"]))
    assert {code: len(each) for code, each in said.items()} == {"zh": len(said["en"]), "en": len(said["zh"])}
    assert len({description for _, description in said["zh"]}) > 80
    assert not re.search("[\u3400-\u9fff]", " ".join(map(" ".join, said["en"])))
