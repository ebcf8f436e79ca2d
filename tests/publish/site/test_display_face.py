"""The face of headings: which characters a site's fonts have, how they are cut, and that pages name them."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from building import build, built_sample, copy_sample
from fontTools.ttLib import TTFont

from languages import ORIGINAL, TRANSLATION, forms, pair
from publish.site import display_face
from publish.site.display_face import cut, shown
from publish.site.languages import Language
from publish.subset_fonts import cuts

ZH, EN = (
    Language(side, form.lang, form.script, "en/" if side == TRANSLATION else "", "", "", form.display, "")
    for side, form in pair({}).items()
)


def held(font: bytes) -> set[str]:
    return set(map(chr, TTFont(BytesIO(font)).getBestCmap()))


@pytest.mark.parametrize(
    ("html", "characters"),
    [
        ('<h1 id="a">一<wbr>二\n&#39;</h1><h3>三</h3><p class="bigger">四</p>', "一二'"),
        ('<dd class="n big">20<small>余万</small></dd><p>五</p><text class="d" x="1">六</text>', "20余万六"),
        ('<ul class="feature"><li><h3>七</h3></ul><figcaption><h3>八</h3></figcaption>', "七八"),
    ],
)
def test_headings_and_large_figures_are_read(html: str, characters: str) -> None:
    assert shown(html) == set(characters)


def test_a_font_has_what_it_was_cut_to_and_its_licence() -> None:
    font = cut(ZH.display, "医院20\U00020bb7", whole=False)
    assert held(font) == set("医院20")
    assert cut(ZH.display, "02院医", whole=False) == font
    assert "SIL Open Font License" in TTFont(BytesIO(font))["name"].getDebugName(13)
    quotation = TTFont(BytesIO(cut(EN.display, "“A”", whole=True)))
    assert quotation["hmtx"][quotation.getBestCmap()[0x201C]][0] < 500  # Full width is 1000.


def test_every_language_has_its_face() -> None:
    made = {each.family: each for each in cuts()}
    for form in forms().values():
        assert made[form.display].target.is_file()
    assert {form.display for form in forms().values() if form.script == "Hant"} == {"Noto Serif HK"}


def test_pages_load_the_core_of_their_language_ahead() -> None:
    site = built_sample() / "site"
    stylesheet = max((site / "assets/stylesheets").glob("*.css"), key=lambda file: file.stat().st_size)
    rules = re.findall(r'@font-face\{font-family:"([^"]*)";src:url\(([^)]*)\)', stylesheet.read_text("utf-8"))
    assert {family for family, _ in rules} == {"Report Display", "Report Display Latin"}
    assert all((stylesheet.parent / address).is_file() for _, address in rules)
    assert (site / "assets/fonts/OFL.txt").is_file()
    for page in (site / "2024/index.html", site / "404.html"):  # What the core lacks is in a font of the page's own.
        faces = re.findall(r"<style>@font-face\{[^}]*src:url\(([^)]*)\)", page.read_text("utf-8"))
        (own,) = faces
        assert len((site / "assets/fonts" / Path(own).name).read_bytes()) < display_face.PAGE_BUDGET
        assert own.startswith({"404.html": "/report/assets/"}.get(page.name, "../assets/"))
    for address, code in (("index.html", ORIGINAL), ("en/figures/index.html", TRANSLATION), ("404.html", ORIGINAL)):
        html = (site / address).read_text("utf-8")
        (font,) = re.findall(r'<link rel="preload" href="[^"]*(assets/fonts/[^"]*)" as="font"', html)
        assert re.fullmatch(rf"assets/fonts/{code}\.\w{{8}}\.woff2", font)
        assert (site / font).is_file()


def test_fonts_are_cut_once_and_said_when_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    project = copy_sample(tmp_path / "project")
    monkeypatch.setattr(display_face, "CORE_BUDGET", 1000)
    monkeypatch.setattr(display_face, "PAGE_BUDGET", 1000)
    caplog.set_level("INFO")
    assert build(project, strict=True).succeeded
    for name in ("assets/fonts/zh.woff2", "404.html"):
        assert re.search(rf"Fonts of headings over their budget of bytes: {name}: [\d,]+ > 1,000", caplog.text)
    monkeypatch.setattr(display_face, "cut", None)
    assert build(project, strict=True).succeeded
