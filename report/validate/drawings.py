"""Checks of the drawing on the home page: its file, what the file holds, and its words.

Does not belong here: what a drawing may hold (`report.drawings`).
"""

from __future__ import annotations

from collections.abc import Iterator

from report.drawings import MAX_CHARACTERS, faults_in, labels_in
from report.model import Home, Report
from report.model.walk import walk
from report.problems import Problem, did_you_mean

FOLDER = "data/drawings/"


def check_drawings(report: Report) -> Iterator[Problem]:
    """A drawing that is missing or not fit for a page, and words that it has too many or too few of."""
    for spot in walk(report):
        if not isinstance(spot.value, Home) or not (drawing := spot.value.drawing):
            continue
        text = report.drawings.get(drawing.file)
        if text is None:
            near = did_you_mean(drawing.file, report.drawings)
            yield spot.problem("unknown-drawing", "drawing", "file", file=drawing.file, near=near)
            continue
        file = FOLDER + drawing.file
        if len(text) > MAX_CHARACTERS:
            yield Problem(file, 0, "", "drawing-large", {"size": str(len(text)), "limit": str(MAX_CHARACTERS)})
        for fault in faults_in(text):
            yield Problem(file, fault.line, "", fault.code, {"name": fault.name})
        wanted, given = labels_in(text), [label.id for label in drawing.labels]
        for name in [name for name in wanted if name not in given]:
            line = text[: text.index(f"{{{name}}}")].count("\n") + 1
            yield Problem(file, line, "", "drawing-label-missing", {"name": name})
        for number, name in enumerate(given):
            if name not in wanted:
                near = did_you_mean(name, wanted)
                yield spot.problem("drawing-label-unknown", "drawing", "labels", number, "id", name=name, near=near)
