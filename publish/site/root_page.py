"""The page at the root of a site of which each language has a folder: it leads to the first, and links to all.

Belongs here: that page, which needs no script. Does not belong here: the home pages it links to (`macros`).
"""

from __future__ import annotations

from pathlib import Path

import jinja2

from publish.cache.site_content import SiteContent
from publish.site import csp


def root_page(content: SiteContent, *, index: str = "", policy: bool = True) -> str:
    """The page, or nothing where a language has its home page there.

    Args:
        content: What the site needs of the report.
        index: Name of a page's file, where links name it; else empty.
        policy: Whether it has a content security policy.
    """
    if not content.languages[0].prefix:
        return ""
    loader = jinja2.FileSystemLoader(Path(__file__).parent)
    env = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    names = {language: content.words[language.code]["site.name"] for language in content.languages}
    html = env.get_template("root_page.jinja").render(
        names=names, first=content.languages[0], address=content.address, index=index,
        policy=csp.PLACEHOLDER if policy else "",
    )  # fmt: skip
    return csp.with_policy(html)
