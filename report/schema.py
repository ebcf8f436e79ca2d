"""JSON Schema for each kind of file in `data/`, so that an editor's program completes and checks.

Belongs here: writing the schemas from the models. The models are the truth; the files are generated.
"""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

from charts.kinds import OF_DATA, kinds_with
from report.load import KINDS, Kind
from report.words import keys

SCHEMA_LINE = "# yaml-language-server: $schema="
"""How the line begins by which an editor's program finds the schema of a file."""
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    schema = _without_null(kind.model.model_json_schema())
    definitions = schema.pop("$defs", {})
    for name, described in ((kind.model.__name__, schema), *definitions.items()):
        _describe(name, described)
    if kind.shape == "list":
        schema = {"type": "array", "items": schema}
    elif kind.shape == "mapping":
        schema = {"type": "object", "additionalProperties": schema}
    schema.pop("title", None)
    return {"$schema": _DRAFT, "title": f"data/{kind.pattern}", **schema, "$defs": definitions}


def description_of(model: str, key: str, english: str) -> tuple[str, str]:
    """A key of a model in Chinese, empty if `words/keys.yml` has no line for it, and in English.

    What depends on the kinds of chart there are is added from their declarations.
    """
    words, chinese = keys()["_table"], keys().get(model, {}).get(key, "")
    if (model, key) == ("Chart", "kind"):
        for name, kind in OF_DATA.items():
            chinese += words["kind_zh"].format(name=name, about=kind.about[0])
            english += words["kind_en"].format(name=name, about=kind.about[1])
    elif model.startswith("Chart") and (kinds := kinds_with(key)):
        chinese = words["only_zh"].format(kinds="、".join(kinds)) + chinese
        english = words["only_en"].format(kinds=", ".join(f"`{kind}`" for kind in kinds)) + english
    return chinese, english


def _describe(name: str, schema: dict[str, Any]) -> None:
    """Put the Chinese before the English, in a class and at each of its keys."""
    for key, described in (("_", schema), *schema.get("properties", {}).items()):
        texts = description_of(name, key, described.get("description", ""))
        if texts[0]:
            described["description"] = "\n\n".join(filter(None, texts))


def _without_null(schema: Any) -> Any:
    """A key that may be absent may not be empty: `null` is taken out of what pydantic allows."""
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


def schema_name(kind: Kind) -> str:
    """File name of a schema: `figures.json` for `figures/*.yml`."""
    return kind.pattern.split("/")[0].removesuffix(".yml") + ".json"


def schema_line(file: str) -> str:
    """The first line of a data file, by which an editor's program finds its schema.

    >>> schema_line("figures/tcm.yml")
    '# yaml-language-server: $schema=../schema/figures.json'
    """
    kind = next(kind for kind in KINDS if PurePosixPath(file).match(kind.pattern))
    up = "../" * file.count("/")
    return f"{SCHEMA_LINE}{up}schema/{schema_name(kind)}"


def tied(text: str, file: str) -> str:
    """The text of a data file with that line first, put there if need be."""
    line = schema_line(file)
    return text if text.startswith(line) else f"{line}\n{text}"


def tie_in(root: Path) -> list[Path]:
    """Tie each data file of a report to its schema; the files that were not.

    Nothing but the first line is touched, neither line ends nor a mark at the beginning.
    """
    changed = []
    for kind in KINDS:
        for path in sorted((root / "data").glob(kind.pattern)):
            mark, text = _parted(path.read_bytes())
            line = schema_line(path.relative_to(root / "data").as_posix()).encode()
            if not text.startswith(line):
                path.write_bytes(mark + line + (b"\r\n" if b"\r\n" in text else b"\n") + text)
                changed.append(path)
    return changed


def _parted(content: bytes) -> tuple[bytes, bytes]:
    """The mark by which some programs know UTF-8, and the rest."""
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return mark, content.removeprefix(mark)


def write_snippets(path: Path) -> list[Path]:
    """Put the kinds of chart there are into the snippet of a chart; the file, if a report has it."""
    if not path.is_file():
        return []
    text = path.read_text(encoding="utf-8")
    choices = re.sub(r"(?<=  kind: \$\{2\|)[^|]*(?=\|\}\")", ",".join(OF_DATA), text)
    path.write_text(choices, encoding="utf-8", newline="\n")
    return [path]


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas.

    Args:
        folder: Where; it is made if need be.

    Returns:
        The files written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind in KINDS:
        path = folder / schema_name(kind)
        text = json.dumps(schema_of(kind), ensure_ascii=False, indent=2, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8", newline="\n")
        written.append(path)
    return written
