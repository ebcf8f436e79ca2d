"""The edition: what the report is about, its years and themes, and what every page says below.

Belongs here: `data/report.yml`. Does not belong here: anything of a single year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from languages import DEFAULTS, ORIGINAL, SIDES, TRANSLATION, tags
from report.model.base import DEVICE, Address, Day, Flag, Id, Model, Text, Whole, Words, Year, refuse_unless
from report.model.review import Reviewer

RepositoryKind = Literal["github", "gitlab", "gitea", "forgejo", "gitee"]
_REPOSITORY = re.compile(  # Owner and name, at GitLab in groups; behind them begin the addresses of what is in it.
    r"https?://(?P<host>[\w.-]+)(?::\d+)?"
    r"(?P<path>(?:/(?!(?:-|tree|blob|src|raw|edit|_edit|commits?|issues|pulls|merge_requests|wiki)/)[\w.~-]+){2,})/?"
)
_KINDS: Mapping[str, RepositoryKind] = {
    "github": "github",
    "gitlab": "gitlab",
    "gitee": "gitee",
    "gitea": "gitea",
    "forgejo": "forgejo",
    "codeberg": "forgejo",
}
"""What serves repositories, by what its address has in the name of the host."""


def repository_kind(address: str) -> RepositoryKind | None:
    """Which program serves a repository, as its address says; none where it does not."""
    found = _REPOSITORY.fullmatch(address)
    return next((kind for name, kind in _KINDS.items() if found and name in found["host"]), None)


def _repository(value: Any) -> Any:
    if isinstance(value, str) and value:
        found = _REPOSITORY.fullmatch(value)
        nested = found is not None and found["path"].count("/") > 2
        if found is None or (nested and repository_kind(value) in ("github", "gitee")):
            raise PydanticCustomError("not-a-repository", "{value}", {"value": value})
    return value


Repository = Annotated[Address, BeforeValidator(_repository)]
"""Address of a repository."""


class ReportYear(Model):
    """A year that the report speaks of; it has a page, /<year>/."""

    year: Year
    """The calendar year."""
    title: Text
    """Title of its page."""
    short: Text
    """Its name in the navigation."""
    description: Text
    """One sentence for search engines and link previews."""
    key_figure: Id | None = None
    """Id of the figure on the share card of its page."""


class ThemeWords(Model):
    """A theme."""

    id: Id
    """Id that entries name."""
    title: Text
    """Its name."""


class Site(Model):
    """Where the report is published."""

    name: Text
    """Name of the site, shown in its header."""
    tagline: Text
    """Years and purpose, beside the name."""
    description: Text
    """What the site is, for search engines."""
    address: Address | None = None
    """Its address, if it has one; the environment variable SITE_URL prevails."""


class Notices(Model):
    """What every page says below."""

    compiled: Text | None = None
    """What the report is compiled from. Whether it is official is added from `official`, unless this says so."""
    prevails: Text
    """Which language prevails; shown on pages in the other."""
    report_errors: Text
    """How to report an error; no address is invented."""


class Licence(Model):
    """On what terms the report's own words and its open data may be used."""

    id: Words
    """Its SPDX identifier, `CC-BY-4.0`."""
    title: Text
    """Its name."""
    address: Address
    """Where its text stands."""
    notice: Text
    """What it covers and what it does not, in a sentence or two; goes into every file of the open data."""


class Wording(Model):
    """A name of the report's own for a part of its plans.

    Example (YAML)::

        {zh: 任务, en: [task, tasks]}
    """

    zh: Words
    """The Chinese."""
    en: tuple[Words, ...] = Field(min_length=2, max_length=3)
    """The English: singular, plural and, where another than the plural, the whole of them."""


class ReportWords(Model):
    """What the report calls the parts of its plans, on every page, in the PDF and in the open data.

    Example (YAML)::

        words:
          plan_item: planned-work
          aim: priority
          step: {zh: 任务, en: [task, tasks]}
    """

    plan_item: Literal["commitment", "planned-work"] | Wording = "commitment"
    """What a plan lists and the ledger follows."""
    aim: Literal["direction", "priority"] | Wording = "direction"
    """A part of a plan that looks ahead."""
    step: Literal["measure", "action"] | Wording = "measure"
    """What such a part lists."""


class English(Model):
    """How the report writes English around numbers."""

    money: Literal["usual", "name", "code"] = "usual"
    """`usual` (CNY 5 million, US$5 million), by `name` (5 million yuan) or by `code` (USD 5 million)."""
    percent: Literal["%", "percent", "per cent"] = "%"
    """5%, 5 percent or 5 per cent."""
    more_than: Literal["more than", "over"] = "more than"
    """More than 300, or over 300."""
    small_numbers: Literal["digits", "words"] = "digits"
    """Counts and times below ten in digits, or in words as prose has them; a number without its noun (`:number`), as
    tiles and charts show it, is in digits in either case."""


def _tags(value: Any) -> Any:
    """Refuse another language than the two that are read and written: no rule of theirs would fit it."""
    if isinstance(value, dict):
        named = {side: tag for side, tag in value.items() if side not in SIDES or isinstance(tag, str)}
    else:  # A text or a list in the place of a mapping; anything else is left to the type.
        named = dict.fromkeys(value if isinstance(value, tuple) else [value] if isinstance(value, str) else [], "")
    for side, tag in named.items():
        if side not in SIDES or tag not in tags(side):
            known: dict[str, Any] = {name: ", ".join(tags(name)) for name in SIDES}
            said = f"{side}: {tag}" if isinstance(tag, str) and tag else str(side)
            raise PydanticCustomError("language-unknown", "{value}", {"value": said, **known})
    return value


MAX_FOLDER = 40
"""Characters of the name of a folder."""
_FOLDER = re.compile(r"([a-z][a-z0-9]*(-[a-z0-9]+)*)?")
Folder = Annotated[
    str,
    refuse_unless(lambda name: not DEVICE.fullmatch(name), "reserved-id"),
    refuse_unless(lambda name: len(name) <= MAX_FOLDER and _FOLDER.fullmatch(name), "not-a-folder"),
]
"""A folder of pages; empty for the root of the site."""


class LanguageTags(Model):
    """The forms of its two languages, as BCP 47 tags.

    Example (YAML)::

        languages: {zh: zh-Hant-HK, en: en-GB}
    """

    zh: str = DEFAULTS[ORIGINAL]
    """The Chinese: `zh-Hans-CN`, `zh-Hant-HK`, `zh-Hant-MO` or `zh-Hant-TW`."""
    en: str = DEFAULTS[TRANSLATION]
    """The English: `en-GB`, `en-HK` or `en-US`."""


class LanguageFolders(Model):
    """The folder of the pages of each language; empty for the root, where one language alone can stand.

    Example (YAML)::

        folders: {zh: tc, en: en}
    """

    zh: Folder = ""
    """Folder of the Chinese pages."""
    en: Folder = TRANSLATION
    """Folder of the English pages."""

    @model_validator(mode="after")
    def _differ(self) -> Self:
        if self.zh == self.en:
            raise PydanticCustomError("folders-equal", "{value}", {"value": self.zh or "/"})
        return self


class Edition(Model):
    """The report as a whole, `data/report.yml`."""

    edition: Id
    """Name of the edition, `2026`."""
    revision: Whole
    """Revision of the edition, from 1."""
    published: Day
    """Day of this revision."""
    data_as_of: Day
    """The latest day that the data speak of."""
    official: Flag
    """Whether a public body publishes it; every page, the PDF and the open data say who does, or that none does."""
    publisher: Text | None = None
    """Who publishes it, for notices and citations; of an official report its `subject` unless given."""
    verification: Literal["required", "optional"] = "optional"
    """Whether a strict build refuses entries that are not checked and reviewed: `required`, by one of `reviewers`."""
    reviewers: tuple[Reviewer, ...] = ()
    """Who reviews the texts."""
    subject: Text
    """Whose work the report is about."""
    subject_short: Text
    """Its short name, for marks in charts."""
    site: Site
    """The site."""
    notices: Notices
    """What every page says below."""
    licence: Licence | None = None
    """The licence of the report's own words and its open data; without it none is claimed."""
    repository: Repository | None = None
    """Public repository of the report, `https://github.com/agency/report`; pages then link to it, to be edited and to
    report errors."""
    repository_kind: RepositoryKind | None = None
    """What serves the repository, where its address does not say it: `gitlab`, `gitea`, `forgejo` … at an agency’s own
    address."""
    repository_branch: Words = "main"
    """The branch that is edited."""
    years: tuple[ReportYear, ...] = ()
    """Its years, in their order, each with a plan, results or both; none while it has neither."""
    themes: tuple[ThemeWords, ...] = ()
    """Its themes, in their order; without any, entries need no `theme:` and there are no pages of themes."""
    languages: Annotated[LanguageTags, BeforeValidator(_tags)] = LanguageTags()
    """The forms of its two languages: script, usage, fonts, spelling."""
    folders: LanguageFolders = LanguageFolders()
    """Where the pages of each language stand below the address of the site."""
    currency: Words | None = None
    """ISO 4217 code of a bare 元, `CNY` or `HKD`; without it a phrase that says 元 alone is refused."""
    words: ReportWords = ReportWords()
    """What it calls the parts of its plans: commitments or planned work, directions or priorities."""
    english: English = English()
    """How English writes money, per cent and small numbers."""
    names: tuple[Text, ...] = ()
    """Names that are allowed to hold numerals in prose; a quantity (三分之二, 15个) is none and is refused."""

    @model_validator(mode="after")
    def _repository_has_a_kind(self) -> Self:
        if self.repository and not (self.repository_kind or repository_kind(self.repository)):
            raise PydanticCustomError("repository-kind", "{value}", {"value": self.repository})
        return self
