"""Saves a drawn figure as SVG for a page, as SVG for a file, or as PNG.

Belongs here: what makes matplotlib's SVG usable inside a page, and reproducible.
Does not belong here: drawing (each kind), captions, tables and links around a chart (the page).

What is changed, and why: text loses its font, so that it uses the page's; sentinels become CSS
variables, so that it follows light and dark; ids are dropped or prefixed, so that charts of one page do
not collide; the style element goes, since it would apply to every drawing of the page.

Naming by title and description follows SVG-AAM 1.0 and WAI-ARIA 1.2 (role img).

Example::

    svg(figure, prefix="tcm-wide", title="Two shares", description="98% of the readers …")
"""

import io
import pickle
import re
from collections.abc import Callable, Iterator
from typing import cast
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from matplotlib import colors
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from charts import style
from charts.drawing import ID_PATTERN
from charts.shapes import HOVER, SPOT
from charts.style import BY_SENTINEL, Colour
from languages import Language

NAMESPACE = "http://www.w3.org/2000/svg"
FRAME = 16
"""Margin around a standalone drawing, in px."""
SCALE = 2
"""Pixels of a PNG for a CSS px."""

NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
HEX = re.compile(r"#[0-9a-f]{6}")
REFERENCE = re.compile(r"(?:url\(#|^#)([^)]+)\)?")
MEASURED = {"x", "y", "d", "width", "height", "transform", "points", "r", "cx", "cy", "x1", "x2", "y1", "y2", "style"}
"""Attributes that hold lengths."""


def svg(figure: Figure, *, prefix: str, title: str, description: str) -> str:
    """A chart as inline SVG for a page.

    Args:
        figure: As a kind drew it.
        prefix: Begins every id: unique on the page, letters, digits and hyphens.
        title: Names the chart; plain text.
        description: Its finding with the numbers, for those who do not see it; plain text.

    Returns:
        One `svg` element without blank lines, of class `wide` or `narrow` by the figure's width.

    Raises:
        ValueError: The prefix is not valid, or the figure holds a colour without a meaning.
    """
    root = _clean(figure, prefix, lambda colour: f"var({colour.variable})")
    _name(root, prefix, title, description)
    root.set("class", "wide" if _size(figure)[0] >= style.SIDE_BY_SIDE else "narrow")
    return ElementTree.tostring(root, encoding="unicode")


def standalone_svg(figure: Figure, *, prefix: str, title: str, description: str, language: Language) -> str:
    """A chart as a standalone SVG file: light colours on paper, with fonts; arguments as for `svg`."""
    root = _clean(figure, prefix, lambda colour: colour.light)
    for element in [each for each in root.iter() if each.get("class")]:
        if element.attrib.pop("class") == "d":
            element.set("font-family", style.DISPLAY)
        else:
            root.remove(element)  # A picture says nothing when pointed at.
    width, height = _size(figure)
    left, across, down = -FRAME, width + 2 * FRAME, height + 2 * FRAME
    root.attrib.update(
        {
            "xmlns": NAMESPACE,
            "lang": language.lang,
            "width": f"{across:g}",
            "height": f"{down:g}",
            "viewBox": f"{left} {left} {across:g} {down:g}",
            "font-family": language.font_family,
        }
    )
    paper = {"x": f"{left}", "y": f"{left}", "width": f"{across:g}", "height": f"{down:g}", "fill": style.PAPER.light}
    root.insert(0, Element("rect", paper))
    _name(root, prefix, title, description)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def png(figure: Figure) -> bytes:
    """A chart as PNG: light colours on paper, `SCALE` times its size in CSS px; `figure` is not changed."""
    painted = cast(Figure, pickle.loads(pickle.dumps(figure)))
    for artist in painted.findobj():
        _paint(artist)
    painted.patch.set_visible(True)
    FigureCanvasAgg(painted)
    width, height = (side / painted.dpi for side in _size(painted))
    frame = FRAME / painted.dpi
    file = io.BytesIO()
    with style.look():
        painted.savefig(
            file,
            format="png",
            dpi=painted.dpi * SCALE,
            facecolor=style.PAPER.light,
            bbox_inches=Bbox([[-frame, -frame], [width + frame, height + frame]]),
            metadata={"Software": None},
        )
    return file.getvalue()


def _size(figure: Figure) -> tuple[float, float]:
    """Width and height in CSS px."""
    width, height = figure.get_size_inches() * figure.dpi
    return round(float(width), 2), round(float(height), 2)


def _clean(figure: Figure, prefix: str, paint: Callable[[Colour], str]) -> Element:
    """The figure's SVG, cleaned for a page and with sentinels replaced by `paint`."""
    if not ID_PATTERN.fullmatch(prefix):
        raise ValueError(f"prefix is {prefix!r}: a lower-case letter, then letters, digits and hyphens")
    root = _saved(figure)
    _mark(root)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        for name in list(element.attrib):
            value = element.attrib.pop(name)
            element.set(name.rpartition("}")[2], value)
        element.text = element.text.strip() if element.text and element.tag != "text" else element.text
        element.tail = None
    _unwrap(root)
    _prefix_ids(root, prefix)
    for element in root.iter():
        _restyle(element, paint)
    width, height = _size(figure)
    root.attrib.clear()
    root.attrib.update({"viewBox": f"0 0 {width:g} {height:g}", "stroke-linejoin": "round"})
    return root


def _mark(root: Element) -> None:
    """Hand the gids that mean something to the elements below them: large figures, and places that say a value."""
    for group in root.iter(f"{{{NAMESPACE}}}g"):
        gid = group.get("id", "")
        for element in group:
            if gid.endswith(" display"):
                element.set("class", "d")
            for begin in (SPOT, HOVER):
                if gid.startswith(begin):
                    element.attrib.update({"data-tip": gid.removeprefix(begin), "class": "spot"})
                    element.attrib.pop("clip-path", None)
            if gid.startswith(SPOT):
                element.attrib.update({"tabindex": "0", "role": "img", "aria-label": gid.removeprefix(SPOT)})


def _saved(figure: Figure) -> Element:
    file = io.StringIO()
    with style.look():
        metadata = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.savefig(file, format="svg", metadata=metadata)
    return ElementTree.fromstring(file.getvalue())


def _unwrap(parent: Element) -> None:
    """Replace groups without effect by their children, and drop empty elements and styles."""
    for child in list(parent):
        _unwrap(child)
        place = list(parent).index(child)
        if child.tag in {"style", "metadata"} or (child.tag in {"g", "defs"} and not len(child)):
            parent.remove(child)
        elif child.tag == "g" and not child.attrib.keys() - {"id"}:
            parent.remove(child)
            for number, grandchild in enumerate(list(child)):
                parent.insert(place + number, grandchild)


def _prefix_ids(root: Element, prefix: str) -> None:
    """Keep the ids that something refers to, under the prefix; drop the others."""
    values = [value for element in root.iter() for value in element.attrib.values()]
    named = {name for value in values for name in REFERENCE.findall(value)}
    new = {name: f"{prefix}-{number}" for number, name in enumerate(sorted(named), 1)}
    for element in root.iter():
        if "id" in element.attrib:
            name = element.attrib.pop("id")
            if name in new:
                element.set("id", new[name])
        for key, value in element.attrib.items():
            element.set(key, REFERENCE.sub(lambda found: found[0].replace(found[1], new[found[1]]), value))


def _restyle(element: Element, paint: Callable[[Colour], str]) -> None:
    """Round lengths, paint sentinels, and let text take the page's font."""
    if element.get("transform", "").startswith("rotate(-0 "):
        del element.attrib["transform"]
    for name in MEASURED & element.attrib.keys():
        rounded = NUMBER.sub(lambda found: f"{round(float(found[0]), 2):g}", element.attrib[name])
        element.set(name, " ".join(rounded.split()))
    if "style" in element.attrib:
        rules = dict(_rules(element.attrib["style"]))
        rules.pop("font-family", None)
        if weight := rules.pop("font-weight", None):
            element.set("font-weight", weight)
        text = ";".join(f"{name}:{value}" for name, value in rules.items())
        element.set("style", HEX.sub(lambda found: paint(_meant(found[0])), text))


def _rules(text: str) -> Iterator[tuple[str, str]]:
    for rule in text.split(";"):
        name, colon, value = rule.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _meant(sentinel: str) -> Colour:
    """The colour of a sentinel."""
    if sentinel not in BY_SENTINEL:
        raise ValueError(f"{sentinel} has no meaning: charts draw in the colours of charts/style.py")
    return BY_SENTINEL[sentinel]


def _name(root: Element, prefix: str, title: str, description: str) -> None:
    """Give the drawing its name and description for screen readers."""
    # An image hides what is in it, which places that take the focus must not be.
    spots = [element for element in root.iter() if "tabindex" in element.attrib]
    root.attrib.update({"role": "group" if spots else "img", "aria-labelledby": f"{prefix}-t {prefix}-d"})
    for element in root.iter("text") if spots else ():
        element.set("aria-hidden", "true")  # The description has all of them, in sentences.
    for tag, text in (("desc", description), ("title", title)):
        element = Element(tag, {"id": f"{prefix}-{tag[0]}"})
        element.text = text
        root.insert(0, element)


def _paint(artist: Artist) -> None:
    """Replace an artist's sentinels by the light colours."""
    for kind in ("color", "facecolor", "edgecolor"):
        get, put = getattr(artist, f"get_{kind}", None), getattr(artist, f"set_{kind}", None)
        if get is None or put is None or (kind == "color" and hasattr(artist, "get_facecolor")):
            continue
        value = get()
        painted = colors.is_color_like(value) and colors.to_rgba(value)[3] > 0
        if painted and (colour := BY_SENTINEL.get(colors.to_hex(value))):
            put(colour.light)
