"""The texts of `skeletons/`, with their Chinese in the form of a report.

A skeleton is written in Simplified Chinese; the words of another form stand in its folder of `words/`, in
`skeletons.yml`, by the phrase that they replace. So do other phrases that have no key, as those of the kinds of chart.

Belongs here: reading a skeleton, replacing its phrases. Does not belong here: filling it (`begin`, `new_year`).

Example:
    >>> in_form("zh: TODO：文章标题", ("zh-Hant",))
    'zh: TODO：文章標題'
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from report.word_files import read_words

SKELETONS = Path(__file__).with_name("skeletons")
PHRASE = re.compile('[\u300a\u201c\u3400-\u9fff](?:[^\\n"\u00b7|]*[\u3000-\u303f\u201d\u3400-\u9fff\uff00-\uffef])?')
"""A phrase: from the first Chinese character of a line, comment or cell to the last."""


def read_skeleton(name: str, folders: tuple[str, ...]) -> str:
    """The text of a skeleton, its placeholders not filled.

    Args:
        name: Name of its file.
        folders: Folders of words for the form of the report's Chinese (`Language.words`).
    """
    return in_form((SKELETONS / name).read_text(encoding="utf-8"), folders)


def in_form(text: str, folders: tuple[str, ...]) -> str:
    """A text with its Chinese phrases in a form, those of the last folder prevailing."""
    known = _phrases(folders)
    return PHRASE.sub(lambda found: known.get(found[0], found[0]), text) if known else text


@cache
def _phrases(folders: tuple[str, ...]) -> dict[str, str]:
    return {phrase: said for folder in folders for phrase, said in read_words(f"{folder}/skeletons.yml").items()}
