"""What every page must have before it is published: its title, its text, and the language it is in.

An emptied or cut template is valid, and MkDocs leaves out a page that is empty.

Does not belong here: pages without text of their own (`macros.page_checks`), what a template names
(`publish.site.theme_check`).

Example:
    >>> missing_parts('<html lang="en"><title>Sources</title><main><h1>Sources</h1><p>Two.', "en", "Sources", "Two.")
    []
    >>> missing_parts('<html lang="en"><title></title><main><h1>Sources</h1>', "en", "Sources", "Two.")
    ['<title>', '<main>']
"""

from __future__ import annotations

import re
from html import unescape
from xml.etree import ElementTree

from report.problems import Problem, ReportError

_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.DOTALL | re.IGNORECASE)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)(?:</h1|\Z)", re.DOTALL | re.IGNORECASE)
_UNREAD = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_END = 40
"""How many of the last characters of a text prove that all of it is there."""


def check_whole(html: str, tag: str, title: str, text: str, page: str, template: str = "main.html") -> None:
    """Refuse a page that lacks what every page must have.

    Args:
        html: The page as it would be published.
        tag: BCP 47 tag of its language.
        title: Words that its title must hold.
        text: Its text as HTML, empty where the template has the text.
        page: Its address, for the message.
        template: The file in `overrides/` that it is made from, for the message.

    Raises:
        ReportError: With what it lacks.
    """
    if missing := missing_parts(html, tag, title, text):
        values = {"page": page, "what": ", ".join(missing)}
        raise ReportError([Problem(f"overrides/{template}", 1, "", "page-unpublishable", values)])


def check_xml(text: str, template: str) -> None:
    """Refuse a file that no program could read, such as a sitemap from a cut template.

    Raises:
        ReportError: With the reason.
    """
    try:
        ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        values = {"why": f"{error}"}
        raise ReportError([Problem(f"overrides/{template}", 1, "", "broken", values)]) from None


def missing_parts(html: str, tag: str, title: str, text: str) -> list[str]:
    """What a page lacks, as the element that should hold it; see `check_whole`."""
    written = _TITLE.search(html)
    _, start, main = html.partition("<main")
    heading = _HEADING.search(main)
    is_there = {
        f'<html lang="{tag}">': re.search(rf'<html\b[^>]*\slang="{re.escape(tag)}"', html, re.IGNORECASE),
        "<title>": written and _words(title) in _words(written[1]) and re.search(r"\w", unescape(written[1])),
        "<h1>": heading and re.search(r"\w", _words(heading[1])),
        "<main>": start and _words(text)[-_END:] in _words(main) and re.search(r"\w", _words(main)),
    }
    return [what for what, found in is_there.items() if not found]


def _words(html: str) -> str:
    """The words of a piece of HTML, without spaces, which a template may change."""
    return re.sub(r"\s+", "", unescape(_UNREAD.sub("", html)))
