"""Writing the records of `data/verification.yml`: `report verify` and `report sign`.

Belongs here: comparing phrases and quotes with the articles, and writing the records. Does not belong
here: what the fingerprints cover, or whether they still hold (`report.review.records`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from report.articles.passages import Passage, article_folders, check_article_quotes, read_articles_below, text_file
from report.articles.phrases import cut_phrase, whole_in_sentence
from report.articles.places import format_place, place_in, place_of, printed_sentences
from report.model import Figure, Report, Review
from report.model.review import Signed, Verified
from report.model.walk import walk
from report.problems import Problem, did_you_mean
from report.review.records import Subject, former_entries, gone_parts, reviewable, reviews_by_id, subjects
from report.validate.reviews import reviewer_values

_HEAD = "# Written by `report verify` and `report sign`: what was checked and reviewed, as fingerprints."


def check_against_articles(report: Report, articles: Mapping[str, list[Passage]]) -> Iterator[Problem]:
    """Quotes and phrases that differ from the given texts of the articles."""
    texts = {place_in(name, passage): passage for name, found in articles.items() for passage in found}
    for place, sentence in printed_sentences(report).items():
        if place[0] in articles and (place not in texts or texts[place].sha256 != sentence.sha256):
            yield Problem("data/articles.yml", 0, "", "article-changed", {"place": format_place(place)})
    yield from check_article_quotes(report, articles)
    for spot in walk(report):
        if isinstance(spot.value, Figure):
            for locator in spot.value.sources:
                place = place_of(locator)
                if place in texts:
                    whole = whole_in_sentence(spot.value, texts[place].text)
                    if whole is None:
                        values = {"stated": spot.value.stated, "place": format_place(place)}
                        yield spot.problem("phrase-elsewhere", "stated", **values)
                    elif whole:
                        yield cut_phrase(spot, spot.value, whole, locator)


def check_article_texts(report: Report, root: Path, named: Path | None = None) -> Iterator[Problem]:
    """Problems found by the articles' texts; none where the texts are not available.

    Args:
        report: The report.
        root: The project's folder.
        named: The folder of the texts, if an editor named one; else the first of `article_folders` that holds any.
    """
    ids = [article.id for article in report.articles]
    for folder in [named] if named else article_folders(root):
        if named or any(text_file(folder, id) for id in ids):
            yield from check_against_articles(report, read_articles_below(root, folder, ids))
            return


def verify(report: Report, articles: Collection[str], on: date) -> tuple[list[Review], int, int]:
    """The records after a check in which nothing was wrong.

    Args:
        report: What was checked.
        articles: Ids of the articles that it was checked against; what cites others too keeps its record as it is.
        on: The day.

    Returns:
        The records, how many entries were checked, and how many could not be.
    """
    verified, unchecked = {}, 0
    for subject in subjects(report).values():
        checked = subject.checked(report)
        if checked and subject.cites <= set(articles):
            verified[subject.id] = Verified.model_construct(on=on, print=checked)
        elif checked:
            unchecked += 1
    reviews = _updated(report, lambda subject, review: _verified(review, verified.get(subject.id)))
    return reviews, len(verified), unchecked


def _verified(review: Review, now: Verified | None) -> Review:
    """The record after a check; an unchanged entry keeps the day of its first check."""
    if now is None or (review.verified and review.verified.print == now.print):
        return review
    return review.model_copy(update={"verified": now})


def sign(report: Report, ids: Collection[str], by: str, on: date) -> list[Review]:
    """The records after people have reviewed some entries; the record of a part that is gone goes with its review."""

    def signed(subject: Subject, review: Review) -> Review:
        if subject.id not in ids:
            return review
        texts = {place: prints for place, (_, prints) in sorted(subject.texts.items())}
        signature = Signed.model_construct(by=by, on=on, print=subject.facts)
        same = review.signed and review.signed.print == signature.print and review.texts == texts
        return review if same else review.model_copy(update={"signed": signature, "texts": texts})

    return [review for review in _updated(report, signed) if review.id not in ids or review.id in subjects(report)]


def reviewer_of(report: Report, name: str) -> str:
    """The id of a reviewer, by id or by name in either language; empty where there is none."""
    return next((r.id for r in report.edition.reviewers if name in (r.id, r.name.zh, r.name.en)), "")


def unknown_reviewer(report: Report, name: str) -> Problem:
    """The problem of a name that no reviewer has."""
    return Problem("data/report.yml", 0, "", "reviewer-unknown", reviewer_values(report, name))


def unknown_ids(report: Report, ids: Collection[str]) -> list[Problem]:
    """Ids that name nothing that is reviewed."""
    known = reviewable(report)
    return [
        Problem("data/verification.yml", 0, "", "review-unknown", {"id": id, "near": did_you_mean(id, known)})
        for id in ids
        if id not in known
    ]


def _updated(report: Report, change: Callable[[Subject, Review], Review]) -> list[Review]:
    """The changed records of all present entries, and those of former ones, sorted by id.

    The record of a removed entry stays: by it, `report.validate.reviews` requires that its retired id, or the
    correction that withdraws it, stays too. That of any other part stays until its end is signed.
    """
    before, empty = reviews_by_id(report), Review.model_construct
    reviews = [change(subject, before.get(id) or empty(id=id)) for id, subject in subjects(report).items()]
    recorded = [review for review in reviews if review.verified or review.signed]
    kept = (*former_entries(report), *gone_parts(report))
    return sorted([*recorded, *kept], key=lambda review: review.id)


def reviews_yaml(reviews: list[Review]) -> str:
    """The text of `data/verification.yml`, each text on its own line, so that diffs are short."""
    lines = [_HEAD]
    for review in reviews:
        lines.append(f"- id: {review.id}")
        if review.verified:
            lines.append(f"  verified: {{on: {review.verified.on}, print: {_quoted(review.verified.print)}}}")
        if review.signed:
            signed = review.signed
            lines.append(f"  signed: {{by: {signed.by}, on: {signed.on}, print: {_quoted(signed.print)}}}")
        if review.texts:
            lines.append("  texts:")
            lines += [f"    {_quoted(place)}: {prints}" for place, prints in review.texts.items()]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return f'"{text}"'
