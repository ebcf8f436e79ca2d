r"""Descriptions of pages for catalogues, as JSON-LD: `Report` on the home page, `Dataset` on that of the figures.

Belongs here: those two descriptions (schema.org), written so that no word of the data can end the script
that holds them. They say nothing that the pages do not: author and publisher only where the report names one.

Example:
    >>> safe_json({"name": "</script><b>"})
    '{"name": "\\u003c/script\\u003e\\u003cb\\u003e"}'
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from languages import ORIGINAL
from macros.site_context import DATA_FOLDER
from publish.data.datapackage import MEDIA, open_data_word
from publish.site.languages import Language
from report.citation.work import publisher_name
from report.facts import all_facts
from report.figures import write_text
from report.model import Article, Author, Report, Text
from report.publisher import publisher_of

DATASET = "figures/"
"""Address of the page that the data set is described on."""

_TYPES = {
    "article": "Article", "newspaper": "NewsArticle", "journal": "ScholarlyArticle", "webpage": "WebPage",
    "report": "Report", "document": "DigitalDocument", "standard": "CreativeWork", "table": "Dataset", "book": "Book",
}  # fmt: skip
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def linked_data(report: Report, language: Language, address: str, home: str, files: Mapping[str, bytes]) -> str:
    """The description of a page as JSON; empty for pages that have none.

    Args:
        report: The report.
        language: Language of the page.
        address: Its address below the language's root.
        home: Address of that root; empty where it is not known. Addresses are then relative to the page.
        files: Contents of the files of all languages by address.
    """
    if address == "":
        return safe_json(_report(report, language, home))
    if address == DATASET:
        return safe_json(_dataset(report, language, home, files))
    return ""


def safe_json(value: Any) -> str:
    """JSON for a `script` element: characters that HTML could take for markup are escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(_ESCAPES.get(character, character) for character in text)


def _report(report: Report, language: Language, home: str) -> dict[str, Any]:
    edition = report.edition

    def say(text: Text) -> str:
        return write_text(report, text, language.code)

    return {
        "@type": "Report",
        **_common(report, language),
        "name": say(edition.site.name),
        "headline": say(report.home.headline),
        "description": say(edition.site.description),
        "url": home or "./",
        "about": say(edition.subject),
    }


def _dataset(report: Report, language: Language, home: str, files: Mapping[str, bytes]) -> dict[str, Any]:
    words, site = report.page["figures"], report.edition.site
    periods = [facts.period for facts in all_facts(report, language.code)]
    days = [day for period in periods for day in (period.start, period.end) if day]
    prefix = language.address(DATA_FOLDER)
    return {
        "@type": "Dataset",
        **_common(report, language),
        "name": write_text(report, words.title or site.name, language.code),
        "description": " ".join(
            write_text(report, text, language.code) for text in (words.description, site.description) if text
        ),
        "url": home + DATASET if home else "./",
        "isAccessibleForFree": True,
        **({"temporalCoverage": f"{min(days).isoformat()}/{max(days).isoformat()}"} if days else {}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": open_data_word(report, f"file.{name}", language.code),
                "encodingFormat": MEDIA[name.rpartition(".")[2]],
                "contentUrl": (home or "../") + DATA_FOLDER + name,
                "contentSize": f"{len(content)} B",
            }
            for path, content in files.items()
            if (name := path.removeprefix(prefix)) != path and "/" not in name
        ],
    }


def _common(report: Report, language: Language) -> dict[str, Any]:
    edition = report.edition
    return {
        "@context": "https://schema.org",
        "inLanguage": language.tag,
        "version": f"{edition.edition}.{edition.revision}",
        "datePublished": edition.published.isoformat(),
        **({"license": edition.licence.address} if edition.licence else {}),
        **_publisher(report, language),
        "isBasedOn": [_article(article, report.languages[ORIGINAL].lang) for article in report.articles],
    }


def _publisher(report: Report, language: Language) -> dict[str, Any]:
    """The body that publishes the report, which an official report has as its author too."""
    if (publisher := publisher_of(report)) is None:
        return {}
    body = {"@type": "Organization", "name": publisher[language.code]}
    return {"publisher": body, **({"author": body} if report.edition.official else {})}


def _article(article: Article, lang: str) -> dict[str, Any]:
    """A source as far as it identifies itself; `lang` is the language of the sources."""
    publisher = publisher_name(article)
    parts: dict[str, Any] = {
        "alternativeHeadline": article.subtitle and article.subtitle.zh,
        "author": [_author(author) for author in article.authors],
        "publisher": publisher and {"@type": "Organization", "name": publisher.zh},
        "datePublished": article.date,
        "license": article.licence and {"@type": "CreativeWork", "name": article.licence.zh},
        "url": article.address,
    }
    known = {name: part for name, part in parts.items() if part}
    return {"@type": _TYPES[article.type], "name": article.title.zh, "inLanguage": lang, **known}


def _author(author: Author) -> dict[str, str]:
    if author.en:
        return {"@type": "Organization", "name": author.zh, "alternateName": author.en}
    return {"@type": "Person", "name": author.zh, "alternateName": f"{author.family} {author.given}"}
