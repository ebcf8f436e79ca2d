"""What a model refuses, as problems an editor understands.

Belongs here: turning pydantic's errors into `Problem`s with file, line, path, what is expected and what
is near. Does not belong here: the models, or any wording (`words/messages.yml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from report.problems import Problem, did_you_mean
from report.tree import Steps, Tree, written
from report.words import messages

_OTHER = {"zh": "en", "en": "zh"}
_LANGUAGE = {"zh": "Chinese", "en": "English"}
_TYPES = {dict: "a mapping", tuple: "a list", str: "text"}
_WANTED = {"string_type": "text", "tuple_type": "a list", "model_type": "a mapping", "dict_type": "a mapping", "mapping_type": "a mapping"}


def shape_problems(tree: Tree, model: type[BaseModel], start: Steps, errors: Iterable[Mapping[str, Any]]) -> list[Problem]:
    """Problems for the errors of one entry.

    Args:
        tree: The file that the entry stands in.
        model: Class that the entry should have had.
        start: Steps of the entry in its file.
        errors: As `pydantic.ValidationError.errors()` gives them.
    """
    problems = [_problem(tree, model, start, error) for error in errors]
    return list({(p.line, p.path, p.code if p.code != "not-allowed" else "wrong-type"): p for p in reversed(problems)}.values())[::-1]


def _problem(tree: Tree, model: type[BaseModel], start: Steps, error: Mapping[str, Any]) -> Problem:
    kind: str = error["type"]
    path = (*start, *_inside(tree.data, start, error["loc"], keep_last=kind in {"missing", "extra_forbidden"}))
    code, values = _wording(kind, error, model, path[len(start) :])
    return Problem(tree.file, tree.line(path), subject(tree, path), code, values)


def subject(tree: Tree, path: Steps) -> str:
    """How a message names a place: the nearest id, then the keys below it.

    >>> subject(tree, (3, "scope", "en"))  # doctest: +SKIP
    'tcm-village.a2025: scope.en'
    """
    node, name, below = tree.data, "", path
    for depth, step in enumerate(path):
        node = _child(node, step)
        if isinstance(node, dict) and isinstance(node.get("id"), str) and node["id"]:
            name, below = node["id"], path[depth + 1 :]
    return ": ".join(part for part in (name, written(below)) if part)


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(step)
    return node[step] if isinstance(node, tuple) and isinstance(step, int) and step < len(node) else None


def _inside(data: Any, start: Steps, loc: Sequence[str | int], *, keep_last: bool) -> Steps:
    """The steps of pydantic's location that are really in the data: it adds names of union members."""
    node = data
    for step in start:
        node = _child(node, step)
    steps: list[str | int] = []
    for number, step in enumerate(loc):
        child = _child(node, step)
        if child is None and not (keep_last and number == len(loc) - 1):
            continue
        steps.append(step)
        node = child
    return tuple(steps)


def _wording(kind: str, error: Mapping[str, Any], model: type[BaseModel], path: Steps) -> tuple[str, dict[str, str]]:
    key = str(path[-1]) if path else ""
    value = error.get("input")
    if kind == "missing" and key in _OTHER:
        return "missing-language", {"key": key, "other": _OTHER[key], "language": _LANGUAGE[key]}
    if kind == "missing":
        return "missing", {"key": key, "what": _meaning(model, path)}
    if kind == "extra_forbidden":
        known = _keys(model, path[:-1])
        return "unknown-key", {"near": did_you_mean(key, known), "known": ", ".join(known)}
    if kind == "literal_error":
        allowed = _allowed(model, path) or [error["ctx"]["expected"].replace("'", "")]
        return "not-allowed", {"near": did_you_mean(str(value), allowed), "known": ", ".join(allowed), "value": str(value)}
    if kind in {"string_too_short", "too_short"} or value in ("", ()) or value is None:
        return "empty", {"what": _meaning(model, path)}
    if kind in messages():
        return kind, {**error.get("ctx", {}), "key": key}
    want = _WANTED.get(kind, "something else")
    return "wrong-type", {"got_type": _TYPES.get(type(value), "something"), "want_type": want, "what": _meaning(model, path), "value": str(value)}


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models inside an annotation, whatever wraps them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in get_args(annotation) for found in _models(part)]


def _resolve(model: type[BaseModel], path: Steps) -> tuple[type[BaseModel] | None, Any]:
    """Model and field annotation at a path below a model."""
    here: type[BaseModel] | None = model
    annotation: Any = model
    for step in path:
        if isinstance(step, str) and here is not None and step in here.model_fields:
            annotation = here.model_fields[step].annotation
            inner = _models(annotation)
            here = inner[0] if inner else None
        elif isinstance(step, str) and here is not None and not _models(annotation):
            return None, None
    return here, annotation


def _keys(model: type[BaseModel], path: Steps) -> list[str]:
    here, _ = _resolve(model, path)
    return list(here.model_fields) if here else []


def _meaning(model: type[BaseModel], path: Steps) -> str:
    """The string under the field: what should stand there."""
    last = next((number for number in range(len(path) - 1, -1, -1) if isinstance(path[number], str)), None)
    if last is None:
        return "an entry"
    here, _ = _resolve(model, path[:last])
    known = here.model_fields.get(str(path[last])) if here else None
    return " ".join((known.description or "").split()) if known else str(path[last])


def _allowed(model: type[BaseModel], path: Steps) -> list[str]:
    """The values of a `Literal` field."""
    _, annotation = _resolve(model, path)
    return list(_literals(annotation))


def _literals(annotation: Any) -> Iterable[str]:
    if get_origin(annotation) is Literal:
        yield from (str(value) for value in get_args(annotation))
    elif get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        for part in get_args(annotation):
            yield from _literals(part)
