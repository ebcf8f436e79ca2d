"""Places and quotes, found in the articles' texts and written into the files: what `report fill` does.

A figure that says neither gets both where its phrase is printed once; one that has a quote or a place gets the other.
So do results, commitments and evidence; one that says neither gets the sentence of the figures that it names.
Nothing else changes in a file, and all files are written or none.

Belongs here: what is missing, and where it goes. Does not belong here: finding a phrase in an article
(`report.articles.derive`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from languages import ORIGINAL
from report.articles.derive import Texts, clause_of, opening_of, places_of, sentences_of
from report.articles.passages import Passage
from report.articles.places import WORDS, Place, format_place, place_keys
from report.data_files import data_files, read_data
from report.problems import Problem, ReportError
from report.text import references
from report.yaml.edit import Addition, add_keys, scalar
from report.yaml.reader import Steps, Tree, child, read_tree


@dataclass
class Filled:
    """The files with what was missing.

    Attributes:
        files: Content of the files that change, by path below the project's root.
        count: How many entries have got their place or quote.
    """

    files: dict[str, str] = field(default_factory=dict)
    count: int = 0


def fill(root: Path, articles: Mapping[str, Sequence[Passage]]) -> Filled:
    """Find the places and quotes that entries lack.

    Args:
        root: The project's folder.
        articles: The texts of the articles that are at hand.

    Raises:
        ReportError: A file cannot be read, or a phrase is printed nowhere or more than once.
    """
    filled, problems = Filled(), list[Problem]()
    problems += _fill_figures(root, sentences_of(articles), filled)
    problems += _fill_entries(root, sentences_of(articles), filled)
    if problems:
        raise ReportError(problems)
    return filled


def _fill_figures(root: Path, texts: Texts, filled: Filled) -> Iterator[Problem]:
    for path in data_files(root, "figures/*.yml"):
        text = read_data(root, path)
        tree = read_tree(text, path.relative_to(root).as_posix())
        yield from tree.problems
        additions: list[Addition] = []
        for at, entry, defaults in figure_entries(tree):
            if "stated" not in entry or ({"quote", "sources"} <= entry.keys() and not _lacks_sentence(entry)):
                continue
            found = _missing(tree, at, entry, str(defaults.get("article", "")), texts)
            if isinstance(found, Problem):
                yield found
            else:
                additions += found
                filled.count += 1
        if additions:
            filled.files[tree.file] = add_keys(text, additions)


def _fill_entries(root: Path, texts: Texts, filled: Filled) -> Iterator[Problem]:
    """Results, commitments and evidence, once the figures have their places."""
    places = dict(_figure_places(root, filled, texts))
    for path in (
        path for pattern in ("results/*.yml", "plans/*.yml", "ledger.yml") for path in data_files(root, pattern)
    ):
        text = read_data(root, path)
        tree = read_tree(text, path.relative_to(root).as_posix())
        yield from tree.problems
        additions: list[Addition] = []
        for at, entry in _quoting(tree.data, ()):
            if {"quote", "sources"} <= entry.keys():
                continue
            found = _place_of_entry(tree, at, entry, texts, places)
            if isinstance(found, Problem):
                yield found
                continue
            if "quote" not in entry:
                after = "text" if "text" in entry else ""
                additions.append(Addition(at, "quote", scalar(opening_of(texts[found]), in_braces=True), after))
            if "sources" not in entry:
                additions.append(Addition(at, "sources", f"- {place_yaml(found)}"))
            filled.count += 1
        if additions:
            filled.files[tree.file] = add_keys(text, additions)


def _figure_places(root: Path, filled: Filled, texts: Texts) -> Iterator[tuple[str, Place]]:
    """The first place of each figure that has one."""
    for path in data_files(root, "figures/*.yml"):
        name = path.relative_to(root).as_posix()
        tree = read_tree(filled.files.get(name) or read_data(root, path), name)
        for _, entry, defaults in figure_entries(tree):
            named = {"article": defaults.get("article"), **_named_place(entry)}
            if len(found := [place for place in texts if _is_at(place, named)]) == 1:
                yield str(entry.get("id")), found[0]


def _quoting(node: Any, path: Steps) -> Iterator[tuple[Steps, Mapping[str, Any]]]:
    """The entries of a file that have a quote: those with id and text, and evidence."""
    if isinstance(node, dict) and ({"id", "text"} <= node.keys() or "evidence" in path[-2:]):
        yield path, node
        return
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, tuple) else ()
    for step, value in items:
        yield from _quoting(value, (*path, step))


def _place_of_entry(
    tree: Tree, at: Steps, entry: Mapping[str, Any], texts: Texts, places: Mapping[str, Place]
) -> Place | Problem:
    """The sentence that an entry quotes: by its quote, its place, or the figures that its text names."""
    quote = str(entry.get("quote", "")).strip()
    found = [place for place in texts if _is_at(place, _named_place(entry))]
    if quote:
        found = [place for place in found if texts[place].count(quote) == 1]
    elif "sources" not in entry:
        text = child(entry, "text")
        named = [places.get(reference.id) for reference in references(str(child(text, ORIGINAL) or ""))]
        found = [place for place in texts if place in named] if len(set(named)) == 1 else []
    if len(found) == 1:
        return found[0]
    where = "; ".join(map(format_place, found)) if quote else ""
    code = ("phrase-several" if found else "phrase-nowhere") if quote else "place-open"
    values = {
        "stated": quote,
        "places": where,
        "articles": ", ".join(dict.fromkeys(place[0] for place in texts)) or "–",
    }
    step = "quote" if quote else "text" if "text" in entry else "id"
    return Problem(tree.file, tree.line((*at, step)), tree.subject(at), code, values)


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
