"""A report whose every word is an attack, built into a site: `python hostile.py`, in a project's folder.

What an editor may write is checked before anything is built (`report.validate`). Here the checks are passed
over, so that it shows whether the outputs are safe by themselves: words are replaced after the report has
been read, in every model and every field of free text.

Belongs here: the words, putting them everywhere, building. Does not belong here: what must become of them
(`test_hostile`).
"""

import sys
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from report import load
from report.model import Chart, Placed, Report, Sentence, Text, Unit
from report.model.base import _words
from report.model.figure import Figure, Indicator
from report.model.words import HomeDrawing

# Each begins as a formula does, for the tables, and goes on as markup, template, script and Markdown would.
ATTACK = (
    "=1+1|<script>boom(1)</script></title>--><!--<img src=x onerror=boom(2)>"
    '[x](javascript:boom(3))**b**`c`&lt;i&gt;" onmouseover="boom(4)\' #h\\'
)
SHORT = "<b>&"
"""For what a chart must have room for; a longer one is refused."""
BRACES = "{{ 7*7 }}{% raw %}"
"""Of bilingual texts, braces are the report's own references, and what is none never gets so far."""
DRAWN = {"label", "subject_short", "scope"}
KEPT = {(Figure, "stated"), (Indicator, "unit"), (Unit, "zh"), (Sentence, "sha256"), (HomeDrawing, "file")}
"""Read by the program, not shown as words."""


def attacked(value: Any, given: str) -> Any:
    """A model with the attack in front of every free text in it."""
    if not isinstance(value, BaseModel):
        return tuple(attacked(item, given) for item in value) if isinstance(value, tuple) else value
    if isinstance(value, Chart):
        given = SHORT
    update = {}
    for name, info in type(value).model_fields.items():
        was = getattr(value, name)
        if (type(value), name) in KEPT:
            continue
        attack = given if isinstance(value, Text) else given + BRACES
        free = any(getattr(part, "func", None) is _words for part in info.metadata) or "_words" in repr(info.annotation)
        if free and isinstance(was, str):
            update[name] = attack + was
        elif free and isinstance(was, tuple):
            update[name] = _each(was, attack)
        else:
            update[name] = attacked(was, SHORT if name in DRAWN else given)
    return value.model_copy(update=update)


def _each(words: Any, attack: str) -> Any:
    return attack + words if isinstance(words, str) else tuple(_each(word, attack) for word in words)


def hostile(report: Report, attack: str) -> Report:
    """The report with the attack in every free text, in its fields and in `placed`."""
    new = {id(entry.value): attacked(entry.value, attack) for entry in report.placed}
    fields: dict[str, Any] = {}
    for name in (field.name for field in dataclass_fields(report)):  # Without what the report has worked out and kept.
        was = getattr(report, name)
        if name == "placed":
            fields[name] = tuple(Placed(entry.tree, entry.path, new[id(entry.value)]) for entry in was)
        elif name == "overrides":
            fields[name] = {key: new[id(text)] for key, text in was.items()}
        elif isinstance(was, tuple):
            fields[name] = tuple(new[id(item)] for item in was)
        elif isinstance(was, BaseModel):
            fields[name] = new[id(was)]
    return replace(report, **fields)


def build(attack: str) -> None:
    """Build the site of the project in this folder, with the attack, and share cards of a few pages.

    Without the PDFs, which have pages to keep to.
    """
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config

    from publish import report_content
    from publish.cache import site_content
    from publish.site import build_state

    read = load.load_report
    report_content.load_report = build_state.load_report = lambda root, **options: hostile(read(root), attack)
    report_content.summary.make_summaries = lambda *arguments, **options: iter(())
    make_cards = site_content.cards.make_cards
    site_content.cards.make_cards = lambda report, pages, root: make_cards(report, pages[:5], root)
    build_site(load_config("mkdocs.yml"))


if __name__ == "__main__":
    sys.path.insert(0, str(Path.cwd()))
    build(ATTACK)
