"""The JSON Schemas: fresh, described at every key, and agreeing with the data that the loader accepts."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar, get_args

import pytest
import yaml
from pydantic import BaseModel

from report.load import KINDS, Kind
from report.schema import schema_name, schema_of, write_schemas

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT / "data" / "schema"
FILES = [(kind, path) for kind in KINDS for path in sorted((ROOT / "data").glob(kind.pattern))]


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor's program reads it, version 1.2: `no` is text, 2024 is a number, a date is text."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {}


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)$"), ["~", "n", ""])


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation)
    for part in get_args(annotation):
        yield from models(part)


MODELS = sorted({model for kind in KINDS for model in models(kind.model)}, key=lambda model: model.__name__)


def refused(value: Any, schema: dict[str, Any], definitions: dict[str, Any], path: str = "") -> Iterator[str]:
    """What a validator says; as much of the standard as the schemas use."""
    if "$ref" in schema:
        schema = {**definitions[schema["$ref"].rpartition("/")[2]], **{k: v for k, v in schema.items() if k != "$ref"}}
    if "anyOf" in schema and all(any(refused(value, choice, definitions)) for choice in schema["anyOf"]):
        yield f"{path}: {value!r} fits no choice"
    if ("enum" in schema and value not in schema["enum"]) or ("const" in schema and value != schema["const"]):
        yield f"{path}: {value!r} is not allowed"
    types = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    if "type" in schema and not isinstance(value, types[schema["type"]]):
        yield f"{path}: {value!r} is no {schema['type']}"
    elif isinstance(value, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
        yield from (f"{path}: {key} is missing" for key in schema.get("required", []) if key not in value)
        for key, item in value.items():
            if key not in known and others is False:
                yield f"{path}: {key} is unknown"
            else:
                yield from refused(item, known.get(key, others), definitions, f"{path}.{key}")
    elif isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            yield f"{path}: {len(value)} items"
        for number, item in enumerate(value):
            yield from refused(item, schema.get("items", {}), definitions, f"{path}[{number}]")
    elif isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{path}: {value!r} does not match"
    elif isinstance(value, str) and len(value) < schema.get("minLength", 0):
        yield f"{path}: {value!r} is too short"


def test_the_committed_schemas_are_fresh(tmp_path: Path) -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in write_schemas(tmp_path / "schema")}
    committed = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*")}
    assert written == committed, "run `report schema`"


def test_each_kind_of_file_has_a_schema_of_its_own() -> None:
    assert len({schema_name(kind) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_string_stands_under_each_field(model: type[BaseModel]) -> None:
    assert [name for name, field in model.model_fields.items() if not (field.description or "").strip()] == []
    assert (model.__doc__ or "").strip()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_model_is_strict_and_frozen_and_refuses_unknown_keys(model: type[BaseModel]) -> None:
    config = model.model_config
    assert (config.get("strict"), config.get("frozen"), config.get("extra")) == (True, True, "forbid")


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[path.relative_to(ROOT).as_posix() for _, path in FILES])
def test_the_data_fit_their_schema(kind: Kind, path: Path) -> None:
    schema = schema_of(kind)
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)
    assert list(refused(data, schema, schema["$defs"])) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"measure": "counts"}, ".measure: 'counts' is not allowed"),
        ({"lable": "x"}, ": lable is unknown"),
        ({"caveat": None}, ".caveat: None is no object"),
        ({"noun": {"en": ["visit"]}}, ".noun.en: ['visit'] fits no choice"),
        ({"sources": []}, ".sources: 0 items"),
    ],
)
def test_a_schema_refuses_what_the_loader_refuses(change: dict[str, Any], says: str) -> None:
    kind = next(kind for kind in KINDS if kind.field == "figures")
    schema = schema_of(kind)
    path = ROOT / "tests/sites/good/data/figures/reading.yml"
    entry = yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)[0]
    assert list(refused({**entry, **change}, schema["items"], schema["$defs"])) == [says]


def test_schemas_are_json_and_name_their_draft() -> None:
    for path in SCHEMAS.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"].startswith("https://json-schema.org/draft/")
