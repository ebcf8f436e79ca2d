r"""Editing YAML files line by line, so that comments, order and style stay as they are.

Belongs here: replacing a value, adding an item to a list, putting a comment above a key. Does not belong
here: what is changed and why (`report.new_year`), reading a report (`report.yaml.reader`).

Example:
    >>> print(replace_value("a: 1 # a comment\nb: 2\n", ("a",), "3"), end="")
    a: 3 # a comment
    b: 2
"""

from __future__ import annotations

import yaml

from report.yaml.reader import Steps


def replace_value(text: str, path: Steps, value: str) -> str:
    """Replace the value at a path.

    Raises:
        KeyError: There is nothing at the path.
    """
    node = _find(text, path)[1]
    return text[: node.start_mark.index] + value + text[node.end_mark.index :]


def append_items(text: str, path: Steps, items: list[str]) -> str:
    """Add items at the end of a list, indented as those before them.

    Args:
        text: The file.
        path: The path of the list.
        items: YAML of each item, without its dash and not indented.

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
        return (head + "\n" if head else "") + _format_items(items, "  " * len(path)) + tail.lstrip("\n")
    indent = " " * node.start_mark.column
    lines = text.splitlines(keepends=True)
    last = _last_line(node)
    if not lines[last].endswith("\n"):
        lines[last] += "\n"
    return "".join([*lines[: last + 1], _format_items(items, indent), *lines[last + 1 :]])


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
    node = key = yaml.compose(text, Loader=yaml.SafeLoader)
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


def _format_items(items: list[str], indent: str) -> str:
    """Items of a list, each with its dash."""
    written = ""
    for item in items:
        for number, line in enumerate(item.strip("\n").splitlines()):
            written += f"{indent}{'  ' if number else '- '}{line}\n"
    return written
