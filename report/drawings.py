"""Drawings of a report: SVG files of plain shapes in `data/drawings/`, which stand within the page.

Belongs here: what such a file may hold, and filling in its words. Does not belong here: charts, which are drawn from
figures (`charts`).

Example:
    >>> list(faults_in('<svg viewBox="0 0 1 1"><script/></svg>'))
    [Fault(line=1, code='drawing-element', name='script')]
    >>> filled('<svg viewBox="0 0 1 1"><text>{a}</text></svg>', {"a": "A & B"}, "idea", "Two")
    '<svg viewBox="0 0 1 1" class="idea" role="img" aria-label="Two"><text>A &amp; B</text></svg>'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

MAX_CHARACTERS = 20_000
"""Of a drawing, which every visit of the page loads."""
LABEL = re.compile(r"\{([^{}]*)\}")
"""What stands for words in a drawing."""
# A drawing is part of the page: what could run, load something, or be found by a link is refused.
ELEMENTS = frozenset(["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"])
_SHAPE = "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points dx dy transform class"
_PAINT = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray"
    " stroke-miterlimit opacity text-anchor dominant-baseline font-size font-weight"
)
ATTRIBUTES = frozenset([*_SHAPE.split(), *_PAINT.split(), "xmlns", "version"])
_NAMESPACE = re.compile(r"\{[^}]*\}")


class Fault(NamedTuple):
    """What a drawing may not hold.

    Attributes:
        line: From 1.
        code: Key of the wording in `report/words/messages.yml`.
        name: The element or attribute, or why the file is no SVG.
    """

    line: int
    code: str
    name: str


def faults_in(text: str) -> Iterator[Fault]:
    """Everything that a drawing may not hold, in the order of its lines."""
    found: list[Fault] = []
    parser = expat.ParserCreate()

    def element(name: str, attributes: dict[str, str]) -> None:
        line = parser.CurrentLineNumber
        if name not in ELEMENTS:
            found.append(Fault(line, "drawing-element", name))
        for key, value in attributes.items():
            if key not in ATTRIBUTES or "url(" in value.lower():
                found.append(Fault(line, "drawing-attribute", key))

    def declaration(*_: object) -> None:
        found.append(Fault(parser.CurrentLineNumber, "drawing-element", "!DOCTYPE"))

    parser.StartElementHandler, parser.StartDoctypeDeclHandler = element, declaration
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        found.append(Fault(error.lineno, "drawing-malformed", expat.ErrorString(error.code)))
    else:
        if not re.search(r"<svg[^>]*\sviewBox=", text):
            found.append(Fault(1, "drawing-malformed", "viewBox"))
    return iter(found)


def labels_in(text: str) -> tuple[str, ...]:
    """What stands in braces in a drawing, in its order."""
    return tuple(dict.fromkeys(LABEL.findall(text)))


def filled(text: str, labels: Mapping[str, str], style: str, alt: str) -> str:
    """A drawing without faults as an element of a page.

    Args:
        text: The file.
        labels: The words for what stands in braces.
        style: Class of the element.
        alt: What it shows.
    """
    root = ElementTree.fromstring(text)
    for element in root.iter():
        element.tag = _NAMESPACE.sub("", element.tag)
        element.text = LABEL.sub(lambda label: labels[label[1]], element.text or "")
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    root.attrib |= {"class": style, "role": "img", "aria-label": alt}
    return ElementTree.tostring(root, encoding="unicode")
