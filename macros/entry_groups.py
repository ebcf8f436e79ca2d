"""Lists of entries in groups: their marks, their tags, and the margin with sources and notes.

Belongs here: what every list of results or commitments has, on whatever page. Does not belong here: which entries a
page shows (`macros.years`, `macros.directions`, `macros.themes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.environment import block
from macros.ledger import PAGE, commitment_address
from macros.view import View
from report.ledger import place_of_commitment
from report.model import Commitment, LedgerEntry, Result, Text

Entry = Result | Commitment


@dataclass(frozen=True)
class Tag:
    """What is known of an entry beyond its sentence.

    Attributes:
        words: In a few words.
        address: Page and anchor that say more; none where the report has no such page.
        is_done: Whether it tells of something done, rather than planned.
    """

    words: str
    address: str | None
    is_done: bool = False


@dataclass(frozen=True)
class ListedEntry:
    """An entry in a list.

    Attributes:
        entry: The result or commitment.
        tags: What is known of it.
        kind: See `macros.entry_kind`.
        address: Where it stands in full, where the list repeats it; else empty, and its id is the anchor.
    """

    entry: Entry
    tags: tuple[Tag, ...] = ()
    kind: str = ""
    address: str = ""


def entry_list(view: View, entries: Iterable[ListedEntry], role: str) -> Markup:
    """A list of entries. `role` is that of their stage, see `report.overview`."""
    return block(view, "entry_list", entries=list(entries), role=role)


def fold(
    view: View, title: Markup | str, body: Markup, *, count: str = "", id: str = "", small: bool = False
) -> Markup:
    """A closed fold; `id` is the anchor of its title, `small` a title in the size of text."""
    return block(view, "fold", title=title, body=body, count=count, id=id, small=small)


def hidden_heading(view: View, words: str, id: str) -> Markup:
    """A heading for readers of the outline, where the page shows none; the contents of the page leave it out."""
    return block(view, "hidden_heading", words=words, id=id)


def margin(view: View, entries: Iterable[Entry], *sentences: Markup | Text | None, inside: bool = False) -> Markup:
    """Sentences of caution, and folds with the sources and the editors' notes of entries; empty without any.

    `inside` is for the end of a fold, where there is no margin.
    """
    entries = tuple(entries)
    said = [view.text(each) if isinstance(each, Text) else each for each in sentences if each]
    sources = [(places, list(group)) for places, group in groupby(entries, lambda entry: _places(view, entry))]
    notes = {view.plain(entry.note): entry for entry in reversed(entries) if entry.note}
    if not said and not entries:
        return Markup("")
    return block(
        view, "margin", sentences=said, sources=sources, count=len(entries), notes=list(reversed(notes.values())),
        inside=inside,
    )  # fmt: skip


def tags_of(view: View, entries: Mapping[str, LedgerEntry], id: str) -> tuple[Tag, ...]:
    """What the ledger knows of a commitment; nothing where nothing is known."""
    known = entries.get(id)
    if known is None:
        return ()
    page = f"{PAGE}/#{id}" if PAGE in view.report.page else None
    tags = [Tag(view.word(f"tag.{known.reported}"), page, True)] if known.reported in ("met", "progress") else []
    if known.taken_up:
        plan, part, commitment = place_of_commitment(view.report, known.taken_up[0])
        tags.append(Tag(view.word("tag.later", year=plan.year), commitment_address(plan, part, commitment)))
    return tuple(tags)


def counted(view: View, count: int, one: str, more: str) -> str:
    """A count in words: `one` is the key of the word for one, `more` for any other number."""
    return view.word(one if count == 1 else more, count=count)


def _places(view: View, entry: Entry) -> str:
    return view.word("list.semicolon").join(view.place(place) for place in entry.sources)
