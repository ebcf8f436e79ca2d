"""Charts: the question each answers, its finding, and the figures it draws.

Belongs here: what an editor writes in `charts.yml`. Which kinds there are, and which keys are theirs alone, is
declared in `charts.kinds`. Does not belong here: which figures one chart may combine (`report.validate.charts`), values
computed for it, and drawing (`charts`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BeforeValidator, Field

from charts.kinds import DATA_KINDS, FORMER_NAMES
from report.model.base import Id, Model, Text, Theme, Words, Year

if TYPE_CHECKING:
    ChartKind = str
else:
    ChartKind = Annotated[
        Literal[tuple(DATA_KINDS)],
        BeforeValidator(lambda name: FORMER_NAMES.get(name, name) if isinstance(name, str) else name),
    ]


class ChartRow(Model):
    """One mark of a chart."""

    figure: Id
    """Id of the figure that it draws."""
    label: Text | None = None
    """Its label, if not the figure's own."""
    change: Id | None = None
    """The figure that says by how much it changed; the value before is worked out and marked."""
    result: Text | None = None
    """What to write in the row of the result, where none is reported."""


class SeriesBreak(Model):
    """A year from which a series is counted otherwise than before."""

    year: Year
    """The first year counted the new way."""
    why: Text
    """What changed, a few words; drawn at the break."""


class ChartPanel(Model):
    """Marks that share an axis."""

    title: Text
    """What it shows."""
    rows: tuple[ChartRow, ...] = ()
    """Its marks, top to bottom; empty only with `plan` or `indicator`."""
    plan: Year | None = None
    """Instead of rows: a bar for each theme, the commitments of this year's plan counted."""
    indicator: Id | None = None
    """Instead of rows: every year that is reported of this indicator; unequal years are refused."""
    breaks: tuple[SeriesBreak, ...] | None = None
    """Where the series is counted otherwise than before; its points are not joined there, and scopes may differ."""
    whole: Text | None = None
    """What the rows are the parts of, where no figure says it: for shares of people asked, `those asked`."""


class Chart(Model):
    """A chart: its question, its finding and the figures it draws.

    Example (YAML)::

        - id: consortia
          kind: squares
          theme: reform
          question: …
          finding: …
          subtitle: …
          alt: …
          differs: …
          beside: [2024/reform]
          panels:
          - title: …
            rows:
            - figure: consortia.2024
            - figure: consortium-institutions.2024
    """

    id: Id
    """Permanent id, the anchor in the gallery and the name of its files."""
    kind: ChartKind
    """What it shows, and how."""
    theme: Theme | None = None
    """Theme under which readers find it."""
    question: Text
    """The question that it answers."""
    finding: Text
    """The answer; stands above the chart."""
    subtitle: Text
    """What is shown, unit and period."""
    alt: Text
    """The answer with every number drawn, for those who do not see the chart; not the finding again."""
    field: Id | None = None
    """The figure that says how many were ranked."""
    caution: Text | None = None
    """Why the values must not be compared; drawn between them."""
    differs: Text | None = None
    """How its marks differ in unit, scope or period; required where they do, shown below the chart."""
    beside: tuple[Words, ...] = ()
    """Where it also stands, besides the gallery: chapters or workstreams as year/id, `2024/reform`."""
    panels: tuple[ChartPanel, ...] = Field(min_length=1)
    """What it draws."""
