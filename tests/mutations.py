"""Mistakes made on purpose in every entry of a report, and which check refuses each.

Of one kind of mistake all are made at once, each in an entry of its own, and a problem counts for the entry
that it names: so a full table takes a dozen checks and not thousands.

    python tests/mutations.py [--articles DIR]      the table of the real report
"""

import argparse
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from report.articles.passages import read_articles
from report.load import read_report
from report.model import Report
from report.problems import Problem
from report.review.commands import check_against_articles
from report.validate import check
from report.validate.reviews import check_stale_translations, open_reviews

ROOT = Path(__file__).parent.parent
FILES = ("figures/*.yml", "results/*.yml", "plans/*.yml")
DIGITS = "0123456789"
HAN_DIGITS = "一二两三四五六七八九"
UNITS = (("万元", "亿元"), ("亿元", "万元"), ("个百分点", "%"), ("%", "‰"), ("人次", "人"), ("家", "个"))
UNITS += (("个", "家"), ("项", "件"), ("件", "项"), ("名", "个"), ("次", "项"), ("年", "个月"), ("区", "县"))
UNITS += (("人", "家"), ("方面", "项"))
QUALIFIERS = (("至少有", ""), ("至少", ""), ("余", ""), ("左右", ""), ("约", ""))
STATUSES = {"reported": "context", "context": "reported", "target": "reported", "secured": "applied-for"}
Entry = dict[str, Any]


@dataclass
class Context:
    """What a kind of mistake has to work with."""

    report: Report
    ids: list[str]
    terms: list[tuple[str, str]]
    places: dict[tuple[str, str], list[tuple[int, int]]]


@dataclass
class Row:
    """How a kind of mistake fared.

    Attributes:
        made: Entries in which it could be made.
        checks: Entries refused by `report check`.
        articles: Entries refused, beyond those, by `report verify`, which has the articles.
        record: Entries refused, beyond those, by the record of reviews in a strict build.
        accepted: Entries that nothing refuses.
        codes: How often each code was given by `report check` or with the articles.
    """

    made: set[str] = field(default_factory=set)
    checks: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    record: set[str] = field(default_factory=set)
    codes: Counter[str] = field(default_factory=Counter)

    @property
    def accepted(self) -> set[str]:
        return self.made - self.checks - self.articles - self.record


def _both(entry: Entry, old: str, new: str) -> bool:
    """The same mistake in `stated` and `quote`, as from a careless copy."""
    stated = entry.get("stated", "")
    wrong = stated.replace(old, new, 1)
    if "stated" in entry:
        entry["quote"] = entry["quote"].replace(stated, wrong, 1)
        entry["stated"] = wrong
        return wrong != stated
    before, entry["quote"] = entry["quote"], entry["quote"].replace(old, new, 1)
    return entry["quote"] != before


def digit(entry: Entry, context: Context) -> bool:
    for mark in entry.get("stated", entry["quote"]):
        for digits in (DIGITS, HAN_DIGITS):
            if mark in digits:
                return _both(entry, mark, digits[(digits.index(mark) + 3) % len(digits)])
    return False


def unit(entry: Entry, context: Context) -> bool:
    return "stated" in entry and any(old in entry["stated"] and _both(entry, old, new) for old, new in UNITS)


def qualifier(entry: Entry, context: Context) -> bool:
    if "stated" not in entry:
        return False
    return any(old in entry["stated"] and _both(entry, old, new) for old, new in QUALIFIERS)


def quote(entry: Entry, context: Context) -> bool:
    """Two characters change places."""
    words = entry["quote"]
    for at in range(len(words) - 1):
        pair = words[at : at + 2]
        if pair[0] != pair[1] and re.fullmatch(r"[\u4e00-\u9fff]{2}", pair) and pair not in entry.get("stated", ""):
            entry["quote"] = words[:at] + pair[::-1] + words[at + 2 :]
            return True
    return False


def locator(entry: Entry, context: Context) -> bool:
    """The next sentence of the section, or the one before."""
    place = entry["sources"][0]
    known = context.places[place["article"], place["section"]]
    at = known.index((int(place["paragraph"]), int(place["sentence"])))
    if len(known) == 1:
        place["sentence"] = str(int(place["sentence"]) + 1)
        return True
    paragraph, sentence = known[at + 1 if at + 1 < len(known) else at - 1]
    place["paragraph"], place["sentence"] = str(paragraph), str(sentence)
    return True


def year(entry: Entry, context: Context) -> bool:
    """Another year in the period, or in both languages of the text."""
    for key, value in entry.get("period", {}).items():
        if re.fullmatch(r"20\d\d(-.*)?", value):
            entry["period"][key] = f"{int(value[:4]) - 1}{value[4:]}"
            return True
    text = entry.get("text", {"zh": ""})
    for found in re.findall(r"20\d\d", text["zh"]):
        if found in text["en"]:
            pattern = rf"(?<![.{{\w-]){found}"  # Not inside a reference.
            before = dict(text)
            text.update({language: re.sub(pattern, str(int(found) - 1), text[language]) for language in text})
            if text == before:
                continue
            return True
    return False


def scope(entry: Entry, context: Context) -> bool:
    if "scope" not in entry:
        return False
    entry["scope"] = {"zh": "全省", "en": "the province"}
    return True


def status(entry: Entry, context: Context) -> bool:
    if "period" not in entry and "status" not in entry:
        return False
    entry["status"] = STATUSES.get(entry["status"], "reported")
    return True


def chinese(entry: Entry, context: Context) -> bool:
    text = entry.get("label") or entry["text"]
    text["zh"] = text["zh"].rstrip("。") + "等情况" + ("。" if text["zh"].endswith("。") else "")
    return True


def english(entry: Entry, context: Context) -> bool:
    text = entry.get("label") or entry["text"]
    text["en"] = text["en"].rstrip(".") + " in part" + ("." if text["en"].endswith(".") else "")
    return True


def term(entry: Entry, context: Context) -> bool:
    """The English of a term is replaced by a word that stands for nothing."""
    text = entry.get("label") or entry["text"]
    for zh, en in context.terms:
        pattern = rf"(?i)(?<![\w{{-]){re.escape(en)}s?(?![\w.-])"
        if zh in text["zh"] and re.search(pattern, text["en"]):
            text["en"] = re.sub(pattern, "such things", text["en"])
            return True
    return False


def reference(entry: Entry, context: Context) -> bool:
    """Both languages refer to another figure."""
    text = entry.get("text") or entry.get("caveat") or {"zh": "", "en": ""}
    if not (found := re.search(r"\{([\w.-]+)", text["zh"])):
        return False
    other = context.ids[(context.ids.index(found[1]) + 1) % len(context.ids)]
    text.update({language: text[language].replace(found[1], other) for language in text})
    return True


def one_reference(entry: Entry, context: Context) -> bool:
    """The English alone refers to another figure."""
    text = entry.get("text") or entry.get("caveat") or {"zh": "", "en": ""}
    if not (found := re.search(r"\{([\w.-]+)", text["en"])):
        return False
    other = context.ids[(context.ids.index(found[1]) + 1) % len(context.ids)]
    text["en"] = text["en"].replace(found[1], other)
    return True


KINDS: dict[str, Callable[[Entry, Context], bool]] = {
    "digit": digit,
    "unit": unit,
    "qualifier": qualifier,
    "quote": quote,
    "locator": locator,
    "year": year,
    "scope": scope,
    "status": status,
    "zh alone": chinese,
    "en alone": english,
    "term": term,
    "reference": reference,
    "reference, en": one_reference,
}


def entries(data: Any) -> Iterator[Entry]:
    """Figures, results and commitments in a file's data: whatever has a quote."""
    if isinstance(data, dict) and "quote" in data:
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from entries(part)


def prepare(root: Path) -> Context:
    report, problems = read_report(root)
    assert report is not None, problems
    forms = [(zh, en) for t in report.glossary for zh in t.all_forms("zh") for en in t.all_forms("en")]
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for printed in report.prints:
        for s in printed.sentences:
            places.setdefault((printed.article, s.section), []).append((s.paragraph, s.sentence))
    terms = sorted(forms, key=lambda pair: (len(pair[0]), len(pair[1])), reverse=True)
    return Context(report, [figure.id for figure in report.figures], terms, places)


def run(root: Path, kind: str, context: Context, articles: Path | None = None, every: int = 1) -> Row:
    """Make one kind of mistake in every entry, or in each of so many, and see who notices."""
    row = Row()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder)
        shutil.copytree(root / "data", target / "data")
        number = 0
        for path in sorted(path for pattern in FILES for path in (target / "data").glob(pattern)):
            data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
            for entry in entries(data):
                number += 1
                if number % every == 0 and KINDS[kind](entry, context):
                    row.made.add(entry["id"])
            path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")
        report, problems = read_report(target)
        if report is None:
            _count(row, row.checks, problems)
            return row
        _count(row, row.checks, [*problems, *check(report)])
        if articles is not None:
            read = read_articles(articles, [article.id for article in report.articles])
            _count(row, row.articles, list(check_against_articles(report, read)), row.checks)
        recorded = {problem.values["id"] for problem in (*check_stale_translations(report), *open_reviews(report))}
        row.record = (recorded & row.made) - row.checks - row.articles
    return row


def _count(row: Row, refused: set[str], problems: list[Problem], but: set[str] = frozenset()) -> None:  # type: ignore[assignment]
    for problem in problems:
        id = problem.path.partition(":")[0]
        if id in row.made - but:
            refused.add(id)
            row.codes[problem.code] += 1


def table(root: Path, articles: Path | None = None, every: int = 1) -> Iterator[str]:
    """The table, a line a kind."""
    context = prepare(root)
    yield "| mistake | made | report check | report verify | record (strict) | accepted | codes |"
    yield "|---|---|---|---|---|---|---|"
    for kind in KINDS:
        row = run(root, kind, context, articles, every)
        codes = ", ".join(f"{code} {count}" for code, count in row.codes.most_common())
        counts = [len(part) for part in (row.made, row.checks, row.articles, row.record, row.accepted)]
        yield f"| {kind} | {' | '.join(map(str, counts))} | {codes or '–'} |"
        yield from (f"accepted: {kind}: {id}" for id in sorted(row.accepted))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=Path)
    for line in table(ROOT, parser.parse_args().articles):
        print(line)  # noqa: T201  # It is a tool.
