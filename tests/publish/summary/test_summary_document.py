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
from publish.summary import part_types
from publish.summary.pdf import TEMPLATE

SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(TEMPLATE.parent.glob("*.typ")))
ALL_TYPES = {**vars(part_types), **vars(types)}

# The shape of each variable, by the function of the templates that it stands in. Those of parts come from their kinds.
SHAPES: dict[tuple[str, str], type] = {
    ("aside", "note"): part_types.Note,
    ("entry", "item"): part_types.Item,
    ("key-figure", "item"): part_types.KeyFigure,
    ("map-of", "part"): part_types.Map,
    ("map-of", "stage"): part_types.Stage,
    ("map-of", "row"): part_types.MapRow,
    ("line-of", "line"): part_types.Line,
    ("cell", "line"): part_types.Line,
    ("long", "part"): part_types.Table,
    ("long", "group"): part_types.RowGroup,
    ("data-table", "column"): part_types.Column,
    ("data-table", "each"): part_types.Column,
    ("data-table", "group"): part_types.RowGroup,
    ("data-table", "row"): part_types.TableRow,
    ("pairs", "pair"): part_types.Pair,
    ("hero", "part"): types.Hero,
    ("drawing", "part"): types.Drawing,
    ("facts", "part"): part_types.Numbers,
    ("code", "part"): types.Code,
    ("way", "part"): types.Closing,
    ("closing", "part"): types.Closing,
    ("cover", "part"): types.Cover,
    ("plain-cover", "part"): types.Cover,
    ("hung", "section"): types.Section,
    ("section", "part"): types.Section,
    ("body-of", "part"): types.Chapter,
    ("chapter", "part"): types.Chapter,
    ("all-chapters", "part"): types.Chapter,
    ("all-chapters", "inner"): types.Section,
    ("chart-title", "part"): part_types.Chart,
    ("chart-drawing", "part"): part_types.Chart,
    ("block-of", "block-part"): part_types.Numbers,
    ("block-of", "item"): part_types.KeyFigure,
    ("blocks", "each"): part_types.Numbers,
    ("blocks", "item"): part_types.KeyFigure,
    ("direction", "item"): types.Direction,
    ("hand-out", "item"): types.Direction,
    **dict.fromkeys(
        [(function, "part") for function in ("first-page", "directions", "overview", "hand-out")], types.HandOut
    ),
    **dict.fromkeys([(function, "closing-part") for function in ("overview", "hand-out")], types.Closing),
}
EXTENDS = {part_types.NotePart: part_types.Note, types.Document: types.Frame}
# Fields of values that the templates make themselves, and of Typst's own.
BUILT = {
    ("data-table", "inset", "x"),
    ("long", "part", "items"),
    *(("charts", "column", key) for key in ("height", "bodies")),
    ("all-chapters", "each", "kind"),
    *(("needed", "row", key) for key in ("cells", "first")),
    *(("data-table", "row", key) for key in ("title", "first")),
    *(("set-part", "part", "kind"), ("beside", "inner", "kind"), ("section", "each", "kind")),
}
MODULES = {"calc", "sys", "std", "sym", "pdf", "table", "outline", "list", "heading", "margin", "colours", "area"}
BEHIND_CALLS = {"body", "bodies", "first", "height", "width", "y"}

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
    parts = {(setting[kind_of(part)], "part"): part for part in get_args(part_types.Part) if kind_of(part) in setting}
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
        for key in re.findall(r"\)\.([a-z]+(?:-[a-z]+)*)\b(?![-(])", body):
            wrong += [] if key in BEHIND_CALLS else [f"{function}: ().{key}"]
        if "..document-data.date" in body:  # All of it, as the parameters of `datetime`.
            read[types.Day] = {"year", "month", "day"}
    return read, wrong


def unread(source: str) -> list[str]:
    """Keys that are given and that a template does not read."""
    read, _ = keys_read(source)
    return [
        f"{shape.__name__}.{key}"
        for shape in ALL_TYPES.values()
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
    assert set(kinds(code)) == {kind_of(part) for part in get_args(part_types.Part)}
    assert set(kinds(code).values()) <= {name for name, _ in functions(code)}
    assert {get_origin(get_type_hints(part)["kind"]) for part in get_args(part_types.Part)} == {Literal}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("inline(part.subtitle", "inline(part.finding", "chart-title: part.finding"),
        ("link(part.code.address,", "link(part.code.adress,", "way: part.code.adress"),
        ("document-data.words.contents", "document-data.words.content", "contents: document-data.words.content"),
        ("part.items.map(entry)", "part.list.map(entry)", "entries: part.list.map"),
        ("inline(note.tokens)", "inline(other.tokens)", "aside: other.tokens"),
        ("document-data.closing)\n  } else", "json(bytes()).closing)\n  } else", "contents: ().closing"),
    ],
)  # fmt: skip
def test_a_key_that_nobody_gives_is_found(old: str, new: str, message: str) -> None:
    assert old in SOURCE
    assert keys_read(SOURCE.replace(old, new))[1] == [message]


@pytest.mark.parametrize(("old", "key"), [("item.beside", "Direction.beside"), ("part.shown", "Chapter.shown")])
def test_a_key_that_nobody_reads_is_found(old: str, key: str) -> None:
    assert unread(SOURCE.replace(old, "nothing")) == [key]


def test_the_template_of_share_cards_reads_what_a_card_has() -> None:
    code = code_of(CARDS.read_text(encoding="utf-8"))
    assert set(re.findall(r"\bcard\.([a-z]+)", code)) == {field.name for field in fields(Card)}
    assert set(re.findall(r"\bgiven\.([a-z]+)", code)) == {"cards", "colours"}
