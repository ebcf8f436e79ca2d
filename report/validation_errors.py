"""Validation errors of the models as problems that editors understand.

Belongs here: turning pydantic's errors into `Problem`s with file, line, path, what is expected and what
is near. Does not belong here: the models, or any wording (`words/messages.yml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from languages import ORIGINAL, TRANSLATION
from report.model.base import Text, models_of
from report.model.figure import OF_COMMAND
from report.problems import MAX_PROBLEMS, Problem, did_you_mean
from report.words import messages
from report.yaml.reader import Steps, Tree, child

_OTHER_LANGUAGE = {ORIGINAL: TRANSLATION, TRANSLATION: ORIGINAL}
_EXPECTED_TYPES = {
    "string_type": "text",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
}
_MISSING = {"missing", "missing-place"}
# The key that requires another one, by the code of the model's check.
_REQUIRED_BY = {"note-source": "note", "excuse-of": "reason", "repository-kind": "repository"}

_TYPED = {"not-a-date", "not-a-flag", "not-a-number", "not-an-address", "not-an-id", "not-whole"}
_WIDE_QUOTES = ("\u201c", "\u201d", "\uff02")
Error = Mapping[str, Any]


def validation_problems(tree: Tree, model: type[BaseModel], start: Steps, errors: Iterable[Error]) -> list[Problem]:
    """Problems for the errors of one entry, one for each mistake.

    Args:
        tree: The file of the entry.
        model: Class that the entry should have had.
        start: Steps of the entry in its file.
        errors: As `pydantic.ValidationError.errors()` gives them.
    """
    found: dict[Steps, list[Problem]] = {}
    listed = list(islice(errors, MAX_PROBLEMS))
    for error in listed:
        if error["type"] == "too_short" and any(_is_below(other, error) for other in listed):
            continue  # Its items are there, and none of them is valid.
        path = (*start, *_path_in_data(tree.at(start), error))
        code, values = _wording(error, model, path[len(start) :])
        if code == "missing-place" and path[-1] == "sources" and "quote" not in tree.at(path[:-1]):
            continue  # One message where both are missing.
        place = (*path, _REQUIRED_BY[code]) if code in _REQUIRED_BY else path
        line = _line_of_missing(tree, model, start, path) if code in _MISSING else tree.line(place)
        problem = Problem(tree.file, line, tree.subject(place), code, values)
        found.setdefault(path, []).append(problem)
    repeated = {*_mistyped(found), *_emptied(found)}
    return [_merge_alternatives(problems) for path, problems in found.items() if path not in repeated]


def _is_below(error: Error, list_: Error) -> bool:
    loc = list_["loc"]
    return len(error["loc"]) > len(loc) and error["loc"][: len(loc)] == loc


def _line_of_missing(tree: Tree, model: type[BaseModel], start: Steps, path: Steps) -> int:
    """The line after which a missing key belongs: that of the last present key before it in the model's order."""
    node = tree.at(path[:-1])
    before = set(takewhile(lambda key: key != path[-1], _keys(model, path[len(start) : -1])))
    there = [key for key in node if key in before] if isinstance(node, dict) else []
    if not there:
        return tree.line(path)
    last: Steps = (*path[:-1], there[-1])
    node = node[there[-1]]
    while isinstance(node, dict | tuple) and node:
        step = list(node)[-1] if isinstance(node, dict) else len(node) - 1
        last, node = (*last, step), child(node, step)
    return tree.line(last)


def _merge_alternatives(problems: list[Problem]) -> Problem:
    """One problem for a value that fits none of the alternatives of a union."""
    first = problems[0]
    expected = [problem.expected for problem in problems]
    if len(set(expected)) < 2:
        return first
    either = messages()["_or"][TRANSLATION].join(dict.fromkeys(expected))
    return replace(first, code="not-any", values={"either": either, "value": first.values.get("value", "")})


def _mistyped(found: Mapping[Steps, list[Problem]]) -> Iterator[Steps]:
    """Missing keys that were probably mistyped, since an unknown key resembles them."""
    missing = [path for path, problems in found.items() if problems[0].code.startswith("missing")]
    for path, problems in found.items():
        if problems[0].code == "unknown-key":
            yield from (m for m in missing if m[:-1] == path[:-1] and did_you_mean(str(path[-1]), [str(m[-1])]))


def _emptied(found: Mapping[Steps, list[Problem]]) -> Iterator[Steps]:
    """Lists that are only too short since an item of theirs is refused."""
    for path, problems in found.items():
        if problems[0].code == "empty":
            yield from (path for other in found if other[: len(path)] == path and other != path)


def _path_in_data(node: Any, error: Error) -> Steps:
    """Pydantic's location without the steps that are not in the data: it adds names of union members."""
    loc: Sequence[str | int] = error["loc"]
    steps: list[str | int] = []
    for number, step in enumerate(loc):
        below = child(node, step)
        absent = error["type"] in {"missing", "extra_forbidden"} and number == len(loc) - 1
        if below is None and not absent:
            continue
        steps.append(step)
        node = below
    return tuple(steps)


def _wording(error: Error, model: type[BaseModel], path: Steps) -> tuple[str, dict[str, str]]:
    """Code and values for one error."""
    kind: str = error["type"]
    key = str(path[-1]) if path else ""
    value = error.get("input")
    if kind == "missing":
        if key in OF_COMMAND and set(OF_COMMAND) <= set(_keys(model, path[:-1])):
            return "missing-place", {"key": key, "what": _meaning(model, path)}
        return _missing(key, value, _meaning(model, path))
    if kind == "extra_forbidden":
        known = _keys(model, path[:-1])
        return "unknown-key", {"near": did_you_mean(key, known), "known": ", ".join(known)}
    if value in ("", (), {}) or kind in {"string_too_short", "too_short"}:
        code = "empty" if _required(model, path) else "empty-optional"
        return code, {"what": _meaning(model, path), "key": key}
    if isinstance(value, str) and value[:1] in _WIDE_QUOTES and (kind in _TYPED or kind == "literal_error"):
        return "yaml-quote-wide", {"character": value[0]}
    if kind == "literal_error":
        allowed = list(_literals(_resolve(model, path)[1]))
        values = {"near": did_you_mean(str(value), allowed), "known": ", ".join(allowed)}
        return "not-allowed", {**values, "value": _as_yaml(value)}
    if kind in messages():
        values = {"value": _as_yaml(value), **error.get("ctx", {}), "key": key}
        return kind, values if isinstance(value, dict) else {**values, "value": _as_yaml(value)}
    if kind not in _EXPECTED_TYPES:
        return "malformed", {"what": _meaning(model, path), "value": _as_yaml(value)}
    return _wrong_type(kind, value, model, path)


def _missing(key: str, around: Any, what: str) -> tuple[str, dict[str, str]]:
    """Code and values for a missing key; for a language, the other one is named."""
    if key in _OTHER_LANGUAGE and isinstance(around, dict) and _OTHER_LANGUAGE[key] in around:
        language = messages()["_languages"][key]
        return "missing-language", {"key": key, "other": _OTHER_LANGUAGE[key], "language": language}
    return "missing", {"key": key, "what": what}


def _wrong_type(kind: str, value: Any, model: type[BaseModel], path: Steps) -> tuple[str, dict[str, str]]:
    if isinstance(value, str) and _resolve(model, path)[0] is Text:
        return "text-one-language", {"what": _meaning(model, path), "value": value}
    types = messages()["_types"]
    what = _meaning(model, path) if path else types["entries" if kind == "tuple_type" else "entry"]
    given = types["mapping" if isinstance(value, dict) else "list" if isinstance(value, tuple) else "text"]
    wanted = types[_EXPECTED_TYPES[kind]]
    return "wrong-type", {"given": given, "wanted": wanted, "what": what, "value": _as_yaml(value)}


def _as_yaml(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_as_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_as_yaml, value)) + "]"
    return str(value) or '""'


def _resolve(model: type[BaseModel], path: Steps) -> tuple[type[BaseModel] | None, Any]:
    """Model and field annotation at a path below a model."""
    here: type[BaseModel] | None = model
    annotation: Any = model
    for step in path:
        if isinstance(step, str) and here is not None and step in here.model_fields:
            annotation = here.model_fields[step].annotation
            here = next(models_of(annotation), None)
    return here, annotation


def _keys(model: type[BaseModel], path: Steps) -> list[str]:
    here, _ = _resolve(model, path)
    return list(here.model_fields) if here else []


def _required(model: type[BaseModel], path: Steps) -> bool:
    """Whether a key must be there; items of a list need not."""
    if not path or not isinstance(path[-1], str):
        return False
    here, _ = _resolve(model, path[:-1])
    known = here.model_fields.get(path[-1]) if here else None
    return known is None or known.is_required()


def _meaning(model: type[BaseModel], path: Steps) -> str:
    """The docstring of a field, which says what belongs there."""
    last = next((number for number in range(len(path) - 1, -1, -1) if isinstance(path[number], str)), None)
    if last is None:
        return messages()["_types"]["entry"]
    here, _ = _resolve(model, path[:last])
    known = here.model_fields.get(str(path[last])) if here else None
    return " ".join((known.description or "").split()) if known else str(path[last])


def _literals(annotation: Any) -> Iterable[str]:
    """The values of a `Literal`, whatever wraps it."""
    if get_origin(annotation) is Literal:
        yield from (str(value) for value in get_args(annotation))
    elif get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        for part in get_args(annotation):
            yield from _literals(part)
