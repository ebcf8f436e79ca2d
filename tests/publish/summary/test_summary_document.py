"""What the summary and the share cards hand to Typst, against what their templates read.

Types hold what Python gives (`publish.summary.document_types`, checked by mypy); here the templates are read, key by
key: one reads no key that nobody gives, and no key is given that none reads.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from publish.cards import TEMPLATE as CARDS
from publish.cards import Card
from publish.summary import document_types as types
from publish.summary.pdf import TEMPLATE

SOURCE = TEMPLATE.read_text(encoding="utf-8")

# The shape of each variable, by the function of the template that it stands in. Those of parts come from their kinds.
SHAPES: dict[tuple[str, str], type] = {
    ("aside", "note"): types.Note,
    ("entry", "item"): types.Item,
    ("code", "part"): types.Code,
    ("line-of", "line"): types.Line,
    ("cell", "line"): types.Line,
    ("data-table", "column"): types.Column,
    ("data-table", "each"): types.Column,
    ("data-table", "group"): types.RowGroup,
    ("data-table", "row"): types.TableRow,
    ("pairs", "pair"): types.Pair,
    ("in-margin", "section"): types.Section,
    ("hung", "section"): types.Section,
    ("section", "part"): types.Section,
    ("chapter-head", "part"): types.Chapter,
    ("chapter", "part"): types.Chapter,
    ("key-figures", "group"): types.KeyFigureGroup,
    ("key-figures", "item"): types.KeyFigure,
    ("closing", "part"): types.Front,
    ("finding", "part"): types.Front,
    ("cover", "part"): types.Front,
    ("direction", "item"): types.Brief,
    ("hand-out", "part"): types.HandOut,
    ("hand-out", "year"): types.YearBrief,
}
EXTENDS = {types.NotePart: types.Note, types.HandOut: types.Front, types.Document: types.Frame}
# Fields of values that the template makes itself, and of Typst's own.
BUILT = {
    *((function, "inset", "x") for function in ("data-table", "chapter-head")),
    *(("needed", "row", key) for key in ("cells", "first")),
    *(("data-table", "row", key) for key in ("title", "first")),
    *(("set-part", "part", "kind"), ("indented", "part", "kind"), ("beside", "inner", "kind")),
}
MODULES = {"calc", "sys", "std", "sym", "pdf", "table", "outline", "enum", "list", "heading", "margin"}
BEHIND_CALLS = {"body", "first", "height", "y"}

LET = re.compile(r"^#let ([a-z-]+)", re.MULTILINE)
CHAIN = re.compile(r"(?<![\w-])(?<![^.]\.)([a-z][a-z-]*)((?:\.[a-z]+(?:-[a-z]+)*)+)(\(?)")


def code_of(source: str) -> str:
    """A template without comments and texts."""
    return re.sub(r'"(?:\\.|[^"\\\n])*"', '""', re.sub(r"(?<!:)//.*", "", source))


def functions(code: str) -> Iterator[tuple[str, str]]:
    """Each top-level function or value of a template with its code; the rest of a stretch is of the function above."""
    starts = [*LET.finditer(code)]
    for start, end in zip(starts, [*[each.start() for each in starts[1:]], len(code)], strict=True):
        yield start[1], code[start.start() : end]


def kinds(code: str) -> dict[str, str]:
    """The function that sets each kind of part."""
    table = dict(functions(code))["kinds"]
    return {kind: inner or name for kind, name, inner in re.findall(r"([a-z]+): ([a-z-]+)(?: => ([a-z-]+)\()?", table)}


def kind_of(part: Any) -> str:
    (kind,) = get_args(get_type_hints(part)["kind"])
    return str(kind)


def shapes(code: str) -> dict[tuple[str, str], type]:
    setting = kinds(code)
    parts = {(setting[kind_of(part)], "part"): part for part in get_args(types.Part) if kind_of(part) in setting}
    return {**parts, **SHAPES}


def step(shape: Any, key: str) -> Any:
    """What stands under a key; of what may be missing, what it is where it is there."""
    found = get_type_hints(shape)[key]
    if get_origin(found) in (Union, UnionType):
        present = [each for each in get_args(found) if each is not NoneType]
        return present[0] if len(present) == 1 else None
    return found


def keys_read(source: str) -> tuple[dict[type, set[str]], list[str]]:
    """The keys that a template reads of each shape, and what it reads that no shape has."""
    code = code_of(source)
    everywhere = {"document-data": types.Document, "setting": types.Setting}
    known, read, wrong = shapes(code), dict[type, set[str]](), list[str]()
    for function, body in functions(code):
        for name, chain, call in CHAIN.findall(body):
            keys = chain.strip(".").split(".")
            shape: Any = everywhere.get(name) or known.get((function, name))
            if name in MODULES:
                continue
            for number, key in enumerate(keys):
                method = bool(call) and number == len(keys) - 1
                if is_typeddict(shape) and key in get_type_hints(shape):
                    read.setdefault(shape, set()).add(key)
                    shape = step(shape, key)
                elif not method and (function, name, key) not in BUILT:
                    wrong.append(f"{function}: {name}{chain}")
                    break
        for key in re.findall(r"\)\.([a-z-]+)\b(?!\()", body):
            wrong += [] if key in BEHIND_CALLS else [f"{function}: ().{key}"]
        if "..document-data.date" in body:  # All of it, as the parameters of `datetime`.
            read[types.Day] = {"year", "month", "day"}
    return read, wrong


def unread(source: str) -> list[str]:
    """Keys that are given and that a template does not read."""
    read, _ = keys_read(source)
    return [
        f"{shape.__name__}.{key}"
        for shape in vars(types).values()
        if is_typeddict(shape)
        for key in sorted(get_type_hints(shape))
        if key != "kind"  # Read where the function of a part is chosen.
        and not any(key in read.get(each, ()) for each in family(shape))
    ]


def family(shape: Any) -> list[Any]:
    """A shape with what it extends and what extends it."""
    return [shape, EXTENDS.get(shape), *(child for child, parent in EXTENDS.items() if parent is shape)]


def test_the_template_reads_only_what_it_is_given() -> None:
    assert keys_read(SOURCE)[1] == []


def test_the_template_reads_all_that_it_is_given() -> None:
    assert unread(SOURCE) == []


def test_every_kind_of_part_has_its_function_and_no_other_has() -> None:
    code = code_of(SOURCE)
    assert set(kinds(code)) == {kind_of(part) for part in get_args(types.Part)}
    assert set(kinds(code).values()) <= {name for name, _ in functions(code)}
    assert {get_origin(get_type_hints(part)["kind"]) for part in get_args(types.Part)} == {Literal}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("inline(part.headline, ", "inline(part.finding, ", "finding: part.finding"),
        ("link(part.code.address, part.code.shown)))\n", "link(part.code.adress, part.code.shown)))\n",
         "chapter-head: part.code.adress"),
        ("document-data.words.contents", "document-data.words.content", "contents: document-data.words.content"),
        ("part.items.map(entry)", "part.list.map(entry)", "entries: part.list.map"),
        ("inline(note.tokens)", "inline(other.tokens)", "aside: other.tokens"),
        ("document-data.chapters", "json(bytes()).chapters", "hand-out: ().chapters"),
    ],
)  # fmt: skip
def test_a_key_that_nobody_gives_is_found(old: str, new: str, message: str) -> None:
    assert old in SOURCE
    assert keys_read(SOURCE.replace(old, new))[1] == [message]


@pytest.mark.parametrize(("old", "key"), [("item.gap", "Brief.gap"), ("part.numbered", "Entries.numbered")])
def test_a_key_that_nobody_reads_is_found(old: str, key: str) -> None:
    assert unread(SOURCE.replace(old, "nothing")) == [key]


def test_the_template_of_share_cards_reads_what_a_card_has() -> None:
    code = code_of(CARDS.read_text(encoding="utf-8"))
    assert set(re.findall(r"\bcard\.([a-z]+)", code)) == {field.name for field in fields(Card)}
    assert set(re.findall(r"\bgiven\.([a-z]+)", code)) == {"cards", "colours"}
