"""The face of headings and large figures: fonts with the characters that a site's pages show in it, and no others.

`core` of a language has ASCII and what its home page shows; pages load it ahead. The other characters, those on most
pages first, stand in pieces that a browser fetches only where a page needs one (`unicode-range`). A character that no
piece has is shown in the reader's own font. In the stylesheets the family is `Report Display`, for the translation
`Report Display Latin`, whose quotation marks are proportional.

Belongs here: which characters, cutting, the `@font-face` rules. Does not belong here: what is set in the face
(`docs/assets/site.css`), the fonts that these are cut from (`publish.subset_fonts`).

Example:
    >>> sorted(shown('<h1>5<small>件</small> &amp; 6</h1><p>other</p>'))
    ['&', '5', '6', '件']
"""

from __future__ import annotations

import html
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from cache.fingerprint import file_digests, fingerprint
from cache.store import Cache
from charts.inputs import FONTS
from languages import ORIGINAL
from publish.cache.build_inputs import packages
from publish.site.css import THEME
from publish.site.languages import Language, language_of

CACHE_KIND = "fonts"
FOLDER = "assets/fonts"
STYLESHEET = f"{THEME}/display.css"
PRELOADED = FOLDER + "/{}.woff2"
"""How a template names the core font of a language; the published name has a hash of the content too."""
FAMILY = "Report Display"
CORE_BUDGET, PAGE_BUDGET = 30_000, 60_000
"""Bytes of a core font, and of the pieces that one page fetches besides."""
PIECE = 100
"""Characters of a piece: some 20 kB of Chinese."""

ASCII = frozenset(map(chr, range(0x20, 0x7F)))
_CHINESE = "\u2e80"
"""Where the characters begin that the Latin companion does not have."""
_SHOWN = re.compile(
    r"<(h1|h2|figcaption)\b[^>]*>(.*?)</\1>"
    r'|<(\w+)\b[^>]*\sclass="(?:[^"]* )?(?:big|say|feature|d)(?: [^"]*)?"[^>]*>(.*?)</\3>',
    re.DOTALL,
)
"""Elements that are set in the face or hold such a heading."""
_CARD_VALUE = re.compile(r'class=\\"val\b[^>]*>([^<]*)<')
"""The large figure of a card, in the script that has the cards."""
_TAG = re.compile("<[^>]*>")


def write_fonts(folder: Path, languages: Sequence[Language], cache: Path) -> tuple[dict[str, str], list[str]]:
    """Write the fonts of a built site, their licence, and the stylesheet that names them.

    Args:
        folder: The site, with its pages.
        languages: Of the site, the default first.
        cache: The folder of the cache.

    Returns:
        The published name of each core font by the name in the templates; and what is over its budget, a line each.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    shutil.copy(FONTS / "OFL.txt", folder / FOLDER)
    pages = _shown_by_page(folder, languages)
    names: dict[str, str] = {}
    rules: list[str] = []
    heavy: list[str] = []
    for language in languages:
        sizes = []
        pieces = split(pages[language], language)
        for number, characters in enumerate(pieces):
            font = _cached(language.display, characters, Cache(cache, CACHE_KIND))
            name = f"{language.code}{number or ''}.{sha256(font).hexdigest()[:8]}.woff2"
            (folder / FOLDER / name).write_bytes(font)
            rules.append(_rule(language, f"../fonts/{name}", characters))
            sizes.append(len(font))
            if not number:
                names[PRELOADED.format(language.code)] = f"{FOLDER}/{name}"
        heavy += _over_budget(language, pages[language], pieces, sizes)
    (folder / STYLESHEET).write_text("\n".join(rules), encoding="utf-8", newline="\n")
    return names, heavy


def shown(page: str) -> set[str]:
    """The characters that a page shows in the face."""
    texts = (heading or other for _, heading, _, other in _SHOWN.findall(page))
    return {character for text in texts for character in html.unescape(_TAG.sub("", text)) if character.isprintable()}


def split(pages: Mapping[str, set[str]], language: Language) -> list[frozenset[str]]:
    """The characters of each font of a language, the core first.

    Args:
        pages: What each of its pages shows in the face, by address.
        language: The language.
    """
    core = ASCII | pages.get(language.prefix, set())
    counts = Counter(character for characters in pages.values() for character in characters - core)
    others = sorted(counts, key=lambda character: (-counts[character], character))
    if language.code != ORIGINAL:
        return [frozenset(character for character in core.union(others) if character < _CHINESE)]
    return [core, *(frozenset(others[start : start + PIECE]) for start in range(0, len(others), PIECE))]


def cut(family: str, characters: Iterable[str]) -> bytes:
    """A font in WOFF2 with these characters; the same ones give the same bytes.

    Args:
        family: The font it is cut from.
        characters: Those that it lacks are left out.
    """
    from fontTools.subset import Options, Subsetter  # Here: a build with all its fonts in the cache does without.
    from fontTools.ttLib import TTFont

    font = TTFont(_source(family))
    options = Options(layout_features=["*"], hinting=False, desubroutinize=True, recalc_timestamp=False)
    options.name_IDs = [0, 1, 2, 13, 14]  # With copyright and licence.
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]  # Of vertical text.
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    font.flavor = "woff2"
    font.recalcTimestamp = False
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _source(family: str) -> Path:
    return FONTS / f"{family.replace(' ', '')}-Bold.otf"


def _cached(family: str, characters: frozenset[str], cache: Cache) -> bytes:
    key = fingerprint(file_digests([_source(family), Path(__file__)]), packages(), sorted(characters))
    font = cache.get(key)
    if font is None:
        font = cut(family, characters)
        cache.put(key, font)
    return font


def _shown_by_page(folder: Path, languages: Sequence[Language]) -> dict[Language, dict[str, set[str]]]:
    pages: dict[Language, dict[str, set[str]]] = {language: {} for language in languages}
    for file in sorted(folder.rglob("*.html")):
        address = file.relative_to(folder).as_posix().removesuffix("index.html")
        pages[language_of(address, languages)][address] = shown(file.read_text(encoding="utf-8"))
    for language in languages:
        for file in folder.glob(f"assets/cards.{language.code}.js"):
            values = _CARD_VALUE.findall(file.read_text(encoding="utf-8"))
            pages[language].update((f"{file.name}#{number}", set(value)) for number, value in enumerate(values))
    return pages


def _rule(language: Language, address: str, characters: frozenset[str]) -> str:
    others = sorted(f"U+{ord(character):X}" for character in characters - ASCII)
    ranges = ",".join([*(["U+20-7E"] if characters >= ASCII else []), *others])
    family = FAMILY if language.code == ORIGINAL else f"{FAMILY} Latin"
    return (
        f'@font-face{{font-family:"{family}";src:url({address}) format("woff2");font-weight:700;font-display:swap;'
        f"unicode-range:{ranges}}}"
    )


def _over_budget(
    language: Language, pages: Mapping[str, set[str]], pieces: Sequence[frozenset[str]], sizes: Sequence[int]
) -> Iterator[str]:
    """What is too large: the core font, and the page that fetches most besides it."""
    if sizes[0] > CORE_BUDGET:
        yield f"{PRELOADED.format(language.code)}: {sizes[0]:,} > {CORE_BUDGET:,}"
    fetched = {
        address: sum(size for piece, size in zip(pieces[1:], sizes[1:], strict=True) if piece & characters)
        for address, characters in pages.items()
    }
    if fetched and (most := max(fetched.values())) > PAGE_BUDGET:
        address = next(address for address, size in fetched.items() if size == most)
        yield f"{address}: {most:,} > {PAGE_BUDGET:,}"
