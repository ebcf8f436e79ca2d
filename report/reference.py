"""The editors' reference of keys, `data/README.md`: every file, every key, in both languages.

The English is the string under each field of the models, the Chinese a line in `words/keys.yml`.
Does not belong here: the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Template

from pydantic import BaseModel

from report.file_kinds import FILE_KINDS, FileKind
from report.model import Locator, Text
from report.model.base import models_of
from report.schema import description_of, schema_lines, schemas, snippets
from report.skeleton_files import read_skeleton
from report.words import keys
from report.words.forms import folders_of
from report.write_files import write_files

FILE = "data/README.md"
_SHARED = (Text, Locator)  # In nearly every file: described once, at the end.


def write_aids(root: Path) -> list[Path]:
    """Write what helps to edit the data: schemas, the reference, snippets, the line that names a file's schema."""
    folders = folders_of(root)
    return write_files(root, {**schemas(folders), FILE: reference(folders), **snippets(root), **schema_lines(root)})


def reference(folders: tuple[str, ...] = ()) -> str:
    """The whole reference, as Markdown."""
    described: set[type[BaseModel]] = set(_SHARED)
    parts = [part for kind in FILE_KINDS for part in _file_section(kind, described, folders)]
    parts += [_table(model, 2, folders) for model in _SHARED]
    return Template(read_skeleton("README.md", folders)).substitute(reference="\n\n".join(parts))


def _file_section(kind: FileKind, described: set[type[BaseModel]], folders: tuple[str, ...]) -> Iterator[str]:
    """A file: its entry, then the models of its keys, without those described already."""
    yield f"## data/{kind.pattern}"
    for model in (*models_of(kind.common), *models_of(kind.model)):
        if model not in described:
            described.add(model)
            yield _table(model, 3, folders)


def _table(model: type[BaseModel], level: int, folders: tuple[str, ...]) -> str:
    words = keys(folders)[model.__name__]
    lines = [f"{'#' * level} {model.__name__} · {words['_']}", "", _first_line(model.__doc__), ""]
    lines += [keys(folders)["_table"]["head"], "|---|---|---|"]
    required = model.model_json_schema().get("required", ())
    for name, field in model.model_fields.items():
        shown = f"**`{name}`**" if name in required else f"`{name}`"
        # Where a Chinese line is missing, a test fails; the command goes on.
        chinese, english = description_of(model.__name__, name, _first_line(field.description), folders)
        lines.append(f"| {shown} | {_cell(chinese)} | {_cell(english)} |")
    return "\n".join(lines)


def _first_line(text: str | None) -> str:
    return " ".join((text or "").split("\n\n")[0].split())


def _cell(text: str) -> str:
    """Text for a cell of a table, with bars and angle brackets escaped."""
    return text.replace("|", r"\|").replace("<", r"\<")
