"""JSON Schema for each kind of file in `data/`, by which text editors complete and check it.

Belongs here: generating the schemas from the models.
"""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel

from charts.kinds import DATA_KINDS, kinds_with
from report.data_files import data_files
from report.file_kinds import FILE_KINDS, FileKind
from report.skeleton_files import in_form
from report.words import keys

SCHEMA_LINE_START = "# yaml-language-server: $schema="
"""How the line begins by which text editors find the schema of a file."""
SNIPPETS = ".vscode/report.code-snippets"
"""The editor snippets of a report, below its root."""
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: FileKind, folders: tuple[str, ...] = ()) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    schema = _without_null(kind.model.model_json_schema())
    definitions = schema.pop("$defs", {})
    for name, described in ((kind.model.__name__, schema), *definitions.items()):
        _describe(name, described, folders)
    if kind.layout == "list":
        schema = {"type": "array", "items": schema}
    elif kind.layout == "mapping":
        schema = {"type": "object", "additionalProperties": schema}
    if kind.common is not None:
        schema = _with_common(kind.common, schema, definitions, folders)
    schema.pop("title", None)
    return {"$schema": _DRAFT, "title": f"data/{kind.pattern}", **schema, "$defs": definitions}


def _with_common(
    common: type[BaseModel], schema: dict[str, Any], definitions: dict[str, Any], folders: tuple[str, ...]
) -> dict[str, Any]:
    """The schema of a list that may be a mapping, with what its entries have in common."""
    whole = _without_null(common.model_json_schema())
    _describe(common.__name__, whole, folders)
    for name, described in whole.pop("$defs").items():
        if name not in definitions:
            _describe(name, described, folders)
            definitions[name] = described
    whole["properties"]["figures"] = {**whole["properties"]["figures"], "items": {"$ref": "#/items"}}
    definitions["Locator"]["required"].remove("article")
    return {**whole, **schema, "type": ["array", "object"]}


def description_of(model: str, key: str, english: str, folders: tuple[str, ...] = ()) -> tuple[str, str]:
    """A key of a model in Chinese, empty if `words/keys.yml` has no line for it, and in English.

    What depends on the kinds of chart there are is added from their declarations.
    """
    words, chinese = keys(folders)["_table"], keys(folders).get(model, {}).get(key, "")
    if (model, key) == ("Chart", "kind"):
        for name, kind in DATA_KINDS.items():
            chinese += words["kind_zh"].format(name=name, about=in_form(kind.about[0], folders))
            english += words["kind_en"].format(name=name, about=kind.about[1])
    elif model.startswith("Chart") and (kinds := kinds_with(key)):
        chinese = words["only_zh"].format(kinds="、".join(kinds)) + chinese
        english = words["only_en"].format(kinds=", ".join(f"`{kind}`" for kind in kinds)) + english
    return chinese, english


def _describe(name: str, schema: dict[str, Any], folders: tuple[str, ...]) -> None:
    """Put the Chinese before the English, in a class and at each of its keys."""
    for key, described in (("_", schema), *schema.get("properties", {}).items()):
        texts = description_of(name, key, described.get("description", ""), folders)
        if texts[0]:
            described["description"] = "\n\n".join(filter(None, texts))


def _without_null(schema: Any) -> Any:
    """The schema without `null`: an optional key may be absent, but not empty."""
    if isinstance(schema, list):
        return [_without_null(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    clean = {key: _without_null(part) for key, part in schema.items() if (key, part) != ("default", None)}
    choices = [part for part in clean.get("anyOf", []) if part != {"type": "null"}]
    if len(choices) == 1:
        del clean["anyOf"]
        return {**choices[0], **clean}
    return {**clean, "anyOf": choices} if choices else clean


def schema_name(kind: FileKind) -> str:
    """File name of a schema: `figures.json` for `figures/*.yml`."""
    return kind.pattern.split("/")[0].removesuffix(".yml") + ".json"


def schema_line(file: str) -> str:
    """The first line of a data file, by which text editors find its schema.

    >>> schema_line("figures/reading.yml")
    '# yaml-language-server: $schema=../schema/figures.json'
    """
    kind = next(kind for kind in FILE_KINDS if PurePosixPath(file).match(kind.pattern))
    up = "../" * file.count("/")
    return f"{SCHEMA_LINE_START}{up}schema/{schema_name(kind)}"


def with_schema_line(text: str, file: str) -> str:
    """The text of a data file with the schema line first, added where it is missing."""
    line = schema_line(file)
    return text if text.startswith(line) else f"{line}\n{text}"


def schema_lines(root: Path) -> dict[str, bytes]:
    """The data files that lack the schema line, with it, by path below the project's root.

    Line endings and a byte-order mark stay as they are.
    """
    changed = {}
    for kind in FILE_KINDS:
        for path in data_files(root, kind.pattern):
            content = path.read_bytes()
            bom = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
            text = content.removeprefix(bom)
            line = schema_line(path.relative_to(root / "data").as_posix()).encode()
            if not text.startswith(line):
                end = b"\r\n" if b"\r\n" in text else b"\n"
                changed[path.relative_to(root).as_posix()] = bom + line + end + text
    return changed


def snippets(root: Path) -> dict[str, str]:
    """The editor snippets with the chart kinds there are to choose from, if the report has them, by path."""
    path = root / SNIPPETS
    if not path.is_file():
        return {}
    text = path.read_text(encoding="utf-8")
    return {SNIPPETS: re.sub(r"(?<=  kind: \$\{2\|)[^|]*(?=\|\}\")", ",".join(DATA_KINDS), text)}


def schemas(folders: tuple[str, ...] = ()) -> dict[str, str]:
    """All schemas, by path below the project's root."""
    found = {schema_name(kind): schema_of(kind, folders) for kind in FILE_KINDS}
    texts = {name: json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) for name, schema in found.items()}
    return {f"data/schema/{name}": text + "\n" for name, text in texts.items()}
