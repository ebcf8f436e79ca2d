"""The JSON Schemas: fresh, described at every key, and agreeing with the data that the loader accepts."""

import json
import re
import shutil
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from tables import for_each

from report.cli import main
from report.file_kinds import FILE_KINDS, FileKind
from report.model.base import models_of
from report.schema import schema_lines, schema_name, schema_of, schemas
from report.words import keys
from report.write_files import write_files
from samples import GOOD

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "data" / "schema"
FILES = [(kind, path) for kind in FILE_KINDS for path in sorted((ROOT / "data").glob(kind.pattern))]


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor's program reads it, version 1.2: `no` is text, 2024 is a number, a date is text."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[Any]]] = {}


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|)$"), ["~", "n", ""])


MODELS = sorted(
    {model for kind in FILE_KINDS for model in (*models_of(kind.common), *models_of(kind.model))},
    key=lambda model: model.__name__,
)


def refused(value: Any, schema: dict[str, Any]) -> list[str]:
    """What a validator says, as an editor's program uses one."""
    Draft202012Validator.check_schema(schema)
    errors = Draft202012Validator(schema).iter_errors(value)
    return sorted(f"{error.json_path}: {error.message}" for error in errors)


def test_the_committed_schemas_are_fresh() -> None:
    committed = {f"data/schema/{path.name}": path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*")}
    assert schemas() == committed, "run `report schema`"


def test_each_kind_of_file_has_a_schema_of_its_own() -> None:
    assert len({schema_name(kind) for kind in FILE_KINDS}) == len(FILE_KINDS)


@for_each("model", MODELS)
def test_a_string_stands_under_each_field(model: type[BaseModel]) -> None:
    assert [name for name, field in model.model_fields.items() if not (field.description or "").strip()] == []
    assert (model.__doc__ or "").strip()


@for_each("model", MODELS)
def test_a_model_is_strict_and_frozen_and_refuses_unknown_keys(model: type[BaseModel]) -> None:
    config = model.model_config
    assert (config.get("strict"), config.get("frozen"), config.get("extra")) == (True, True, "forbid")


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[path.relative_to(ROOT).as_posix() for _, path in FILES])
def test_the_data_fit_their_schema(kind: FileKind, path: Path) -> None:
    """The committed schema, which the file's first line names, in the validator of the JSON Schema project."""
    text = path.read_text(encoding="utf-8")
    line = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert line, "run `report schema`"
    schema = json.loads((path.parent / line[1]).resolve().read_text(encoding="utf-8"))
    assert schema == schema_of(kind)
    assert refused(yaml.load(text, Loader=EditorLoader), schema) == []


def test_a_file_is_tied_once_and_its_bytes_stay(tmp_path: Path) -> None:
    path = tmp_path / "data/figures/x.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xef\xbb\xbf- id: x\r\n")
    assert [tmp_path / name for name in schema_lines(tmp_path)] == [path]
    write_files(tmp_path, schema_lines(tmp_path))
    expected = b"\xef\xbb\xbf# yaml-language-server: $schema=../schema/figures.json\r\n- id: x\r\n"
    assert path.read_bytes() == expected
    assert schema_lines(tmp_path) == {}
    assert path.read_bytes() == expected


def test_the_commands_that_write_data_keep_the_line(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    edition = tmp_path / "data/report.yml"
    reviewers = "reviewers:\n- id: editors\n  name: {zh: 编者, en: the editors}\n"
    edition.write_text(edition.read_text(encoding="utf-8") + reviewers, encoding="utf-8")
    for command in (
        ["articles", str(tmp_path / "articles")],
        ["verify", "--articles", str(tmp_path / "articles"), "--on", "2026-03-01"],
        ["sign", "--all", "--by", "editors", "--on", "2026-03-01"],
    ):
        assert main(["--root", str(tmp_path), *command]) == 0
    for name in ("articles", "verification"):
        text = (tmp_path / f"data/{name}.yml").read_text(encoding="utf-8")
        assert text.startswith(f"# yaml-language-server: $schema=schema/{name}.json\n")
        assert text.count("yaml-language-server") == 1
    assert main(["--root", str(tmp_path), "check", "--strict"]) == 0


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"measure": "counts"}, "$.measure: 'counts' is not one of ["),
        ({"lable": "x"}, "$: Additional properties are not allowed ('lable' was unexpected)"),
        ({"caveat": None}, "$.caveat: None is not of type 'object'"),
        ({"noun": {"en": ["visit"]}}, "$.noun.en: ['visit'] is not valid under any of the given schemas"),
        ({"sources": []}, "$.sources: [] should be non-empty"),
        ({"id": "Visits 2024"}, "$.id: 'Visits 2024' does not match"),
    ],
)
def test_a_schema_refuses_what_the_loader_refuses(change: dict[str, Any], says: str) -> None:
    kind = next(kind for kind in FILE_KINDS if kind.field == "figures")
    schema = schema_of(kind)
    path = ROOT / "samples/library/data/figures/reading.yml"
    entry = yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)[0]
    one = {**schema["items"], "$defs": schema["$defs"]}
    assert refused(entry, one) == []
    assert [said.startswith(says) for said in refused({**entry, **change}, one)] == [True]


def test_a_schema_speaks_both_languages() -> None:
    """What an editor's program shows at a key: the Chinese line, then the English."""
    kind = next(kind for kind in FILE_KINDS if kind.field == "figures")
    shown = schema_of(kind)["items"]["properties"]["stated"]["description"]
    assert shown.splitlines() == [keys()["Figure"]["stated"], "", "The exact phrase as printed, `20余万人次`."]


def test_schemas_are_json_and_name_their_draft() -> None:
    for path in SCHEMAS.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"].startswith("https://json-schema.org/draft/")
