"""Where a Chinese heading may break: between its words, and not within them.

Browsers break Chinese anywhere, and in large type a word cut in two is conspicuous. The stylesheets forbid breaks in
headings and short lines (`word-break: keep-all`); here `<wbr>` allows them between words. Short runs fit and get none.

Belongs here: finding the words, marking them. Does not belong here: the vocabulary (`publish.site.search`).

Example:
    >>> joined(["我", "在", "家", "吃", "早餐"], "在")
    ['我', '在家吃', '早餐']
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 7
"""Characters of a run that is marked."""
_BLOCK = re.compile(
    r"<(h[1-3]|figcaption)\b[^>]*>.*?</\1>"
    r'|<(ul|ol|dl|div)\b[^>]*\sclass="(?:[^"]* )?(?:dirs|tiles|less|feature|legend|st)(?: [^"]*)?"[^>]*>.*?</\2>',
    re.DOTALL,
)
"""Elements that are set with `word-break: keep-all`, or hold such."""
_PIECES = re.compile(r"(<svg\b.*?</svg>|<[^>]*>)", re.DOTALL)
_RUN = re.compile(rf"[\u3400-\u9fff]{{{SHORTEST},}}")


def with_line_breaks(html: str, prepositions: str) -> str:
    """A page with `<wbr>` between the words of its Chinese headings; jieba must have its words (`prepare_jieba`).

    Args:
        html: The page.
        prepositions: Words of one character that belong to the next word.
    """

    def mark(run: re.Match[str]) -> str:
        import jieba  # Here: a build that takes all its pages from the cache does without.

        return "<wbr>".join(joined(jieba.cut(run[0], HMM=False), prepositions))

    def mark_block(block: re.Match[str]) -> str:
        pieces = _PIECES.split(block[0])
        pieces[::2] = (_RUN.sub(mark, text) for text in pieces[::2])
        return "".join(pieces)

    return _BLOCK.sub(mark_block, html)


def joined(words: Iterable[str], prepositions: str) -> list[str]:
    """Pieces that lines may end after: a single character belongs to the word before it, a preposition to the next."""
    pieces: list[str] = []
    for word in words:
        if pieces and (len(pieces[-1]) == 1 or (len(word) == 1 and word not in prepositions)):
            pieces[-1] += word
        else:
            pieces.append(word)
    return pieces
