"""Share cards: the picture that a link preview shows of a page, one a page and language.

A card has the page's title and, where it has one, its key figure, with what a reader must know of a number: what it
measures, its period, its status unless it is reported, its caveat. Typst draws them (`cards.typ`), many at once:
0.03 s a card, so each figure's page has one too. Cards are cached, so that a build in which
nothing has changed does not import Typst. The preview makes none.

Belongs here: what is on a card, the cache, reducing the file's size. Does not belong here: how it looks
(`cards.typ`), the tags in a page's head that name it (`overrides/partials/share.html`).
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Literal

from cache.fingerprint import file_digests, fingerprint
from cache.store import Cache
from charts.inputs import drawing_fingerprint, font_folders
from charts.tokens import tokens
from macros.pages import CACHE, Page
from macros.view import View
from publish.site.languages import languages_of
from publish.summary.checks import check_document
from report.facts import FigureFacts
from report.model import Report, Text
from report.problems import ReportError
from report.publisher import notice_of
from report.text import Plain, Reference, parse_text

NAME = "card.png"
"""Name of a card's file, in the folder of its page."""
WIDTH, HEIGHT = 1200, 630
"""Pixels; the size that link previews expect."""
CACHE_KIND = "cards"
TEMPLATE = Path(__file__).with_name("cards.typ")
INKS = {"paper": ("ink", "ink-2", "jade", "c-target", "rule-3", "cinnabar", "jade-tint"), "paper-2": ("ink-2",)}
"""The colours used on each background; `cards.typ` uses no other."""
STEPS = 3
"""Colours from a paper to an ink, for the edges of letters."""
BATCH_SIZE = 16
"""Cards that Typst draws at once: each takes 3 MB until it has a palette."""
MAX_THREADS = 4
"""Threads that draw, at most."""
FULL_FORM_MEASURES = {"change-points", "change-percent", "compound"}
"""Measures shown in their full form: the number alone would not say which way it went, or of what."""

SEPARATOR = " · "
_CLAUSE = re.compile("(?<=[\uff0c\uff1a\uff1b])")

Token = tuple[Literal["text", "figure"], str]


@dataclass(frozen=True)
class Setting:
    """How the language of a card is set: by which rules, as which language and region, in which fonts."""

    chinese: bool
    lang: str
    region: str
    fonts: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """What is on a card.

    Attributes:
        setting: How its language is set.
        site: Name of the site.
        tagline: The words beside the name.
        notice: What the report is compiled from.
        title: The title of the page by its clauses, figures in it marked.
        value: The key figure; empty where there is none, and then what follows is empty too.
        about: What the figure measures, unless the title says so, its period, its status unless it is reported.
        status: Its status.
        caveat: What must not be done with it; may be empty.
    """

    setting: Setting
    site: str
    tagline: str
    notice: str
    title: tuple[tuple[Token, ...], ...]
    value: str = ""
    about: str = ""
    status: str = ""
    caveat: str = ""


def card_of(report: Report, page: Page) -> Card:
    """The card of a page."""
    view = View(report, page.language, page.address, report.pages[0], Path())
    site, form = report.edition.site, view.form
    setting = Setting(form.chinese, form.side, form.region, form.fonts)
    shared = (view.plain(site.name), view.plain(site.tagline), notice_of(report, page.language))
    if not page.address:  # The home page has its finding as its title.
        return Card(setting, *shared, _clauses(_tokens(view, report.home.headline)))
    title = _clauses([("text", page.title)])
    if page.key_figure is None:
        return Card(setting, *shared, title)
    facts = view.facts(page.key_figure)
    value = facts.forms["full" if facts.measure in FULL_FORM_MEASURES else "number"]
    caveat = facts.caveat.plain if facts.caveat else ""
    return Card(setting, *shared, title, value, _about(facts, page.title), facts.status, caveat)


def preview_of(report: Report, page: Page, image: str) -> dict[str, str | int]:
    """What a link preview shows of a page, for `overrides/partials/share.html`.

    Args:
        report: A report that has passed its checks.
        page: The page.
        image: Address of its card; empty where there is none.

    Returns:
        `title`, `description`, `image`, its `width` and `height` in pixels, and `alt`: the card in words.
    """
    card = card_of(report, page)
    title = "".join(words for clause in card.title for _, words in clause)
    alt = SEPARATOR.join(part for part in (title, card.value, card.about, card.site) if part)
    size: dict[str, str | int] = {"width": WIDTH, "height": HEIGHT}
    return {"title": title, "description": page.description, "image": image, "alt": alt, **size}


def _clauses(tokens: Iterable[Token]) -> tuple[tuple[Token, ...], ...]:
    """A title split after Chinese punctuation, where its lines may break."""
    clauses: list[list[Token]] = [[]]
    for kind, words in tokens:
        for number, piece in enumerate(_CLAUSE.split(words)):
            clauses += [[]] if number else []
            clauses[-1] += [(kind, piece)] if piece else []
    return tuple(tuple(clause) for clause in clauses if clause)


def _tokens(view: View, text: Text) -> Iterator[Token]:
    for span in parse_text(text[view.language]):
        if isinstance(span, Plain):
            yield "text", span.text
        elif isinstance(span, Reference):
            yield "figure", view.facts(span.id).forms[span.form]
        else:
            yield "text", view.plain(Text(zh=f"{{term:{span.id}}}", en=f"{{term:{span.id}}}"))


def _about(facts: FigureFacts, title: str) -> str:
    label = facts.label.plain
    status = "" if facts.status == "reported" else facts.status_word
    parts = [label if label != title else "", status, facts.period.full]
    return SEPARATOR.join(part for part in parts if part)


def make_cards(report: Report, pages: Sequence[Page], root: Path) -> Mapping[str, bytes]:
    """Every card as a PNG, by its address below the root of the site.

    Args:
        report: A report that has passed its checks.
        pages: Every page in every language.
        root: The project's folder, for the cache.

    Raises:
        ReportError: A character of a card is in no font.
        RuntimeError: Typst refuses the template.
    """
    prefixes = {language.code: language.prefix for language in languages_of(report)}
    cards = {f"{prefixes[page.language]}{page.address}{NAME}": card_of(report, page) for page in pages}
    cache = Cache(root / CACHE, CACHE_KIND)
    pictures = {card: cache.get(_key(card)) for card in cards.values()}  # Pages with the same card share one picture.
    missing = [card for card, picture in pictures.items() if picture is None]
    if missing:
        shown = json.loads(json.dumps([asdict(card) for card in missing]))
        if problems := list(check_document(report, shown)):
            raise ReportError(problems)
        batches = [missing[at : at + BATCH_SIZE] for at in range(0, len(missing), BATCH_SIZE)]
        # Threads are enough: Typst and Pillow release the interpreter's lock.
        with ThreadPoolExecutor(min(os.cpu_count() or 1, MAX_THREADS)) as threads:
            for card, png in zip(missing, chain.from_iterable(threads.map(_draw, batches)), strict=True):
                pictures[card] = png
                cache.put(_key(card), png)
    return {address: picture for address, card in cards.items() if (picture := pictures[card]) is not None}


def _draw(cards: Sequence[Card]) -> list[bytes]:
    return list(map(_quantized, typeset([asdict(card) for card in cards])))


def typeset(cards: Sequence[Mapping[str, object]], ppi: float = 72) -> list[bytes]:
    """Cards as PNGs; at 72 pixels an inch a point of the template is a pixel.

    Raises:
        RuntimeError: Typst refuses the template.
    """
    import typst  # Here and below: a build that draws nothing does not pay for them.

    content = {"colours": tokens()["light"], "cards": cards}
    words = {"cards": json.dumps(content, ensure_ascii=False)}
    fonts = [*font_folders()]
    typesetter = typst.Compiler(root=TEMPLATE.parent, font_paths=fonts, ignore_system_fonts=True, sys_inputs=words)
    drawn = typesetter.compile(TEMPLATE, format="png", ppi=ppi)
    return drawn if isinstance(drawn, list) else [drawn or b""]


def _quantized(png: bytes) -> bytes:
    """A picture with a palette, a third of its bytes."""
    from PIL import Image

    known = Image.new("P", (1, 1))
    known.putpalette(_palette())
    image = Image.open(io.BytesIO(png)).convert("RGB").quantize(palette=known, dither=Image.Dither.NONE)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()


@cache
def _palette() -> bytes:
    """Red, green and blue of every colour that a card may have."""
    colours = {name: bytes.fromhex(value[1:]) for name, value in tokens()["light"].items()}
    mixed = {
        bytes(round(ink + (paper - ink) * step / STEPS) for ink, paper in zip(colours[name], colours[on], strict=True))
        for on, names in INKS.items()
        for name in names
        for step in range(STEPS + 1)
    }
    return b"".join(sorted(mixed))


def _key(card: Card) -> str:
    return fingerprint(_inputs(), card)


@cache
def _inputs() -> str:
    """What a card depends on besides its words: template, code, colours, fonts, packages."""
    code = file_digests([TEMPLATE, Path(__file__)])
    return fingerprint(code, drawing_fingerprint(), version("typst"), version("pillow"))
