"""JSON Schema for each kind of file in `data/`, so that an editor's program completes and checks.

Belongs here: writing the schemas from the models. The models are the truth; the files are generated.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from report.load import KINDS, Kind

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    schema = _without_null(kind.model.model_json_schema())
    definitions = schema.pop("$defs", {})
    if kind.shape == "list":
        schema = {"type": "array", "items": schema}
    elif kind.shape == "mapping":
        schema = {"type": "object", "additionalProperties": schema}
    schema.pop("title", None)
    return {"$schema": _DRAFT, "title": f"data/{kind.pattern}", **schema, "$defs": definitions}


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
