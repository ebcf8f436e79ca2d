r"""Reading YAML as plain data: text, lists and mappings, each with its line.

Belongs here: reading one YAML text into nested `dict`, `tuple` and `str`, refusing what has no place
in a report (anchors, aliases, tags, duplicate keys, deep nesting), and remembering lines. Does not
belong here: what the keys mean (`model`), which files there are (`load`), or finding the mistake in
text that is not YAML (`diagnose`).

Every scalar stays text, so `no`, `12:30` and `2026-02-05` are not converted; the models type them.
The tree is built from parser events, not from `yaml.load`: an alias is refused before anything can
expand, so a YAML bomb is never expanded.

Example:
    >>> tree = read_tree("- id: a\n  year: 2024\n", "data/x.yml")
    >>> tree.data, tree.line((0, "year"))
    (({'id': 'a', 'year': '2024'},), 2)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any

import yaml

from report.problems import MAX_PROBLEMS, Problem
from report.yaml.diagnose import (
    ODD_SPACE,
    Mistake,
    control_characters,
    cut_text,
    diagnose,
    odd_space,
    odd_spaces,
)

Steps = tuple[str | int, ...]
MAX_LENGTH = 5_000  # Characters of one text; the longest real one has 1,300. Checks look at a text many times.
MAX_DEPTH = 12  # The deepest real entry is 7 levels down; more is wrong indentation or an attack.
_PRINTED = {"stated", "quote", "printed", "heading", "section"}
_ITEM_WITH_WIDE_COLON = re.compile(r"[a-z_]+\uff1a")
_TAB = re.compile(r"(?<=\S)[ ]*(\t)")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Tree:
    """One YAML text, read.

    Attributes:
        file: Path below the project's root, for messages.
        data: Nested `dict` (keys are text), `tuple` and `str`; `None` for an empty text.
        lines: Line of each value's key or list mark, from 1, by its path.
        problems: What was wrong; `data` is then not to be used.
    """

    file: str
    data: Any
    lines: Mapping[Steps, int]
    problems: tuple[Problem, ...] = ()

    def at(self, path: Steps) -> Any:
        """The value at a path; None where there is nothing."""
        return reduce(child, path, self.data)

    def problem(self, path: Steps, code: str, /, **values: str) -> Problem:
        """A problem at a path."""
        return Problem(self.file, self.line(path), self.subject(path), code, values)

    def line(self, path: Steps) -> int:
        """The line of a path, or of its nearest ancestor that exists; 1 at worst."""
        for length in range(len(path), -1, -1):
            if (found := self.lines.get(path[:length])) is not None:
                return found
        return 1

    def subject(self, path: Steps) -> str:
        r"""How a message names a place: the nearest id, then the keys below it.

        >>> read_tree("- id: visits.2024\n  scope:\n", "data/x.yml").subject((0, "scope", "en"))
        'visits.2024: scope.en'
        """
        return _subject(self.data, path)


def read_tree(text: str, file: str) -> Tree:
    """Read one YAML text.

    Args:
        text: The file's content, already decoded.
        file: Its path, for messages.

    Returns:
        The tree. Problems are collected in it: never an exception.
    """
    builder = _Builder()
    for mistake in (mistakes := control_characters(text) or odd_spaces(text)):
        builder.refuse_mistake(mistake)
    if not mistakes:
        builder.read(text)
    return Tree(file, builder.data, builder.lines, tuple(builder.problems(file)))


def _subject(data: Any, path: Steps) -> str:
    node, name, below = data, "", path
    for depth, step in enumerate(path):
        node = child(node, step)
        if isinstance(node, dict) and isinstance(node.get("id"), str) and node["id"]:
            name, below = node["id"], path[depth + 1 :]
    return ": ".join(part for part in (name, _format_path(below)) if part)


def child(node: Any, step: str | int) -> Any:
    """The value at one step below a node; None where there is nothing."""
    if isinstance(node, dict):
        return node.get(step)
    return node[step] if isinstance(node, tuple) and isinstance(step, int) and step < len(node) else None


def _format_path(path: Steps) -> str:
    """A path as a message writes it: ``chapters[3].results[1].text.en``."""
    parts = ""
    for step in path:
        parts += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if parts else ''}{step}"
    return parts


class _ReadingStoppedError(Exception):
    """Ends the reading of a text that is nested too deeply or has too many problems."""


@dataclass
class _Builder:
    """Turns parser events into nested data.

    Problems are collected with their path and named only at the end: the id that a message
    begins with may come below the mistake.
    """

    data: Any = None
    lines: dict[Steps, int] = field(default_factory=dict)
    refused: list[tuple[str, int, Steps, dict[str, str]]] = field(default_factory=list)
    last: yaml.Event | None = None
    rows: list[str] = field(default_factory=list)

    def read(self, text: str) -> None:
        self.rows = text.split("\n")
        try:
            self._document(self._events(text))
        except yaml.MarkedYAMLError as error:
            mistake = diagnose(error, text, self.last)
            self.refused = [refused for refused in self.refused if refused[1] != mistake.line]  # One message a mistake.
            self.refuse_mistake(mistake)
        except _ReadingStoppedError:
            pass

    def problems(self, file: str) -> Iterator[Problem]:
        for code, line, path, values in self.refused:
            yield Problem(file, line, _subject(self.data, path), code, values)

    def refuse_mistake(self, mistake: Mistake, path: Steps = ()) -> None:
        self.refused.append((mistake.code, mistake.line, path, dict(mistake.values)))

    def refuse(self, code: str, line: int, path: Steps = (), **values: str) -> None:
        self.refused.append((code, line, path, values))
        if len(self.refused) == MAX_PROBLEMS:
            self.refused.append(("file-many", line, (), {"limit": str(MAX_PROBLEMS)}))
            raise _ReadingStoppedError

    def _events(self, text: str) -> Iterator[yaml.Event]:
        """The parser's events; the last one helps to diagnose an error of the parser."""
        for event in yaml.parse(text, Loader=_Loader):
            self.last = event
            yield event

    def _document(self, events: Iterator[yaml.Event]) -> None:
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse("yaml-documents", _line(event))
                    return
            elif isinstance(event, yaml.NodeEvent):
                self.data = self._node(event, events, ())

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Steps) -> Any:
        line = _line(event)
        self.lines.setdefault(path, line)
        if len(path) > MAX_DEPTH:
            self.refuse("yaml-depth", line, limit=str(MAX_DEPTH))
            raise _ReadingStoppedError
        if isinstance(event, yaml.AliasEvent):
            self.refuse("yaml-alias", line, path, name=f"*{event.anchor}")
            return ""
        self._refuse_anchor_and_tag(event, line, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path, in_braces=bool(event.flow_style))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        if not isinstance(event, yaml.ScalarEvent):
            return ""
        if event.style == '"':
            for mistake in control_characters(event.value)[:1]:  # Written as an escape, such as "\a".
                self.refuse_mistake(replace(mistake, line=line), path)
        if not event.style:
            self._refuse_misread(event, line, path)
        return self._scalar(str(event.value), line, path)

    def _refuse_misread(self, event: yaml.ScalarEvent, line: int, path: Steps) -> None:
        """Refuse an unquoted text that YAML reads as another one than an editor does."""
        if cut := cut_text(self.rows, event):
            self.refuse("yaml-hash", event.end_mark.line + 1 if event.end_mark else line, path, value=cut)
        elif path and isinstance(path[-1], int) and _ITEM_WITH_WIDE_COLON.match(event.value):
            self.refuse("yaml-wide", line, path, character="\uff1a")
        elif event.value[:1] in {"\u201c", "\u201d", "\uff02"} and event.value.endswith('"'):
            self.refuse("yaml-quote-wide", line, path, character=event.value[0])

    def _scalar(self, text: str, line: int, path: Steps) -> str:
        if len(text) > MAX_LENGTH:
            self.refuse("yaml-long", line, path, length=str(len(text)), limit=str(MAX_LENGTH))
            return ""
        printed = path and path[-1] in _PRINTED  # These are copied as they are.
        if not printed and (found := ODD_SPACE.search(text) or _TAB.search(text)) and text.strip():
            self.refuse_mistake(odd_space(found[0], self._line_of(found[0], line)), path)
        return text

    def _line_of(self, character: str, line: int) -> int:
        """The line of a character in a text that begins on a line."""
        rows = enumerate(self.rows[line - 1 :], line)
        return next((number for number, row in rows if character in row), line)

    def _refuse_anchor_and_tag(self, event: yaml.Event, line: int, path: Steps) -> None:
        """Refuse an anchor and a tag."""
        if anchor := getattr(event, "anchor", None):
            self.refuse("yaml-alias", line, path, name=f"&{anchor}")
        if tag := getattr(event, "tag", None):
            self.refuse("yaml-tag", line, path, name=str(tag).replace("tag:yaml.org,2002:", "!!"))

    def _mapping(self, events: Iterator[yaml.Event], path: Steps, *, in_braces: bool) -> dict[str, Any]:
        found: dict[str, Any] = {}
        bare: list[str] = []
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                self.refuse("yaml-brace", line, path)
                self._node(event, events, (*path, ""))
                self._node(next(events), events, (*path, ""))
                continue
            key = str(event.value)
            if odd := ODD_SPACE.search(key):
                self.refuse_mistake(odd_space(odd[0], line), path)
            self._refuse_anchor_and_tag(event, line, (*path, key))
            if key in found:
                self.refuse("yaml-duplicate", line, (*path, key), first=str(self.lines[(*path, key)]))
            self.lines.setdefault((*path, key), line)
            found[key] = self._node(value := next(events), events, (*path, key))
            if isinstance(value, yaml.ScalarEvent) and not (value.value or value.style):
                bare.append(key)
        if in_braces and bare:
            self._refuse_bare(path, found, bare)
        return found

    def _refuse_bare(self, path: Steps, found: dict[str, Any], bare: list[str]) -> None:
        """Refuse names without a value in braces: probably a text that was meant to be quoted."""
        if list(found) == bare:
            self.refuse("yaml-brace", self.lines[path], path)
        else:
            self.refuse("yaml-comma", self.lines[(*path, bare[0])], path, name=bare[0])

    def _sequence(self, events: Iterator[yaml.Event], path: Steps) -> tuple[Any, ...]:
        found: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._node(event, events, (*path, len(found))))
        return tuple(found)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
