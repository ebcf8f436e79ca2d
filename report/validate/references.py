"""Checks that what is named exists: figures, terms, themes, indicators, charts, years, entries."""

from __future__ import annotations

from collections.abc import Iterator

from report.model import (
    LANGUAGES,
    Chart,
    ChartRow,
    Commitment,
    Correction,
    Erratum,
    Excuse,
    Figure,
    Home,
    Indicator,
    Language,
    PageWords,
    Plan,
    Report,
    ReportYear,
    Result,
    Text,
    YearResults,
)
from report.model.plans import Chapter, KeyNumber, Workstream
from report.model.walk import Spot, walk
from report.model.words import HomeItem, HomeNote
from report.problems import Problem, did_you_mean
from report.quantity import states_change
from report.series import quantity_of
from report.suggest_file import file_of_entry, file_of_figure
from report.text import CHANGE_FORMS, FIGURE_FORMS, references, term_references
from report.words import interface, messages

_THEMED = (Figure, Indicator, Result, Chapter, Commitment, Workstream, Chart)


def check_references(report: Report) -> Iterator[Problem]:
    """Unknown ids, in texts and in fields, each with what was probably meant."""
    known = _Known(report)
    for spot in walk(report):
        yield from known.named_by(spot)
        if isinstance(spot.value, Text) and spot.is_override:
            yield from _override(spot, spot.value)
        elif isinstance(spot.value, Text):
            for language in LANGUAGES:
                yield from known.in_text(spot, language, spot.value[language])


def _own_commitments(spot: Spot, workstream: Workstream) -> Iterator[Problem]:
    """Highlights and groups that name what the workstream does not hold, or name a commitment twice."""
    own = [commitment.id for commitment in workstream.commitments]
    highlights = [(id, ("highlights", at)) for at, id in enumerate(workstream.highlights or ())]
    grouped = [
        (id, ("groups", number, "ids", at))
        for number, group in enumerate(workstream.groups)
        for at, id in enumerate(group.ids)
    ]
    for named in (highlights, grouped):
        first: dict[str, str] = {}
        for id, path in named:
            if id not in own:
                yield spot.problem("not-its-commitment", *path, id=id, near=did_you_mean(id, own), part=workstream.id)
            elif id in first:
                yield spot.problem("given-twice", *path, id=id, first=first[id])
            first.setdefault(id, spot.place(*path))


# Used where no report has been read, or by a command, so that an override would have no effect.
_TOOL = ("cli.", "preview.", "chart.drawing")
_OF_THE_REPORT = {"preview.unfilled"}


def _override(spot: Spot, text: Text) -> Iterator[Problem]:
    """An interface word of the report's own: its key is the product's, and so are its placeholders."""
    key = str(spot.path[0])
    if key in interface() and key.startswith(_TOOL) and key not in _OF_THE_REPORT:
        yield spot.problem("interface-fixed", id=key)
        return
    if key not in interface():
        yield spot.problem("interface-key", id=key, near=did_you_mean(key, interface()))
        return
    for language in LANGUAGES:
        allowed = sorted({reference.id for reference in references(interface()[key][language])})
        for reference in references(text[language]):
            if reference.id not in allowed:
                expected = ", ".join(f"{{{name}}}" for name in allowed) or messages()["_references"]["none"]
                values = {"name": reference.id, "expected": expected, "value": text[language]}
                yield spot.problem("interface-value", language, **values)
            elif f"{{{reference.id}}}" not in text[language]:  # Behind a colon Python would read a format.
                values = {"name": f"{reference.id}:{reference.form}", "expected": f"{{{reference.id}}}"}
                yield spot.problem("interface-value", language, **values, value=text[language])


class _Known:
    """The ids that can be named."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.themes = [theme.id for theme in report.edition.themes]
        self.years = [str(year.year) for year in report.edition.years]
        self.parts = [f"{results.year}/{part.id}" for results in report.results for part in results.chapters]
        self.parts += [f"{plan.year}/{part.id}" for plan, part in report.workstreams()]
        self.pages = [page.id for page in report.pages if page.title]
        results, commitments = report.all_results(), report.all_commitments()
        self.entries = {*report.figure, *(result.id for result in results), *(given.id for given in commitments)}

    def named_by(self, spot: Spot) -> Iterator[Problem]:
        """Ids in the fields of one model."""
        value = spot.value
        if isinstance(value, _THEMED) and self.themes and value.theme is None:
            what = type(value).model_fields["theme"].description or ""
            yield spot.problem("missing", "theme", key="theme", what=what)
        elif isinstance(value, _THEMED) and self.themes and value.theme not in self.themes:
            near = did_you_mean(value.theme or "", self.themes)
            yield spot.problem("unknown-theme", "theme", id=value.theme or "", near=near, known=", ".join(self.themes))
        if isinstance(value, Figure) and value.indicator not in self.report.indicator:
            near = did_you_mean(value.indicator, self.report.indicator)
            yield spot.problem("unknown-indicator", "indicator", id=value.indicator, near=near)
        if isinstance(value, Plan | YearResults) and str(value.year) not in self.years:
            yield spot.problem("unknown-year", "year", id=str(value.year), known=", ".join(self.years))
        if isinstance(value, ReportYear) and not self._has_content(value.year):
            yield spot.problem("year-empty", "year", year=str(value.year))
        if isinstance(value, Home) and value.chart and value.chart not in (self.report.chart or {value.chart}):
            near = did_you_mean(value.chart, self.report.chart)
            yield spot.problem("unknown-chart", "chart", id=value.chart, near=near)
        if isinstance(value, HomeNote):
            titled = [page.id for page in self.report.pages if page.title]
            for number, page in enumerate(value.pages):
                # A page that the report does without is no slip: the paragraph then stands without its link.
                if page not in self.pages and (near := did_you_mean(page, titled)):
                    yield spot.problem("unknown-page", "pages", number, id=page, near=near)
        if isinstance(value, Correction) and value.entry not in self.report.withdrawn:
            yield from self._entry(spot, "entry", value.entry)
        if isinstance(value, Excuse) and value.of is not None:
            yield from self._entry(spot, "of", value.of)
        if isinstance(value, Workstream):
            yield from _own_commitments(spot, value)
        if isinstance(value, PageWords) and value.below is not None:
            above = [page.id for page in self.report.pages if page.place == "main" and not page.below]
            # A page that the report does without is no slip: what would hang below it stands by itself.
            if value.below not in above and (near := did_you_mean(value.below, above)):
                yield spot.problem("unknown-page", "below", id=value.below, near=near)
        yield from self._figures(spot)

    def _changes(self, figure: Figure) -> bool:
        """Whether a figure states a rise or a fall; one that is not read has its own problem."""
        quantity = quantity_of(self.report, figure)
        return quantity is None or states_change(quantity)

    def _has_content(self, year: int) -> bool:
        return bool(self.report.plan_of(year) or self.report.results_of(year))

    def _figures(self, spot: Spot) -> Iterator[Problem]:
        value = spot.value
        if isinstance(value, HomeItem | ChartRow | KeyNumber):
            yield from self._figure(spot, value.figure, "figure")
        if isinstance(value, Figure):
            for key, id in (("change_of", value.change_of), ("part_of", value.part_of)):
                if id is not None:
                    yield from self._figure(spot, id, key)
        if isinstance(value, ChartRow) and value.change is not None:
            yield from self._figure(spot, value.change, "change")
        if isinstance(value, PageWords | ReportYear | Workstream) and value.key_figure is not None:
            yield from self._figure(spot, value.key_figure, "key_figure")
        if isinstance(value, Chart):
            yield from self._chart(spot, value)
        if isinstance(value, Erratum):
            for number, figure in enumerate(value.figures):
                yield from self._figure(spot, figure, "figures", number)

    def _chart(self, spot: Spot, chart: Chart) -> Iterator[Problem]:
        if chart.field is not None:
            yield from self._figure(spot, chart.field, "field")
        for number, part in enumerate(chart.beside):
            if part not in self.parts:
                near = did_you_mean(part, self.parts)
                yield spot.problem("unknown-part", "beside", number, id=part, near=near, known=", ".join(self.parts))

    def _figure(self, spot: Spot, figure: str, *below: str | int) -> Iterator[Problem]:
        if figure not in self.report.figure:
            near = did_you_mean(figure, self.report.figure)
            yield spot.problem("unknown-figure", *below, id=figure, near=near, file=file_of_figure(self.report, figure))

    def _entry(self, spot: Spot, key: str, entry: str) -> Iterator[Problem]:
        if entry not in self.entries:
            near = did_you_mean(entry, self.entries)
            yield spot.problem("unknown-entry", key, id=entry, near=near, file=file_of_entry(self.report, entry))

    def in_text(self, spot: Spot, language: Language, text: str) -> Iterator[Problem]:
        """References inside a text."""
        for reference in references(text):
            if reference.id != reference.id.strip():
                yield spot.problem("reference-space", language, id=reference.id.strip(), value=text)
                continue
            yield from self._figure(spot, reference.id, language)
            if reference.form not in FIGURE_FORMS:
                values = {"near": did_you_mean(reference.form, FIGURE_FORMS), "known": ", ".join(FIGURE_FORMS)}
                yield spot.problem("reference-form", language, form=reference.form, value=text, **values)
            figure = self.report.figure.get(reference.id)
            if reference.form == "date" and figure is not None and figure.period.cumulative_to is None:
                yield spot.problem("reference-date", language, id=reference.id)
            elif reference.form in CHANGE_FORMS and figure is not None and not self._changes(figure):
                yield spot.problem("reference-change", language, id=reference.id, stated=figure.stated, value=text)
        for term in term_references(text):
            if term.id not in self.report.term:
                yield spot.problem("unknown-term", language, id=term.id, near=did_you_mean(term.id, self.report.term))
