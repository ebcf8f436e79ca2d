"""Saving: SVG fit for a page, SVG and PNG as files, the same in every run."""

import io
import os
import re
import struct
import subprocess
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pytest
from chart_boxes import assert_labels_stand_free
from chart_samples import SAMPLES
from matplotlib import image
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from charts import KINDS, NARROW, WIDE, draw, style
from charts.export import FRAME, png, standalone_svg, svg
from languages import pair

ZH, EN = pair({}).values()

ROOT = Path(__file__).parents[2]
RANK, SHARES = SAMPLES["rank"], SAMPLES["shares"]
EVERY = [(kind, language, width) for kind in KINDS for language in ("zh", "en") for width in (WIDE, NARROW)]
NAMES = {"title": "4th of 433", "description": "Zhuzhou is 4th."}


@cache
def drawn(kind: str, language: str, width: int) -> Figure:
    """A drawing, which saving leaves alone."""
    return draw(kind, SAMPLES[kind][language], width)


def saved(kind: str = "rank", language: str = "zh", width: int = WIDE, prefix: str = "a") -> str:
    return svg(drawn(kind, language, width), prefix=prefix, **NAMES)


def test_every_kind_has_samples_and_every_sample_a_kind() -> None:
    files = {path.stem for path in (ROOT / "tests/chart_samples").glob("*.py")}
    assert (set(SAMPLES), files) == (set(KINDS), {"__init__", *KINDS})


@pytest.mark.parametrize(("kind", "language", "width"), EVERY)
def test_labels_of_every_sample_stand_free(kind: str, language: str, width: int) -> None:
    assert_labels_stand_free(drawn(kind, language, width))


@pytest.mark.parametrize(("kind", "language", "width"), EVERY)
def test_svg_for_a_page(kind: str, language: str, width: int) -> None:
    text = saved(kind, language, width, "some-chart")
    root = ElementTree.fromstring(text)
    assert root.tag == "svg"
    assert root.attrib.keys() == {"viewBox", "class", "role", "aria-labelledby", "stroke-linejoin"}
    assert root.get("class") == {WIDE: "wide", NARROW: "narrow"}[width]
    assert root.get("viewBox", "").startswith(f"0 0 {width} ")
    assert "\n" not in text
    assert not re.search(r"xlink|font-family|<style|<\?xml|#f0000|#[0-9a-f]{6}|clip-path", text)
    lengths = [value for element in root.iter() for value in element.attrib.values()]
    assert not [value for value in lengths if re.search(r"\d\.\d{3}", value)]
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) <= {colour.variable for colour in style.COLOURS}


@pytest.mark.parametrize(("kind", "language", "width"), EVERY)
def test_text_stays_text_with_its_size_and_weight(kind: str, language: str, width: int) -> None:
    figure = drawn(kind, language, width)
    root = ElementTree.fromstring(svg(figure, prefix="a", **NAMES))
    set_here = [text.get_text() for text in figure.axes[0].texts]
    elements = list(root.iter("text"))
    assert sorted(element.text or "" for element in elements) == sorted(set_here)
    sizes = [float(re.findall(r"font-size:([\d.]+)px", element.get("style", ""))[0]) for element in elements]
    assert set(sizes) <= {13, 14, 16, 17}
    assert "700" in {element.get("font-weight") for element in elements}
    assert {element.get("transform") for element in elements} == {None}


def test_title_and_description_name_the_drawing_and_are_escaped() -> None:
    text = svg(draw("rank", RANK["zh"], WIDE), prefix="r", title="a <b> & c", description='d "e" ]]>')
    root = ElementTree.fromstring(text)
    assert [(child.tag, child.get("id"), child.text) for child in root][:2] == [
        ("title", "r-t", "a <b> & c"),
        ("desc", "r-d", 'd "e" ]]>'),
    ]
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "r-t r-d")
    assert "<b>" not in text


def test_ids_carry_the_prefix_and_are_unique() -> None:
    ids = re.findall(r'\bid="([^"]+)"', saved(prefix="one") + saved(prefix="two") + saved("separated", prefix="three"))
    assert len(ids) == len(set(ids))
    assert {name.partition("-")[0] for name in ids} == {"one", "two", "three"}


def test_ids_that_are_referred_to_stay_joined() -> None:
    """Clips and markers refer to their definitions: a kind to come may draw them."""
    with style.look():
        figure = Figure(figsize=(5, 2), dpi=72)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.plot([0, 1], [0, 1], marker="o", color=style.INK.sentinel)
        for twice in ("one", "two"):
            text = svg(figure, prefix=twice, **NAMES)
            used = set(re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', text))
            names = {name for pair in used for name in pair if name}
            assert names
            assert names <= set(re.findall(r'\bid="([^"]+)"', text))
            assert all(name.startswith(f"{twice}-") for name in names)
            assert "xlink" not in text


@pytest.mark.parametrize("prefix", ["", "4th", "a b", 'a"', "a.2024", "A"])
def test_a_prefix_that_is_no_id_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match=r"^prefix is "):
        saved(prefix=prefix)


def test_a_colour_without_a_meaning_is_refused() -> None:
    figure = draw("rank", RANK["zh"], WIDE)
    figure.axes[0].texts[0].set_color("#123456")
    with pytest.raises(ValueError, match=r"^#123456 has no meaning"):
        svg(figure, prefix="a", **NAMES)


def test_a_file_of_its_own_has_colours_fonts_and_paper() -> None:
    figure = draw("shares", SHARES["en"], NARROW)
    text = standalone_svg(figure, prefix="a", language=EN, **NAMES)
    root = ElementTree.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert (root.get("width"), root.get("lang")) == (str(NARROW + 2 * FRAME), "en-GB")
    assert "sans-serif" in root.get("font-family", "")
    assert "var(" not in text
    assert "#f0000" not in text
    assert style.RESULT.light in text
    assert style.PAPER.light in text


def test_png_is_twice_the_size_and_leaves_the_figure_alone() -> None:
    figure = draw("shares", SHARES["zh"], NARROW)
    before = svg(figure, prefix="a", **NAMES)
    picture = png(figure)
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert (width, height) == (2 * (NARROW + 2 * FRAME), round(2 * (figure.bbox.height + 2 * FRAME)))
    assert svg(figure, prefix="a", **NAMES) == before


def test_png_is_in_the_light_colours() -> None:
    figure = draw("shares", SHARES["zh"], NARROW)
    pixels = image.imread(io.BytesIO(png(figure)))
    found = {to_hex(pixel) for pixel in pixels[::8, ::8].reshape(-1, 4)}
    assert {style.PAPER.light, style.RESULT.light, style.GRID.light} <= found
    assert not {colour.sentinel for colour in style.COLOURS} & found


def test_drawing_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(matplotlib.rcParams, "text.color", "red")
    monkeypatch.setitem(matplotlib.rcParams, "svg.fonttype", "path")
    before = repr(matplotlib.rcParams)
    drawn.cache_clear()
    changed = saved()
    assert repr(matplotlib.rcParams) == before
    monkeypatch.undo()
    drawn.cache_clear()
    assert saved() == changed


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.slow)], ids=["short", "long"])
def test_the_same_bytes_in_every_run(tmp_path: Path, step: int) -> None:
    """Another process, folder, seed of hashes and configuration of matplotlib change nothing."""
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nlines.linewidth: 9\n", encoding="utf-8")
    code = (
        f"import sys; sys.path[:0] = {[str(ROOT), str(ROOT / 'tests'), str(ROOT / 'tests/charts')]}\n"
        "import hashlib, test_charts_export as t\n"
        f"print(hashlib.sha256(t.drawings({step})).hexdigest())\n"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for folder, seed in ((ROOT, "1"), (tmp_path, "2"))
    }
    assert len(runs) == 1


def drawings(step: int) -> bytes:
    """Every drawing, or of each `step` one: of all kinds, in both languages, of both widths."""
    texts = [saved(*each) for each in EVERY[::step]]
    return "".join(texts).encode() + png(draw("rank", RANK["zh"], NARROW))


def test_sentinels_are_unique_and_no_real_colour() -> None:
    sentinels = {colour.sentinel for colour in style.COLOURS}
    assert len(sentinels) == len({colour.variable for colour in style.COLOURS}) == len(style.COLOURS)
    assert not sentinels & {colour.light for colour in style.COLOURS}


def test_what_is_not_a_kind_or_not_its_spec_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^no kind of chart is called 'pie': there are "):
        draw("pie", RANK["zh"], WIDE)
    with pytest.raises(TypeError, match=r"^shares is drawn from SharesSpec, not from RankSpec$"):
        draw("shares", RANK["zh"], WIDE)
