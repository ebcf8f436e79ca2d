"""What `report translate out` and `in` do: hand out what lacks English, and take it back into the files.

Belongs here: which texts go out, and checking what comes in. Does not belong here: the format
(`report.translation.xliff`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from languages import ORIGINAL, SIDES, TRANSLATION, Language, Side, pair, tags
from report.data_files import read_data
from report.problems import Problem, ReportError, did_you_mean
from report.text_files import is_helper_file
from report.todo_marks import has_todo
from report.translation.units import Unit, find_units
from report.translation.xliff import MAX_BYTES, Translation, XliffError, read_xliff, write_xliff
from report.try_files import new_problems
from report.yaml.edit import Addition, add_keys, replace_values, scalar
from report.yaml.reader import read_tree


def hand_out(root: Path, folder: Path) -> tuple[dict[str, str], int]:
    """The documents to be translated, one for each data file that lacks English.

    Args:
        root: The project's folder.
        folder: Where they go; a document that is there is not written over.

    Returns:
        Their content by name, and how many texts they hold.

    Raises:
        ReportError: A data file cannot be read, or a document is there.
    """
    by_file: dict[str, list[tuple[str, str]]] = {}
    for unit in find_units(root):
        if unit.lacks_english:
            by_file.setdefault(unit.tree.file, []).append((unit.name, unit.zh))
    languages = _languages(root)
    files = {_document(file): write_xliff(file, texts, languages) for file, texts in by_file.items()}
    if there := [name for name in files if (folder / name).exists()]:
        raise ReportError([Problem((folder / name).as_posix(), 0, "", "xliff-there") for name in there])
    return files, sum(map(len, by_file.values()))


def _languages(root: Path) -> Mapping[Side, Language]:
    """The languages that the report names; the usual ones where it names none, or none that are known."""
    path = root / "data/report.yml"
    edition = read_tree(read_data(root, path), "data/report.yml").data if path.is_file() else None
    named = edition.get("languages") if isinstance(edition, dict) else None
    chosen = named if isinstance(named, dict) else {}
    return pair({side: tag for side in SIDES if (tag := chosen.get(side)) in tags(side)})


def _document(file: str) -> str:
    return file.removeprefix("data/").removesuffix(".yml").replace("/", "-") + ".xlf"


def take_in(root: Path, folder: Path) -> tuple[dict[str, str], int, int]:
    """The data files with the English of the documents in a folder.

    Returns:
        Their content by path below the project's root, how many texts were taken, and how many are still to be
        translated.

    Raises:
        ReportError: With all that is wrong; nothing is taken then.
    """
    units = {(unit.tree.file, unit.name): unit for unit in find_units(root)}
    problems: list[Problem] = []
    taken: dict[tuple[str, str], tuple[Unit, str]] = {}
    still_open = 0
    documents = [path for path in sorted(folder.glob("*.xlf")) if not is_helper_file(path)]
    if not documents:
        raise ReportError([Problem(folder.as_posix(), 0, "", "xliff-none")])
    for path in documents:
        try:
            if path.stat().st_size > MAX_BYTES:
                raise XliffError("xliff-large", value=str(path.stat().st_size))
            translations = read_xliff(path.read_bytes())
        except XliffError as error:
            problems.append(Problem(path.as_posix(), 0, error.id, error.code, {"value": error.value}))
            continue
        for translation in translations:
            key = (translation.file, translation.name)
            if code := _refusal(translation, units, key in taken):
                values = {
                    "value": translation.target,
                    "near": did_you_mean(key[1], (n for f, n in units if f == key[0])),
                }
                problems.append(Problem(path.as_posix(), 0, translation.name, code, values))
            elif translation.target and translation.target != units[key].en:
                taken[key] = (units[key], translation.target)
            else:
                still_open += not translation.target
    files: dict[str, str] = {}
    if not problems:
        files = dict(_written(root, taken))
        own = [(unit.tree.file, unit.tree.subject(unit.path)) for unit, _ in taken.values()]
        found = new_problems(root, files)
        problems = [p for p in found if any(p.file == file and p.path.startswith(subject) for file, subject in own)]
    if problems:
        raise ReportError(problems)
    return files, len(taken), still_open


def _refusal(translation: Translation, units: Mapping[tuple[str, str], Unit], is_twice: bool) -> str:
    """Code of what is wrong with a translation; empty where nothing is."""
    unit = units.get((translation.file, translation.name))
    if unit is None:
        return "xliff-unknown"
    if is_twice:
        return "xliff-twice"
    if unit.zh != translation.source:
        return "xliff-changed"
    if translation.target and has_todo(translation.target):
        return "xliff-todo"
    return "xliff-taken" if translation.target not in ("", unit.en) and not unit.lacks_english else ""


def _written(root: Path, taken: Mapping[tuple[str, str], tuple[Unit, str]]) -> Iterator[tuple[str, str]]:
    counts = Counter(file for file, _ in taken)
    for file in counts:
        text = read_data(root, root / file)
        own = [(unit, english) for (of, _), (unit, english) in taken.items() if of == file]
        new = {unit.at: scalar(english, in_braces=True) for unit, english in own}
        there = {path: words for path, words in new.items() if path in own[0][0].tree.lines}
        text = replace_values(text, there)
        rest = [Addition(path[:-1], TRANSLATION, words, ORIGINAL) for path, words in new.items() if path not in there]
        yield file, add_keys(text, rest) if rest else text
