"""The Jinja environment of `templates/`: strict and autoescaping.

Belongs here: loading and rendering templates. Does not belong here: their values.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from macros.view import View

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> jinja2.Environment:
    """The environment; unknown names and missing values are errors."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES, encoding="utf-8"),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def block(view: View, template: str, **values: object) -> Markup:
    """A template's HTML without blank lines: a blank line would end the block for Markdown."""
    html = environment().get_template(f"{template}.jinja").render(view=view, report=view.report, **values)
    return Markup("\n".join(line.strip() for line in html.splitlines() if line.strip()))


def blocks(*parts: str) -> Markup:
    """Blocks and Markdown headings, separated by blank lines."""
    return Markup("\n\n".join(part for part in parts if part))


def heading_line(view: View, level: int, words: Markup, id: str) -> Markup:
    """A Markdown heading, whose id is the same in both languages."""
    return Markup("{} {} {{ #{} }}").format(Markup("#" * level), words, id)
