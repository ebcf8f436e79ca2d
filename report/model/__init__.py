"""The data model: one class for each kind of entry.

This module is the table of contents; each class is in the module named after its subject.
"""

from report.model.base import LANGUAGES, Language, Locator, Model, Text
from report.model.charts import Chart, ChartKind, ChartPanel, ChartRow
from report.model.edition import Edition, ReportYear, ThemeWords
from report.model.figure import Figure, FigureDefaults, Indicator
from report.model.ledger import Evidence, LedgerEntry
from report.model.period import Period
from report.model.plans import Chapter, Commitment, Noted, Plan, Result, Workstream, YearResults
from report.model.report import Placed, Report
from report.model.review import Review, Reviewer
from report.model.sources import Article, ArticlePrint, Author, Correction, Erratum, Excuse, Section, Sentence
from report.model.units import Unit
from report.model.words import Home, PageSection, PageWords, Term

__all__ = [
    "LANGUAGES", "Article", "ArticlePrint", "Author", "Chapter", "Chart", "ChartKind", "ChartPanel", "ChartRow",
    "Commitment", "Correction", "Edition", "Erratum", "Evidence", "Excuse", "Figure", "FigureDefaults", "Home",
    "Indicator", "Language", "LedgerEntry", "Locator", "Model", "Noted", "PageSection", "PageWords", "Period",
    "Placed", "Plan", "Report", "ReportYear", "Result", "Review", "Reviewer", "Section", "Sentence", "Term", "Text",
    "ThemeWords", "Unit", "Workstream", "YearResults",
]  # fmt: skip
