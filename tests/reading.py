"""Reading what was built: pages as trees, workbooks as rows, numerals as values.

Each reader is written apart from the code that writes, so that a test that compares the two proves something.
It uses the standard library alone. What a test wants of what was read belongs to the test.
"""

import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element of a page with what stands in it, in order."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    inside: list["Element | str"] = field(default_factory=list)
    around: "Element | None" = None

    @property
    def text(self) -> str:
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)

    def ancestors(self) -> Iterator["Element"]:
        """The element and all around it, innermost first."""
        yield self
        if self.around:
            yield from self.around.ancestors()

    def all(self, tag: str = "", **attrs: str) -> Iterator["Element"]:
        """Elements below, by tag and by words of attributes: `all("a", class_="fig")`."""
        for part in self.inside:
            if isinstance(part, Element):
                words = {name.rstrip("_"): word for name, word in attrs.items()}
                if tag in ("", part.tag) and all(w in part.attrs.get(n, "").split() for n, w in words.items()):
                    yield part
                yield from part.all(tag, **attrs)


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.open = Element("")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, [], self.open)
        self.open.inside.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.inside.append(Element(tag, {name: value or "" for name, value in attrs}, [], self.open))

    def handle_endtag(self, tag: str) -> None:
        found = next((element for element in self.open.ancestors() if element.tag == tag), None)
        if found and found.around:
            self.open = found.around

    def handle_data(self, data: str) -> None:
        self.open.inside.append(data)


def read_page(html: str) -> Element:
    """A page as a tree."""
    parser = _Tree()
    parser.feed(html)
    return parser.root


_SHEET = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def read_workbook(path: Path) -> list[list[dict[str, str]]]:
    """Every sheet of a workbook as rows by the names in its first line; numbers as they are written there."""
    with zipfile.ZipFile(path) as book:
        names = sorted((n for n in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)), key=_number)
        shared = [
            "".join(t.text or "" for t in item.iter(f"{{{_SHEET['m']}}}t"))
            for item in ET.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        return [_rows(ET.fromstring(book.read(name)), shared) for name in names]


def _number(name: str) -> int:
    return int(re.findall(r"\d+", name)[0])


def _rows(sheet: ET.Element, shared: list[str]) -> list[dict[str, str]]:
    lines = []
    for line in sheet.iterfind(".//m:row", _SHEET):
        cells = {}
        for cell in line.iterfind("m:c", _SHEET):
            assert cell.find("m:f", _SHEET) is None, "a cell that is carried out"
            value = cell.findtext("m:v", "", _SHEET)
            cells[re.sub(r"\d", "", cell.get("r", ""))] = shared[int(value)] if cell.get("t") == "s" else value
        lines.append(cells)
    head, *rest = lines
    return [{name: line.get(column, "") for column, name in head.items()} for line in rest]


_HAN_DIGITS = {digit: Decimal(value) for value, digit in enumerate("零一二三四五六七八九十")} | {"两": Decimal(2)}
_ENGLISH = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WORDS = _HAN_DIGITS | {word: Decimal(value) for value, word in enumerate(_ENGLISH, start=1)}
_SIZES = {"万": 10_000, "亿": 100_000_000, "百万": 1_000_000, "million": 1_000_000, "billion": 1_000_000_000}
_NUMERAL = re.compile(
    rf"(\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十两]|\b(?:{'|'.join(_ENGLISH)})\b(?!-))\s?余?(百万|万|亿|million|billion)?"
)
_QUALIFIERS = {
    "more-than": "余|多于|超过|more than",
    "at-least": "至少|以上|at least",
    "about": "约|左右|about",
    "nearly": "近|nearly",
    "at-most": "至多|不超过|at most",
}


def read_values(words: str) -> list[Decimal]:
    """The sizes of the numbers in a figure as a page writes it, in base units."""
    return [
        (_WORDS[digits] if digits in _WORDS else Decimal(digits.replace(",", ""))) * _SIZES.get(size, 1)
        for digits, size in _NUMERAL.findall(words)
    ]


def read_qualifier(words: str) -> str:
    """How a figure as a page writes it bounds the quantity."""
    return next((name for name, pattern in _QUALIFIERS.items() if re.search(pattern, words)), "exact")


def falls(words: str) -> bool:
    """Whether a figure as a page writes it goes down."""
    return bool(re.search(r"下降|直降|降低|减少|down", words))
