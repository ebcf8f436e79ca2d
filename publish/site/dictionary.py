"""The Chinese dictionary of the search index: jieba's 30,000 commonest words.

jieba's own dictionary holds 349,046 words and takes more than a second to read in every build; the
commonest 30,000 make up 93.5 % of its running text and take 0.04 s. Terms of the report's glossary
are added by `search`, so a report's own words do not depend on this list.

After an update of jieba, write `dictionary.txt` again with::

    python -m publish.site.dictionary
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

SIZE = 30_000
"""Words in `dictionary.txt`."""

FILE = Path(__file__).with_name("dictionary.txt")
"""One word a line, a space, how often it occurs in jieba's corpus; lines with `#` are the licence."""

LICENCE = """\
# From jieba 0.42.1, jieba/dict.txt: the 30,000 commonest words with their counts, by publish/site/dictionary.py.
# The MIT License (MIT). Copyright (c) 2013 Sun Junyi
# Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
# associated documentation files (the "Software"), to deal in the Software without restriction, including
# without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
# copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
# following conditions: The above copyright notice and this permission notice shall be included in all
# copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY
# KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A
# PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
# ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
# OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


@cache
def read(file: Path = FILE) -> Mapping[str, int]:
    """How often each word occurs."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return {word: int(count) for word, count in (line.split() for line in lines if not line.startswith("#"))}


def commonest(lines: Iterable[str], size: int) -> Iterator[str]:
    """The commonest words of a dictionary in jieba's format, each with its count, most common first.

    Words of equal count are sorted by their characters, so that the choice is always the same.
    """
    rows = (line.split(" ")[:2] for line in lines)
    ranked = sorted((-int(count), word) for word, count in rows)
    return (f"{word} {-count}" for count, word in ranked[:size])


def main() -> int:
    """Write `dictionary.txt` from the installed jieba."""
    import jieba  # Only here: reading `dictionary.txt` does not need it.

    source = Path(jieba.__file__).with_name("dict.txt").read_text(encoding="utf-8").splitlines()
    FILE.write_text(LICENCE + "\n".join(commonest(source, SIZE)) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
