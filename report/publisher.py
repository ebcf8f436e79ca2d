"""Who publishes the report, and how every page says whether that is official.

Belongs here: the publisher's name, the notice. Does not belong here: where outputs show it.
"""

from __future__ import annotations

import re

from languages.variants import in_script
from report.figures import write_text
from report.model import LANGUAGES, Language, Report, Text
from report.words import publisher


def publisher_of(report: Report) -> Text | None:
    """The body that publishes the report, in plain words; an official report's subject where it names none."""
    edition = report.edition
    named = edition.publisher or (edition.subject if edition.official else None)
    return Text(**{lang: write_text(report, named, lang) for lang in LANGUAGES}) if named else None


def notice_of(report: Report, language: Language) -> str:
    """What every page says below of the report's origin, and whether it is official: each once.

    The report's own words come first; the product adds what they leave out.
    """
    compiled = report.edition.notices.compiled
    own = write_text(report, compiled, language) if compiled else ""
    if not report.edition.official:
        added = "" if denial_in(own, language) else report.interface_word("notice.unofficial", language)
    else:
        name = publisher_of(report)
        words = report.interface_word("notice.official", language)
        added = "" if name is None or name[language] in own else words.format(publisher=name[language])
    return report.languages[language].joiner.join(filter(None, (own, added)))


def denial_in(words: str, language: Language) -> str:
    """The words of a text that say that the report is not official; empty where none do."""
    found = re.search(publisher()["denied"][language], in_script(words, "Hans"), re.IGNORECASE)
    return words[found.start() : found.end()] if found else ""
