"""Checks that verified and signed entries have not changed since.

Refused: a text whose Chinese has changed since its review while its English has not; in a strict build also an
entry that is not verified or not signed, or not by a reviewer of the edition, or has changed since, and what was
published and is gone: an entry without a retired id or a correction, any other part until its end is signed too.
Settings that were signed are checked even where the edition no longer asks for reviews.

Does not belong here: the records and their fingerprints (`report.review.records`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from languages import TRANSLATION
from report.model import Report, Review
from report.model.review import Signed
from report.model.walk import walk
from report.problems import Problem, did_you_mean
from report.review.records import Subject, former_entries, gone_parts, reviews_by_id, subjects

EDITION = "report"
"""What the settings of the edition are signed as."""
OTHER = "what is no text, or its order"


def check_stale_translations(report: Report) -> Iterator[Problem]:
    """Texts whose Chinese has changed since the review, and whose English has not."""
    known = subjects(report) if report.reviews else {}
    by = first_reviewer(report)
    for review in reviews_by_id(report).values():
        texts = known[review.id].texts if review.id in known else {}
        for place, prints in review.texts.items():
            if place in texts and not texts[place][0].is_inherited and _only_chinese(prints, texts[place][1]):
                spot = texts[place][0]
                yield spot.problem("translation-stale", TRANSLATION, id=review.id, by=by, value=spot.value.en)


def open_reviews(report: Report) -> list[Problem]:
    """Entries that are not checked or not reviewed, or have changed since; stale texts apart."""
    problems = []
    by = first_reviewer(report)
    # Records of an earlier version of the product have none of files of entries.
    has_files = any(subjects(report)[id].is_whole_file for id in reviews_by_id(report) if id in subjects(report))
    for id, subject in subjects(report).items():
        review = reviews_by_id(report).get(id)
        checked = subject.checked(report)
        verified, signed = (review.verified, review.signed) if review else (None, None)
        if checked and (verified is None or verified.print != checked):
            problems.append(subject.spot.problem("verified-changed" if verified else "not-verified", id=id))
        if review is None or signed is None:
            if not subject.is_whole_file or has_files:
                problems.append(subject.spot.problem("not-signed", id=id, by=by))
        elif signed.by not in [reviewer.id for reviewer in report.edition.reviewers]:
            problems.append(subject.spot.problem("reviewer-unknown", id=id, **reviewer_values(report, signed.by)))
        elif changed := list(_changed(subject, review.texts, signed)):
            problems.append(subject.spot.problem("signed-changed", id=id, by=by, fields=", ".join(changed)))
    gone = {review.id: review for review in _gone_entries(report)}
    for spot in walk(report) if gone else ():
        if isinstance(spot.value, Review) and spot.value.id in gone:
            code = "figure-gone" if _was_figure(spot.value) else "entry-gone"
            problems.append(spot.problem(code, id=spot.value.id))
    parts = {review.id for review in gone_parts(report)}
    for spot in walk(report) if parts else ():
        if isinstance(spot.value, Review) and spot.value.id in parts:
            problems.append(spot.problem("part-gone", id=spot.value.id, by=by))
    return problems


def changed_settings(report: Report) -> Iterator[Problem]:
    """Settings that have changed since they were signed, where by them reviews are no longer asked for."""
    review, subject = reviews_by_id(report).get(EDITION), subjects(report)[EDITION]
    if report.edition.verification != "required" and review and review.signed and subject.has_changed(review.signed):
        yield subject.spot.problem("signed-changed", id=EDITION, by=first_reviewer(report), fields=OTHER)


def _gone_entries(report: Report) -> list[Review]:
    """The records of former entries with neither a retired id nor a correction.

    A figure may be replaced by one that lists its id as a former one, or any entry be withdrawn by a correction, which
    must name what it was: the address of a figure stays valid.
    """
    is_figure = {id: True for figure in report.figures for id in figure.former_ids}
    is_figure |= {id: correction.withdrawn == "figure" for id, correction in report.withdrawn.items()}
    return [review for review in former_entries(report) if is_figure.get(review.id) is not _was_figure(review)]


def _was_figure(review: Review) -> bool:
    return "label" in review.texts


def unreviewed(report: Report) -> frozenset[str]:
    """Ids of the entries that a preview marks; none where the edition asks for no verification."""
    if report.edition.verification != "required":
        return frozenset()
    return frozenset(problem.values["id"] for problem in (*open_reviews(report), *check_stale_translations(report)))


def reviewer_values(report: Report, name: str) -> dict[str, str]:
    """What the problem of a name says that no reviewer has."""
    reviewers = report.edition.reviewers
    near = did_you_mean(name, [words for each in reviewers for words in (each.id, each.name.zh, each.name.en)])
    return {"name": name, "near": near, "known": ", ".join(f"{each.id} ({each.name.en})" for each in reviewers) or "–"}


def first_reviewer(report: Report) -> str:
    """The first reviewer of the edition, for the command in a message."""
    return next((reviewer.id for reviewer in report.edition.reviewers), "NAME")


def _changed(subject: Subject, texts: Mapping[str, str], signed: Signed) -> Iterator[str]:
    for place, (_, prints) in subject.texts.items():
        if texts.get(place) != prints and not _only_chinese(texts.get(place, ""), prints):
            yield place
    yield from (place for place in texts if place not in subject.texts)
    if subject.has_changed(signed):
        yield OTHER if subject.rest else "period, status, noun, theme"


def _only_chinese(before: str, now: str) -> bool:
    old, new = before.split(" "), now.split(" ")
    return len(old) == 2 and old[0] != new[0] and old[1] == new[1]
