"""What every model shares: strictness, bilingual text, typed scalars, ids.

Belongs here: building blocks of two or more models. Does not belong here: anything that knows a
particular file of `data/`.

All scalars come in as text (`report.yaml.reader`); the types below parse them and refuse with a code of
`words/messages.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?")
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
# Windows takes these names for devices, with or without an extension; ids become names of folders and files.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")
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
    refuse_unless(lambda id: not _DEVICE.fullmatch(id), "reserved-id"),
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
        return self.zh if language == "zh" else self.en


CELL = r"^[A-Z]{1,3}[1-9][0-9]{0,6}$"
"""A cell of a table."""


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheet programs name it, `C5`; row and column count from 1."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def _place_or_cell(schema: dict[str, Any]) -> None:
    """A place is a sentence or a cell."""
    schema["required"] = ["article"]
    schema["oneOf"] = [{"required": ["section", "paragraph", "sentence"]}, {"required": ["sheet", "cell"]}]


class Locator(Model):
    """A place in an article: its sentence.

    Example (YAML)::

        {article: a2026, section: 核心提示, paragraph: 4, sentence: 1}
        {article: t2023, sheet: 机构, cell: C5}
    """

    model_config = ConfigDict(json_schema_extra=_place_or_cell)

    article: Id
    """Id of the article in `sources.yml`."""
    section: Words
    """Heading of the section, exactly as printed."""
    paragraph: Whole
    """Paragraph of the section, from 1."""
    sentence: Whole
    """Sentence of the paragraph, from 1; sentences end at 。 or ;"""
    sheet: Words | None = None
    """Of a table: name of the sheet, of a CSV file its name; instead of `section`."""
    cell: Annotated[str, Field(pattern=CELL)] | None = None
    """Of a table: the cell of the value, `C5`; instead of `paragraph` and `sentence`."""

    @model_serializer(mode="wrap")
    def _only_its_kind(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Published data name sheet and cell of tables alone."""
        return {key: value for key, value in write(self).items() if value is not None}

    @model_validator(mode="before")
    @classmethod
    def _from_cell(cls, data: Any) -> Any:
        """Section, paragraph and sentence of a cell are its sheet, row and column."""
        if not isinstance(data, dict) or not re.fullmatch(CELL, str(data.get("cell", ""))) or "sheet" not in data:
            return data
        letters = data["cell"].rstrip("0123456789")
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - ord("A") + 1
        row = data["cell"].removeprefix(letters)
        return {**data, "section": data["sheet"], "paragraph": row, "sentence": str(column)}


Theme = Id
"""Id of a theme in `report.yml`."""
