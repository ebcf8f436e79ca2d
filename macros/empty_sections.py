r"""Leaving out the headings of sections that are empty, since the report lacks the part that would fill them.

Belongs here: finding them on a rendered page. Does not belong here: which parts a report has (`Report.absent`).

Example:
    >>> without_empty_sections("# Title { #top }\n\n## Plan { #plan }\n\n## Years { #years }\n\n2025\n")
    '# Title { #top }\n\n\n## Years { #years }\n\n2025\n'
"""

from __future__ import annotations

import re

NO_HEADING = "<!-- no heading {} -->"
"""What stands for a heading without words, with its id."""
_HEADING = re.compile(r"(#{2,6}) .* \{ #\S+ \}$")
_NO_HEADING = re.compile(NO_HEADING.format("(.*?)"))
_TEXT = 7  # Deeper than any heading: text fills the section of each.


def without_empty_sections(markdown: str) -> str:
    """A page without headings that nothing follows before the next heading of their level or above."""
    kept: list[str] = []
    below = 0  # The level of what is kept below a line, from the end of the page.
    for line in reversed(markdown.split("\n")):
        heading = _HEADING.match(line)
        level = len(heading[1]) if heading else _TEXT
        if heading and level >= below:
            continue
        kept.append(line)
        below = level if line.strip() else below
    return "\n".join(reversed(kept))


def heading_without_words(markdown: str) -> str | None:
    """The id of the first heading that has no words; `None` where all have."""
    found = _NO_HEADING.search(markdown)
    return found[1] if found else None
