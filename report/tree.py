"""YAML as an editor's plain data: text, lists and mappings, each with its line.

Belongs here: reading one YAML text into nested `dict`, `tuple` and `str`, refusing what has no place
in a report (anchors, aliases, tags, duplicate keys, deep nesting), and remembering lines. Does not
belong here: what the keys mean (`model`) or which files there are (`load`).

Every scalar stays text, so `no`, `12:30` and `2026-02-05` mean what they say; the models type them.
The tree is built from parser events, not from `yaml.load`: an alias is refused before anything can
expand, so a YAML bomb costs nothing.

Example:
    >>> tree = read_tree("- id: a\\n  year: 2024\\n", "data/x.yml")
    >>> tree.data, tree.line((0, "year"))
    (({'id': 'a', 'year': '2024'},), 2)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from report.problems import Problem

Steps = tuple[str | int, ...]
MAX_DEPTH = 12  # The deepest real entry is 7 levels down; more is a slip of the indentation or an attack.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Tree:
    """One YAML text, read.

    Attributes:
        file: Steps below the project's root, for messages.
        data: Nested `dict` (keys are text), `tuple` and `str`; `None` for an empty text.
        lines: Line of each value's key or list mark, from 1, by its path.
        problems: What was wrong; `data` is then not to be used.
    """

    file: str
    data: Any
    lines: Mapping[Steps, int]
    problems: tuple[Problem, ...] = ()

    def line(self, path: Steps) -> int:
        """The line of a path, or of the nearest thing around it that exists; 1 at worst."""
        for length in range(len(path), -1, -1):
            if (found := self.lines.get(path[:length])) is not None:
                return found
        return 1


def read_tree(text: str, file: str) -> Tree:
    """Read one YAML text.

    Args:
        text: The file's content, already decoded.
        file: Its path, for messages.

    Returns:
        The tree. Problems are collected in it: never an exception.
    """
    builder = _Builder(file)
    try:
        builder.build(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        builder.refuse_syntax(error, text)
    except RecursionError:  # A safety net: the depth check below comes first.
        builder.refuse("yaml-depth", 1, limit=str(MAX_DEPTH))
    return Tree(file, builder.data, builder.lines, tuple(builder.problems))


@dataclass
class _Builder:
    """Turns parser events into nested data."""

    file: str
    data: Any = None
    lines: dict[Steps, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def build(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse("yaml-documents", event.start_mark.line + 1)
                    return
            elif isinstance(event, yaml.NodeEvent):
                self.data = self._node(event, events, ())

    def _node(self, event: yaml.NodeEvent, events: Iterator[yaml.Event], path: Steps) -> Any:
        line = event.start_mark.line + 1
        self.lines.setdefault(path, line)
        if len(path) > MAX_DEPTH:
            self.refuse("yaml-depth", line, limit=str(MAX_DEPTH))
            raise RecursionError
        if event.anchor is not None:
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.refuse("yaml-alias", line, path, name=f"{mark}{event.anchor}")
        if isinstance(event, yaml.AliasEvent):
            return ""
        if getattr(event, "tag", None) is not None:
            self.refuse("yaml-tag", line, path, name=str(event.tag))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return event.value

    def _mapping(self, events: Iterator[yaml.Event], path: Steps) -> dict[str, Any]:
        found: dict[str, Any] = {}
        first: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            line = event.start_mark.line + 1
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse("yaml-brace", line, path)
                self._node(event, events, (*path, ""))
                self._node(next(events), events, (*path, ""))
                continue
            key = str(event.value)
            if event.anchor is not None or event.tag is not None:
                self.refuse("yaml-tag" if event.tag else "yaml-alias", line, (*path, key), name=str(event.tag or event.anchor))
            if key in first:
                self.refuse("yaml-duplicate", line, (*path, key), first=str(first[key]))
            first.setdefault(key, line)
            self.lines[(*path, key)] = line
            found[key] = self._node(next(events), events, (*path, key))
        return found

    def _sequence(self, events: Iterator[yaml.Event], path: Steps) -> tuple[Any, ...]:
        found: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._node(event, events, (*path, len(found))))
        return tuple(found)

    def refuse(self, code: str, line: int, path: Steps = (), **values: str) -> None:
        self.problems.append(Problem(self.file, line, written(path), code, values))

    def refuse_syntax(self, error: yaml.YAMLError, text: str) -> None:
        """Say what the parser says, in the words that fit the commonest slips."""
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = min(mark.line + 1, max(1, text.count("\n") + (not text.endswith("\n")))) if mark else 1
        said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable")
        row = (text.splitlines() or [""])[line - 1] if line <= len(text.splitlines()) else ""
        if "\t" in row[: len(row) - len(row.lstrip())] or "found character '\\t'" in said or "tab" in said:
            self.refuse("yaml-tab", line)
        elif "flow" in said or "',' or" in said:
            self.refuse("yaml-flow", line, problem=said)
        else:
            self.refuse("yaml-syntax", line, problem=said)


def written(path: Steps) -> str:
    """A path as a message writes it: ``chapters[2].results[0].text.en``."""
    parts = ""
    for step in path:
        parts += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if parts else ''}{step}"
    return parts
