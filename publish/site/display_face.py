"""The face of headings and large figures: fonts with the characters that a site's pages show in it, and no others.

The core of a language has what its home page and the values of figures show; every page loads it ahead. What else a
page shows is in a font of its own, some kilobytes, named in its head; that of the translation is all in the core. A
character that Noto Serif lacks is shown in the reader's own font. In the stylesheets the family is `Report Display`,
for the translation `Report Display Latin`, whose quotation marks are proportional.

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
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from string import digits

from cache.fingerprint import file_digests, fingerprint
from cache.store import Cache
from charts.inputs import FONTS
from languages import ORIGINAL
from publish.addresses import INDEX
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
"""Bytes of a core font, and of the font that a page has besides."""

_CHINESE = "\u2e80"
"""Where the characters begin that the Latin companion does not have."""
_SHOWN = re.compile(
    r"<(h1|h2)\b[^>]*>(.*?)</\1>"
    r'|<(\w+)\b[^>]*\sclass="(?:[^"]* )?(?:big|say|d)(?: [^"]*)?"[^>]*>(.*?)</\3>',
    re.DOTALL,
)
_FEATURES = re.compile(r'<ul class="feature\b.*?</ul>|<figcaption\b.*?</figcaption>', re.DOTALL)
_FEATURE = re.compile(r"<(h3|strong)\b[^>]*>(.*?)</\1>", re.DOTALL)
"""Elements that are set in the face: headings, large figures, headings of charts and of what is featured."""
_ASSETS = re.compile(r'href="([^"]*)assets/')
_CARD_VALUE = re.compile(r'class=\\"val\b[^>]*>([^<]*)<')
"""The large figure of a card, in the script that has the cards."""
_TAG = re.compile("<[^>]*>")


def write_fonts(folder: Path, languages: Sequence[Language], root: Path) -> tuple[dict[str, str], list[str]]:
    """Write the fonts of a built site, their licence, and the stylesheet that names them.

    Args:
        folder: The site, with its pages; one that needs a font of its own gets a rule in its head.
        languages: Of the site, the default first.
        root: The folder of the cache.

    Returns:
        The published name of each core font by the name in the templates; and what is over its budget, a line each.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    shutil.copy(FONTS / "OFL.txt", folder / FOLDER)
    store = Cache(root, CACHE_KIND)
    pages = {file: file.read_text(encoding="utf-8") for file in sorted(folder.rglob("*.html"))}
    needs = {file: shown(page) for file, page in pages.items()}
    names: dict[str, str] = {}
    rules, heavy = [], []
    for language in languages:
        own = {file: needs[file] for file in pages if language_of(_address(file, folder), languages) == language}
        core = _core(own, folder / language.prefix / INDEX, folder / f"assets/cards.{language.code}.js", language)
        font = _cached(language.display, core, store, whole=True)
        names[PRELOADED.format(language.code)] = name = _write(folder, language, font)
        rules.append(_rule(language, f"../fonts/{Path(name).name}", core))
        heavy += [_over(PRELOADED.format(language.code), len(font), CORE_BUDGET)]
        for file, characters in own.items():
            if language.code != ORIGINAL or not (others := frozenset(characters - core)):
                continue
            font = _cached(language.display, others, store, whole=False)
            heavy += [_over(_address(file, folder), len(font), PAGE_BUDGET)]
            found = _ASSETS.search(pages[file])
            rule = _rule(language, (found[1] if found else "") + _write(folder, language, font), others)
            page = pages[file].replace("</head>", f"<style>{rule}</style></head>", 1)
            file.write_text(page, encoding="utf-8", newline="")
    (folder / STYLESHEET).write_text("\n".join(rules), encoding="utf-8", newline="\n")
    return names, [line for line in heavy if line]


def shown(page: str) -> set[str]:
    """The characters that a page shows in the face."""
    texts = [heading or other for _, heading, _, other in _SHOWN.findall(page)]
    texts += [text for block in _FEATURES.findall(page) for _, text in _FEATURE.findall(block)]
    return {character for text in texts for character in html.unescape(_TAG.sub("", text)) if character.isprintable()}


def cut(family: str, characters: Iterable[str], *, whole: bool) -> bytes:
    """A font in WOFF2 with these characters; the same ones give the same bytes.

    Args:
        family: The font it is cut from.
        characters: Those that it lacks are left out.
        whole: Whether it has kerning and trims punctuation, which takes three times as long.
    """
    from fontTools.subset import Options, Subsetter  # Here: a build with all its fonts in the cache does without.
    from fontTools.ttLib import TTFont

    font = TTFont(_source(family))
    options = Options(layout_features=["*"], hinting=False, desubroutinize=True, recalc_timestamp=False)
    options.name_IDs = [0, 1, 2, 13, 14]  # With copyright and licence.
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx"]  # Of vertical text.
    if not whole:
        options.drop_tables += ["GPOS", "GSUB"]
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


def _cached(family: str, characters: frozenset[str], store: Cache, *, whole: bool) -> bytes:
    key = fingerprint(_code(family), sorted(characters), whole)
    font = store.get(key)
    if font is None:
        font = cut(family, characters, whole=whole)
        store.put(key, font)
    return font


@cache
def _code(family: str) -> str:
    return fingerprint(file_digests([_source(family), Path(__file__)]), packages())


def _core(pages: Mapping[Path, set[str]], home: Path, cards: Path, language: Language) -> frozenset[str]:
    if language.code != ORIGINAL:
        return frozenset(character for page in pages.values() for character in page if character < _CHINESE)
    values = _CARD_VALUE.findall(cards.read_text(encoding="utf-8")) if cards.exists() else []
    return frozenset(pages.get(home, set()).union(digits, *values))


def _address(file: Path, folder: Path) -> str:
    return file.relative_to(folder).as_posix().removesuffix(INDEX)


def _write(folder: Path, language: Language, font: bytes) -> str:
    name = f"{FOLDER}/{language.code}.{sha256(font).hexdigest()[:8]}.woff2"
    (folder / name).write_bytes(font)
    return name


def _rule(language: Language, address: str, characters: frozenset[str]) -> str:
    ranges = ",".join(f"U+{ord(character):X}" for character in sorted(characters))
    family = FAMILY if language.code == ORIGINAL else f"{FAMILY} Latin"
    return (
        f'@font-face{{font-family:"{family}";src:url({address}) format("woff2");font-weight:700;font-display:swap;'
        f"unicode-range:{ranges}}}"
    )


def _over(name: str, size: int, budget: int) -> str:
    return f"{name}: {size:,} > {budget:,}" if size > budget else ""
