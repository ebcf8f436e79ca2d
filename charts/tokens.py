"""The colours by meaning, in both schemes, the sizes, fonts of languages: from `tokens.toml`, as CSS variables.

Belongs here: reading and writing tokens, without matplotlib. Does not belong here: which mark takes which
(`style`).

Example:
    >>> tokens()["light"]["c-result"]
    '#065f4b'

After a change of `tokens.toml` or of the languages::

    python -m charts.tokens > docs/assets/tokens.css
"""

import sys
import tomllib
from functools import cache
from pathlib import Path

from languages import css as languages

FILE = Path(__file__).with_name("tokens.toml")

SIZES = {"size": ":root", "size-en": ":root:lang(en)"}
"""The sizes, and those that differ in English."""
SCHEMES = {"light": ':root, [data-md-color-scheme="default"]', "dark": '[data-md-color-scheme="slate"]'}
"""The schemes, with the selector of each in the site's theme."""


@cache
def sizes() -> dict[str, dict[str, str]]:
    """Sizes as CSS writes them, by block of `tokens.toml` and token.

    Raises:
        ValueError: `size-en` has a size that `size` lacks.
    """
    read: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    if unknown := read["size-en"].keys() - read["size"].keys():
        raise ValueError(f"{', '.join(sorted(unknown))} are in size-en of {FILE.name} and not in size")
    return {block: read[block] for block in SIZES}


@cache
def tokens() -> dict[str, dict[str, str]]:
    """Colours by scheme and token.

    Raises:
        ValueError: A token has no colour in one of the schemes.
    """
    read: dict[str, dict[str, str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    read = {scheme: read[scheme] for scheme in SCHEMES}
    if one_sided := read["light"].keys() ^ read["dark"].keys():
        raise ValueError(f"{', '.join(sorted(one_sided))} are in only one scheme of {FILE.name}")
    return read


def css() -> str:
    """Colours, sizes and fonts as CSS variables."""
    blocks = ["/* Generated from tokens.toml and languages.yml: do not edit. */\n"]
    for scheme, selector in SCHEMES.items():
        variables = [f"  --{name}: {colour};\n" for name, colour in tokens()[scheme].items()]
        blocks.append(f"{selector} {{\n{''.join(variables)}  color-scheme: {scheme};\n}}\n")
    for block, selector in SIZES.items():
        variables = [f"  --{name}: {size};\n" for name, size in sizes()[block].items()]
        blocks.append(f"{selector} {{\n{''.join(variables)}}}\n")
    return "".join([*blocks, languages.css()])


if __name__ == "__main__":
    sys.stdout.write(css())
