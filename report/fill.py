"""Place and quote of figures, found in the articles' texts and written into the files: what `report fill` does.

A figure that says neither gets both where its phrase is printed once; one that has a quote or a place gets the other.
Nothing else changes in a file, and all files are written or none.

Belongs here: what is missing, and where it goes. Does not belong here: finding a phrase in an article
(`report.articles.derive`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report.articles.derive import Texts, clause_of, places_of, sentences_of
from report.articles.passages import Passage
from report.articles.places import WORDS, Place, format_place, place_keys
from report.data_files import data_files, read_data
from report.problems import Problem, ReportError
from report.yaml.edit import Addition, add_keys, scalar
from report.yaml.reader import Steps, Tree, child, read_tree


@dataclass
class Filled:
    """The files with what was missing.

    Attributes:
        files: Content of the files that change, by path below the project's root.
        count: How many figures have got their place or quote.
    """

    files: dict[str, str] = field(default_factory=dict)
    count: int = 0


def fill(root: Path, articles: Mapping[str, Sequence[Passage]]) -> Filled:
    """Find the places and quotes that figures lack.

    Args:
        root: The project's folder.
        articles: The texts of the articles that are at hand.

    Raises:
        ReportError: A file cannot be read, or a phrase is printed nowhere or more than once.
    """
    texts = sentences_of(articles)
    filled, problems = Filled(), list[Problem]()
    for path in data_files(root, "figures/*.yml"):
        text = read_data(root, path)
        tree = read_tree(text, path.relative_to(root).as_posix())
        problems += tree.problems
        additions: list[Addition] = []
        for at, entry, defaults in figure_entries(tree):
            if "stated" not in entry or ({"quote", "sources"} <= entry.keys() and not _lacks_sentence(entry)):
                continue
            found = _missing(tree, at, entry, str(defaults.get("article", "")), texts)
            if isinstance(found, Problem):
                problems.append(found)
            else:
                additions += found
                filled.count += 1
        if additions:
            filled.files[tree.file] = add_keys(text, additions)
    if problems:
        raise ReportError(problems)
    return filled


def figure_entries(tree: Tree) -> Iterator[tuple[Steps, Mapping[str, Any], Mapping[str, Any]]]:
    """The figures of a file as it has them: path, entry, and the defaults of the file."""
    is_common = isinstance(tree.data, dict)
    defaults = child(tree.data, "defaults") if is_common else {}
    entries = child(tree.data, "figures") if is_common else tree.data
    for number, entry in enumerate(entries if isinstance(entries, tuple) else ()):
        if isinstance(entry, dict):
            yield (*(("figures",) if is_common else ()), number), entry, defaults if isinstance(defaults, dict) else {}


def _missing(tree: Tree, at: Steps, entry: Mapping[str, Any], article: str, texts: Texts) -> list[Addition] | Problem:
    """What a figure lacks, or why that is not known."""
    stated, quote = str(entry["stated"]).strip(), str(entry.get("quote", "")).strip()
    named = {"article": article, **_named_place(entry)} if article else _named_place(entry)
    known = {place: text for place, text in texts.items() if _is_at(place, named)}
    places = [(p, i) for p, i in places_of(stated, known) if not quote or known[p].count(quote) == 1]
    if quote and len({place for place, _ in places}) == 1:
        places = places[:1]
    if len(places) != 1:
        code = "phrase-several" if places else "phrase-nowhere"
        where = "; ".join(dict.fromkeys(format_place(place) for place, _ in places))
        of = ", ".join(dict.fromkeys(place[0] for place in known)) or article or "–"
        values = {"stated": stated, "places": where, "articles": of}
        return Problem(tree.file, tree.line((*at, "stated")), tree.subject((*at, "stated")), code, values)
    (place, index), additions = places[0], list[Addition]()
    if not quote:
        clause = clause_of(known[place], index, index + len(stated))
        additions.append(Addition(at, "quote", scalar(clause, in_braces=True), "stated"))
    if "sources" not in entry:
        additions.append(Addition(at, "sources", f"- {place_yaml(place, article)}"))
    elif _lacks_sentence(entry):
        additions.append(Addition((*at, "sources", 0), "sentence", str(place.sentence)))
    return additions


def _named_place(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an entry says of its place."""
    first = next(iter(entry.get("sources") or ()), None)
    return first if isinstance(first, dict) else {}


def _lacks_sentence(entry: Mapping[str, Any]) -> bool:
    """Whether an entry names a page, and not the sentence there."""
    named = _named_place(entry)
    return "page" in named and "sentence" not in named


def _is_at(place: Place, named: Mapping[str, Any]) -> bool:
    keys = place_keys(place)
    return all(keys.get(key) == str(said) for key, said in named.items() if said)


def place_yaml(place: Place, article: str = "") -> str:
    """A place as YAML in braces; without its article where the file's defaults name it."""
    pairs = [pair for pair in place_keys(place).items() if pair != ("article", article)]
    return "{" + ", ".join(f"{k}: {scalar(said, in_braces=True) if k in WORDS else said}" for k, said in pairs) + "}"
