"""The `report` command: checks and generates files from the data, without building a site.

Its output is Chinese where the locale is Chinese (LC_ALL, LC_MESSAGES or LANG begins with `zh`), else English; problems
are in English, with hints in both languages.

Belongs here: reading arguments, printing. Does not belong here: any rule; commands of other packages, which
`publish.commands` passes in.

Example::

    report check            list all problems of the data; --strict: and missing reviews;
                            also against the articles' texts, where these are available
    report verify           compare every quote and phrase with the articles, and record it
    report sign             record that people reviewed entries
    report coverage         how far the data cover the articles; 0 open or exit status 1
    report articles DIR     write data/articles.yml from the articles' texts
    report draft ARTICLE    write entries for an article's numbers and sentences, or a table's, marked for editors
    report fill             write place and quote of each figure, found in the articles' texts
    report translate out DIR  hand out what lacks English, as XLIFF; `in DIR` takes it back
    report schema           write data/schema/ and data/README.md from the models
    report new-year 2027    write next year's files from this year's, marked where editors must fill them in
"""

from __future__ import annotations

import argparse
import runpy
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from report.articles.coverage import measure_coverage
from report.articles.passages import (
    check_article_numerals,
    check_article_quotes,
    fingerprints,
    read_articles,
    remaining_prints,
)
from report.articles.places import format_place, place_of
from report.begin_options import add_options
from report.command_words import count_line, message, message_line
from report.drafting import translate, write_draft, write_filled
from report.load import load_report, read_entries
from report.model import Report, Review
from report.new_year import prepare_year
from report.next_steps import next_steps
from report.problems import Problem, ReportError, os_error_problem
from report.reference import write_aids
from report.review.commands import (
    check_against_articles,
    check_article_texts,
    reviewer_of,
    reviews_yaml,
    sign,
    unknown_ids,
    unknown_reviewer,
    verify,
)
from report.review.records import reviewable
from report.schema import with_schema_line
from report.write_files import settle, write_files, writing

Command = Callable[[argparse.Namespace], int]


class Check(Protocol):
    """Checks a project."""

    def __call__(self, root: Path, *, strict: bool, articles: Path | None) -> Report:
        """The report, or `ReportError` with all that is wrong.

        Args:
            root: The project's folder.
            strict: Whether to refuse what a strict build alone refuses.
            articles: The folder of the articles' texts, if an editor named one.
        """


def check_data(root: Path, *, strict: bool, articles: Path | None) -> Report:
    """Check the data alone, and against the articles' texts where they are available."""
    return load_report(root, strict=strict, also=lambda report: check_article_texts(report, root, articles))


def main(
    arguments: Sequence[str] | None = None,
    writers: Mapping[str, Command] | None = None,
    check: Check = check_data,
    explain: Callable[[Exception], Sequence[Problem]] | None = None,
) -> int:
    """Run one command.

    Args:
        arguments: Words of the command line; those of the process if not given.
        writers: Commands of other packages, which this one may not import: each writes to a folder `DIR`.
        check: What `report check` runs; without it, the checks of the data alone.
        explain: Describes an unexpected error as problems; without it, the error is raised.

    Returns:
        0 when all is well, 1 when the report has problems, 2 for wrong arguments.
    """
    parser = _parser(writers or {})
    parser.set_defaults(full_check=check)
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # A Windows console may not be UTF-8.
    try:
        if options.writes:
            with writing(options.root):
                return int(options.run(options))
        settle(options.root)
        return int(options.run(options))
    except ReportError as error:
        sys.stderr.write(f"{error.render()}\n")
    except OSError as error:
        place = getattr(options, "folder", None) or options.root
        sys.stderr.write(f"{os_error_problem(error, str(place)).render()}\n")
    except Exception as error:
        if explain is None:
            raise
        sys.stderr.write(f"{ReportError(explain(error)).render()}\n")
    return 1


def _parser(writers: Mapping[str, Command]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="report", description=message("cli.report"), epilog=message("cli.language"))
    parser.add_argument("--root", type=Path, default=Path(), help=message("cli.root"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run in {**_COMMANDS, **writers}.items():
        command = commands.add_parser(name, help=message(f"cli.{name}"), description=message(f"cli.{name}"))
        command.set_defaults(run=run, writes=name not in _READ_ONLY)
        if name == "articles" or name in writers:
            command.add_argument("folder", type=Path, metavar="DIR", help=message(f"cli.{name}-folder"))
        if name == "new":
            add_options(command)
        if name == "new-year":
            command.add_argument("year", type=int, metavar="YEAR", help=message("cli.year"))
        if name == "check":
            command.add_argument("--strict", action="store_true", help=message("cli.strict"))
            command.add_argument("--articles", type=Path, metavar="DIR", help=message("cli.check-articles"))
        if name == "coverage":
            command.add_argument("--articles", type=Path, metavar="DIR", help=message("cli.coverage-articles"))
        if name == "translate":
            command.add_argument("way", choices=["out", "in"], help=message("cli.translate-way"))
            command.add_argument("folder", type=Path, metavar="DIR", help=message("cli.translate-folder"))
        if name == "draft":
            command.add_argument("source", metavar="ARTICLE", help=message("cli.draft-source"))
            command.add_argument("--template", action="store_true", help=message("cli.draft-template"))
        if name in ("fill", "draft"):
            command.add_argument("--articles", type=Path, metavar="DIR", help=message("cli.texts"))
        if name == "verify":
            folder = message("cli.articles-folder")
            command.add_argument("--articles", type=Path, metavar="DIR", required=True, help=folder)
        if name == "sign":
            command.add_argument("ids", nargs="*", metavar="ID", help=message("cli.ids"))
            command.add_argument("--all", action="store_true", help=message("cli.all"))
            command.add_argument("--by", metavar="NAME", required=True, help=message("cli.by"))
        if name in ("verify", "sign"):
            command.add_argument("--on", type=_day, metavar="DATE", required=True, help=message("cli.on"))
    return parser


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(message("cli.not-a-day", value=words)) from None


def _check(options: argparse.Namespace) -> int:
    report = options.full_check(options.root, strict=options.strict, articles=options.articles)
    entries = {"results": len(list(report.all_results())), "commitments": len(list(report.all_commitments()))}
    sys.stdout.write(message_line("cli.checked", figures=len(report.figures), **entries))
    if steps := next_steps(options.root, report):
        sys.stdout.write(message_line("cli.next"))
    for number, step in enumerate(steps, 1):
        why = count_line(f"cli.next-{step.why}", step.count) if step.count else message(f"cli.next-{step.why}")
        about = message(f"cli.file-{step.about}") if step.about else ""
        words = message("list.middot").join(filter(None, (why, about)))
        sys.stdout.write(f"{number}. {step.place}: {words}\n")
    return 0


def _coverage(options: argparse.Namespace) -> int:
    report = load_report(options.root)
    coverage = measure_coverage(report)
    problems = list(coverage.problems)
    if options.articles is not None:
        ids = [article.id for article in report.articles]
        articles = read_articles(options.articles, ids)
        problems += [*check_article_quotes(report, articles), *check_article_numerals(report, articles)]
        if files := _missing_texts(ids, articles):
            sys.stdout.write(message_line("cli.not-looked-up", files=files, folder=options.articles.as_posix()))
    for excuse in coverage.excused:
        of = f" {excuse.of}" if excuse.of else ""
        sys.stdout.write(f"{format_place(place_of(excuse.source))}: {excuse.reason}{of}\n")
    error = ReportError(problems)
    counts = {"sentences": coverage.sentences, "named": coverage.named, "excused": len(coverage.excused)}
    counts |= {"numerals": coverage.numerals, "open": len(error.problems)}
    sys.stdout.write(message_line("cli.covered", **counts))
    if error.problems:
        raise error
    return 0


def _articles(options: argparse.Namespace) -> int:
    ids = [article.id for article in read_entries(options.root, "articles")]
    articles = read_articles(options.folder, ids)
    unchanged = remaining_prints(options.root, ids, articles)
    text = fingerprints({id: articles.get(id) or unchanged[id] for id in ids if id in articles or id in unchanged})
    file = _write_data(options.root, "articles.yml", text)
    done = [count_line("cli.sentences", len(passages), id=id) for id, passages in articles.items()]
    if unchanged:
        done.append(message("cli.kept", ids=", ".join(unchanged), folder=options.folder.as_posix()))
    if others := [path.name for path in sorted(options.folder.glob("*.txt")) if path.stem not in ids]:
        done.append(message("cli.passed-over", files=", ".join(others)))
    sys.stdout.write(message_line("cli.wrote-articles", file=file, done=message("list.semicolon").join(done)))
    return 0


def _verify(options: argparse.Namespace) -> int:
    report = load_report(options.root, to_review=True)
    ids = [article.id for article in report.articles]
    articles = read_articles(options.articles, ids)
    if problems := list(check_against_articles(report, articles)):
        raise ReportError(problems)
    reviews, count, unchecked = verify(report, articles, options.on)
    _write_reviews(options.root, reviews, "cli.verified", count)
    if unchecked:
        values = {"files": _missing_texts(ids, articles), "folder": options.articles.as_posix()}
        sys.stdout.write(f"{count_line('cli.unchecked', unchecked, **values)}\n")
    return 0


def _sign(options: argparse.Namespace) -> int:
    report = load_report(options.root, to_review=True)
    by = reviewer_of(report, options.by)
    ids = reviewable(report) if options.all else options.ids or [""]
    if problems := [*unknown_ids(report, ids), *([] if by else [unknown_reviewer(report, options.by)])]:
        raise ReportError(problems)
    return _write_reviews(options.root, sign(report, ids, by, options.on), "cli.signed", len(ids))


def _write_reviews(root: Path, reviews: list[Review], key: str, count: int) -> int:
    file = _write_data(root, "verification.yml", reviews_yaml(reviews))
    sys.stdout.write(f"{count_line(key, count, file=file)}\n")
    return 0


def _write_data(root: Path, name: str, text: str) -> str:
    """Write a file of `data/` that no editor writes; its path."""
    [path] = write_files(root, {f"data/{name}": with_schema_line(text, name)})
    return path.as_posix()


def _schema(options: argparse.Namespace) -> int:
    for path in write_aids(options.root):
        sys.stdout.write(f"{path.as_posix()}\n")
    return 0


def _new_year(options: argparse.Namespace) -> int:
    new = prepare_year(options.root, options.year)
    for path in write_files(options.root, new.files):
        sys.stdout.write(f"{path.as_posix()}\n")
    sys.stdout.write(message_line("cli.wrote-year", year=new.year, open=new.open, marks=new.marks))
    return 0


def _missing_texts(ids: Sequence[str], articles: Collection[str]) -> str:
    """The file names of the articles whose texts are missing."""
    return ", ".join(f"{id}.txt" for id in ids if id not in articles)


_COMMANDS = {
    "check": _check,
    "verify": _verify,
    "sign": _sign,
    "coverage": _coverage,
    "articles": _articles,
    "schema": _schema,
    "translate": translate,
    "draft": write_draft,
    "fill": write_filled,
    "new-year": _new_year,
}

_READ_ONLY = ("check", "coverage", "new", "offline", "render")
"""Commands that write nothing into the project, or only what each run makes whole."""

if __name__ == "__main__":  # The installed command, with those of other packages.
    runpy.run_module("report", run_name="__main__")
