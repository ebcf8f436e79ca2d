"""What every model shares: strictness, bilingual text, typed scalars, ids.

Belongs here: building blocks of two or more models. Does not belong here: anything that knows a
particular file of `data/`.

All scalars come in as text (`report.yaml.reader`); the types below parse them and refuse with a code of
`words/messages.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

from languages import ORIGINAL, SIDES, Side

Language = Side
LANGUAGES = SIDES

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
# Windows takes these names for devices, with or without an extension; ids become names of folders and files.
DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


class Model(BaseModel):
    """A strict, frozen piece of the report; unknown keys are refused."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", use_attribute_docstrings=True)


def _whole(value: Any, low: int, high: int) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,9}", value.strip()) and low <= int(value) <= high:
        return int(value)
    raise PydanticCustomError("not-whole", "{value}", {"value": str(value), "low": str(low), "high": str(high)})


def _day(value: Any) -> date:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            return date.fromisoformat(str(value))
    except ValueError:
        pass
    raise PydanticCustomError("not-a-date", "{value}", {"value": str(value)})


def _partial_day(value: Any) -> Any:
    written = str(value)
    try:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", written):
            date.fromisoformat(written + "-01-01"[len(written) - 4 :])
            return value
    except ValueError:
        pass
    raise PydanticCustomError("not-a-partial-date", "{value}", {"value": written})


def _flag(value: Any) -> bool:
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    raise PydanticCustomError("not-a-flag", "{value}", {"value": str(value)})


def refuse_unless(fits: Callable[[str], object], code: str) -> BeforeValidator:
    """Refuses a text that does not fit, under a code; what is no text is left to the type."""

    def checked(value: Any) -> Any:
        if isinstance(value, str) and not fits(value):
            raise PydanticCustomError(code, "{value}", {"value": value})
        return value

    return BeforeValidator(checked)


def models_of(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models in a type annotation, outermost first, each as often as it occurs."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_of(field.annotation)
    for part in get_args(annotation):
        yield from models_of(part)


def _words(value: Any) -> Any:
    """Text without the line breaks that block style leaves at its end."""
    return value.strip() if isinstance(value, str) else value


Whole = Annotated[int, BeforeValidator(lambda value: _whole(value, 1, 999))]
"""A whole number from 1."""
Count = Annotated[int, BeforeValidator(lambda value: _whole(value, 1, 9_999_999))]
"""A whole number from 1, as large as a row of a table or a length."""
Year = Annotated[int, BeforeValidator(lambda value: _whole(value, 1900, 2100))]
"""A calendar year."""
Day = Annotated[date, BeforeValidator(_day)]
"""A day, `2026-02-05`."""
PartialDay = Annotated[str, BeforeValidator(_partial_day), Field(json_schema_extra={"pattern": r"^\d{4}(-\d\d){0,2}$"})]
"""A day, a month or a year: `2026-02-05`, `2026-02`, `2026`."""
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"enum": ["yes", "no", True, False]})]
"""`yes` or `no`."""
Id = Annotated[
    str,
    refuse_unless(lambda id: not DEVICE.fullmatch(id), "reserved-id"),
    refuse_unless(lambda id: not id or (len(id) <= 80 and _ID.fullmatch(id)), "not-an-id"),
    Field(min_length=1, json_schema_extra={"pattern": f"^{_ID.pattern}$"}),
]
"""A permanent id: lower-case words joined by hyphens; a figure's has `.period` behind."""
Address = Annotated[str, refuse_unless(_ADDRESS.fullmatch, "not-an-address"), Field(min_length=1)]
"""A web address."""
Words = Annotated[str, BeforeValidator(_words), Field(min_length=1)]
"""Words of one language, never empty."""


class Text(Model):
    """Words in both languages, saying the same.

    Example (YAML)::

        label:
          zh: 到馆人次
          en: Visits to the library
    """

    zh: Words
    """The Chinese text, which prevails."""
    en: Words
    """The English text: what the Chinese says, no more and no less."""

    def __getitem__(self, language: Language) -> str:
        """The text in one language."""
        return self.zh if language == ORIGINAL else self.en


CELL = r"^[A-Z]{1,3}[1-9][0-9]{0,6}$"
"""A cell of a table."""


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheet programs name it, `C5`; row and column count from 1."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


PAGES = "p."
"""Stands for the section of a place that names a page."""

PlaceKind = Literal["sentence", "cell", "page"]
_KEYS: Mapping[PlaceKind, tuple[str, ...]] = {
    "sentence": ("section", "paragraph", "sentence"),
    "cell": ("sheet", "cell"),
    "page": ("page", "sentence"),
}
_ALL_KEYS = frozenset(key for keys in _KEYS.values() for key in keys)


def _keys_of_one_kind(schema: dict[str, Any]) -> None:
    """A place has the keys of one kind."""
    schema["required"] = [key for key in schema["required"] if key not in _ALL_KEYS]
    schema["oneOf"] = [{"required": list(keys)} for keys in _KEYS.values()]


class Position(Model):
    """A place in a source: a sentence, a cell of a table, or a sentence on a page."""

    model_config = ConfigDict(json_schema_extra=_keys_of_one_kind)

    section: Words
    """Heading of the section, exactly as printed."""
    paragraph: Count
    """Paragraph of the section, from 1."""
    sentence: Count
    """Sentence of the paragraph, from 1; sentences end at 。 or ; of a document with pages, sentence of the page."""
    sheet: Words | None = None
    """Of a table: name of the sheet, of a CSV file its name; instead of `section`."""
    cell: Annotated[str, Field(pattern=CELL)] | None = None
    """Of a table: the cell of the value, `C5`; instead of `paragraph` and `sentence`."""
    page: Count | None = None
    """Of a document with numbered pages: the page; instead of `section` and `paragraph`."""

    @property
    def kind(self) -> PlaceKind:
        """What kind of place it is."""
        return "cell" if self.cell else "page" if self.page else "sentence"

    @model_serializer(mode="wrap")
    def _only_its_kind(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Published data have the keys of its kind alone."""
        return {key: value for key, value in write(self).items() if key not in _ALL_KEYS or key in _KEYS[self.kind]}

    @model_validator(mode="before")
    @classmethod
    def _of_one_kind(cls, data: Any) -> Any:
        """Section, paragraph and sentence of a cell are its sheet, row and column; a page is a paragraph."""
        if not isinstance(data, dict) or data.keys().isdisjoint({"sheet", "cell", "page"}):
            return data
        kind: PlaceKind = "page" if "page" in data else "cell"
        if others := sorted(_ALL_KEYS & data.keys() - {*_KEYS[kind]}):
            raise PydanticCustomError("place-kinds", "", {"keys": ", ".join([*_KEYS[kind], *others])})
        if missing := [key for key in _KEYS[kind] if key not in data]:
            if kind == "page":
                raise PydanticCustomError("place-page", "", {"missing": missing[0]})
            raise PydanticCustomError("place-cell", "", {"missing": missing[0]})
        if kind == "page":
            return {**data, "section": PAGES, "paragraph": "1" if _not_whole(data["page"]) else data["page"]}
        row, column = _row_and_column(str(data["cell"]))
        return {**data, "section": data["sheet"], "paragraph": str(row), "sentence": str(column)}


def _not_whole(value: Any) -> bool:
    return re.fullmatch(r"0*[1-9]\d{0,5}", str(value).strip()) is None


def _row_and_column(cell: str) -> tuple[int, int]:
    """Row and column of a cell, from 1; (1, 1) for what is none, which its own field refuses."""
    if not re.fullmatch(CELL, cell):
        return 1, 1
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell.removeprefix(letters)), column


class _OfArticle(Model):
    article: Id
    """Id of the article in `sources.yml`."""


class Locator(Position, _OfArticle):
    """A place in an article, a table or a document with pages.

    Example (YAML)::

        {article: a2026, section: 核心提示, paragraph: 4, sentence: 1}
        {article: t2023, sheet: 机构, cell: C5}
        {article: y2024, page: 12, sentence: 3}
    """


Theme = Id
"""Id of a theme in `report.yml`."""
