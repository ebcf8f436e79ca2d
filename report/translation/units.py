"""The texts of a report by name, and those that lack English.

They are read from the files as they stand, so that a text without any English can be handed out too. Does not belong
here: the format (`report.translation.xliff`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from languages import ORIGINAL, TRANSLATION
from report.data_files import data_files, read_data
from report.file_kinds import FILE_KINDS
from report.problems import Problem, ReportError
from report.todo_marks import has_todo
from report.yaml.reader import Steps, Tree, read_tree

_TERMS = "data/glossary.yml"


@dataclass(frozen=True)
class Unit:
    """A text.

    Attributes:
        tree: Its file.
        path: Its path there, that of the mapping with `zh` and `en`.
        name: The same with ids for numbers, `visits.2024/label`: it stays when entries are moved.
        zh: The Chinese; of a noun what it counts.
        en: The English; empty where there is none.
        at: The path of the English.
    """

    tree: Tree
    path: Steps
    name: str
    zh: str
    en: str
    at: Steps

    @property
    def lacks_english(self) -> bool:
        """Whether the Chinese is written and the English is not."""
        return not has_todo(self.zh) and (not self.en or has_todo(self.en))


def find_units(root: Path) -> list[Unit]:
    """All texts of the report.

    Raises:
        ReportError: A file is not YAML, or not to be read.
    """
    units: list[Unit] = []
    problems: list[Problem] = []
    for kind in FILE_KINDS:
        for path in data_files(root, kind.pattern):
            tree = read_tree(read_data(root, path), path.relative_to(root).as_posix())
            problems += tree.problems
            units += _texts(tree, tree.data, (), ())
    if problems:
        raise ReportError(problems)
    return units


def _texts(tree: Tree, node: Any, path: Steps, names: tuple[str, ...]) -> Iterator[Unit]:
    if isinstance(node, dict):
        zh, en = node.get(ORIGINAL), node.get(TRANSLATION, "")
        is_text = TRANSLATION in node or len(node) == 1 or ("kind" in node and tree.file == _TERMS)
        if isinstance(zh, str) and zh.strip() and isinstance(en, str) and is_text:
            yield Unit(tree, path, "/".join(names), zh.strip(), en.strip(), (*path, TRANSLATION))
        yield from _nouns(tree, node, path, names)
        for key, value in node.items():
            yield from _texts(tree, value, (*path, key), (*names, str(key)))
    elif isinstance(node, tuple):
        for number, value in enumerate(node):
            id = value.get("id") or value.get("year") if isinstance(value, dict) else None
            yield from _texts(tree, value, (*path, number), (*names, str(id or number + 1)))


def _nouns(tree: Tree, node: Any, path: Steps, names: tuple[str, ...]) -> Iterator[Unit]:
    """The nouns that an entry counts, and the names of a unit, singular and plural each."""
    noun, label = node.get("noun"), node.get("label")
    zh, en = node.get(ORIGINAL), node.get(TRANSLATION)
    below: Steps = (TRANSLATION,)
    if isinstance(noun, dict):
        zh = label.get(ORIGINAL) if isinstance(label, dict) else node.get("stated")
        en, below = noun.get(TRANSLATION), ("noun", TRANSLATION)
    if not (isinstance(zh, str) and zh.strip() and isinstance(en, tuple)):
        return
    pairs: list[tuple[Steps, Any]] = [((), en)]
    if not all(isinstance(word, str) for word in en):
        pairs = [((number,), pair) for number, pair in enumerate(en)]
    for which, pair in pairs:
        for number, form in enumerate(("singular", "plural")[: len(pair)] if isinstance(pair, tuple) else ()):
            if isinstance(word := pair[number], str):
                name = "/".join((*names, "noun", *map(str, which), form))
                unit = node.get("unit")
                counted = f"{zh.strip()}（{unit}）" if isinstance(unit, str) else zh.strip()
                yield Unit(tree, path, name, counted, word.strip(), (*path, *below, *which, number))
