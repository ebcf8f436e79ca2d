"""The checks across entries, a module each.

Belongs here: checks that need more than one entry, or more than types. Does not belong here: the
keys and types of an entry (`report.model`), coverage of the articles (`report.articles.coverage`).
"""

from __future__ import annotations

from report.model import Report
from report.problems import Problem
from report.validate.charts import check_charts
from report.validate.drawings import check_drawings
from report.validate.figures import check_figures
from report.validate.ids import check_ids
from report.validate.languages import check_languages
from report.validate.ledger import check_ledger
from report.validate.names import check_names
from report.validate.naming import check_naming
from report.validate.official import check_official
from report.validate.places import check_places
from report.validate.prose import check_prose
from report.validate.quotes import check_quotes
from report.validate.references import check_references
from report.validate.relations import check_relations
from report.validate.terms import check_terms
from report.validate.typography import check_typography
from report.validate.words import check_words

CHECKS = (
    check_ids,
    check_references,
    check_places,
    check_naming,
    check_figures,
    check_relations,
    check_quotes,
    check_charts,
    check_drawings,
    check_ledger,
    check_official,
    check_names,
    check_prose,
    check_words,
    check_languages,
    check_terms,
    check_typography,
)


def check(report: Report) -> list[Problem]:
    """Every problem that every check finds; an empty list means that it may be published."""
    return [problem for check_one in CHECKS for problem in check_one(report)]


__all__ = ["CHECKS", "check"]
