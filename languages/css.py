"""Fonts and quotation marks of the languages as CSS.

Belongs here: rules from the records. Does not belong here: other rules for a language (`docs/assets/site.css`).
"""

from __future__ import annotations

from languages import DEFAULTS, forms, pair


def css() -> str:
    """A rule for each form, the default of a side for all its tags, the others for their own."""
    rules = []
    for side, default in DEFAULTS.items():
        chosen = [default, *(tag for tag, form in forms().items() if form.side == side and tag != default)]
        for tag in chosen:
            form = pair({side: tag})[side]
            if tag == default or form.script != forms()[default].script:
                lang = side if tag == default else form.lang
                quotes = " ".join(f'"{mark}"' for mark in form.quotation)
                rules.append(f":lang({lang}) {{ --font-{side}: {form.font_family}; quotes: {quotes}; }}\n")
    return "".join(rules)
