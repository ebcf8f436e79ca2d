r"""Editing YAML files line by line, so that comments, order and style stay as they are.

Belongs here: replacing a value, adding an item to a list, putting a comment above a key. Does not belong
here: what is changed and why (`report.new_year`), reading a report (`report.yaml.reader`).

Example:
    >>> print(replace_values("a: 1 # a comment\nb: 2\n", {("a",): "3"}), end="")
    a: 3 # a comment
    b: 2
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, takewhile

import yaml

from report.yaml.reader import Steps

_Loader = yaml.SafeLoader  # The same marks on every system; the C loader is not on all of them.


def replace_values(text: str, values: Mapping[Steps, str]) -> str:
    """Replace the values at some paths.

    Raises:
        KeyError: There is nothing at one of them.
    """
    root = yaml.compose(text, Loader=_Loader)
    nodes = [(_walk(root, path)[1], value) for path, value in values.items()]
    for node, value in sorted(nodes, key=lambda pair: pair[0].start_mark.index, reverse=True):
        start, end = node.start_mark.index, node.end_mark.index
        empty = start == end and text[start - 1 : start] == ":"  # `en:` with nothing behind it.
        ends = "\n" if text[start:end].endswith("\n") else ""  # Of a text in block style.
        text = f"{text[:start]}{' ' if empty else ''}{value}{ends}{text[end:]}"
    return text


def append_items(text: str, path: Steps, items: list[str]) -> str:
    """Add items at the end of a list, indented as those before them.

    Args:
        text: The file.
        path: The path of the list.
        items: YAML of each item, without its dash and not indented; comments in front of it go above the dash.

    Raises:
        KeyError: There is no list in block style at the path.
    """
    node = _find(text, path)[1]
    if not isinstance(node, yaml.SequenceNode):
        raise KeyError(path)
    if node.flow_style or not node.value:  # `[]`, or a list in brackets
        if node.value:
            raise KeyError(path)
        head, tail = text[: node.start_mark.index].rstrip(), text[node.end_mark.index :].lstrip(" ")
        return (head + "\n" if head else "") + _format_items(items, _indent_of(text, path)) + tail.lstrip("\n")
    indent = " " * node.start_mark.column
    lines = text.splitlines(keepends=True)
    last = _last_line(node)
    if not lines[last].endswith("\n"):
        lines[last] += "\n"
    return "".join([*lines[: last + 1], _format_items(items, indent), *lines[last + 1 :]])


@dataclass(frozen=True)
class Addition:
    """A key to be added to a mapping.

    Attributes:
        path: The path of the mapping.
        key: The new key.
        value: YAML of its value on one line, or of the items of a list, a line `- …` each.
        after: The key behind which it goes; at the end where there is none.
    """

    path: Steps
    key: str
    value: str
    after: str = ""


def add_keys(text: str, additions: Iterable[Addition]) -> str:
    """Add keys to mappings, in block style or in braces.

    Raises:
        KeyError: There is no mapping with a key at a path.
    """
    root = yaml.compose(text, Loader=_Loader)
    lines = text.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    inserted = [(*_insertion(root, starts, text, one), number) for number, one in enumerate(additions)]
    for at, words, _ in sorted(inserted, key=lambda one: (one[0], one[2]), reverse=True):
        text = text[:at] + words + text[at:]
    return text


def _insertion(root: yaml.Node | None, starts: list[int], text: str, addition: Addition) -> tuple[int, str]:
    """Where in the text, and what, is to be inserted."""
    node = _walk(root, addition.path)[1]
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise KeyError(addition.path)
    rows = addition.value.splitlines()
    if node.flow_style:
        items = ", ".join(row.removeprefix("- ") for row in rows)
        value = f"[{items}]" if rows[0].startswith("- ") else addition.value
        return node.value[-1][1].end_mark.index, f", {addition.key}: {value}"
    known = {name.value: child for name, child in node.value}
    last = _last_line(known.get(addition.after, node))
    while last and not text[starts[last] : starts[last + 1]].strip():  # Below a text in block style.
        last -= 1
    indent = " " * node.value[0][0].start_mark.column
    rows = [f"{addition.key}:", *rows] if rows[0].startswith("- ") else [f"{addition.key}: {addition.value}"]
    before = "" if text[: starts[last + 1]].endswith("\n") else "\n"
    return starts[last + 1], before + "".join(f"{indent}{row}\n" for row in rows)


def scalar(words: str, *, in_braces: bool = False) -> str:
    """Words as YAML, in quotes where they would be read as something else.

    >>> scalar("20%"), scalar("a: b"), scalar("一, 二", in_braces=True)
    ('20%', "'a: b'", "'一, 二'")
    """
    data = [{"k": words}] if in_braces else [words]
    written = yaml.safe_dump(data, allow_unicode=True, width=100_000, default_flow_style=in_braces)
    return written.strip().removeprefix("[{k: ").removesuffix("}]").removeprefix("- ")


def comment_above(text: str, path: Steps, comment: str) -> str:
    """Put a comment on a line of its own above a key, indented as the key's line.

    Raises:
        KeyError: There is nothing at the path.
    """
    lines = text.splitlines(keepends=True)
    number = _find(text, path)[0].start_mark.line
    indent = lines[number][: len(lines[number]) - len(lines[number].lstrip(" "))]
    return "".join([*lines[:number], f"{indent}# {comment}\n", *lines[number:]])


def _find(text: str, path: Steps) -> tuple[yaml.Node, yaml.Node]:
    """The key, or for an item of a list its value, and the value at a path."""
    return _walk(yaml.compose(text, Loader=_Loader), path)


def _walk(root: yaml.Node | None, path: Steps) -> tuple[yaml.Node, yaml.Node]:
    node = key = root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            pairs = {k.value: (k, v) for k, v in node.value}
            key, node = pairs[str(step)]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            key = node = node.value[step]
        else:
            raise KeyError(path)
    if node is None or key is None:
        raise KeyError(path)
    return key, node


def _last_line(node: yaml.Node) -> int:
    """The last line, from 0, of a value; the parser's end mark of a block comes after the comments below it."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _last_line(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _last_line(node.value[-1])
    mark = node.end_mark
    # A text in block style ends where the next line begins; an empty value before what follows it.
    return max(mark.line - (1 if mark.column == 0 and mark.line > node.start_mark.line else 0), node.start_mark.line)


def _indent_of(text: str, path: Steps) -> str:
    """The indentation of the key whose value is at a path; items of a list stand below it."""
    return " " * _find(text, path)[0].start_mark.column if path else ""


def _format_items(items: list[str], indent: str) -> str:
    """Items of a list, each with its dash."""
    written = ""
    for item in items:
        lines = item.strip("\n").splitlines()
        comments = list(takewhile(lambda line: line.startswith("#"), lines))
        written += "".join(f"{indent}{comment}\n" for comment in comments)
        for number, line in enumerate(lines[len(comments) :]):
            written += f"{indent}{'  ' if number else '- '}{line}\n"
    return written
