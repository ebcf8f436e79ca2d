"""Texts as XLIFF 1.2, with each reference locked in an inline element, and back.

The format is written and read with the standard library: translate-toolkit, which does both, is under the GPL. Belongs
here: the format, and refusing what is none. Does not belong here: where a text goes (`report.translation.commands`).

Example:
    >>> parts("接待读者{visits.2024}。")
    ['接待读者', '{visits.2024}', '。']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from languages import ORIGINAL, TRANSLATION, Language, Side

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_REFERENCE = re.compile(r"(\{[^{}]*\})")
_DECLARED = re.compile(r"<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)", re.IGNORECASE)
MAX_BYTES = 10_000_000


class XliffError(ValueError):
    """A file that is not XLIFF as it was handed out.

    Attributes:
        code: Key of the wording.
        id: The text that it is about; empty for the whole file.
        value: What was found.
    """

    def __init__(self, code: str, id: str = "", value: str = "") -> None:
        super().__init__(code)
        self.code, self.id, self.value = code, id, value


@dataclass(frozen=True)
class Translation:
    """A text that came back.

    Attributes:
        file: The data file.
        name: Name of the text there.
        source: The Chinese that was translated.
        target: The English; empty where it is still to be written.
    """

    file: str
    name: str
    source: str
    target: str


def parts(text: str) -> list[str]:
    """A text, its references apart: words and references take turns, words first."""
    return _REFERENCE.split(text)


def write_xliff(file: str, texts: Iterable[tuple[str, str]], languages: Mapping[Side, Language]) -> str:
    """One data file's texts, by name, as an XLIFF document that names the languages of its report."""
    ElementTree.register_namespace("", _NAMESPACE)
    root = ElementTree.Element(_tag("xliff"), {"version": "1.2"})
    tags = {"source-language": languages[ORIGINAL].lang, "target-language": languages[TRANSLATION].lang}
    about = ElementTree.SubElement(root, _tag("file"), {"original": file, "datatype": "plaintext", **tags})
    body = ElementTree.SubElement(about, _tag("body"))
    for name, text in texts:
        unit = ElementTree.SubElement(body, _tag("trans-unit"), {"id": name})
        source = ElementTree.SubElement(unit, _tag("source"))
        _fill(source, text)
        ElementTree.SubElement(unit, _tag("target"), {"state": "needs-translation"})
    ElementTree.indent(root)
    for source in root.iter(_tag("source")):  # Indenting puts white space around references.
        _restore(source)
    written = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _fill(element: ElementTree.Element, text: str) -> None:
    found = parts(text)
    element.text = found[0]
    for number, reference in enumerate(found[1::2], 1):
        inline = ElementTree.SubElement(element, _tag("ph"), {"id": str(number)})
        inline.text, inline.tail = reference, found[2 * number]


def _restore(element: ElementTree.Element) -> None:
    inlines = list(element)
    if inlines and not (element.text or "").strip():
        element.text = ""
    for inline in inlines:
        if not (inline.tail or "").strip():
            inline.tail = ""
    if inlines:
        inlines[-1].tail = (inlines[-1].tail or "").rstrip("\n ")


def read_xliff(content: bytes) -> list[Translation]:
    """The texts of a document that came back.

    Raises:
        XliffError: It is not XLIFF 1.2 in UTF-8, declares entities, or a text has markup or other references than its
            source.
    """
    if len(content) > MAX_BYTES:
        raise XliffError("xliff-large", value=str(len(content)))
    try:
        text = content.decode("utf-8-sig")
        if _DECLARED.search(text):  # Entities could name other files, or grow without end.
            raise XliffError("xliff-declares")
        root = ElementTree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    except (UnicodeDecodeError, ElementTree.ParseError) as error:
        raise XliffError("xliff-malformed", value=str(error)) from error
    if root.tag != _tag("xliff") or root.get("version") != "1.2":
        raise XliffError("xliff-malformed", value=root.tag)
    return [
        _translation(file.get("original", ""), unit)
        for file in root.iter(_tag("file"))
        for unit in file.iter(_tag("trans-unit"))
    ]


def _translation(file: str, unit: ElementTree.Element) -> Translation:
    name = unit.get("id", "")
    source, target = unit.find(_tag("source")), unit.find(_tag("target"))
    if source is None:
        raise XliffError("xliff-malformed", name, "source")
    chinese = _plain(source, name, {})
    known = {inline.get("id", ""): inline.text or "" for inline in source}
    english = " ".join(_plain(target, name, known).split()) if target is not None else ""
    if english and sorted(parts(english)[1::2]) != sorted(parts(chinese)[1::2]):
        raise XliffError("xliff-references", name, english)
    if re.search("[<>]", english):
        raise XliffError("xliff-markup", name, english)
    return Translation(file, name, chinese, english)


def _plain(element: ElementTree.Element, name: str, known: dict[str, str]) -> str:
    """The words of a source or target; a reference is what its source says, whatever stands in it."""
    words = element.text or ""
    for inline in element:
        reference = known.get(inline.get("id", ""), "") if known or element.tag == _tag("target") else inline.text or ""
        if inline.tag != _tag("ph") or len(inline) or not _REFERENCE.fullmatch(reference):
            raise XliffError("xliff-markup", name, inline.tag.rpartition("}")[2])
        words += reference + (inline.tail or "")
    return words
