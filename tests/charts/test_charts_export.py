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
from chart_samples import FILES, SAMPLES
from matplotlib import image
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from charts import KINDS, NARROW, WIDE, draw, style
from charts.export import FRAME, MEASURED, NAMESPACE, png, standalone_svg, svg
from languages import pair

ZH, EN = pair({}).values()

ROOT = Path(__file__).parents[2]
LADDER, WAFFLE = SAMPLES["ladder"], SAMPLES["waffle"]
EVERY = [(kind, language, width) for kind in KINDS for language in ("zh", "en") for width in (WIDE, NARROW)]
NAMES = {"title": "4th", "description": "Zhuzhou is 4th."}


@cache
def drawn(kind: str, language: str, width: int) -> Figure:
    """A drawing, which saving leaves alone."""
    return draw(kind, SAMPLES[kind][language], width)


def saved(kind: str = "ladder", language: str = "zh", width: int = WIDE, prefix: str = "a") -> str:
    return svg(drawn(kind, language, width), prefix=prefix, **NAMES)


def test_every_kind_has_samples_and_every_sample_a_kind() -> None:
    files = {path.stem for path in (ROOT / "tests/chart_samples").glob("*.py")}
    assert (set(SAMPLES), files) == (set(KINDS), {"__init__", *FILES.values()})


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
    lengths = [element.attrib[name] for element in root.iter() for name in element.attrib.keys() & MEASURED]
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
    assert min(sizes) >= 14
    assert "700" in {element.get("font-weight") for element in elements}
    assert {element.get("transform") for element in elements} == {None}


def test_title_and_description_name_the_drawing_and_are_escaped() -> None:
    text = svg(draw("ladder", LADDER["zh"], WIDE), prefix="r", title="a <b> & c", description='d "e" ]]>')
    root = ElementTree.fromstring(text)
    assert [(child.tag, child.get("id"), child.text) for child in root][:2] == [
        ("title", "r-t", "a <b> & c"),
        ("desc", "r-d", 'd "e" ]]>'),
    ]
    assert (root.get("role"), root.get("aria-labelledby")) == ("group", "r-t r-d")
    assert "<b>" not in text


def spots(text: str) -> list[dict[str, str]]:
    """The attributes of what says a value, in the order drawn."""
    return [dict(each.attrib) for each in ElementTree.fromstring(text).iter() if "data-tip" in each.attrib]


@pytest.mark.parametrize(("kind", "language", "width"), [each for each in EVERY if each[0] != "table"])
def test_every_mark_says_its_value_to_pointer_and_keyboard(kind: str, language: str, width: int) -> None:
    """A drawing with places to stop at is a group, since an image would hide them; its words are in its description."""
    text = saved(kind, language, width)
    found = spots(text)
    assert found
    stops = [each for each in found if "tabindex" in each]
    assert 1 <= len(stops) <= 20
    assert {(each["tabindex"], each["role"]) for each in stops} == {("0", "img")}
    assert [each["aria-label"] for each in stops] == [each["data-tip"] for each in stops]
    root = ElementTree.fromstring(text)
    assert root.get("role") == "group"
    assert {element.get("aria-hidden") for element in root.iter("text")} == {"true"}
    assert {each["class"] for each in found} == {"spot"}


def test_tips_are_words_of_the_language() -> None:
    drawings = {language: spots(saved("before-after", language)) for language in ("zh", "en")}
    said = {language: [each["data-tip"] for each in found] for language, found in drawings.items()}
    assert said == {
        "zh": ["2023年（推算）：47.14%", "2024年：53.43%"],
        "en": ["2023 (derived): 47.14%", "2024: 53.43%"],
    }
    years = [each["data-tip"] for each in spots(saved("timespans")) if "tabindex" not in each]
    assert (len(years), years[0], years[-1]) == (26 + 14, "1999", "2024")


def test_files_have_nothing_to_point_at_and_large_figures_in_the_display_face() -> None:
    text = standalone_svg(drawn("ladder", "zh", WIDE), prefix="a", language=ZH, **NAMES)
    root = ElementTree.fromstring(text)
    assert not re.search(r"data-tip|tabindex|class=", text)
    faces = {each.text: each.get("font-family", "") for each in root.iter(f"{{{NAMESPACE}}}text")}
    assert faces["A+"].endswith("serif")
    assert "Noto Serif SC" in faces["A+"]
    assert faces["全国位次"] == ""


def test_ids_carry_the_prefix_and_are_unique() -> None:
    ids = re.findall(r'\bid="([^"]+)"', saved(prefix="one") + saved(prefix="two") + saved("cards", prefix="three"))
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
    figure = draw("ladder", LADDER["zh"], WIDE)
    figure.axes[0].texts[0].set_color("#123456")
    with pytest.raises(ValueError, match=r"^#123456 has no meaning"):
        svg(figure, prefix="a", **NAMES)


def test_a_file_of_its_own_has_colours_fonts_and_paper() -> None:
    figure = draw("waffle", WAFFLE["en"], NARROW)
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
    figure = draw("waffle", WAFFLE["zh"], NARROW)
    before = svg(figure, prefix="a", **NAMES)
    picture = png(figure)
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert (width, height) == (2 * (NARROW + 2 * FRAME), round(2 * (figure.bbox.height + 2 * FRAME)))
    assert svg(figure, prefix="a", **NAMES) == before


def test_png_is_in_the_light_colours() -> None:
    figure = draw("waffle", WAFFLE["zh"], NARROW)
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
    return "".join(texts).encode() + png(draw("ladder", LADDER["zh"], NARROW))


def test_sentinels_are_unique_and_no_real_colour() -> None:
    sentinels = {colour.sentinel for colour in style.COLOURS}
    assert len(sentinels) == len({colour.variable for colour in style.COLOURS}) == len(style.COLOURS)
    assert not sentinels & {colour.light for colour in style.COLOURS}


def test_what_is_not_a_kind_or_not_its_spec_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^no kind of chart is called 'pie': there are "):
        draw("pie", LADDER["zh"], WIDE)
    with pytest.raises(TypeError, match=r"^waffle is drawn from WaffleSpec, not from LadderSpec$"):
        draw("waffle", LADDER["zh"], WIDE)
