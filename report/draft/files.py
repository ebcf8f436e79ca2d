"""The files that a draft changes or adds: stubs go behind what is there, by kind.

Belongs here: where each stub goes. Does not belong here: what the stubs are (`report.draft.stubs`), or checking the
outcome (`report.draft.prepare`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report.data_files import data_files, read_data
from report.draft.stubs import EntryStub, FigureStub, IndicatorStub, mark, text_rows, theme_rows
from report.fill import figure_entries, place_yaml
from report.problems import Problem, ReportError
from report.schema import with_schema_line
from report.todo_marks import has_todo
from report.yaml.edit import Addition, add_keys, append_items
from report.yaml.reader import Steps, child, read_tree


@dataclass
class Files:
    """Content of files by path below the project's root, read when first asked for.

    Attributes:
        root: The project's folder.
        changed: The files that differ from what is on disk.
    """

    root: Path
    changed: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A file as it is to be; empty where there is none."""
        if name in self.changed:
            return self.changed[name]
        path = self.root / name
        return read_data(self.root, path) if path.is_file() else ""

    def data(self, name: str) -> Any:
        """The same as plain data."""
        return read_tree(self.text(name), name).data

    def start(self, name: str, rows: Sequence[str]) -> None:
        """Begin a file that is not there."""
        self.changed[name] = with_schema_line("\n".join(rows) + "\n", name.removeprefix("data/"))

    def append(self, name: str, path: Steps, items: Iterable[str]) -> None:
        """Add items behind those of a list; the file is begun where it is missing or empty."""
        added = list(items)
        if not added:
            return
        text = self.text(name)
        if not path and not read_tree(text, name).data:  # Comments alone, or an empty list.
            head = text.rstrip().removesuffix("[]").rstrip()
            text = (f"{head}\n" if head else "") + append_items("[]\n", (), added)
            self.changed[name] = with_schema_line(text, name.removeprefix("data/"))
        else:
            try:
                self.changed[name] = append_items(text, path, added)
            except KeyError as error:
                tree = read_tree(text, name)
                problem = Problem(name, tree.line(path), tree.subject(path), "list-in-brackets")
                raise ReportError([problem]) from error

    def comment(self, name: str, comments: Iterable[str]) -> None:
        """Add comments at the end of a file, each once."""
        text = self.text(name)
        rows = [row for row in comments if row not in text]
        if rows:
            text = text if not text or text.endswith("\n") else text + "\n"
            self.changed[name] = with_schema_line(
                text + "".join(f"{row}\n" for row in rows), name.removeprefix("data/")
            )


def add_figures(files: Files, name: str, figures: Sequence[FigureStub], defaults: Mapping[str, Any]) -> None:
    """Add figures to a file; a new one begins with what they have in common."""
    readable = [figure for figure in figures if not figure.is_unread]
    data = files.data(name)
    if not data and readable:
        files.start(name, _defaults(defaults))
        data = files.data(name)
    at: Steps = ("figures",) if isinstance(data, dict) else ()
    known = (child(data, "defaults") or {}) if isinstance(data, dict) else {}
    if readable:
        items = [f"# {mark(figure.reason or _check_of(figure))}\n{figure.yaml(known)}" for figure in readable]
        files.append(name, at, items)
    files.comment(name, [figure.comment() for figure in figures if figure.is_unread])


def _check_of(figure: FigureStub) -> str:
    """The key of what is to be checked in a figure."""
    return "measure" if figure.measure else "part" if figure.part_of else "figure"


def add_places(files: Files, repeated: Iterable[FigureStub]) -> None:
    """Further places of figures that are there, where their numbers are printed again."""
    for path in data_files(files.root, "figures/*.yml"):
        name = path.relative_to(files.root).as_posix()
        for stub in repeated:
            for at, entry, defaults in figure_entries(read_tree(files.text(name), name)):
                if entry.get("id") == stub.id and "sources" in entry:
                    place = place_yaml(stub.place, str(defaults.get("article", "")))
                    files.append(name, (*at, "sources"), [place])


def _defaults(defaults: Mapping[str, Any]) -> list[str]:
    rows = [f"  article: {defaults['article']}", f"  status: {defaults['status']}"] if "article" in defaults else []
    period = ", ".join(f"{key}: {value}" for key, value in defaults.get("period", {}).items())
    rows += [f"  period: {{{period}}}"] if period else []
    return ["defaults:", *rows, *(f"  {row}" for row in text_rows("scope")), "figures: []"]


def add_indicators(files: Files, indicators: Sequence[IndicatorStub]) -> None:
    """Add indicators behind the others."""
    files.append("data/indicators.yml", (), [indicator.yaml() for indicator in indicators])


def add_entries(
    files: Files, entries: Sequence[EntryStub], headings: Mapping[str, str], caution: Iterable[int]
) -> None:
    """Add results and commitments, a chapter or workstream for each section of the article.

    Args:
        files: The files.
        entries: Results and commitments.
        headings: The sections of the article in their order, with what their chapters are called.
        caution: Years whose results need a caution, since a plan of theirs is reviewed.
    """
    for year, is_planned in dict.fromkeys((entry.year, entry.is_planned) for entry in entries):
        name = f"data/plans/{year}.yml" if is_planned else f"data/results/{year}.yml"
        parts, members = ("workstreams", "commitments") if is_planned else ("chapters", "results")
        _drop_example(files, name, parts, members)
        for number, (heading, title) in enumerate(headings.items(), 1):
            own = [e for e in entries if (e.year, e.is_planned, e.place[1]) == (year, is_planned, heading)]
            if not own:
                continue
            comment = f"# {mark('commitment' if is_planned else 'result')}"
            items = [f"{comment}\n{entry.yaml()}" for entry in own]
            part = f"{own[0].place[0].replace('.', '-')}-{number}"
            if not files.data(name):
                files.start(name, [*_opening(year, is_planned=is_planned, caution=year in caution), f"{parts}: []"])
            known = [child(entry, "id") for entry in child(files.data(name), parts) or ()]
            if part not in known:
                files.append(
                    name,
                    (parts,),
                    ["\n".join([*_part(part, title, own[0].theme, is_planned=is_planned), f"{members}: []"])],
                )
                known.append(part)
            files.append(name, (parts, known.index(part), members), items)


def _drop_example(files: Files, name: str, parts: str, members: str) -> None:
    """Take away what a new report leaves as an example, once real entries come: nothing in it has been filled in."""
    data = files.data(name)
    examples = [entry for part in child(data, parts) or () for entry in child(part, members) or ()]
    if examples and list(data)[-1] == parts and all(has_todo(str(child(entry, "quote"))) for entry in examples):
        head = files.text(name).partition(f"\n{parts}:")[0]
        files.changed[name] = f"{head}\n{parts}: []\n"


def _opening(year: int, *, is_planned: bool, caution: bool) -> list[str]:
    words = {"year": str(year)}
    if is_planned:
        return [f"year: {year}", *text_rows("title", "plan-title"), *text_rows("lead", "plan-lead", **words)]
    rows = [f"year: {year}", *text_rows("lead", "results-lead", **words)]
    return [*rows, *(text_rows("caution", **words) if caution else [])]


def _part(id: str, heading: str, theme: str, *, is_planned: bool) -> list[str]:
    rows = [f"id: {id}", *text_rows("title", "part-title", title=heading), *theme_rows(theme)]
    return [*rows, *(text_rows("lead", "part-lead") if is_planned else [])]


def add_caution(files: Files, year: int) -> None:
    """The caution of results that are there, now that a plan of their year is reviewed."""
    name = f"data/results/{year}.yml"
    _, *rows = text_rows("caution", year=str(year))
    value = "{" + ", ".join(row.strip() for row in rows) + "}"
    files.changed[name] = add_keys(files.text(name), [Addition((), "caution", value, "lead")])


def add_terms(files: Files, words: Iterable[str]) -> None:
    """Name words that the glossary may want, in comments at its end."""
    files.comment("data/glossary.yml", map(term_comment, words))


def term_comment(word: str) -> str:
    """The comment that names a word for the glossary."""
    return f"# {mark('term')} {word}"
